import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openFormDraft } from '../../parser/export/open-form-draft.ts';
import { isClosedForm } from '../../parser/forms/open-form.ts';
import { readOwnForm } from '../../parser/forms/own-form.ts';
import { readTables } from '../../parser/read-tables.ts';

/** The draft of a form whose rows are open: columns, closing lines, and how all other rows are known. */

const bytesOf = (html: string): Uint8Array => new TextEncoder().encode(html);
const tablesOf = (html: string) => readTables({ path: 'a.html' }, bytesOf(html), '', {}, []);

const row = (...cells: string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const whole = (receipts: string): string =>
  `<p>镇级预算收支总表（单位：万元）</p><table>${[
    row('收入项目', '预算数', '支出项目', '预算数'),
    row('一、税收收入', '200.00', '一、一般公共服务支出', '180.50'),
    row('二、补助收入', '46.30', '二、社会保障和就业支出', '65.80'),
    row('本年收入合计', receipts, '本年支出合计', '246.30'),
  ].join('')}</table>`;
const outlays = (office: string): string =>
  `<p>镇级预算支出表（单位：万元）</p><table>${[
    row('科目编码', '科目名称', '合计', '基本支出', '项目支出'),
    row('201', '一般公共服务支出', '180.50', '120.00', '60.50'),
    row('20103', '政府办公厅及相关机构事务', office, '100.00', '50.50'),
    row('20111', '纪检监察事务', '30.00', '20.00', '10.00'),
    row('208', '社会保障和就业支出', '65.80', '60.30', '5.50'),
    row('20805', '行政事业单位养老支出', '65.80', '60.30', '5.50'),
    row('', '合计', '246.30', '180.30', '66.00'),
  ].join('')}</table>`;

const formOf = (draft: unknown) => {
  const read = readOwnForm(draft, []);
  if ('problems' in read || isClosedForm(read.form)) throw new Error(JSON.stringify(read));
  return read.form;
};

test('halves, codes, numbered lists and the sums found', async () => {
  const draft = openFormDraft(await tablesOf(whole('246.30') + outlays('150.50')));
  expect(draft?.tables.map(({ title }) => title)).toEqual(['镇级预算收支总表', '镇级预算支出表']);
  const [first, second] = draft?.tables ?? [];
  expect(first?.halves.map(({ rows, lines }) => [rows, lines.map(({ zh }) => zh)])).toEqual([
    ['listed', ['本年收入合计']],
    ['listed', ['本年支出合计']],
  ]);
  expect(second?.halves.map(({ rows, columns }) => [rows, columns.map(({ zh }) => zh)])).toEqual([
    ['coded', ['合计', '基本支出', '项目支出']],
  ]);
  expect(second?.sums.map(({ over, zh }) => [over, zh])).toEqual([
    ['codes', '上级科目 = 其下级科目之和'],
    ['columns', '合计 = 各类级科目之和'],
    ['rows', '合计 = 基本支出 + 项目支出'],
  ]);
});

test('read with its own draft, another page is checked as the form has it', async () => {
  const form = formOf(openFormDraft(await tablesOf(whole('246.30') + outlays('150.50'))));
  const read = async (html: string) =>
    (await readTables({ path: 'b.html' }, bytesOf(html), '', {}, [form])).tables.flatMap(({ relations }) =>
      relations.flatMap(({ cue, rule, lines }) =>
        lines.map(({ outcome, strength }) => ({ cue, rule, outcome, strength })),
      ),
    );
  const right = await read(whole('246.30') + outlays('150.50'));
  expect(new Set(right.map(({ cue }) => cue))).toEqual(new Set(['form']));
  expect(right.every(({ outcome }) => outcome === 'satisfied')).toBe(true);
  const wrong = (await read(whole('264.30') + outlays('155.50'))).filter(
    ({ outcome, strength }) => outcome === 'violated' && strength === 'asserted',
  );
  expect(new Set(wrong.map(({ rule }) => rule))).toEqual(
    new Set(['my-form.table_a.sum_a', 'my-form.table_b.sum_a', 'my-form.table_b.sum_c']),
  );
});

test('the set of tables that docs/forms.md shows has such a draft', async () => {
  const pages = [...readFileSync('docs/forms.md', 'utf8').matchAll(/```html\n([\s\S]*?)```/g)].map(
    ([, html = '']) => html,
  );
  const drafts = await Promise.all(pages.map(async (html) => openFormDraft(await tablesOf(html))));
  expect(drafts.map((draft) => draft?.tables.length ?? null)).toEqual([null, 2]);
});

test('where rows have names of their own only, nothing is left open', async () => {
  const named = `<table>${row('乡镇', '户数', '人数')}${row('东乡', '1203', '2317')}${row('西乡', '3121', '1178')}${row('合计', '4324', '3495')}</table>`;
  expect(openFormDraft(await tablesOf(named))).toBeNull();
});
