import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { encodeLegacy } from '../corpus-pages/encode.ts';
import { entry, folderWith, gouji, root } from './gouji.ts';

const consistent = 'samples/consistent-2020.html';
const wrong = 'samples/one-wrong-cell-2020.html';

const folders: string[] = [];
const folder = (files: Parameters<typeof folderWith>[0] = {}): string => {
  const path = folderWith(files);
  folders.push(path);
  return path;
};
afterAll(() => {
  for (const path of folders) rmSync(path, { recursive: true, force: true });
});

describe('the summary', () => {
  test('of a report that adds up, in Chinese', async () => {
    const { code, stdout, stderr } = await gouji(['check', consistent]);
    expect(stdout).toBe(`samples/consistent-2020.html
  机关        济宁市兖州区人民政府
  年度        2020 年
  表样        政府信息公开工作年度报告（国办公开办函〔2019〕60号）
  读取        198 / 198 格
  申请        本年新收 92 · 上年结转 0 · 办理结果 90 · 结转下年度 2
  予以公开率  22.2% = 予以公开 20 ÷ 办理结果 90
  争议        行政复议 2 · 行政诉讼 2
  勾稽关系    全部 40 条勾稽关系成立
`);
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });

  test('of a report with one wrong cell, in Chinese and in English', async () => {
    const chinese = await gouji(['check', wrong]);
    expect(chinese.code).toBe(1);
    expect(chinese.stdout.split('\n').slice(8)).toEqual([
      '  勾稽关系    3 条不成立 · 37 条成立',
      '  ✗ 自然人列 一+二 = 三（七）+四：90 + 0 ≠ 88 + 1（差 1）',
      expect.stringContaining('  ✗ 自然人列 三（一）至（六）各项之和 = 三（七）：'),
      '  ✗ “（七）总计”行 自然人+法人或其他组织五类 = 总计：88 + 1 ≠ 90（差 1；零项略）',
      '  → “（七）总计”行“自然人”列印为 88，改为 89 则 3 条关系全部成立；疑为合计漏计 1 件，或者没有随分项更新',
      '',
    ]);
    const english = await gouji(['check', '--lang', 'en', wrong]);
    expect(english.code).toBe(1);
    expect(english.stdout.split('\n').slice(8)).toEqual([
      '  Identities       3 violated · 37 hold',
      '  ✗ column "natural person", new + carried over = total outcomes + carried forward: 90 + 0 ≠ 88 + 1 (off by 1)',
      expect.stringContaining('  ✗ column "natural person", all outcomes (1)–(6) = total outcomes (7): '),
      '  ✗ row "3(7) total outcomes", natural persons + five kinds of organisation = total: 88 + 1 ≠ 90 (off by 1; zeros left out)',
      '  → if row "3(7) total outcomes", column "natural person" (printed 88) were 89, all 3 identities would hold; perhaps the total left out 1, or was not updated after a part changed',
      '',
    ]);
  });

  test('several possible mends: the likeliest and how many others, each of them with --all', async () => {
    const page = 'tests/corpus/violated-case-in-wrong-column/source.html';
    const arrow = (text: string): string[] => text.split('\n').filter((line) => /^ {2}(?:→| {2})/.test(line));
    const [brief = '', hint, ...more] = arrow((await gouji(['check', page])).stdout);
    expect(brief).toMatch(
      /^ {2}→ .*印为 588，改为 589，并且.*印为 578，改为 577，则 2 条关系全部成立；疑为 1 件错计入另一格$/,
    );
    expect(hint).toBe('    另有 2 种改法同样可行，仅凭勾稽关系无法断定（用 --all 列出）');
    expect(more).toEqual([]);
    const all = arrow((await gouji(['check', '--all', page])).stdout);
    expect(all.slice(0, 2)).toEqual([brief, '    另有 2 种改法同样可行，仅凭勾稽关系无法断定']);
    expect(all.slice(2)).toEqual([
      expect.stringMatching(/^ {4}· .*印为 0，改为 1，并且/),
      expect.stringMatching(/^ {4}· .*印为 40，改为 39，并且/),
    ]);
  });

  test('fits a screen even where most identities are undetermined', async () => {
    const { stdout } = await gouji(['check', 'tests/corpus/table-three-blank-totals/source.html']);
    expect(stdout).toMatch(/\d\d 条无法判定/);
    expect(stdout.split('\n').length).toBeLessThanOrEqual(24);
  });

  test('several reports end with a count', async () => {
    const { code, stdout } = await gouji(['check', consistent, wrong]);
    expect(code).toBe(1);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('共 2 份：1 份有不成立的关系，0 份有未能读取的内容');
  });
});

