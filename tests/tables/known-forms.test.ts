import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readTables } from '../../parser/read-tables.ts';
import { tabulationSchema } from '../../parser/tabulation.ts';

/** Tables of a form that ships: its identities stand in place of what could be inferred. */

const read = (html: string) => readTables({ path: 'page.html' }, new TextEncoder().encode(html), '');

const page = (name: string): string =>
  readFileSync(new URL(`../../samples/${name}`, import.meta.url), 'utf8');

describe('the tables of a report', () => {
  test('say what its form says, and nothing that was inferred', async () => {
    const { tables } = await read(page('consistent-2020.html'));
    const relations = tables.flatMap((table) => table.relations);
    expect(new Set(relations.map(({ cue }) => cue))).toEqual(new Set(['form']));
    const lines = relations.flatMap((relation) => relation.lines);
    expect(lines).toHaveLength(40);
    expect(new Set(lines.map(({ outcome }) => outcome))).toEqual(new Set(['satisfied']));
  });

  test('fail where it fails, on both axes, with the cell that mends it', async () => {
    const { tables, ...rest } = await read(page('one-wrong-cell-2020.html'));
    const failing = tables.flatMap((table) =>
      table.relations.flatMap(({ axis, target, lines }) =>
        lines
          .filter(({ outcome }) => outcome === 'violated')
          .map(({ at, printed, computed, difference, strength }) => ({
            axis,
            target,
            at,
            printed,
            computed,
            difference,
            strength,
          })),
      ),
    );
    expect(failing.map(({ axis }) => axis).toSorted()).toEqual(['across', 'down', 'down']);
    for (const one of failing) {
      expect(one.strength).toBe('asserted');
      expect((one.printed ?? 0) - (one.computed ?? 0)).toBe(one.difference);
    }
    const changes = tables.flatMap(({ diagnoses }) =>
      diagnoses.flatMap(({ alternatives }) => alternatives.flatMap((one) => one.changes)),
    );
    expect(changes).toContainEqual({ ref: 't1.r24.c3', from: 88, to: 89 });
    expect(tables[1]?.cells.find(({ row, column }) => row === 24 && column === 3)?.role).toBe('total');
    expect(tabulationSchema.parse({ ...rest, tables })).toEqual({ ...rest, tables });
  });

  test('beside them another table is read for itself', async () => {
    const other =
      '<table><tr><td>乡镇<td>户数<td>人数<tr><td>东乡<td>120<td>317<tr><td>西乡<td>31<td>78<tr><td>合计<td>151<td>395</table>';
    const { tables } = await read(page('consistent-2020.html').replace('</body>', `${other}</body>`));
    expect(tables.at(-1)?.relations.map(({ cue }) => cue)).toEqual(['total']);
  });
});
