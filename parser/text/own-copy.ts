/** Shorter parts of a text are copies in every engine. */
const shortest = 13;

/**
 * The same text, for what is remembered beyond its page: engines keep a part of a text as a place in the whole, and with it the whole page in
 * memory.
 */
export const ownCopy = (text: string): string => (text.length < shortest ? text : text.split('').join(''));
