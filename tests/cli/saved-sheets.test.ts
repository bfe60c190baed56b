import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSource } from '../../cli/read.ts';
import { sheetsBeside } from '../../cli/saved-sheets.ts';
import { tabulated } from '../../cli/tables/tables.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gouji-'));
  mkdirSync(join(folder, 'pages', '年报_files'), { recursive: true });
  writeFileSync(
    join(folder, 'pages', '年报_files', 'site.css'),
    '.gone{display:none} .up{vertical-align:super}',
  );
  writeFileSync(join(folder, 'outside.css'), '.gone{display:none}');
  symlinkSync(join(folder, 'outside.css'), join(folder, 'pages', 'link.css'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sample = readFileSync(new URL('../../samples/one-wrong-cell-2020.html', import.meta.url), 'utf8');

/** The cell of the sample that prints 88, with more in it, on a page that links to this address. */
const cellWith = async (more: string, address: string) => {
  const path = join(folder, 'pages', '年报.html');
  const page = sample
    .replace('</head>', `<link rel="stylesheet" href="${address}"></head>`)
    .replace('>88<', `>88${more}<`);
  writeFileSync(path, page);
  const { readings } = await readSource({ kind: 'file', key: path, path }, { summed: true });
  const ref = 'requests.total_processed.natural_person';
  return readings[0]?.extraction.facts.find((fact) => fact.ref === ref);
};

test('a sheet beside the page says what is seen of it', async () => {
  for (const address of ['%E5%B9%B4%E6%8A%A5_files/site.css?v=2', './年报_files/site.css']) {
    expect((await cellWith('<span class="gone">1</span>', address))?.value).toBe(88);
    expect((await cellWith('<span class="up">1</span>', address))?.state).toBe('unreadable');
  }
});

test('and of any table', async () => {
  await cellWith('<span class="gone">1</span>', '年报_files/site.css');
  const path = join(folder, 'pages', '年报.html');
  const { tables } = await tabulated({ kind: 'file', key: path, path });
  const raws = tables.flatMap(({ cells }) => cells.map(({ raw }) => raw));
  expect(raws).toContain('88');
  expect(raws).not.toContain('881');
});

test('without the sheet the digits stand beside one another', async () => {
  expect((await cellWith('<span class="up">1</span>', '年报_files/other.css'))?.value).toBe(881);
});

test('nothing outside the folder of the page is read', () => {
  const sheetOf = sheetsBeside(join(folder, 'pages', '年报.html'));
  expect(sheetOf('年报_files/site.css')).toContain('.gone');
  for (const address of [
    '../outside.css',
    'link.css',
    'https://example.com/x.css',
    '//example.com/x.css',
    '/etc/hostname',
    `${folder}/outside.css`,
    '年报_files',
    '%00',
    '%zz',
    '',
  ])
    expect(sheetOf(address), address).toBeNull();
});
