import { expect, test } from 'vitest';
import { readExported } from '../../parser/export/exported.ts';
import { type KeptTables, tabulationOf } from '../../parser/export/kept.ts';
import { proveTables } from '../../parser/export/prove-tables.ts';
import { toShelfJson } from '../../parser/export/shelf-json.ts';
import { keptPage, villages } from './pages.ts';

/** What the shelf has kept of pages of tables, held against these pages again. */

const right = keptPage([villages()]);

const proofOf = (kept: readonly KeptTables[], pages: readonly KeptTables[], tool = '0.1.0') => {
  const exported = readExported(toShelfJson(kept));
  if (exported.kind !== 'data') throw new Error(`not read: ${exported.kind}`);
  expect(exported.reports).toEqual([]);
  return proveTables(exported.tables, pages.map(tabulationOf), tool);
};

const altered = (
  change: (table: KeptTables['tables'][number]) => KeptTables['tables'][number],
): KeptTables => ({
  ...right,
  tables: right.tables.map(change),
});

test('every figure and every line of a total is proven', () => {
  const [proof] = proofOf([right], [right]);
  const [table] = right.tables;
  const lines = table?.relations.flatMap((relation) => relation.lines).length ?? 0;
  expect(lines).toBeGreaterThan(0);
  expect(proof).toMatchObject({
    proven: 1 + (table?.cells.length ?? 0) + lines,
    unproven: [],
    notExported: 0,
  });
});

test('a figure that was altered is named with what the page prints', () => {
  const kept = altered((table) => ({
    ...table,
    cells: table.cells.map((cell) => (cell.raw === '2317' ? { ...cell, raw: '2371', value: 2371 } : cell)),
  }));
  expect(proofOf([kept], [right])[0]?.unproven).toEqual([
    {
      line: expect.any(Number),
      table: 0,
      label: '东乡 › 人数',
      field: 'value',
      exported: '2371',
      onPage: '2317',
    },
  ]);
});

test('an outcome that was altered is found, also one that was left out', () => {
  const kept = altered((table) => ({
    ...table,
    relations: table.relations.map((relation) => ({
      ...relation,
      lines: relation.lines
        .slice(1)
        .map((line, at) => (at === 0 ? { ...line, outcome: 'violated' as const } : line)),
    })),
  }));
  const [proof] = proofOf([kept], [right]);
  expect(proof?.unproven).toMatchObject([{ field: 'outcome', exported: 'violated', onPage: 'satisfied' }]);
  expect(proof?.notExported).toBe(1);
});

test('what another version has found to add up is not held against what this one finds', () => {
  const kept = altered((table) => ({ ...table, relations: [] }));
  expect(proofOf([kept], [right])[0]).toMatchObject({ notExported: 3, figuresOnly: false });
  expect(proofOf([kept], [right], '0.2.0')[0]).toMatchObject({
    notExported: 0,
    unproven: [],
    figuresOnly: true,
  });
});

test('each page from its own, by its address; without a page nothing is proven', () => {
  const other = keptPage([villages('7892')], { url: 'http://www.example.gov.cn/other.html', day: 2 });
  expect(proofOf([other, right], [right, other]).map(({ unproven }) => unproven)).toEqual([[], []]);
  expect(proofOf([other, right], [right])[0]).toMatchObject({ page: null, proven: 0 });
});
