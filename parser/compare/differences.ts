import { keyFigures } from '../check/key-figures.ts';
import type { Check, Extraction, Fact } from '../extraction.ts';
import type { Form } from '../forms/schema.ts';
import { decimalOf, subtract, sum, toNumber } from '../text/decimal.ts';
import { simplify, tight } from '../text/label.ts';
import { refParts } from '../text/ref.ts';

/** Two reports, or two versions of one, cell by cell. */

/**
 * How a cell differs: another number (`number`), the same or another number in another unit of money (`unit`), a number, a blank, a mark
 * or something unreadable against another of these (`state`), other unreadable text (`text`), or a cell that only one of the two prints.
 */
export type Difference = 'number' | 'unit' | 'state' | 'text' | 'only_one' | 'only_other';

/** What a cell prints. */
type Print = Pick<Fact, 'state' | 'value' | 'raw' | 'unit'>;

/** One cell of two reports. */
export type CellPair = {
  ref: string;
  one: Fact | null;
  other: Fact | null;
  /** The two reports print something else here: another number, or a number against a blank. */
  differs: boolean;
  how: Difference | null;
  /** other − one, where both are numbers in one unit. */
  difference: number | null;
};

/** A row that one report prints in place of several of the other, by column: its figure beside their sum. */
export type FoldedCell = {
  ref: string;
  parts: string[];
  /** Which report prints the one row. */
  whole: 'one' | 'other';
  figure: number | null;
  /** Sum of the parts; null where one of them is no number. */
  sum: number | null;
  /** The second report's figure − the first's, whichever of them is the sum. */
  difference: number | null;
};

/** How many cells of a table two reports have in common, and how many of these differ. */
export type TableComparison = {
  table: string;
  /** Cells that both reports print. */
  common: number;
  /** Of these, how many differ. */
  differing: number;
  onlyOne: number;
  onlyOther: number;
};

/** What two reports print differently, and what follows from it. */
export type ReportComparison = {
  /** Neither a figure nor a cell differs; false where neither report has any. */
  same: boolean;
  keyFigures: {
    /** The id under which the form lists it. */
    name: string;
    one: number | null;
    other: number | null;
    difference: number | null;
  }[];
  tables: TableComparison[];
  cells: CellPair[];
  folded: FoldedCell[];
  /** Checks with another outcome, or that only one report has. */
  checks: { id: string; one: Check['outcome'] | null; other: Check['outcome'] | null }[];
};

/** Every cell of either report, in the order of the first; what only the second has comes last. */
const cellPairs = (one: Extraction, other: Extraction): CellPair[] => {
  const first = new Map(one.facts.map((fact) => [fact.ref, fact]));
  const second = new Map(other.facts.map((fact) => [fact.ref, fact]));
  return [...new Set([...first.keys(), ...second.keys()])].map((ref) =>
    pairOf(ref, first.get(ref) ?? null, second.get(ref) ?? null),
  );
};

const pairOf = (ref: string, one: Fact | null, other: Fact | null): CellPair => {
  const how = howDiffers(one, other);
  return {
    ref,
    one,
    other,
    differs: how !== null,
    how,
    difference: how === 'unit' ? null : minus(other?.value ?? null, one?.value ?? null),
  };
};

/**
 * 124 and 124件 are the same number; two blanks are the same, and two marks; two unreadable cells only if they print the same, but for
 * white space and width, in which a page and its PDF differ.
 */
export const howDiffers = (one: Print | null, other: Print | null): Difference | null => {
  if (one === null || other === null) return one === other ? null : one === null ? 'only_other' : 'only_one';
  if (one.state !== other.state) return 'state';
  switch (one.state) {
    case 'number':
      if (moneyUnit(one) !== moneyUnit(other)) return 'unit';
      return one.value === other.value ? null : 'number';
    case 'blank':
    case 'mark':
      return null;
    case 'unreadable':
      return tight(one.raw) === tight(other.raw) ? null : 'text';
  }
};

/** The unit that changes what a number means; null for a count of anything. */
const moneyUnit = ({ unit }: Print): string | null =>
  unit !== null && simplify(unit).endsWith('元') ? simplify(unit) : null;

