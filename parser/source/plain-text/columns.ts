import { isFigure, type PlainLine } from './lines.ts';

/**
 * Where a piece of a line stands, measured twice: `narrow` counts a Chinese character as one column, as pdftotext does; `wide`
 * as two, as a fixed-width face shows it. Ends are exclusive.
 */
export type Extent = { narrow: [from: number, to: number]; wide: [from: number, to: number] };

/** Words of a line with nothing but single spaces between them. */
export type WordRun = { text: string; words: LaidWord[] } & Extent;
export type LaidWord = { text: string } & Extent;

/** A line of a page laid out in columns: words to the left, figures at the right end. */
export type PrintedLine = { at: number; page: number; readonly pieces: WordRun[]; figures: LaidWord[] };

const isWide = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0;
  return code > 0x2e7f || character === '“' || character === '”';
};

const wordsOf = (raw: string): LaidWord[] => {
  const words: LaidWord[] = [];
  let narrow = 0;
  let wide = 0;
  let word: LaidWord | null = null;
  for (const character of raw) {
    const width = isWide(character) ? 2 : 1;
    if (character.trim() === '') word = null;
    else if (word) {
      word.text += character;
      word.narrow[1] = narrow + 1;
      word.wide[1] = wide + width;
    } else {
      word = { text: character, narrow: [narrow, narrow + 1], wide: [wide, wide + width] };
      words.push(word);
    }
    narrow++;
    wide += width;
  }
  return words;
};

export const unit = /^(?:万元|亿元|元|件|条|个|项|宗|次|份|人|人次)$/;

/** Words that are the unit of the figure before them become part of it. */
const withUnits = (words: readonly LaidWord[]): LaidWord[] => {
  const joined: LaidWord[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    if (last && unit.test(word.text) && gapBefore(word, last) === 1 && isFigure(last.text)) {
      last.text += word.text;
      last.narrow[1] = word.narrow[1];
      last.wide[1] = word.wide[1];
    } else joined.push(word);
  }
  return joined;
};

const gapBefore = (word: LaidWord, before: LaidWord | undefined): number =>
  word.narrow[0] - (before?.narrow[1] ?? 0);

/** What is numbered begins a label: 一、 （一） 1. and the like. */
export const isNumbered = (text: string): boolean =>
  /^(?:[一二三四五六七八九十]{1,3} ?[、.．]|[（(] ?[一二三四五六七八九十]{1,3} ?[）)]|\d{1,2} ?[.．、](?:\d ?[.．、])?(?!\d))/.test(
    text,
  );

export const pieceOf = (words: readonly LaidWord[]): WordRun => ({
  text: words.map((word) => word.text).join(' '),
  words: [...words],
  narrow: [words[0]?.narrow[0] ?? 0, words.at(-1)?.narrow[1] ?? 0],
  wide: [words[0]?.wide[0] ?? 0, words.at(-1)?.wide[1] ?? 0],
});

const piecesOf = (words: readonly LaidWord[]): WordRun[] => {
  const pieces: LaidWord[][] = [];
  words.forEach((word, at) => {
    const last = pieces.at(-1);
    if (last && gapBefore(word, words[at - 1]) === 1 && !isNumbered(word.text)) last.push(word);
    else pieces.push([word]);
  });
  return pieces.map(pieceOf);
};

const space = /\s/;

/** So many figures on end need no gap before them: labels can reach up to their figures, sentences hold no such run. */
const sureRun = 3;

/** The number of a label can stand on a line of its own. */
const isFigureOf = (text: string): boolean => isFigure(text) && !isNumbered(text);

/** Reads a line by its gaps. A number at the end of a sentence is no figure: there must be a gap before it, or more figures. */
export const printedLine = (line: PlainLine, at: number): PrintedLine => {
  // Nothing but one word: most lines of a text that is not laid out in columns. Its place is seldom asked for.
  if (!space.test(line.raw))
    return {
      at,
      page: line.page,
      figures: [],
      get pieces() {
        return piecesOf(wordsOf(line.raw));
      },
    };
  const words = withUnits(wordsOf(line.raw));
  let first = words.length;
  while (first > 0 && isFigureOf(words[first - 1]?.text ?? '')) first--;
  const count = words.length - first;
  const gap =
    first < words.length && words[first] ? gapBefore(words[first] as LaidWord, words[first - 1]) : 0;
  const holds = count >= sureRun || (count > 0 && gap >= (first === 0 ? 4 : 2));
  if (!holds) first = words.length;
  return {
    at,
    page: line.page,
    pieces: piecesOf(words.slice(0, first)),
    figures: words.slice(first),
  };
};

/** Do two extents share a column? */
export const meet = (one: readonly [number, number], other: readonly [number, number]): boolean =>
  one[0] < other[1] && other[0] < one[1];

/** Do two pieces stand above one another, by either measure? */
export const overlaps = (one: Extent, other: Extent): boolean =>
  meet(one.narrow, other.narrow) || meet(one.wide, other.wide);
