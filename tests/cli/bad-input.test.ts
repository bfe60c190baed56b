import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { entry, folderWith, gouji, root } from './gouji.ts';

const sound = readFileSync(join(root, 'samples', 'consistent-2020.html'));

const folders: string[] = [];
const folder = (files: Parameters<typeof folderWith>[0]): string => {
  const path = folderWith(files);
  folders.push(path);
  return path;
};
afterAll(() => {
  for (const path of folders) {
    // A folder that is closed to an ordinary user cannot be emptied by one.
    for (const { name, parentPath } of readdirSync(path, { withFileTypes: true }).filter((one) =>
      one.isDirectory(),
    ))
      chmodSync(join(parentPath, name), 0o755);
    rmSync(path, { recursive: true, force: true });
  }
});

const files = folder({
  'sound.html': sound,
  'empty.html': '',
  'report.pdf': '%PDF-1.7\n',
  'noise.html': Uint8Array.from({ length: 500 }, (_, at) => (at % 3 === 0 ? 7 : 0)),
  'prose.html': '<!doctype html><title>新闻</title><p>没有表格的新闻</p>',
  'other.html': '<table><tr><td>索引号</td><td>1</td></tr><tr><td>文号</td><td>2</td></tr></table>',
  'garbled.html': '<table><td>鏀垮簻淇℃伅鍏紑</td></table>',
});
const good = join(files, 'sound.html');

/** Checks bad paths and a sound one in one run: exit 2, the sound one is read all the same. Returns the one sentence about each. */
const sentencesAbout = async (
  bad: readonly string[],
  language: string,
  uid?: number,
): Promise<Record<string, string>> => {
  const { code, stdout, stderr } = await gouji(
    ['check', '--lang', language, ...bad, good],
    uid === undefined ? {} : { uid },
  );
  expect(stderr).toBe('');
  expect(code).toBe(2);
  const sections = stdout.split('\n\n');
  expect(sections[bad.length]?.split('\n')[0]).toBe(good);
  expect(sections[bad.length]).toContain('198');
  return Object.fromEntries(
    sections.slice(0, bad.length).map((section, at) => {
      const [path, sentence = '', ...more] = section.split('\n');
      expect(path).toBe(bad[at]);
      expect(more).toEqual([]);
      return [basename(bad[at] ?? ''), sentence.trim()];
    }),
  );
};

describe('what cannot be read is said, and the rest is read', () => {
  const empty = folder({});
  const bad = [
    ...['empty.html', 'report.pdf', 'noise.html', 'prose.html', 'other.html', 'garbled.html'].map((name) =>
      join(files, name),
    ),
    join(files, 'nowhere'),
    join(files, 'sound.html', 'below'),
    empty,
  ];

  test('in Chinese', async () => {
    expect(await sentencesAbout(bad, 'zh-CN')).toEqual({
      'empty.html': '! 文件是空的，没有内容，请重新保存报告页面。',
      'report.pdf':
        '! 这份 PDF 文件已损坏或不完整，无法读取（Invalid PDF structure）。请重新下载或另存后再读。',
      'noise.html': '! 这种文件不能读取，请另存为网页（.html）、纯文本（.txt）、PDF、DOCX 或 XLSX 再读。',
      'prose.html':
        '! 没有找到表格。年报的统计数据应在第二、三、四部分的表格中；表格是图片的，无法读取；报告在附件中的，请核对附件。',
      'other.html':
        '! 找到 1 张表格，没有认出年度报告的统计表。请确认打开的是报告正文；如果确是，表格的格式可能暂不支持。',
      'garbled.html': '! 文字已成乱码（如“鏀垮簻淇℃伅鍏紑”），无法辨认，请从原网页重新保存为 UTF-8 编码。',
      nowhere: `! 找不到“${join(files, 'nowhere')}”，请核对路径。`,
      below: `! 找不到“${join(files, 'sound.html', 'below')}”，请核对路径。`,
      [basename(empty)]: expect.stringMatching(/^! 文件夹“.*”里没有可读的文件。可读的扩展名是：\.html /),
    });
  });

  test('in English', async () => {
    expect(await sentencesAbout(bad, 'en')).toEqual({
      'empty.html': '! The file is empty. Save the report page again.',
      'report.pdf':
        '! This PDF file is damaged or incomplete and cannot be read (Invalid PDF structure). Download or save it again.',
      'noise.html':
        '! This type of file cannot be read. Save the report as a web page (.html), plain text (.txt), PDF, DOCX or XLSX.',
      'prose.html':
        '! No table was found. The figures of an annual report are in the tables of its sections two, three and four. Tables in images cannot be read; a report in an attachment must be checked separately.',
      'other.html':
        '! 1 table was found, but it was not recognised as a statistical table of an annual report. Check that this is the page of the report itself. If it is, its layout may not be supported yet.',
      'garbled.html':
        '! The text is garbled (such as "鏀垮簻淇℃伅鍏紑"). Save the original page again as UTF-8.',
      nowhere: `! "${join(files, 'nowhere')}" was not found. Check the path.`,
      below: `! "${join(files, 'sound.html', 'below')}" was not found. Check the path.`,
      [basename(empty)]: expect.stringMatching(/^! The folder ".*" contains no readable file\. /),
    });
  });

  test('a link that leads nowhere', async () => {
    const around = folder({ 'sound.html': sound });
    symlinkSync(join(around, 'gone.html'), join(around, 'broken.html'));
    const { code, stdout } = await gouji(['check', around]);
    expect(code).toBe(2);
    expect(stdout).toContain('找不到');
    expect(stdout).toContain('198 / 198');
  });
});

