import { isNumbered, type LaidWord, type WordRun } from './columns.ts';
import { isFigure } from './lines.ts';

/** Figures at the end of a line of a label. */
export const figuresAtEnd = ({ words }: WordRun): readonly LaidWord[] => {
  const wording = words.findLastIndex((word) => !isFigure(word.text) || isNumbered(word.text)) + 1;
  return words.slice(wording);
};

/** Where words stand, by either width of a Chinese character. */
export const measures = ['narrow', 'wide'] as const;

/** Does each word stand to the right of the one before it? */
export const areInOrder = (words: readonly LaidWord[], measure: (typeof measures)[number]): boolean =>
  words.every((word, at) => at === 0 || (words[at - 1]?.[measure][1] ?? 0) <= word[measure][0]);

/** Is one the wording of the other, which is a number alone? */
export const isBeside = (wording: WordRun, number: WordRun): boolean =>
  number.words.length === 1 && number.text.length <= 3 && wording.narrow[0] >= number.narrow[1] - 1;

/** Only the lowest labels are numbered so; each has its figures. */
export const isItem = (text: string): boolean => isNumbered(text) && /^\d/.test(text);

const itemNumber = /^(?:\d{1,2} ?[.．、] ?)+/;
const twoItems = /^\d ?[.．、] ?\d ?[.．、](?!\d)/;

/** The numbers of labels that have run into one another, in one text: nobody can say which of them the figures are of. */
export const mixedItems = (label: readonly WordRun[]): string[] => {
  const items = label.filter((piece) => isItem(piece.text));
  if (items.length < 2 && !items.some((piece) => twoItems.test(piece.text))) return [];
  return [items.map((piece) => itemNumber.exec(piece.text)?.[0] ?? '').join(' ')];
};
