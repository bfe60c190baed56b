import { describe, expect, test } from 'vitest';
import { formDraft } from '../../parser/export/form-draft.ts';
import { isClosedForm } from '../../parser/forms/open-form.ts';
import { readOwnForm } from '../../parser/forms/own-form.ts';
import { readFile } from '../../parser/read.ts';
import { readTables } from '../../parser/read-tables.ts';
import { tables } from '../../parser/tables.ts';
import { invent } from '../tables/invented.ts';
import { layouts } from '../tables/layouts.ts';

/** The draft of a form: what the tables print, and what adds up in them. */

const page = (total: string): string =>
  `<title>某县2023年低保发放表</title><h1>某县2023年低保发放表</h1><table><tr><td rowspan=2>乡镇</td><td rowspan=2>户数</td><td colspan=3>金额（元）</td></tr><tr><td>现金</td><td>实物</td><td>小计</td></tr>${[
    ['东乡', '1203', '2317', '4419', '6736'],
    ['西乡', '3121', '1178', '2236', '3414'],
    ['南乡', '2904', '3345', '1187', '4532'],
    ['合计', '7228', '6840', '7842', total],
  ]
    .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    .join('')}</table>`;

const bytesOf = (html: string): Uint8Array => new TextEncoder().encode(html);
const draftOf = async (html: string, table: number | null = null) =>
  formDraft(await readTables({ path: 'a.html' }, bytesOf(html), ''), table);

const formOf = (draft: unknown) => {
  const read = readOwnForm(draft, []);
  if ('problems' in read || !isClosedForm(read.form)) throw new Error(JSON.stringify(read));
  return read.form;
};

test('labels with their groups, units, and the sums found', async () => {
  const draft = await draftOf(page('14682'));
  expect(draft).toMatchObject({ title: '低保发放表', names: ['低保发放表'] });
  expect(draft?.tables[0]?.columns.map(({ zh, groups, type }) => [zh, groups, type])).toEqual([
    ['户数', undefined, undefined],
    ['现金', ['金额（元）'], 'money'],
    ['实物', ['金额（元）'], 'money'],
    ['小计', ['金额（元）'], 'money'],
  ]);
  expect(draft?.identities.map(({ over, zh }) => [over, zh])).toEqual([
    ['columns', '东乡+西乡+南乡 = 合计'],
    ['rows', '现金+实物 = 小计'],
  ]);
});

test('read with its own draft, a page is checked as the form has it', async () => {
  const form = formOf(await draftOf(page('14682')));
  const outcomes = async (html: string): Promise<string[]> =>
    (await readFile({ path: 'a.html' }, bytesOf(html), '', {}, [form])).flatMap(({ extraction }) =>
      extraction.checks.map(({ outcome }) => outcome),
    );
  expect(await outcomes(page('14682'))).toEqual(Array(8).fill('satisfied'));
  expect((await outcomes(page('14692'))).filter((one) => one === 'violated')).toHaveLength(2);
});

describe('every layout gives a form that can be read, or none', () => {
  test.each(layouts.map((layout, at) => ({ ...layout, at })))('$name', ({ at, ...layout }) => {
    const { table } = invent(layout, at * 10 + 1);
    const draft = formDraft(
      tables({ title: null, metas: [], blocks: [table] }, { path: '', sha256: '', bytes: 0, format: 'html' }),
    );
    if (draft === null) return;
    const { tables: drawn, identities } = formOf(draft);
    expect(drawn.length).toBeGreaterThan(0);
    expect(identities.length).toBe(draft.identities.length);
  });
});

test('one table only, and none without labels', async () => {
  const two = `${page('14682')}<table><tr><td>事项</td><td>件数</td></tr><tr><td>许可</td><td>12</td></tr><tr><td>检查</td><td>30</td></tr></table>`;
  expect((await draftOf(two, 1))?.tables.map(({ rows }) => rows.map(({ zh }) => zh))).toEqual([
    ['许可', '检查'],
  ]);
  expect(
    await draftOf('<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>'),
  ).toBeNull();
});
