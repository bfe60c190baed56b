import { describe, expect, it } from 'vitest';
import { isWorthSaying } from '../../parser/findings/totals.ts';
import { tables } from '../../parser/tables.ts';
import { invent } from '../tables/invented.ts';
import { layouts } from '../tables/layouts.ts';

const read = (at: number) => {
  const layout = layouts[at];
  if (!layout) throw new Error('There is no such layout.');
  const { table } = invent(layout, 20190415 + at);
  return tables(
    { title: null, metas: [], blocks: [table] },
    { path: '', sha256: '', bytes: 0, format: 'html' },
  ).tables;
};

const isTrap = (at: number): boolean => layouts[at]?.name.startsWith('trap') === true;
const places = layouts.map((_, at) => at);

describe('what is told unasked', () => {
  it('of tables without any total nothing', () => {
    const traps = places.filter(isTrap);
    expect(traps.length).toBeGreaterThan(8);
    expect(traps.filter((at) => isWorthSaying(read(at), false)).map((at) => layouts[at]?.name)).toEqual([]);
  });

  it('of tables that add up what they come to, and not where only mistakes are wanted', () => {
    const others = places.filter((at) => !isTrap(at));
    const told = others.filter((at) => isWorthSaying(read(at), false));
    expect(told.length).toBeGreaterThan(others.length / 2);
    expect(others.filter((at) => isWorthSaying(read(at), true))).toEqual([]);
  });
});
