import { describe, expect, it } from 'vitest';
import { rowOf } from '../../entrypoints/store/row.ts';
import { keptState, yearsOf } from '../../entrypoints/store/shelf-context.ts';
import { idOf, type Kept } from '../../parser/export/kept.ts';
import { shelfRow } from '../components/shelf-rows.ts';
import { fromPage, keptFrom } from './kept.ts';

const page = (): Promise<Kept> => keptFrom('consistent-2020.html', fromPage);

/** The record as if another version of the tool, or the page at another time, had given it. */
const again = (record: Kept, change: { tool?: string; sha256?: string }): Kept => {
  const source = { ...record.extraction.source, sha256: change.sha256 ?? record.extraction.source.sha256 };
  const changed = {
    ...record,
    tool: change.tool ?? record.tool,
    extraction: { ...record.extraction, source },
  };
  return { ...changed, id: idOf(changed) };
};

describe('whether the shelf holds an open report', () => {
  it('not at all', async () => {
    const { extraction } = await page();
    expect(keptState(extraction, 0, [])).toBe('no');
    expect(keptState(extraction, 0, [shelfRow()])).toBe('no');
  });

  it('with this very content, whatever version of the tool read it', async () => {
    const record = await page();
    expect(keptState(record.extraction, 0, [rowOf(record)])).toBe('same');
    expect(keptState(record.extraction, 0, [rowOf(again(record, { tool: '0.0.9' }))])).toBe('same');
  });

  it('as its page stood before', async () => {
    const record = await page();
    const before = rowOf(again(record, { sha256: 'ef'.repeat(32) }));
    expect(keptState(record.extraction, 0, [before])).toBe('older');
    expect(keptState(record.extraction, 0, [before, rowOf(record)])).toBe('same');
  });

  it('but not another report of the same page', async () => {
    const record = await page();
    expect(keptState(record.extraction, 1, [rowOf(record)])).toBe('no');
  });
});

describe('the years beside a report', () => {
  const own = { authority: '甲市人民政府', year: 2022 };
  const at = (year: number | null, more: Parameters<typeof shelfRow>[0] = {}) => shelfRow({ year, ...more });

  it('are those of the same body, in order, without its own year', () => {
    const rows = [
      at(2023),
      at(2022),
      at(2020),
      at(2021, { authority: '甲市' }),
      at(2021, { authority: '乙市人民政府' }),
      at(null),
      at(2019, { authority: null }),
    ];
    expect(yearsOf(own, rows).map(({ id }) => id)).toEqual([rows[2], rows[3], rows[0]].map((row) => row?.id));
  });

  it('are the newest of several versions', () => {
    const place = 'http://www.example.gov.cn/2021.html';
    const old = at(2021, { place, retrieved: '2026-01-01T00:00:00.000Z' });
    const corrected = at(2021, { place, retrieved: '2026-03-01T00:00:00.000Z' });
    expect(yearsOf(own, [corrected, old]).map(({ id }) => id)).toEqual([corrected.id]);
  });

  it('are none where the body is not known', () => {
    expect(yearsOf({ authority: null, year: 2022 }, [at(2021)])).toEqual([]);
  });
});
