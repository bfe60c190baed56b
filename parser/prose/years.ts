import type { Claim } from '../extraction.ts';
import { placeOf, type TextPlace } from './counts.ts';
import type { Text } from './text.ts';

/** A year that a text names and cannot mean: 202020年, or the year before beside figures of this one. */
export type WrongYear = TextPlace & {
  /** As it is printed. */
  named: string;
  /** The year of the report. */
  year: number | null;
  outcome: 'violated' | 'undetermined';
  hint?: true;
};

/** 202020年, 20222年, 2 0 2 2 is seen to by folding. A number of five digits and more before 年 is no year. */
const misspelt = /(?<![0-9.,])((?:19|20)[0-9]{3,6})年/g;

const misspeltIn = (text: Text, year: number | null): WrongYear[] =>
  text.flatMap((prose) =>
    [...prose.folded.text.matchAll(misspelt)].map(
      ({ 0: words, 1: named = '', index }): WrongYear => ({
        ...placeOf(prose, index, index + words.length, index),
        named,
        year,
        outcome: 'violated',
      }),
    ),
  );

/** So many counts, or one so large, do not agree with the tables of another year by chance. */
const fewest = 2;
const large = 10;

/** 2022年收到58件，办结55件 in the report of 2023, whose tables have 58 and 55. */
const oldBesideNew = (
  text: Text,
  claims: readonly Claim[],
  year: number,
  agree: (claim: Claim) => boolean,
  start: number,
): WrongYear[] => {
  const past = claims.filter(({ scope, about }) => scope === 'other_period' && about !== null);
  const byBlock = Map.groupBy(past, ({ block }) => block - start);
  return text.flatMap((prose): WrongYear[] => {
    const own = byBlock.get(prose.index) ?? [];
    if (own.length === 0 || !own.every(agree)) return [];
    const values = new Set(own.map(({ value }) => value));
    if (values.size < fewest && !own.some(({ value }) => value >= large)) return [];
    // The text names the year before, and nowhere its own.
    const years = [...prose.folded.text.matchAll(/(?<![0-9])(20[0-9]{2})年/g)];
    const [first] = years;
    if (!first || !years.every((one) => Number(one[1]) === year - 1)) return [];
    return [
      {
        ...placeOf(prose, first.index, first.index + first[0].length, first.index),
        named: first[1] ?? '',
        year,
        outcome: 'violated',
      },
    ];
  });
};

/** @param agree whether the cells of a count hold its number. */
export const wrongYears = (
  text: Text,
  claims: readonly Claim[],
  year: number | null,
  agree: (claim: Claim) => boolean,
  start: number,
): WrongYear[] => [
  ...misspeltIn(text, year),
  ...(year === null ? [] : oldBesideNew(text, claims, year, agree, start)),
];