describe('exit codes', () => {
  test.each([
    [[consistent], 0],
    [['samples/none.html', wrong], 2],
    [[consistent, wrong, consistent], 1],
  ])('%j: %d', async (paths, expected) => {
    const [check, extract] = await Promise.all([
      gouji(['check', ...paths]),
      gouji(['extract', '--format', 'ndjson', ...paths]),
    ]);
    expect([check.code, extract.code]).toEqual([expected, expected]);
  });
});

describe('what is read', () => {
  const page = readFileSync(join(root, consistent), 'utf8');

  test('standard input', async () => {
    const { code, stdout } = await gouji(['check', '-'], { input: page });
    expect(code).toBe(0);
    expect(stdout.split('\n')[0]).toBe('-');
    expect(stdout).toContain('198 / 198');
  });

  test('GBK bytes under a wrong name, with a note that costs nothing', async () => {
    const bytes = encodeLegacy(page.replace(/<meta charset="?utf-8"?>/i, '<meta charset="utf-8">'), 'gbk');
    const { code, stdout } = await gouji(['check', '-'], { input: bytes });
    expect(code).toBe(0);
    expect(stdout).toContain('198 / 198');
    expect(stdout).toContain('  · 文件标明的字符编码是 utf-8，但实际不是，改按 gb18030 读取。');
  });

  test('a page that was saved as .txt', async () => {
    const files = folder({ 'page.txt': page });
    expect((await gouji(['check', files])).stdout).toContain('198 / 198');
  });

  test('a folder in one order, deep, by ending; what is left is named', async () => {
    const files = folder({
      'b.htm': page,
      'A.HTML': page,
      'c.shtml': page,
      'notes.ofd': 'x',
      'readme.md': '# x',
      '.hidden.html': page,
    });
    mkdirSync(join(files, 'a'));
    writeFileSync(join(files, 'a', 'z.xhtml'), page);
    symlinkSync(files, join(files, 'a', 'loop'));
    const { code, stdout, stderr } = await gouji(['check', files]);
    expect(stdout.split('\n').filter((line) => line.startsWith(files))).toEqual(
      ['A.HTML', 'a/z.xhtml', 'b.htm', 'c.shtml'].map((name) => join(files, name)),
    );
    expect(stderr).toBe(
      `${files}：另有内容不在读取范围内，没有读（指向文件夹的链接，用 --follow 读取 × 1, .ofd × 1, readme.md × 1）\n`,
    );
    expect(code).toBe(0);
  });

  test('a saved page whose report stands in a frame', async () => {
    const part = (body: string): string =>
      `--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(body).toString('base64')}\r\n`;
    const mhtml = `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n${part('<p>frame below</p>')}${part(page)}--b--\r\n`;
    const { code, stdout } = await gouji(['check', '-'], { input: mhtml });
    expect(stdout).toContain('198 / 198');
    expect(code).toBe(0);
  });
});

describe('language', () => {
  test('--lang goes before the environment, before or after the command', async () => {
    const english = await gouji(['--lang', 'en', 'check', consistent], {
      environment: { LANG: 'zh_CN.UTF-8' },
    });
    expect(english.stdout).toContain('Authority');
    const chinese = await gouji(['check', '--lang=zh-CN', consistent], {
      environment: { LANG: 'en_US.UTF-8' },
    });
    expect(chinese.stdout).toContain('机关');
  });
});

describe('colours', () => {
  const csi = '\u001B[';
  // util-linux's `script` runs a command on a terminal of its own.
  const hasScript = spawnSync('script', ['--version']).status === 0;
  if (!hasScript) console.warn('SKIPPED: no `script` command; colours on a terminal are not tested.');
  const onTerminal = (environment: Record<string, string>): string =>
    spawnSync('script', ['-qec', `"${process.execPath}" "${entry}" check ${wrong}`, '/dev/null'], {
      cwd: root,
      env: { PATH: process.env.PATH ?? '', TERM: 'xterm', ...environment },
      encoding: 'utf8',
      input: '',
    }).stdout;

  test('none where no one looks', async () => {
    expect((await gouji(['check', wrong])).stdout).not.toContain(csi);
  });

  test.skipIf(!hasScript)('some on a terminal, none against NO_COLOR', () => {
    expect(onTerminal({})).toContain(`${csi}31m✗`);
    const plain = onTerminal({ NO_COLOR: '1' });
    expect(plain).toContain('✗');
    expect(plain).not.toContain(csi);
  });
});
