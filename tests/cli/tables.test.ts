import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, test } from 'vitest';
import { tabulationSchema } from '../../parser/tabulation.ts';
import { folderWith, gouji } from './gouji.ts';

/** `gouji tables`: formats, summaries, exit codes. */

const page = (total: string): string => `<h2>某县2024年补贴发放表</h2><p>单位：万元</p><table>
<tr><td>乡镇</td><td>户数</td><td>金额</td><td>其中：现金</td></tr>
<tr><td>东乡</td><td>131</td><td>245.10</td><td>31.50</td></tr>
<tr><td>西乡</td><td>214</td><td>318.66</td><td>44.25</td></tr>
<tr><td>南乡</td><td>98</td><td>107.04</td><td>12.80</td></tr>
<tr><td>合计</td><td>443</td><td>${total}</td><td>88.55</td></tr></table>`;

const folder = folderWith({
  'right.html': page('670.80'),
  'wrong.html': page('670.30'),
  'words.html': '<p>没有表格</p>',
  'open.csv': '\uFEFF年份,收入,支出\n合计,30,60\n2023,10,20\n2024,20,40\n',
});
const run = (...args: string[]) => gouji(['tables', ...args], { cwd: folder });

describe('exit codes', () => {
  test.each([
    [['right.html'], 0],
    [['words.html'], 0],
    [['wrong.html'], 1],
    [['right.html', 'wrong.html'], 1],
    [['wrong.html', 'missing.html'], 2],
  ])('%j: %i', async (paths, code) => {
    expect((await run(...paths)).code).toBe(code);
  });
});

test('nothing of a page or of a name moves the cursor', async () => {
  const cursor = '\u001b[31m';
  const named = folderWith({ [`a${cursor}.html`]: page('670.30').replace('某县', `某县${cursor}`) });
  const { stdout } = await gouji(['tables', named]);
  expect(stdout).toContain('␛[31m');
  expect(stdout).not.toContain('\u001b');
});

test('the summary names what fails, why it is believed to be a sum, and what would mend it', async () => {
  const { stdout } = await run('wrong.html', '--lang', 'zh-CN');
  expect(stdout).toContain('某县2024年补贴发放表（万元）');
  expect(stdout).toContain('3 处合计：2 处成立，1 处不成立');
  expect(stdout).toContain('合计为 670.3，各项合计为 670.8（差 −0.5）');
  expect(stdout).toContain('3 列中 2 列成立');
  expect(stdout).toMatch(/“合计”行“金额”列 670\.3 应为 670\.8/);
  expect((await run('words.html', '--lang', 'en')).stdout).toContain('no table with figures');
});

test('ndjson: one source a line, as the schema has it', async () => {
  const { stdout } = await run('wrong.html', 'open.csv', '--format', 'ndjson');
  const [first, second, ...more] = stdout
    .trim()
    .split('\n')
    .map((line) => tabulationSchema.parse(JSON.parse(line)));
  expect(more).toEqual([]);
  expect(first?.tables[0]).toMatchObject({
    index: 0,
    caption: '某县2024年补贴发放表',
    unit: '万元',
    rows: 5,
    columns: 4,
  });
  const [relation] = first?.tables[0]?.relations ?? [];
  expect(relation).toMatchObject({ kind: 'sum', axis: 'down', target: 4, cue: 'total' });
  expect(relation?.lines.map(({ outcome, strength }) => `${outcome} ${strength}`)).toContain(
    'violated asserted',
  );
  const mends = first?.tables[0]?.diagnoses[0]?.alternatives.map(({ changes }) => changes);
  expect(mends).toContainEqual([{ ref: 't0.r4.c2', from: 670.3, to: 670.8 }]);
  expect(second?.source).toMatchObject({ path: 'open.csv', format: 'csv' });
  expect(second?.tables[0]?.relations[0]?.parts.map(({ at }) => at)).toEqual([2, 3]);
});

