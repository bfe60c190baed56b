import {
  type Passage,
  type Prose,
  proseOf,
  quoteOf,
  type Segment,
  type Sentence,
  sentencesOf,
  type Token,
  tokensOf,
} from './clauses.ts';
import type { Numeral } from './numerals.ts';
import { type Phrase, phraseOf } from './phrase.ts';

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
};

const anyBody = { year: null, body: { names: new Map(), isWhole: () => true } };

/** Every count and every share of a sentence in order. */
export const countsOf = (sentence: Sentence): Count[] =>
  sentence.segments.flatMap((segment, member) => {
    const counts: Count[] = [];
    let left: Token[] = [];
    for (const token of segment.tokens) {
      if (token.kind === 'numeral' && (token.numeral.kind === 'count' || token.numeral.kind === 'percent')) {
        counts.push({
          numeral: token.numeral,
          segment,
          member,
          phrase: phraseOf(left, anyBody),
          left,
          depth: segment.depth,
        });
        left = [];
      } else left.push(token);
    }
    return counts;
  });

/** A block of prose with its sentences and their counts. */
export type Told = Prose & { sentences: readonly { sentence: Sentence; counts: readonly Count[] }[] };

/** Reads a text once for all who look at its sentences. */
export const toldIn = (blocks: readonly Passage[]): Told[] =>
  proseOf(blocks).map((prose) => ({
    ...prose,
    sentences: sentencesOf(tokensOf(prose.folded.text)).map((sentence) => ({
      sentence,
      counts: countsOf(sentence),
    })),
  }));

/** Where a finding stands: the block, the offset of the number in its text, and the words around it. */
export type Place = { quote: string; block: number; at: number };

/** The place of a number, quoted from one folded offset to another. */
export const placeOf = (prose: Prose, from: number, to: number, at: number): Place => ({
  quote: quoteOf(prose, from, to, at),
  block: prose.index,
  at: prose.folded.at[at] ?? 0,
});

/** The first word of this meaning among tokens. */
export const says = (tokens: readonly Token[], pattern: RegExp): boolean =>
  tokens.some((token) => token.kind === 'word' && pattern.test(token.text));
