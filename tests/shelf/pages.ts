import { type KeptTables, recordOf } from '../../parser/export/kept.ts';
import { tables } from '../../parser/tables.ts';
import { unread } from '../../parser/unread.ts';
import { drawn } from '../table/sheets.ts';

/** Kept pages of tables, drawn as in `tests/table/sheets.ts` from invented figures. */

export const villages = (last = '7842', more = ''): string =>
  `乡镇 | 户数 | 人数 | 金额（元）\n东乡 | 1203 | 2317 | 4419\n西乡 | 3121 | 1178 | 2236\n南乡 | 2904 | 3345 | 1187${more}\n合计 | 7228 | 6840 | ${last}`;

/** @param drawings of its tables, in order. */
export const keptPage = (
  drawings: readonly string[],
  { url = 'http://www.example.gov.cn/tables.html', title = '补贴发放情况表', day = 1 } = {},
): KeptTables => {
  const sha256 = String(day).padStart(64, '0');
  const source = { url, sha256, bytes: 1, format: 'dom' } as const;
  const blocks = drawings.map((drawing, index) => ({ ...drawn(drawing), index }));
  const found = tables({ title, metas: [], blocks }, source).tables;
  const retrieved = `2026-02-0${day}T08:00:00.000Z`;
  const extraction = unread(source, [{ code: 'no_report', tables: found.length }]);
  const find = { extraction, statements: null, tables: found, report: 0, title, retrieved };
  const record = recordOf(find, '0.1.0', retrieved);
  if (record?.kind !== 'tables') throw new Error('Nothing adds up on this page.');
  return record;
};
