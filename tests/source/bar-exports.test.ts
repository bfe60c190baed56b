import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { extract } from '../../parser/extract.ts';
import type { Source } from '../../parser/extraction.ts';
import type { TableBlock } from '../../parser/source/blocks.ts';
import { readHtml } from '../../parser/source/html/html.ts';
import { readText } from '../../parser/source/plain-text/text.ts';
import { oneIn } from '../properties/seed.ts';
import { outline } from './outline.ts';

const read = (...lines: string[]): string[] => outline(readText(lines.join('\n')));

describe('a bar behind each cell, a cell a line', () => {
  const table = [
    '第二十条第（一）项 |',
    '|||',
    '信息内容 |',
    '本年制发件数 |',
    '本年废止件数 |',
    '现行有效件数 |',
    '规章 |',
    '3 |',
    '|',
    '12 |',
    '第二十条第（五）项 |',
    '|||',
    '信息内容 |',
    '本年处理决定数量 |',
    '||',
    '行政许可 |',
    '72 |',
    '||',
  ];
  const rows =
    '第二十条第（一）项 / 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 / 规章 | 3 |  | 12 / 第二十条第（五）项 / 信息内容 | 本年处理决定数量 / 行政许可 | 72';

  test('bars on end close a row', () => {
    expect(read('前文', ...table, '后文')).toEqual(['前文', `table 0: ${rows}`, '后文']);
  });

  test('the bars of the last row are trimmed with the text', () => {
    expect(read(...table.slice(0, -1))).toEqual([`table 0: ${rows}`]);
  });

  test('a single bar behind a row is one cell less where the other rows say so, a blank cell where they do not', () => {
    const head = ['总 |', '|||', '量 |', '件 |', '||', '甲 |', '1 |', '2 |', '|'];
    expect(read(...head, '乙 |', '3 |', '4 |', '|')).toEqual([
      'table 0: 总 / 量 | 件 / 甲 | 1 | 2 |  / 乙 | 3 | 4 | ',
    ]);
    const wide = ['总 |', '||||', '甲 |', '1 |', '2 |', '||', '组 |', '乙 |', '3 |', '4 |', '|'];
    expect(read(...wide)).toEqual(['table 0: 总 / 甲 | 1 | 2 / 组 | 乙 | 3 | 4']);
  });

  test('where bars and width do not agree no table is made', () => {
    const broken = table.toSpliced(8, 1);
    expect(read(...broken).filter((one) => one.startsWith('table'))).toEqual([]);
  });
});

test('a bar on a line of its own behind each cell: a row begins with the words behind figures', () => {
  expect(
    read(
      '信息内容',
      '|',
      '本年新',
      '制作数量',
      '|',
      '规章',
      '|',
      '3',
      '|',
      '|',
      '规范性文件',
      '|',
      '5',
      '|',
      '2',
      '|',
    ),
  ).toEqual(['table 0: 信息内容 | 本年新⏎制作数量 / 规章 | 3 |  / 规范性文件 | 5 | 2', '|']);
});

test('lone bars between rows still divide rows', () => {
  expect(read('规章', '3', '4', '|', '文件', '5', '6')).toEqual(['table 0: 规章 | 3 | 4 / 文件 | 5 | 6']);
});

test('bars on end behind a line say how many cells its row lacks; in Markdown they are blank cells', () => {
  expect(read('第一项 | |||', '内容 | 甲 | 乙 | 丙 |', '规章 | 3 | | 12 |', '许可 | 72 | ||')).toEqual([
    'table 0: 第一项 / 内容 | 甲 | 乙 | 丙 / 规章 | 3 |  | 12 / 许可 | 72',
  ]);
  expect(read('| 内容 | 甲 | 乙 |', '| 规章 | 3 ||')).toEqual(['table 0: 内容 | 甲 | 乙 / 规章 | 3 | ']);
});

type Flat = { width: number; rows: string[][] };
const flat = ({ rows }: TableBlock): Flat => ({
  width: Math.max(...rows.map((row) => row.cells.reduce((sum, cell) => sum + cell.colspan, 0))),
  rows: rows.map((row) => row.cells.map(({ text }) => text.replaceAll('\n', ' ').trim())),
});
const closed = (cell: string): string => (cell === '' ? '|' : `${cell} |`);
const exports: Record<string, (table: Flat) => string> = {
  'a cell a line': ({ width, rows }) =>
    rows
      .flatMap((row) => [...row.map(closed), ...(width > row.length ? ['|'.repeat(width - row.length)] : [])])
      .join('\n'),
  'a row a line': ({ width, rows }) =>
    rows.map((row) => `${row.map(closed).join(' ')} ${'|'.repeat(width - row.length)}`).join('\n'),
  'bars between': ({ rows }) =>
    rows
      .flatMap((row) => row.flatMap((cell) => [cell, '|']))
      .filter(Boolean)
      .join('\n'),
};

const root = new URL('../corpus/', import.meta.url);
const every = readdirSync(root).filter(
  (name) => !name.startsWith('encoding') && existsSync(new URL(`${name}/source.html`, root)),
);
const source: Source = { path: 'export.md', sha256: '', bytes: 0, format: 'text' };

/** Pages whose merged cells alone make their figures doubtful, and those that hold several reports. */
const otherwise = ['refused-figures-merged', 'two-reports-on-one-page', 'tables-of-last-year-without-title'];

const pages = oneIn(6, every);

describe.each(Object.entries(exports))('the pages of the corpus, printed %s', (_, print) => {
  test.each(pages.filter((name) => !otherwise.includes(name)))('%s: the same figures or none', (name) => {
    const page = readHtml(readFileSync(new URL(`${name}/source.html`, root), 'utf8'));
    const text = page.blocks
      .map((block) => (block.kind === 'table' ? print(flat(block)) : 'text' in block ? block.text : ''))
      .join('\n');
    const facts = new Map(extract(page, source).flatMap((one) => one.facts.map((fact) => [fact.ref, fact])));
    for (const fact of extract(readText(text), source).flatMap((one) => one.facts)) {
      const printed = facts.get(fact.ref);
      if (fact.state === 'number' && printed?.state === 'number')
        expect([fact.ref, fact.value]).toEqual([fact.ref, printed.value]);
      if (fact.state === 'blank') expect([fact.ref, printed?.state]).not.toEqual([fact.ref, 'number']);
    }
  });
});
