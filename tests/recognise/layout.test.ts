import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { extract } from '../../parser/extract.ts';
import { forms } from '../../parser/forms/registry.ts';
import { layoutOf } from '../../parser/recognise/layout.ts';
import { recognise } from '../../parser/recognise/recognise.ts';
import type { Block, SourceDocument } from '../../parser/source/blocks.ts';
import { decode } from '../../parser/source/encoding.ts';
import { readHtml } from '../../parser/source/html/html.ts';
import { keyedSheet } from '../../parser/table/keyed-sheet.ts';

const source = { path: 'page.html', sha256: '', bytes: 0, format: 'html' } as const;

/** The same page with other figures: `figure` is given each number with its place among the cells of its row. */
const withFigures = (
  document: SourceDocument,
  figure: (number: number, place: number) => string,
): SourceDocument => ({
  ...document,
  blocks: document.blocks.map(
    (block): Block =>
      block.kind !== 'table'
        ? block
        : {
            ...block,
            rows: block.rows.map((row) => {
              let place = 0;
              const cells = row.cells.map((cell) =>
                /^\d{1,9}$/.test(cell.text) ? { ...cell, text: figure(Number(cell.text), ++place) } : cell,
              );
              return { ...row, cells };
            }),
          },
  ),
});

/** Other figures; figures that count the columns; figures and none. */
const changes: readonly ((number: number, place: number) => string)[] = [
  (number, place) => `${number + place * 37}`,
  (_, place) => `${place}`,
  (number, place) => (place % 3 === 0 ? '' : place % 5 === 0 ? '/' : `${number}`),
];

/** Some pages of each kind, each with one of the changes: forms that are new have all their words to look up anew. */
const pages = globSync('tests/corpus/*/source.html')
  .sort()
  .filter((_, at) => at % 4 === 0);

test.each(pages)('%s: what was read before changes nothing of what is read', async (path) => {
  const document = readHtml((await decode(readFileSync(path))).text);
  const change = changes[pages.indexOf(path) % changes.length];
  const changed = change ? withFigures(document, change) : document;
  const shared = structuredClone(forms);
  extract(document, source, [], shared);
  const alone = extract(changed, source, [], structuredClone(forms));
  expect(extract(changed, source, [], shared)).toEqual(alone);
  expect(extract(changed, source, [], shared)).toEqual(alone);
});

test('figures that are found again are those of the page, not those of the page before', () => {
  const document = readHtml(readFileSync('samples/consistent-2020.html', 'utf8'));
  recognise(document.blocks, forms);
  const [report] = recognise(withFigures(document, () => '4711').blocks, forms).reports;
  const bindings = report?.fragments.flatMap((fragment) => fragment.bindings) ?? [];
  const numbers = bindings.filter(({ cell }) => /^\d+$/.test(cell.text));
  expect(numbers.length).toBeGreaterThan(100);
  expect(new Set(numbers.map(({ cell }) => cell.text))).toEqual(new Set(['4711']));
});

/** The layout of a table of one row, each cell of one slot. */
const layoutOfRow = (...texts: string[]): string | null =>
  layoutOf(
    keyedSheet({
      kind: 'table',
      index: 0,
      geometry: 'grid',
      rows: [{ group: 0, cells: texts.map((text) => ({ text, colspan: 1, rowspan: 1 })) }],
    }),
  );

test('a layout is that of all tables which differ in nothing but their figures', () => {
  expect(layoutOfRow('规章', '12', '7')).toBe(layoutOfRow('规章', '340', '0'));
});

test.each([
  ['words', ['规定', '12', '7']],
  ['a blank', ['规章', '12', '']],
  ['a mark', ['规章', '12', '/']],
  ['what cannot be read', ['规章', '12', '7 8']],
  ['one cell more', ['规章', '12', '7', '']],
])('%s make another layout', (_, texts) => {
  expect(layoutOfRow(...texts)).not.toBe(layoutOfRow('规章', '12', '7'));
});

test('figures that count the columns make another layout', () => {
  const layout = layoutOfRow('规章', '12', '7', '30');
  expect(layoutOfRow('规章', '1', '2', '4')).toBe(layout);
  expect(layoutOfRow('规章', '1', '2', '3')).not.toBe(layout);
});
