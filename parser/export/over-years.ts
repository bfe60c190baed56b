import type { Extraction, Fact } from '../extraction.ts';
import { formOf } from '../forms/registry.ts';
import { type Label, namesOf } from '../messages/names.ts';
import { difference } from '../text/decimal.ts';
import { refParts } from '../text/ref.ts';

/** What reports print in their cells from year to year: the one computation behind every table with the years as columns. */

/** What one report prints in a cell. */
type Print = Pick<Fact, 'state' | 'value' | 'raw'>;

/** One cell of the form in the reports of one body. */
export type CellYears = {
  authority: string;
  /** Of the first report that has it. */
  form: string;
  table: string;
  row: string;
  column: string;
  ref: string;
  rowLabel: Label;
  columnLabel: Label;
  unit: string | null;
  /** By year what each report of that year prints: several where there are several reports. */
  prints: ReadonlyMap<number, readonly Print[]>;
};

type OverYears = {
  add: (extraction: Extraction) => void;
  /** Years of which there is a report, ascending. */
  years: () => number[];
  /** In the order in which the reports and their forms have them. */
  cells: () => IterableIterator<CellYears>;
};

type Options = {
  /** Which refs are taken; all without it. */
  wanted?: (ref: string) => boolean;
  /** Cells of two forms are one where both call them by the same words. */
  acrossForms?: boolean;
};

/** A report of which authority, year or form is not known has no place and is left out. */
export const overYears = ({ wanted = () => true, acrossForms = false }: Options = {}): OverYears => {
  const cells = new Map<string, Omit<CellYears, 'prints'> & { prints: Map<number, Print[]> }>();
  const seen = new Set<number>();
  return {
    add: (extraction) => {
      const { authority, year, form, facts } = extraction;
      if (!authority || !year || !form) return;
      const names = namesOf(extraction);
      seen.add(year.value);
      for (const { ref, state, value, raw, unit } of facts) {
        if (!wanted(ref)) continue;
        const { table, row, column } = refParts(ref);
        const [rowLabel, columnLabel] = [names.row(table, row), names.column(table, column)];
        // Rows of a body's own have their numbers by chance: they are the same where they are called the same.
        const place = row.startsWith('extra_') ? table : ref;
        const home = acrossForms ? '' : form.id;
        const key = [authority.value, home, place, rowLabel.zh, columnLabel.zh].join('\n');
        let own = cells.get(key);
        if (!own) {
          own = {
            authority: authority.value,
            form: form.id,
            ...{ table, row, column, ref, rowLabel, columnLabel, unit },
            prints: new Map(),
          };
          cells.set(key, own);
        }
        const prints = own.prints.get(year.value);
        if (prints) prints.push({ state, value, raw });
        else own.prints.set(year.value, [{ state, value, raw }]);
      }
    },
    years: () => [...seen].sort((a, b) => a - b),
    cells: () => cells.values(),
  };
};

/** How a cell that prints no number is shown: none of these is a zero, nor the same as that there is no report. */
export type StateWords = { blank: string; unreadable: string };

/** What is printed there in that year, each wording once: none without a report, several where reports differ. */
export const shownIn = ({ prints }: CellYears, year: number, words: StateWords): (number | string)[] => [
  ...new Set((prints.get(year) ?? []).map((print) => shown(print, words))),
];

const shown = ({ state, value, raw }: Print, words: StateWords): number | string => {
  switch (state) {
    case 'number':
      return value ?? raw;
    case 'mark':
      return raw;
    case 'blank':
      return words.blank;
    case 'unreadable':
      return words.unreadable;
  }
};

/** The number that all reports of that year print there; null where there is none, or they differ. */
const numberIn = ({ prints }: CellYears, year: number): number | null => {
  const values = new Set((prints.get(year) ?? []).map(({ value }) => value));
  const [only = null] = values;
  return values.size === 1 ? only : null;
};

/** By how much the number is greater than that of the year before; null where either is none. */
export const changeIn = (cell: CellYears, year: number): number | null => {
  const [now, before] = [numberIn(cell, year), numberIn(cell, year - 1)];
  return now === null || before === null ? null : difference(now, before);
};

/**
 * The ref of the total in which the form counts a cell, by its identities of parts and total: of the rows below one another first, else of
 * the columns; null where it is part of none.
 */
const wholeOf = ({ form, table, row, column }: CellYears): string | null => {
  const sums = (formOf(form)?.identities ?? []).filter(
    (identity) =>
      identity.table === table && identity.basis === 'parts_and_total' && identity.right.length === 1,
  );
  for (const [over, part] of [
    ['columns', row],
    ['rows', column],
  ] as const) {
    const sum = sums.find((identity) => identity.over === over && identity.left.includes(part));
    const whole = sum?.right[0];
    if (whole !== undefined)
      return over === 'columns' ? `${table}.${whole}.${column}` : `${table}.${row}.${whole}`;
  }
  return null;
};

/** Finds among cells the total in which the form counts one of them; undefined where it is part of none, or the total is not there. */
export const totalsAmong = (cells: Iterable<CellYears>): ((cell: CellYears) => CellYears | undefined) => {
  const placeOf = ({ authority, form }: CellYears, ref: string): string => `${authority}\n${form}\n${ref}`;
  const byRef = new Map(Array.from(cells, (cell) => [placeOf(cell, cell.ref), cell]));
  return (cell) => {
    const whole = wholeOf(cell);
    return whole === null ? undefined : byRef.get(placeOf(cell, whole));
  };
};

/** The number as a share of its total in the same year, from 0 on; null where either is none, or the total is not above zero. */
export const shareIn = (cell: CellYears, whole: CellYears | undefined, year: number): number | null => {
  if (!whole) return null;
  const [part, all] = [numberIn(cell, year), numberIn(whole, year)];
  return part === null || all === null || all <= 0 ? null : part / all;
};
