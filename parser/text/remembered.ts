/** Shorter parts of a text are copies in every engine. */
const shortest = 13;

/**
 * The same text, for what is remembered beyond its page: engines keep a part of a text as a place in the whole, and with it the whole page in
 * memory.
 */
export const ownCopy = (text: string): string => (text.length < shortest ? text : text.split('').join(''));

/**
 * `make`, with what it made of the texts that came last: pages of one site and reports of one form have most of theirs in common. What is made
 * depends on the text alone, and is not changed by anybody.
 *
 * @param most texts that are remembered; of one more, all are forgotten.
 * @param longest text that is.
 */
export const remembered = <Made>(
  make: (text: string) => Made,
  { most, longest }: { most: number; longest: number },
): ((text: string) => Made) => {
  const known = new Map<string, Made>();
  return (text) => {
    if (text.length > longest) return make(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= most) known.clear();
    const own = ownCopy(text);
    const made = make(own);
    known.set(own, made);
    return made;
  };
};
