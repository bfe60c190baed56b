import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { printable } from '../../cli/terminal.ts';
import { folderWith, gouji, root } from './gouji.ts';

const sample = readFileSync(join(root, 'samples/consistent-2020.html'));
const work = folderWith({});
afterAll(() => rmSync(work, { recursive: true, force: true }));

const inFolder = (name: string): string => {
  const folder = join(work, name);
  mkdirSync(folder);
  return folder;
};

type Line = {
  source: { url?: string; path?: string };
  coverage: { read: number };
  issues: { code: string }[];
};
const extracted = async (path: string): Promise<{ lines: Line[]; stderr: string }> => {
  const { stdout, stderr } = await gouji(['extract', '--format', 'ndjson', '--lang', 'en', path]);
  const lines = stdout.split('\n').filter((line) => line !== '');
  return { lines: lines.map((line) => JSON.parse(line)), stderr };
};

describe('what has no end does not stop a run', () => {
  test('a pipe in a folder is passed over and named', async () => {
    const folder = inFolder('pipe');
    writeFileSync(join(folder, 'z.html'), sample);
    execFileSync('mkfifo', [join(folder, 'a.html')]);
    const { lines, stderr } = await extracted(folder);
    expect(lines.map(({ coverage }) => coverage.read)).toEqual([198]);
    expect(stderr).toContain('FIFO/socket/device × 1');
  });

  test('a pipe by its name, to which nobody writes, is said to be one', async () => {
    const path = join(work, 'alone.html');
    execFileSync('mkfifo', [path]);
    const { lines } = await extracted(path);
    expect(lines.flatMap(({ issues }) => issues.map(({ code }) => code))).toEqual(['file_irregular']);
  });

  test('a file of gigabytes is told as one, and the rest is read', async () => {
    const folder = inFolder('large');
    writeFileSync(join(folder, 'a.txt'), '');
    truncateSync(join(folder, 'a.txt'), 1.9e9);
    writeFileSync(join(folder, 'b.html'), sample);
    const { lines } = await extracted(folder);
    expect(lines.map(({ issues, coverage }) => issues[0]?.code ?? coverage.read)).toEqual([
      'file_excessive',
      198,
    ]);
  });
});

describe('names in GBK', () => {
  const folder = inFolder('gbk');
  const name = Buffer.concat([
    Buffer.from(`${folder}/`),
    Buffer.from('c4eab1a8', 'hex'),
    Buffer.from('.html'),
  ]);
  writeFileSync(name, sample);

  test.each([
    ['in a folder', folder],
    ['on the command line', join(folder, '\uFFFD걨.html')],
  ])('%s', async (_, path) => {
    const { lines } = await extracted(path);
    expect(lines.map(({ source, coverage }) => [source.path, coverage.read])).toEqual([
      [join(folder, '年报.html'), 198],
    ]);
  });
});

describe('nothing that a terminal would obey reaches it', () => {
  test('from the name of a file', async () => {
    const path = join(work, 'a\u001B[31mb\u009B2J.html');
    writeFileSync(path, sample);
    const { stdout } = await gouji(['check', '--lang', 'en', path]);
    expect(stdout).toContain('a␛[31mb\\u009b2J.html');
    expect(['\u001B', '\u009B'].some((sign) => stdout.includes(sign))).toBe(false);
  });

  test('signs of direction and of our own colours are made visible or taken for what they are', () => {
    expect(printable('甲\u202E乙\u0007丙\r\n\t丁')).toBe('甲\\u202e乙␇丙␍\n\t丁');
  });
});

describe('records of web archives as other tools write them', () => {
  const warc = (fields: string, body: Uint8Array, end = '\r\n', type = 'response'): Buffer => {
    const block = Buffer.concat([Buffer.from(`HTTP/1.1 200 OK${end}${fields}${end}`), body]);
    const head = [
      'WARC/1.0',
      `WARC-Type: ${type}`,
      'WARC-Target-URI: http://a.gov.cn/1.html',
      'Content-Type: application/http; msgtype=response',
      `Content-Length: ${block.length}`,
      '',
      '',
    ].join(end);
    return Buffer.concat([Buffer.from(head), block, Buffer.from(end + end)]);
  };
  const html = 'Content-Type: text/html; charset=utf-8\r\n';
  const half = Math.floor(sample.length / 2);
  const chunked = Buffer.concat([
    Buffer.from(`${half.toString(16)}\r\n`),
    sample.subarray(0, half),
    Buffer.from(`\r\n${(sample.length - half).toString(16)};a=b\r\n`),
    sample.subarray(half),
    Buffer.from('\r\n0\r\n\r\n'),
  ]);

  test.each<[string, Buffer]>([
    ['lines that end in LF', warc('Content-Type: text/html; charset=utf-8\n', sample, '\n')],
    ['packed by brotli', warc(`${html}Content-Encoding: br\r\n`, brotliCompressSync(sample))],
    ['in chunks', warc(`${html}Transfer-Encoding: chunked\r\n`, chunked)],
    ['without a type', warc('Server: a\r\n', sample)],
    [
      'beside one that was seen before',
      Buffer.concat([warc(html, sample), warc(html, Buffer.alloc(0), '\r\n', 'revisit')]),
    ],
  ])('%s', async (name, bytes) => {
    const path = join(work, `${name}.warc`);
    writeFileSync(path, bytes);
    const { lines } = await extracted(path);
    expect(lines.map(({ source, coverage }) => [source.url, coverage.read])).toEqual([
      ['http://a.gov.cn/1.html', 198],
    ]);
  });
});
