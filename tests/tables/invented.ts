import type { TableBlock } from '../../parser/source/blocks.ts';
import { drawn } from '../table/sheets.ts';

/**
 * Tables with invented figures, of which it is known what adds up: a layout is drawn, and its cells say what stands in them.
 * `?` is any figure, `?2` one with two decimals, `?s` a small one; `v1+2-3` is the sum of those rows in the same column, `h1+2-3` of those
 * columns in the same row; `h1+2&v3+4` is the first of two equations that both hold. All else stands as it is. Rows and columns count from 0.
 */
export type Layout = { name: string; rows: string };

export const layout = (name: string, rows: string): Layout => ({ name, rows });

/** An equation on one line, whichever side is called its total; its parts that are 0 or blank say nothing. */
export type Equation = {
  axis: 'down' | 'across';
  line: number;
  terms: readonly (readonly [at: number, weight: 1 | -1])[];
};

export type Invented = { name: string; table: TableBlock; grid: string[][]; equations: Equation[] };

/** Numbers from a seed: the same table every time (mulberry32). */
export const random = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const formula = /^([vh])(\d+(?:[+-]\d+)*)$/;
/** What a cell says, one thing after the other. */
const sayings = (text: string | undefined): string[] => (text ?? '').split('&');
const invented = /^\?(s)?(\d)?$/;

type Term = { at: number; weight: 1 | -1 };

const termsOf = (text: string): Term[] =>
  [...text.matchAll(/([+-]?)(\d+)/g)].map(([, sign, at]) => ({
    at: Number(at),
    weight: sign === '-' ? -1 : 1,
  }));

const printed = (units: number, decimals: number): string => (units / 10 ** decimals).toFixed(decimals);

/** Lays a layout out with figures of this seed. */
export const invent = ({ name, rows }: Layout, seed: number): Invented => {
  const next = random(seed);
  const table = drawn(rows);
  const width = Math.max(
    ...table.rows.map(({ cells }) => cells.reduce((sum, { colspan }) => sum + colspan, 0)),
  );
  // Slots as a browser lays them out.
  const slots: ({ text: string; set: (text: string) => void } | null)[][] = table.rows.map(() => []);
  table.rows.forEach((row, y) => {
    let x = 0;
    for (const cell of row.cells) {
      while (slots[y]?.[x] !== undefined) x++;
      for (let down = 0; down < cell.rowspan; down++)
        for (let across = 0; across < cell.colspan; across++) {
          const line = slots[y + down];
          if (line)
            line[x + across] =
              down === 0 && across === 0
                ? {
                    text: cell.text,
                    set: (text) => {
                      cell.text = text;
                    },
                  }
                : null;
        }
      x += cell.colspan;
    }
  });
  const values: ({ units: number; decimals: number } | null)[][] = slots.map((line) =>
    Array.from({ length: width }, (_, x) => {
      const [said = ''] = sayings(line[x]?.text);
      const found = invented.exec(said);
      if (!found) return /^\d+(?:\.\d+)?$/.test(said) ? figureOf(said) : null;
      const [, small, places = '0'] = found;
      const most = small ? 90 : 10 ** (3 + Math.floor(next() * 3));
      const decimals = Number(places);
      return { units: Math.floor((0.1 + next() * 0.9) * most * 10 ** decimals) + 1, decimals };
    }),
  );
  const wanted = slots.flatMap((line, y) =>
    line.flatMap((slot, x) =>
      sayings(slot?.text).flatMap((said, nth) => {
        const found = formula.exec(said);
        const axis = found?.[1] === 'v' ? ('down' as const) : ('across' as const);
        return found ? [{ y, x, axis, terms: termsOf(found[2] ?? ''), first: nth === 0 }] : [];
      }),
    ),
  );
  let left = wanted.filter(({ first }) => first);
  for (let turn = 0; turn < 12 && left.length > 0; turn++)
    left = left.filter(({ y, x, axis, terms }) => {
      const parts = terms.map(({ at, weight }) => {
        const slot = axis === 'down' ? slots[at]?.[x] : slots[y]?.[at];
        const value = axis === 'down' ? values[at]?.[x] : values[y]?.[at];
        if (!value && /[?vh]/.test(slot?.text ?? '')) return null;
        return { units: weight * (value?.units ?? 0), decimals: value?.decimals ?? 0 };
      });
      if (parts.includes(null)) return true;
      const decimals = Math.max(...parts.map((part) => part?.decimals ?? 0));
      const units = parts.reduce(
        (sum, part) => sum + (part?.units ?? 0) * 10 ** (decimals - (part?.decimals ?? 0)),
        0,
      );
      const line = values[y];
      if (line) line[x] = { units, decimals };
      return false;
    });
  if (left.length > 0) throw new Error(`${name}: ${left.length} sums go round in a circle`);
  const grid = slots.map((line, y) =>
    Array.from({ length: width }, (_, x) => {
      const slot = line[x];
      const value = values[y]?.[x];
      if (slot && value && /^[?vh]|&/.test(slot.text)) slot.set(printed(value.units, value.decimals));
      return slot ? (value ? printed(value.units, value.decimals) : slot.text) : '';
    }),
  );
  const equations = wanted.flatMap(({ y, x, axis, terms }): Equation[] => {
    const [own, line] = axis === 'down' ? [y, x] : [x, y];
    return equationOf(axis, line, own, terms, (at) =>
      Number(axis === 'down' ? grid[at]?.[x] : grid[y]?.[at]),
    );
  });
  return { name, table, grid, equations };
};

const figureOf = (text: string): { units: number; decimals: number } => {
  const decimals = text.split('.')[1]?.length ?? 0;
  return { units: Math.round(Number(text) * 10 ** decimals), decimals };
};

/** The equation without parts that are 0; none where fewer than two are left. */
export const equationOf = (
  axis: 'down' | 'across',
  line: number,
  target: number,
  parts: readonly Term[],
  value: (at: number) => number,
): Equation[] => {
  const live = parts.filter(({ at }) => value(at) !== 0 && !Number.isNaN(value(at)));
  if (live.length < 2 || Number.isNaN(value(target))) return [];
  const terms = [{ at: target, weight: -1 as const }, ...live].sort((a, b) => a.at - b.at);
  const flip = (terms[0]?.weight ?? 1) < 0 ? -1 : 1;
  return [{ axis, line, terms: terms.map(({ at, weight }) => [at, (weight * flip) as 1 | -1] as const) }];
};

export const keyOf = ({ axis, line, terms }: Equation): string =>
  `${axis} ${line} ${terms.map(([at, weight]) => at * weight).join(' ')}`;