test('csv: one figure a line, its totals in a second file', async () => {
  const { stdout } = await run('wrong.html', '--format', 'csv', '--relations', 'totals.csv');
  const [, head, ...lines] = /^\uFEFF?(.*)\r\n([\s\S]*)$/.exec(stdout) ?? [];
  expect(head).toBe('source,table,caption,row_path,column_path,unit,raw,value,state,role,slot');
  expect(lines.join('')).toContain(
    'wrong.html,0,某县2024年补贴发放表,合计,金额,万元,670.30,670.3,number,total,t0r4c2',
  );
  expect(readFileSync(join(folder, 'totals.csv'), 'utf8')).toContain(
    ',violated,false,670.3,670.8,-0.5,asserted,',
  );
});

test('workbooks and Parquet are files', async () => {
  expect((await run('right.html', '--format', 'xlsx')).code).toBe(2);
  expect((await run('right.html', '-o', 'tables.xlsx')).code).toBe(0);
  expect(readFileSync(join(folder, 'tables.xlsx')).subarray(0, 2).toString()).toBe('PK');
  expect((await run('right.html', '-o', 'tables.parquet')).code).toBe(0);
  const { buffer, byteOffset, byteLength } = readFileSync(join(folder, 'tables.parquet'));
  const rows = await parquetReadObjects({
    file: buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer,
  });
  expect(rows).toHaveLength(12);
  expect(rows[0]).toMatchObject({ row_path: '东乡', column_path: '户数', value: 131, slot: 't0r1c1' });
});

test('a table too long to be read whole is no verdict on all of it', async () => {
  const rows = Array.from({ length: 9000 }, () => '东村,1,2,3,4,5,6,21\n').join('');
  const own = folderWith({ 'long.csv': `乡镇,甲,乙,丙,丁,戊,己,合计\n${rows}` });
  for (const command of ['check', 'tables']) {
    const { code, stdout, stderr } = await gouji([command, 'long.csv', '--lang', 'en'], {
      cwd: own,
    });
    expect(code).toBe(2);
    expect(stdout + stderr).toContain('9001 rows');
  }
});

test('a form with open rows of the person’s own is read by, and what is wrong in it is told', async () => {
  const docs = readFileSync(new URL('../../docs/forms.md', import.meta.url), 'utf8');
  const shown = (language: string): string =>
    [...docs.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].at(-1)?.[1] ?? '';
  const own = folderWith({
    'form.json': shown('json'),
    'wrong.json': shown('json').replace('"coded"', '"code"'),
    'page.html': shown('html'),
  });
  const asked = (command: string, form: string) =>
    gouji([command, '--form', form, 'page.html', '--lang', 'en'], { cwd: own });
  for (const command of ['check', 'tables']) {
    const { code, stdout } = await asked(command, 'form.json');
    expect(code).toBe(1);
    expect(stdout).toContain('150.5 instead of 155.5');
    const refused = await asked(command, 'wrong.json');
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain('tables[1].halves[0].rows: must be one of: coded, listed, any');
  }
});

describe('gouji form draft', () => {
  const form = (...args: string[]) => gouji(['form', 'draft', ...args], { cwd: folder });

  test('writes a form that gouji check reads', async () => {
    const { code, stdout } = await form('right.html');
    expect(code).toBe(0);
    const own = folderWith({ 'form.json': stdout, 'wrong.html': page('670.30') });
    const checked = await gouji(['check', '--form', 'form.json', 'wrong.html', '--lang', 'en'], {
      cwd: own,
    });
    expect(checked).toMatchObject({ code: 1 });
    expect(checked.stdout).toContain('245.1 + 318.66 + 107.04 ≠ 670.3');
  });

  test('what cannot be one is told', async () => {
    expect(await form('words.html', '--lang', 'en')).toMatchObject({ code: 2, stdout: '' });
    expect((await form('words.html', '--lang', 'en')).stderr).toContain('no table that could be a form');
    expect((await form('right.html', '--table', '0')).code).toBe(2);
    expect((await form('right.html', '--table', '3')).code).toBe(2);
  });
});
