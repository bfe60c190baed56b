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
  已读取      198 / 198 格
  申请        本年新收 92 · 上年结转 0 · 本年办结 90 · 结转下年度 2
  予以公开率  22.2% = 予以公开 20 ÷ 本年办结 90
  复议诉讼    行政复议 2 · 行政诉讼 2
  结论        全部 40 条勾稽关系成立
`);
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });

  test('of a report with one wrong cell, in Chinese and in English', async () => {
    const chinese = await gouji(['check', wrong]);
    expect(chinese.code).toBe(1);
    expect(chinese.stdout.split('\n').slice(8)).toEqual([
      '  结论        3 条不成立 · 37 条成立',
      '  ✗ “自然人”列：一 + 二 = 三（七） + 四，90 + 0 ≠ 88 + 1（相差 1）',
      expect.stringContaining('  ✗ “自然人”列：三（一）至（六）各项之和 = 三（七），'),
      '  ✗ “（七）总计”行：自然人 + 法人或其他组织五类 = 总计，88 + 1 ≠ 90（相差 1；为 0 的项未列出）',
      '  → 若“（七）总计”行“自然人”列由 88 改为 89，则 3 条关系全部成立；疑为总计少计 1 件，或者分项改动后总计未改',
      '',
    ]);
    const english = await gouji(['check', '--lang', 'en', wrong]);
    expect(english.code).toBe(1);
    expect(english.stdout.split('\n').slice(8)).toEqual([
      '  Verdict               3 do not hold · 37 hold',
      '  ✗ column "natural person", new + carried over = total outcomes + carried forward: 90 + 0 ≠ 88 + 1 (difference 1)',
      expect.stringContaining('  ✗ column "natural person", all outcomes (1)–(6) = total outcomes (7): '),
      '  ✗ row "3(7) total outcomes", natural persons + five kinds of organisation = total: 88 + 1 ≠ 90 (difference 1; zeros not shown)',
      '  → with 89 instead of 88 in row "3(7) total outcomes", column "natural person", all 3 identities would hold; perhaps the total left out 1, or was not updated after a part changed',
      '',
    ]);
  });

  test('several possible mends that are as likely: none is put before the others', async () => {
    const page = 'tests/corpus/violated-case-in-wrong-column/source.html';
    const arrow = (text: string): string[] => text.split('\n').filter((line) => /^ {2}(?:→| {2})/.test(line));
    const open = '    共有 3 种改法都能使各条关系成立，哪一格有误须对照原始台账核实';
    const lines = [
      expect.stringMatching(
        /^ {2}→ .*由 588 改为 589、.*由 578 改为 577，则 2 条关系全部成立；疑为 1 件错计入另一格$/,
      ),
      expect.stringMatching(/^ {2}→ .*由 0 改为 1、/),
      expect.stringMatching(/^ {2}→ .*由 40 改为 39、/),
      open,
    ];
    expect(arrow((await gouji(['check', page])).stdout)).toEqual(lines);
    expect(arrow((await gouji(['check', '--all', page])).stdout)).toEqual(lines);
  });

  test('fits a screen even where most identities are undetermined', async () => {
    const { stdout } = await gouji(['check', 'tests/corpus/table-three-blank-totals/source.html']);
    expect(stdout).toMatch(/\d\d 条无法判定/);
    expect(stdout.split('\n').length).toBeLessThanOrEqual(24);
  });

  test('several reports end with a count', async () => {
    const { code, stdout } = await gouji(['check', consistent, wrong]);
    expect(code).toBe(1);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(
      '共 2 份：1 份有不成立的（含正文不一致），0 份有未读取的内容',
    );
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
    // What is violated is for `check` to say: an export of it is a success.
    expect([check.code, extract.code]).toEqual([expected, expected === 1 ? 0 : expected]);
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
    expect(stdout).toContain(
      '  · 文件标明的字符编码（utf-8）与内容不符，已按 gb18030 读取；如有乱码，请另存为 UTF-8。',
    );
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
      'notes.rar': 'x',
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
      `${files}：以下不在读取范围内，已跳过：指向文件夹的链接（用 --follow 读取） × 1, .rar × 1, readme.md × 1\n`,
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