describe('without permission', () => {
  // Root may read everything, so the command runs as another user where the tests run as root.
  const isRoot = process.getuid?.() === 0;
  const uid = isRoot ? 65534 : undefined;
  const reachable =
    process.platform !== 'win32' &&
    spawnSync(process.execPath, [entry, '--version'], uid === undefined ? {} : { uid, gid: uid }).status ===
      0;
  if (!reachable) {
    console.warn('SKIPPED: no user without permissions can run the command here; EACCES is not tested.');
  }

  const around = folder({ 'secret.html': sound, 'sound.html': sound });
  const secret = join(around, 'secret.html');
  const closed = join(around, 'closed');
  mkdirSync(closed);
  chmodSync(files, 0o755);
  chmodSync(around, 0o755);
  chmodSync(secret, 0o000);
  chmodSync(closed, 0o000);

  test.skipIf(!reachable)('a file and a folder, in Chinese and in English', async () => {
    expect(await sentencesAbout([secret, closed], 'zh-CN', uid)).toEqual({
      'secret.html': `! 没有权限读取“${secret}”，请先取得读取权限。`,
      closed: `! 没有权限读取“${closed}”，请先取得读取权限。`,
    });
    expect(await sentencesAbout([secret], 'en', uid)).toEqual({
      'secret.html': `! No permission to read "${secret}". Get read access to it first.`,
    });
  });

  test.skipIf(!reachable)('both inside a folder', async () => {
    const { code, stdout } = await gouji(['check', around], uid === undefined ? {} : { uid });
    expect(code).toBe(2);
    expect(stdout.match(/没有权限读取/g)).toHaveLength(2);
    expect(stdout).toContain('198 / 198');
  });
});

describe('as data', () => {
  test('a file that cannot be read still yields its line, in the order given', async () => {
    const files = folder({ 'a.html': '', 'b.html': sound });
    const paths = [join(files, 'a.html'), join(files, 'none.html'), join(files, 'b.html')];
    const { code, stdout, stderr } = await gouji(['extract', '--format', 'ndjson', '--lang', 'en', ...paths]);
    expect(code).toBe(2);
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map((line) => line.source.path)).toEqual(paths);
    expect(lines.map((line) => line.form?.id ?? null)).toEqual([null, null, 'disclosure-2019']);
    expect(lines.map((line) => line.issues)).toEqual([
      [{ code: 'source_empty' }],
      [{ code: 'file_not_found', path: paths[1] }],
      [],
    ]);
    expect(stderr).toBe(
      `${paths[0]}: The file is empty. Save the report page again.\n${paths[1]}: "${paths[1]}" was not found. Check the path.\n`,
    );
  });
});
