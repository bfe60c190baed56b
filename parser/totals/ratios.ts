import type { Half, Sheet } from '../table/sheet.ts';
import { type Figures, state } from './figures.ts';
import { isRateColumn } from './series.ts';
import { isShare, isTotal } from './words.ts';

/**
 * Columns that say of others how large they are: a share of the total row, one column in percent of another, growth against another. They are
 * recomputed only to be looked at: shares are made to fit, and growth is at prices that are not printed. Nothing of it is ever asserted.
 */

/** `whole`: the row in which the whole of a share stands; null where each row has its own, the second part. */
export type Ratio = {
  kind: 'share' | 'growth';
  target: number;
  parts: readonly number[];
  whole: number | null;
  lines: readonly RatioLine[];
};

type RatioLine = {
  row: number;
  outcome: 'satisfied' | 'violated' | 'undetermined';
  /** It agrees only within what the figures were rounded to. */
  rounding: boolean;
  printed: number | null;
  computed: number | null;
};

/** What may be a coincidence among the pairs of columns that are tried, in bits. */
const surprise = 16;

/** Columns to the left and right among which the figures of a ratio are looked for. */
const nearest = 8;

const percent = /%|％|百分|比重|占比|比例|构成|percent|share|率|增幅|增长|增速|同比|比上年|变动幅度/i;

type Quotient = { value: number; room: number };

/** One figure in percent of another, and how far the true quotient may lie from it, both figures being rounded. */
const quotient = (figures: Figures, slot: number, whole: number, scale: number): Quotient | null => {
  const [part, base] = [figures.value[slot] ?? 0, figures.value[whole] ?? 0];
  if (figures.state[slot] !== state.number || figures.state[whole] !== state.number || base === 0)
    return null;
  const value = (scale * part) / base;
  const loose =
    (part === 0 ? 0 : (figures.grain[slot] ?? 0) / Math.abs(part)) +
    (figures.grain[whole] ?? 0) / Math.abs(base);
  return { value, room: Math.abs(value) * loose };
};

type Trial = Omit<Ratio, 'lines'> & { quotientIn: (row: number) => Quotient | null };

const linesOf = (figures: Figures, { target, quotientIn }: Trial, rows: readonly number[]): RatioLine[] =>
  rows.flatMap((row): RatioLine[] => {
    const slot = row * figures.width + target;
    if (figures.state[slot] === state.blank) return [];
    const found = quotientIn(row);
    const isKnown = figures.state[slot] === state.number && found !== null;
    if (!isKnown) return [{ row, outcome: 'undetermined', rounding: false, printed: null, computed: null }];
    const decimals = figures.decimals[slot] ?? 0;
    const printed = figures.value[slot] ?? 0;
    const apart = Math.abs(printed - found.value);
    const last = 0.5 * 10 ** -decimals + 1e-9;
    const holds = apart <= last + found.room;
    return [
      {
        row,
        outcome: holds ? 'satisfied' : 'violated',
        rounding: holds && apart > last,
        printed,
        computed: Number(found.value.toFixed(Math.min(12, decimals + 2))),
      },
    ];
  });

/** How unlikely the agreement is by chance. */
const bitsOf = (figures: Figures, { target, quotientIn }: Trial, lines: readonly RatioLine[]): number => {
  const seen = new Set<number>();
  let bits = 0;
  for (const { row, outcome, printed } of lines) {
    // The whole is 100 % of itself, whatever it is.
    if (outcome !== 'satisfied' || printed === null || printed === 100 || printed === 0 || seen.has(printed))
      continue;
    seen.add(printed);
    const decimals = figures.decimals[row * figures.width + target] ?? 0;
    const room = 0.5 * 10 ** -decimals + (quotientIn(row)?.room ?? 0);
    bits += Math.max(0, Math.log2(Math.max(1, Math.abs(printed)) / room));
  }
  return bits;
};

/** Rows that may be the whole of a share: 100 stands there, or a word for a total. */
const wholesIn = (
  sheet: Sheet,
  figures: Figures,
  half: number,
  column: number,
  rows: readonly number[],
): number[] =>
  rows.filter((row) => {
    const slot = row * figures.width + column;
    const value = figures.state[slot] === state.number ? figures.value[slot] : null;
    return value === 100 || value === 1 || isTotal(sheet.stubs[half]?.[row]?.text ?? '');
  });

const trialsFor = (
  sheet: Sheet,
  figures: Figures,
  half: number,
  target: number,
  rows: readonly number[],
): Trial[] => {
  const { width } = figures;
  const { from, to } = sheet.halves[half] as Half;
  const near = Array.from({ length: to - from }, (_, at) => from + at)
    .filter(
      (column) => sheet.columns[column] === 'figures' && column !== target && !isRateColumn(sheet, column),
    )
    .toSorted((a, b) => Math.abs(a - target) - Math.abs(b - target))
    .slice(0, nearest);
  const slotOf = (row: number, column: number): number => row * width + column;
  const shares = wholesIn(sheet, figures, half, target, rows)
    .slice(0, 3)
    .flatMap((whole) =>
      near.map(
        (column): Trial => ({
          kind: 'share',
          target,
          parts: [column],
          whole,
          quotientIn: (row) => quotient(figures, slotOf(row, column), slotOf(whole, column), 100),
        }),
      ),
    );
  const pairs = near.flatMap((first) =>
    near.flatMap((second): Trial[] => {
      if (first === second) return [];
      const of = (row: number): Quotient | null =>
        quotient(figures, slotOf(row, first), slotOf(row, second), 100);
      const pair = { target, parts: [first, second], whole: null };
      const growth = (row: number): Quotient | null => {
        const found = of(row);
        return found && { value: found.value - 100, room: found.room };
      };
      return [
        { ...pair, kind: 'growth', quotientIn: growth },
        { ...pair, kind: 'share', quotientIn: of },
      ];
    }),
  );
  return [...shares, ...pairs];
};

const isPercent = (sheet: Sheet, column: number): boolean => {
  const path = sheet.headings[column] ?? [];
  return path.some((text) => percent.test(text) || isShare(text)) && isRateColumn(sheet, column);
};

/** All columns of a sheet that are recomputed from others, each by what agrees with it best. */
export const ratiosOf = (sheet: Sheet, figures: Figures): Ratio[] => {
  const rows = sheet.rows.flatMap((kind, row) => (kind === 'body' ? [row] : []));
  return sheet.halves.flatMap(({ from, to }, half) =>
    Array.from({ length: to - from }, (_, at) => from + at)
      .filter((column) => sheet.columns[column] === 'figures' && isPercent(sheet, column))
      .flatMap((target): Ratio[] => {
        const tried = trialsFor(sheet, figures, half, target, rows).map((trial) => {
          const lines = linesOf(figures, trial, rows);
          return { trial, lines, bits: bitsOf(figures, trial, lines) };
        });
        const best = tried.reduce<(typeof tried)[number] | null>(
          (most, one) => (most === null || one.bits > most.bits ? one : most),
          null,
        );
        if (!best || best.bits < surprise) return [];
        const count = (which: RatioLine['outcome']): number =>
          best.lines.filter(({ outcome }) => outcome === which).length;
        if (count('satisfied') < 2 || count('violated') * 2 > count('satisfied')) return [];
        const { kind, parts, whole } = best.trial;
        return [{ kind, target, parts, whole, lines: best.lines }];
      }),
  );
};