export const minus = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? null : toNumber(subtract(decimalOf(a), decimalOf(b)));

/** Rows of a form that may be printed as one row in place of several. */
const foldsOf = (forms: readonly Form[]): { table: string; row: string; parts: readonly string[] }[] => {
  const folds = forms.flatMap((form) =>
    form.tables.flatMap((table) =>
      table.bands.flatMap((band) =>
        band.rows.flatMap((row) =>
          row.insteadOf ? [{ table: table.id, row: row.id, parts: row.insteadOf }] : [],
        ),
      ),
    ),
  );
  return [...new Map(folds.map((fold) => [`${fold.table}.${fold.row}`, fold])).values()];
};

const foldedCells = (pairs: readonly CellPair[], forms: readonly Form[]): FoldedCell[] => {
  const byRef = new Map(pairs.map((pair) => [pair.ref, pair]));
  return foldsOf(forms).flatMap(({ table, row, parts }) =>
    pairs.flatMap((pair): FoldedCell[] => {
      const { table: ownTable, row: ownRow, column } = refParts(pair.ref);
      if (ownTable !== table || ownRow !== row) return [];
      if (pair.how !== 'only_one' && pair.how !== 'only_other') return [];
      const whole = pair.how === 'only_one' ? 'one' : 'other';
      const opposite = pair.how === 'only_one' ? 'only_other' : 'only_one';
      const own = parts.flatMap((part) => byRef.get(`${table}.${part}.${column}`) ?? []);
      if (own.length < parts.length || own.some(({ how }) => how !== opposite)) return [];
      const values = own.flatMap(({ one, other }) => (one ?? other)?.value ?? []);
      const total = values.length === own.length ? sum(values) : null;
      const figure = (pair.one ?? pair.other)?.value ?? null;
      return [
        {
          ref: pair.ref,
          parts: own.map(({ ref }) => ref),
          whole,
          figure,
          sum: total,
          difference: whole === 'one' ? minus(total, figure) : minus(figure, total),
        },
      ];
    }),
  );
};

const tableOf = (ref: string): string => ref.slice(0, ref.indexOf('.'));

/**
 * Compares two reports: of one body or of two, of one year or of two, on one form or on two. What is common is told by the form's ids;
 * figures are compared as they are printed, and no blank is taken for a zero.
 *
 * @param forms the forms of both: they say which row may stand in place of several.
 */
export const compareReports = (
  one: Extraction,
  other: Extraction,
  forms: readonly Form[],
): ReportComparison => {
  const cells = cellPairs(one, other);
  const folded = foldedCells(cells, forms);
  const [first, second] = [keyFigures(one), keyFigures(other)];
  const outcomes = (checks: readonly Check[]): Map<string, Check['outcome']> =>
    new Map(checks.map(({ id, outcome }) => [id, outcome]));
  const [before, after] = [outcomes(one.checks), outcomes(other.checks)];
  const counted = new Map<string, TableComparison>();
  for (const { ref, how } of cells) {
    const table = tableOf(ref);
    const own = counted.get(table) ?? { table, common: 0, differing: 0, onlyOne: 0, onlyOther: 0 };
    counted.set(table, own);
    if (how === 'only_one') own.onlyOne += 1;
    else if (how === 'only_other') own.onlyOther += 1;
    else {
      own.common += 1;
      own.differing += Number(how !== null);
    }
  }
  return {
    same: cells.length > 0 && cells.every(({ differs }) => !differs),
    keyFigures: [...new Set([...Object.keys(first), ...Object.keys(second)])].map((name) => {
      const pair = { one: first[name] ?? null, other: second[name] ?? null };
      return { name, ...pair, difference: minus(pair.other, pair.one) };
    }),
    tables: [...counted.values()],
    cells,
    folded,
    checks: [...new Set([...before.keys(), ...after.keys()])].flatMap((id) => {
      const pair = { id, one: before.get(id) ?? null, other: after.get(id) ?? null };
      return pair.one === pair.other ? [] : [pair];
    }),
  };
};
