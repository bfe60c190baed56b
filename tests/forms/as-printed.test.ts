import { describe, expect, test } from 'vitest';
import { readBytes } from '../../cli/read.ts';
import { formAsPrinted } from '../../parser/forms/as-printed.ts';
import { formOf, forms } from '../../parser/forms/registry.ts';
import { namesOf } from '../../parser/messages/names.ts';
import { formFor } from '../corpus-pages/report.ts';

const penalties = formOf('penalties-2021-split');
const kinds = [
  '警告',
  '通报批评',
  '罚款',
  '没收违法所得、没收非法财物',
  '暂扣许可证件',
  '降低资质等级',
  '吊销许可证件',
  '限制开展生产经营活动',
  '责令停产停业',
  '责令关闭',
  '限制从业',
  '行政拘留',
  '其他行政处罚',
];
const figures = [387, 0, 270, 281, 0, 0, 1, 0, 1, 0, 0, 0, 9];

type Line = { name: string; figures: readonly (number | string)[]; total: number | string };

const page = (
  lines: readonly Line[],
  {
    columns = kinds,
    further = [] as string[],
    title = '甲市乙区市场监督管理局2022年度行政执法统计年报',
  } = {},
): string => {
  const cells = (tag: string, texts: readonly (number | string)[]) =>
    texts.map((text) => `<${tag}>${text}</${tag}>`).join('');
  const named = lines.some(({ name }) => name !== '');
  const head = [...(named ? ['单位名称'] : []), ...columns, '合计（宗）', ...further];
  const rows = lines.map(
    ({ name, figures: own, total }) =>
      `<tr>${cells('td', [...(named ? [name] : []), ...own, total, ...further.map(() => '5')])}</tr>`,
  );
  return `<title>${title}</title><h1>${title}</h1><table><tr>${cells('th', head)}</tr>${rows.join('')}</table>`;
};

const read = async (html: string) => {
  const [extraction, ...others] = await readBytes('page.html', Buffer.from(html));
  expect(others).toEqual([]);
  if (!extraction) throw new Error('nothing came back');
  const outcomes = Object.fromEntries(extraction.checks.map(({ id, outcome }) => [id, outcome]));
  return { extraction, outcomes };
};

describe('rows that a form leaves open', () => {
  test('one line without a name is that of the body: 387 + 270 + 281 + 1 + 1 + 9 = 949', async () => {
    const { extraction, outcomes } = await read(page([{ name: '', figures, total: 949 }]));
    expect(extraction.form?.id).toBe('penalties-2021-split');
    expect(extraction.lines).toEqual([{ table: 'penalties', row: 'unit_1', label: '' }]);
    expect(outcomes).toEqual({ 'penalties.kinds_sum@unit_1': 'satisfied' });
    expect(namesOf(extraction).row('penalties', 'unit_1').zh).toBe('本单位');
    expect(extraction.coverage).toEqual({ read: 14, expected: 14 });
    expect(extraction.issues).toEqual([]);
  });

  test('a line for each unit and their sum: across and down', async () => {
    const other = figures.map((value) => (value === 9 ? 2 : 0));
    const sum = figures.map((value, at) => value + (other[at] ?? 0));
    const { extraction, outcomes } = await read(
      page([
        { name: '甲队', figures, total: 949 },
        { name: '乙队', figures: other, total: 2 },
        { name: '合计', figures: sum, total: 952 },
      ]),
    );
    expect(extraction.lines?.map(({ label }) => label)).toEqual(['甲队', '乙队']);
    expect(outcomes['penalties.kinds_sum@unit_1']).toBe('satisfied');
    expect(outcomes['penalties.kinds_sum@total']).toBe('violated');
    expect(outcomes['penalties.units_sum@fine']).toBe('satisfied');
    expect(outcomes['penalties.units_sum@total']).toBe('violated');
    expect(extraction.diagnoses[0]?.alternatives[0]?.changes).toEqual([
      { ref: 'penalties.total.total', from: 952, to: 951 },
    ]);
    expect(namesOf(extraction).row('penalties', 'unit_2').zh).toBe('乙队');
  });

  test('a kind that the form does not have: its figures are told, and no sum is called wrong', async () => {
    const { extraction, outcomes } = await read(
      page([{ name: '', figures: [...figures, 4], total: 953 }], { columns: [...kinds, '训诫并责令改正'] }),
    );
    expect(extraction.issues.map(({ code }) => code)).toContain('figures_unaccounted');
    expect(outcomes['penalties.kinds_sum@unit_1']).toBe('undetermined');
  });

  test('the kinds in another order are told by their labels', async () => {
    const order = kinds.map((_, at) => at).reverse();
    const { extraction } = await read(
      page([{ name: '', figures: order.map((at) => figures[at] ?? ''), total: 949 }], {
        columns: order.map((at) => kinds[at] ?? ''),
      }),
    );
    expect(extraction.facts.find(({ ref }) => ref === 'penalties.unit_1.warning')?.value).toBe(387);
    expect(extraction.facts.find(({ ref }) => ref === 'penalties.unit_1.fine')?.value).toBe(270);
  });

  test('a column that may be left out is not missed', async () => {
    const columns = kinds.filter((kind) => kind !== '行政拘留');
    const { extraction, outcomes } = await read(
      page([{ name: '', figures: figures.filter((_, at) => kinds[at] !== '行政拘留'), total: 949 }], {
        columns,
      }),
    );
    expect(outcomes).toEqual({ 'penalties.kinds_sum@unit_1': 'satisfied' });
    expect(extraction.issues).toEqual([]);
  });

  test('of a part of a year no year is read', async () => {
    const title = '甲市乙区市场监督管理局2022年第三季度行政处罚实施情况统计表';
    const { extraction } = await read(page([{ name: '', figures, total: 949 }], { title }));
    expect(extraction.year).toBeNull();
    expect(extraction.authority?.value).toBe('甲市乙区市场监督管理局');
    expect(extraction.issues).toEqual([{ code: 'part_of_year', evidence: title }]);
  });

  test('figures that have lost their columns are bound to none', async () => {
    const { extraction } = await read(page([{ name: '', figures: figures.slice(0, -2), total: 949 }]));
    expect(extraction.facts.filter(({ state }) => state === 'number')).toEqual([]);
  });
});

test('a form that leaves nothing open is itself', () => {
  for (const id of ['disclosure-2019', 'disclosure-2021'] as const) {
    const form = formFor({ formId: id });
    expect(formAsPrinted(form, ['requests.granted.total'], [])).toBe(form);
  }
});

test('as printed a form holds only what a report prints', () => {
  if (!penalties) throw new Error(`no such form among ${forms.map(({ id }) => id).join(', ')}`);
  const { tables, identities } = formAsPrinted(
    penalties,
    ['penalties.unit_1.fine'],
    [{ table: 'penalties', row: 'unit_1', label: '甲队' }],
  );
  expect(tables[0]?.bands[0]?.rows.map(({ id, zh }) => [id, zh])).toEqual([['unit_1', '甲队']]);
  expect(tables[0]?.bands[0]?.columns.map(({ id }) => id)).not.toContain('detention');
  expect(identities.map(({ id }) => id)).toEqual(['penalties.kinds_sum']);
});
