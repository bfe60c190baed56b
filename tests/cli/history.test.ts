import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { bodyJsonSchemas } from '../../cli/bodies/json-schemas.ts';
import { type HistoryLine, historyLineSchema } from '../../cli/bodies/schemas.ts';
import { renderHtml } from '../corpus-pages/layouts.ts';
import { inventReport, type Report, withFacts } from '../corpus-pages/report.ts';
import { folderWith, gouji, root } from './gouji.ts';

const carriedColumns = (report: Report): string[] =>
  Object.keys(report.facts).flatMap((ref) => /^requests\.carried_over\.(\w+)$/.exec(ref)?.[1] ?? []);

/** A report that carries over what another carried forward, its total difference `off`. */
const following = (earlier: Report, authority: string, year: number, off = 0): Report => {
  const later = inventReport('disclosure-2021', year, { authority, year });
  const forward = (column: string): number => Number(earlier.facts[`requests.carried_forward.${column}`]);
  return withFacts(
    later,
    Object.fromEntries(
      carriedColumns(later).map((column) => [
        `requests.carried_over.${column}`,
        String(forward(column) + (column === 'total' ? off : 0)),
      ]),
    ),
  );
};

const first = inventReport('disclosure-2021', 1, { authority: '青禾市环境保护局', year: 2021 });
const renamed = following(first, '青禾市生态环境保护局', 2022);
const wrong = following(renamed, '青禾市生态环境保护局', 2023, 3);
const far = inventReport('disclosure-2021', 4, { authority: '青禾市水利局', year: 2019 });
const farther = inventReport('disclosure-2021', 5, { authority: '青禾市水利局', year: 2022 });
const lone = inventReport('disclosure-2021', 6, { authority: '青禾市财政局', year: 2022 });

const folder = folderWith({
  'a.html': renderHtml(first, {}),
  'b.html': renderHtml(renamed, {}),
  'c.html': renderHtml(wrong, {}),
  'd.html': renderHtml(far, {}),
  'e.html': renderHtml(farther, {}),
  'f.html': renderHtml(lone, {}),
});
const odd = folderWith({ 'none.html': '<p>没有报告</p>', 'f.html': renderHtml(lone, {}) });
afterAll(() => {
  for (const one of [folder, odd]) rmSync(one, { recursive: true, force: true });
});

const total = Number(renamed.facts['requests.carried_forward.total']);

describe('gouji history', () => {
  test('body by body: what is violated first, what holds counted, gaps and names said', async () => {
    const { code, stdout, stderr } = await gouji(['history', '--lang', 'zh-CN', folder]);
    expect(stderr).toBe('');
    expect(code).toBe(1);
    const blocks = stdout.split('\n\n');
    const body = blocks.find((block) => block.startsWith('青禾市生态环境保护局'));
    expect(body?.split('\n').slice(0, 2)).toEqual([
      '青禾市生态环境保护局  2022、2023',
      `  ✗ 2023 年“二、上年结转政府信息公开申请数量”行“总计”列为 ${total + 3}，2022 年“四、结转下年度继续办理”行“总计”列为 ${total}，相差 3`,
    ]);
    expect(body).toContain(`${join(folder, 'b.html')} → ${join(folder, 'c.html')}`);
    expect(body).toContain('  ? 2021 年与“青禾市环境保护局”的报告比较（可能已更名或合并）');
    expect(stdout).toContain('  ? 没有 2020、2021 年度的报告，相邻年度无法比较');
    expect(stdout).toContain(
      '只有一个年度的报告、无法比较的机关 2 个：青禾市环境保护局（2021）、青禾市财政局（2022）',
    );
    expect(stdout).toMatch(/共 4 个机关、6 份报告：\d+ 条不一致 · \d+ 条请核实 · \d+ 条成立\n$/);
    // Nothing of the summaries of single reports.
    expect(stdout).not.toContain('勾稽关系');
  });

  test('as data, one finding a line, each with its two sources; in threads as well', async () => {
    const [{ code, stdout }, threads] = await Promise.all([
      gouji(['history', '--format', 'ndjson', folder]),
      gouji(['history', '--format', 'ndjson', '--jobs', '2', folder, folder, '--exclude', 'f.html']),
    ]);
    expect(code).toBe(1);
    const read = (text: string): HistoryLine[] =>
      text
        .trimEnd()
        .split('\n')
        .map((line) => historyLineSchema.parse(JSON.parse(line)));
    const lines = read(stdout);
    expect(lines.filter(({ kind }) => kind === 'body')).toHaveLength(4);
    const firm = lines.flatMap((line) =>
      line.kind === 'finding' && line.level === 'firm' && line.outcome === 'violated' ? [line] : [],
    );
    expect(firm.map(({ id, difference, earlier, later }) => [id, difference, earlier, later])).toEqual([
      [
        'history.carried_over@total',
        3,
        { authority: '青禾市生态环境保护局', source: join(folder, 'b.html') },
        { authority: '青禾市生态环境保护局', source: join(folder, 'c.html') },
      ],
    ]);
    const counted = lines.find((line) => line.kind === 'body' && line.violated > 0);
    expect(counted).toMatchObject({ before: { authority: '青禾市环境保护局', year: 2021, names: 'alike' } });
    // Twice the same reports say nothing new.
    const findings = (all: HistoryLine[]) =>
      all.flatMap((line) => (line.kind === 'finding' ? [`${line.id} ${line.years} ${line.outcome}`] : []));
    expect(findings(read(threads.stdout))).toEqual(findings(lines));
  });

  test('a source that takes no part is named with the reason, and is exit 2', async () => {
    const { code, stdout, stderr } = await gouji(['history', '--lang', 'zh-CN', odd]);
    expect(code).toBe(2);
    expect(stdout).toContain(`? ${join(odd, 'none.html')}：未纳入比较（未能读取报告）`);
    expect(stdout).toContain('；1 份未纳入比较');
    expect(stderr).toContain(`${join(odd, 'none.html')}: 没有找到表格`);
    const data = await gouji(['history', '--format', 'ndjson', odd]);
    expect(JSON.parse(data.stdout.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({
      kind: 'lack',
      takesPart: false,
      missing: ['form', 'authority', 'year'],
      issues: [{ code: 'no_tables' }],
    });
  });

  test('nothing violated is exit 0', async () => {
    const { code } = await gouji(['history', folder, '--include', 'd.html', '--include', 'e.html']);
    expect(code).toBe(0);
  });

  test('wants to know what to read', async () => {
    const { code, stderr } = await gouji(['history', '--lang', 'en']);
    expect([code, stderr]).toEqual([
      2,
      'name a file or folder to read, or a list of them with --files-from. See gouji --help.\n',
    ]);
  });
});

test.each(Object.entries(bodyJsonSchemas()))(
  'docs/%s.schema.json is current (npm run schema)',
  (name, schema) => {
    expect(JSON.parse(readFileSync(join(root, `docs/${name}.schema.json`), 'utf8'))).toEqual(schema);
  },
);
