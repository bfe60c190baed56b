import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { WARCRecord, WARCSerializer } from 'warcio';
import { encodeLegacy } from '../corpus-pages/encode.ts';
import { folderWith, gouji, root } from './gouji.ts';

const sample = readFileSync(join(root, 'samples/consistent-2020.html'));
const work = folderWith({});
afterAll(() => rmSync(work, { recursive: true, force: true }));

type Kept = { url: string; status?: string; type?: string; body?: Uint8Array; gzipped?: boolean };

const record = async (
  { url, status = '200 OK', type = 'text/html; charset=utf-8', body = sample, gzipped = false }: Kept,
  compress: boolean,
): Promise<Uint8Array> =>
  WARCSerializer.serialize(
    WARCRecord.create(
      {
        url,
        type: 'response',
        date: '2024-02-01T00:00:00Z',
        warcVersion: 'WARC/1.1',
        statusline: `HTTP/1.1 ${status}`,
        httpHeaders: { 'Content-Type': type, ...(gzipped ? { 'Content-Encoding': 'gzip' } : {}) },
      },
      [gzipped ? gzipSync(body) : body],
    ),
    { gzip: compress },
  );

const warcOf = async (kept: readonly Kept[], compress = true): Promise<Buffer> =>
  Buffer.concat(await Promise.all(kept.map((one) => record(one, compress))));

const gbk = encodeLegacy(sample.toString('utf8').replace(/<meta charset="?utf-8"?>/i, ''), 'gbk');
const kept: Kept[] = [
  { url: 'http://a.gov.cn/2020.html' },
  { url: 'http://a.gov.cn/logo.png', type: 'image/png', body: new Uint8Array(9) },
  { url: 'http://a.gov.cn/gone.html', status: '404 Not Found' },
  { url: 'http://b.gov.cn/报告', type: 'text/html; charset=gbk', body: gbk, gzipped: true },
];

type Line = {
  source: { url?: string; path?: string };
  coverage: { read: number };
  issues: { code: string }[];
};
const extracted = async (path: string): Promise<{ lines: Line[]; stderr: string; code: number | null }> => {
  const { stdout, stderr, code } = await gouji(['extract', '--format', 'ndjson', '--lang', 'en', path]);
  return {
    lines: stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
    stderr,
    code,
  };
};

describe('a web archive', () => {
  test.each<[string, () => Promise<Uint8Array>]>([
    ['plain.warc', () => warcOf(kept, false)],
    ['packed.warc.gz', () => warcOf(kept)],
    [
      'two.wacz',
      async () =>
        zipSync({
          'datapackage.json': Buffer.from('{}'),
          'archive/a.warc.gz': [await warcOf(kept.slice(0, 2)), { level: 0 }],
          'pages/pages.jsonl': Buffer.from('{"url":"http://a.gov.cn/2020.html"}\n'),
          'archive/b.warc': await warcOf(kept.slice(2), false),
        }),
    ],
  ])(
    '%s: every page by its address, decoded as its server said; what is no page is named',
    async (name, bytes) => {
      const path = join(work, name);
      writeFileSync(path, await bytes());
      const { lines, stderr, code } = await extracted(path);
      expect(lines.map(({ source, coverage }) => [source.url, coverage.read])).toEqual([
        ['http://a.gov.cn/2020.html', 198],
        ['http://b.gov.cn/%E6%8A%A5%E5%91%8A', 198],
      ]);
      expect(lines.every(({ source }) => source.path === undefined)).toBe(true);
      expect(stderr).toContain('image/png × 1');
      expect(stderr).toContain('HTTP 404 × 1');
      expect(code).toBe(0);
    },
  );

  test('stands in a folder like any other file', async () => {
    const folder = join(work, 'folder');
    mkdirSync(folder);
    writeFileSync(join(folder, 'a.warc.gz'), await warcOf(kept.slice(0, 1)));
    writeFileSync(join(folder, 'b.html'), sample);
    const { lines } = await extracted(folder);
    expect(lines.map(({ source }) => source.url ?? source.path)).toEqual([
      'http://a.gov.cn/2020.html',
      join(folder, 'b.html'),
    ]);
  });
});

