import { labelKey } from '../text/label.ts';

const add = (bag: Map<string, number>, text: string, times: number): void => {
  for (const character of text) bag.set(character, (bag.get(character) ?? 0) + times);
};

/** Takes the characters of a text out of the bag, if all of them are in it. */
const takeOut = (bag: Map<string, number>, text: string): boolean => {
  const wanted = new Map<string, number>();
  add(wanted, text, 1);
  for (const [character, count] of wanted) if ((bag.get(character) ?? 0) < count) return false;
  add(bag, text, -1);
  return true;
};

/**
 * Do printed words consist of exactly these labels, whatever order their characters come in? Text taken from a page prints the
 * headings of narrow columns line by line, so that their characters interleave (结果维 结果纠 / 持 正) and no label stands whole.
 *
 * @param printed keys of the cells of a heading.
 * @param labels labels that must all be there, as often as they are listed.
 * @param optional keys that may be there too, each once: headings above those labels, corners.
 */
export const consistsOf = (
  printed: readonly string[],
  labels: readonly string[],
  optional: Iterable<string>,
): boolean => {
  const bag = new Map<string, number>();
  for (const key of printed) add(bag, key, 1);
  if (!labels.every((label) => takeOut(bag, labelKey(label)))) return false;
  const isEmpty = () => [...bag.values()].every((count) => count === 0);
  // The longest first: a heading and the one above it have a key together as well as each alone.
  for (const key of [...optional].sort((a, b) => b.length - a.length)) {
    if (isEmpty()) return true;
    takeOut(bag, key);
  }
  return isEmpty();
};
