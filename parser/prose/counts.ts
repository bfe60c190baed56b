import type { ProseCells } from '../forms/schema.ts';
import { type Prose, quoteOf, type Segment, type Sentence, type Token } from './clauses.ts';
import { emptyLexicon } from './lexicon.ts';
import type { Numeral } from './numerals.ts';
import { phraseOf } from './phrase.ts';
import type { Phrase } from './slots.ts';
import type { Text } from './text.ts';

/** A number of a sentence with the words before it, for checks that set the numbers of a text against one another. */
export type Count = {
  numeral: Numeral;
  segment: Segment;
  /** Ordinal of its member in the sentence. */
  member: number;
  phrase: Phrase;
  /** The words from the number before it, or from the beginning of its member. */
  left: readonly Token[];
  depth: number;
  /** No other number of its member stands before it. */
  first: boolean;
  /** 其中 stands before it, if only with a mark between: 其中，甲12件. */
  opens: boolean;
  /** Words for another year stand before the brackets that it begins: 比2022年（31起）. */
  behindPast: boolean;
};

const anyBody = {
  body: {
    names: emptyLexicon,
    isWhole: () => true,
    isShort: () => false,
    isTown: () => false,
    isNear: () => false,
  },
};

/** Every count and every share of a sentence in order. */
const countsOf = (sentence: Sentence, year: number | null, ids: ProseCells | null): Count[] => {
  const context = { ...anyBody, year, ids };
  let opens = false;
  let past = false;
  return sentence.segments.flatMap((segment, member) => {
    const counts: Count[] = [];
    let left: Token[] = [];
    for (const token of segment.tokens) {
      if (token.kind === 'numeral' && (token.numeral.kind === 'count' || token.numeral.kind === 'percent')) {
        counts.push({
          numeral: token.numeral,
          segment,
          member,
          phrase: phraseOf(left, context),
          left,
          depth: segment.depth,
          first: counts.length === 0,
          opens,
          behindPast: past,
        });
        opens = false;
        left = [];
      } else left.push(token);
    }
    const behind = phraseOf(left, context);
    if (counts.length === 0) opens = left.length <= 2 && behind.within;
    past = behind.period === 'other';
    return counts;
  });
};

/** A block of prose with its sentences and their counts. */
export type CountedProse = Prose & {
  sentences: readonly { sentence: Sentence; counts: readonly Count[] }[];
  cells: ProseCells | null;
};

/** The counts of every sentence of a text. */
export const countsIn = (text: Text, year: number | null): CountedProse[] =>
  text.map((prose) => ({
    ...prose,
    sentences: prose.sentences.map((sentence) => ({
      sentence,
      counts: countsOf(sentence, year, prose.cells),
    })),
  }));

/** Where a finding stands: the block, the offset of the number in its text, and the words around it. */
export type TextPlace = { quote: string; block: number; at: number };

/** The place of a number, quoted from one folded offset to another. */
export const placeOf = (prose: Prose, from: number, to: number, at: number): TextPlace => ({
  quote: quoteOf(prose, from, to, at),
  block: prose.index,
  at: prose.folded.at[at] ?? 0,
});

/** Where the member of a count begins. */
export const startOf = ({ segment, numeral }: Count): number => segment.tokens[0]?.start ?? numeral.start;

/** Counts added up. */
export const added = (counts: readonly Count[]): number =>
  counts.reduce((sum, { numeral }) => sum + numeral.value, 0);

/** The words before a count, put together. */
export const wordsBefore = ({ left }: Count): string =>
  left.map((token) => (token.kind === 'word' || token.kind === 'unknown' ? token.text : '')).join('');

const mostEndings = 4;

/** Words without the fillers they end in. */
export const withoutEnd = (words: string, ending: RegExp): string => {
  let rest = words;
  for (let times = 0; times < mostEndings; times++) rest = rest.replace(ending, '');
  return rest;
};

/** The first word of this meaning among tokens. */
export const says = (tokens: readonly Token[], pattern: RegExp): boolean =>
  tokens.some((token) => token.kind === 'word' && pattern.test(token.text));
