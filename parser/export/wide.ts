import type { Extraction } from '../extraction.ts';
import type { CsvCell } from './csv.ts';
import { changeIn, overYears, type StateWords, shareIn, shownIn, totalsAmong } from './over-years.ts';

/** The years as columns: a row for each body and each cell of its form, with what is printed there from year to year. */

export const wideStart = [
  'authority',
  'form',
  'table',
  'row',
  'row_label',
  'column',
  'column_label',
  'ref',
  'unit',
] as const;

/** What stands beside the print of a year: computed, and nothing where either number is none. */
export const wideExtras = ['share', 'change'] as const;
export type WideExtra = (typeof wideExtras)[number];

type Wide = {
  add: (extraction: Extraction) => void;
  columns: () => string[];
  rows: () => Generator<CsvCell[]>;
};

/**
 * @param wanted which refs are listed.
 * @param words for cells without a number.
 * @param extras columns behind each year: `2021_share` of the total in which the form counts the cell, `2021_change` against the year before.
 */
export const wideTable = (
  wanted: (ref: string) => boolean,
  words: StateWords,
  extras: readonly WideExtra[] = [],
): Wide => {
  // A share needs its total too, whether that is listed or not.
  const gathered = overYears(extras.includes('share') ? {} : { wanted });
  const { add, years, cells } = gathered;
  return {
    add,
    columns: () => [
      ...wideStart,
      ...years().flatMap((year) => [String(year), ...extras.map((extra) => `${year}_${extra}`)]),
      'differing',
    ],
    rows: function* () {
      const all = years();
      const totalOf = extras.includes('share') ? totalsAmong(cells()) : () => undefined;
      for (const cell of cells()) {
        if (!wanted(cell.ref)) continue;
        const { authority, form, table, row, rowLabel, column, columnLabel, ref, unit } = cell;
        const total = totalOf(cell);
        const differing: number[] = [];
        const columns = all.flatMap((year): CsvCell[] => {
          const values = shownIn(cell, year, words);
          // Several reports of one body and year: none of them is the right one.
          if (values.length > 1) differing.push(year);
          return [
            values.length < 2 ? (values[0] ?? null) : values.join(' | '),
            ...extras.map((extra) => (extra === 'share' ? shareIn(cell, total, year) : changeIn(cell, year))),
          ];
        });
        yield [
          ...[authority, form, table, row, rowLabel.zh, column, columnLabel.zh, ref, unit],
          ...columns,
          differing.length > 0 ? differing.join(' ') : null,
        ];
      }
    },
  };
};