describe('an archive that was cut off gives what is whole, and says so', () => {
  test.each([true, false])('gzip: %s', async (compress) => {
    const pages = [1, 2, 3].map((at) => ({ url: `http://a.gov.cn/${at}.html` }));
    const whole = await warcOf(pages, compress);
    const [one = new Uint8Array()] = await Promise.all(pages.map((page) => record(page, compress)));
    const path = join(work, compress ? 'cut.warc.gz' : 'cut.warc');
    for (const length of [one.length + 300, one.length * 2 - 200, whole.length - 100]) {
      writeFileSync(path, whole.subarray(0, length));
      const { lines, code } = await extracted(path);
      const urls = lines.flatMap(({ source }) => source.url ?? []);
      expect(urls).toEqual(pages.slice(0, Math.floor(length / one.length)).map(({ url }) => url));
      expect(lines.at(-1)?.issues.map(({ code }) => code)).toEqual(['file_damaged']);
      expect(code).toBe(2);
    }
  });

  test.each<[string, Uint8Array, string]>([
    ['empty.warc', new Uint8Array(), 'source_empty'],
    ['noise.warc.gz', Uint8Array.from({ length: 999 }, (_, at) => (at * 7) % 251), 'file_damaged'],
    ['noise.wacz', Uint8Array.from({ length: 999 }, (_, at) => (at * 7) % 251), 'file_damaged'],
    ['no-warc.wacz', zipSync({ 'a.txt': Buffer.from('a') }), 'file_damaged'],
  ])('%s: %s', async (name, bytes, issue) => {
    const path = join(work, name);
    writeFileSync(path, bytes);
    const { lines, code } = await extracted(path);
    expect(lines.flatMap(({ issues }) => issues.map(({ code }) => code))).toContain(issue);
    expect(code).toBe(2);
  });

  test('one without any page says that', async () => {
    const path = join(work, 'pictures.warc.gz');
    writeFileSync(path, await warcOf(kept.slice(1, 3)));
    const { lines } = await extracted(path);
    expect(lines[0]?.issues).toEqual([{ code: 'archive_empty', path }]);
  });
});

describe('pages one a line', () => {
  const html = sample.toString('utf8');
  const lines = [
    { url: 'http://a.gov.cn/1', html },
    { url: 'http://a.gov.cn/2', base64: Buffer.from(gbk).toString('base64'), charset: 'gbk' },
    { path: 'samples/consistent-2020.html' },
    { url: 'http://a.gov.cn/3' },
  ];
  const input = `${lines.map((line) => JSON.stringify(line)).join('\n')}\nnot json\n`;

  test('on standard input and from a file; a line that is no page is told by its number', async () => {
    const { stdout, code, stderr } = await gouji(['extract', '--format', 'ndjson', '--lang', 'en', '-'], {
      input,
    });
    const read: Line[] = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(read.map(({ source, coverage }) => [source.url ?? source.path, coverage.read])).toEqual([
      ['http://a.gov.cn/1', 198],
      ['http://a.gov.cn/2', 198],
      ['samples/consistent-2020.html', 198],
      ['-:4', 0],
      ['-:5', 0],
    ]);
    expect(stderr).toContain('Line 4 is not a page');
    expect(stderr).toContain('Line 5 is not a page');
    expect(code).toBe(2);
    const file = join(work, 'pages.jsonl');
    writeFileSync(file, input);
    const named = await gouji(['extract', '--format', 'ndjson', '--lang', 'en', file]);
    expect(named.stdout.replaceAll(`${file}:`, '-:')).toBe(stdout);
  });

  test('a page on standard input is a page, also where it begins with a brace', async () => {
    for (const start of ['', '{{ title }}']) {
      const { stdout } = await gouji(['check', '-'], { input: start + html });
      expect(stdout).toContain('198 / 198');
    }
  });
});
