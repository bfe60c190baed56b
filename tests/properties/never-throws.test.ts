import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extract, unrecognised } from '../../parser/extract.ts';
import { type Extraction, extractionSchema, type Source } from '../../parser/extraction.ts';
import { formGrid } from '../../parser/grid/form-grid.ts';
import { cellOf } from '../../parser/grid/grid.ts';
import type { SourceDocument } from '../../parser/source/blocks.ts';
import { decode } from '../../parser/source/encoding.ts';
import { readHtml } from '../../parser/source/html/html.ts';
import { readText } from '../../parser/source/plain-text/text.ts';
import { runs, seeded } from './seed.ts';

/** Whatever comes in, out comes an extraction that keeps the contract, or one that says why there is none. */

const source: Source = { sha256: '0', bytes: 0, format: 'unknown' };
const sample = (name: string): string =>
  readFileSync(new URL(`../../samples/${name}`, import.meta.url), 'utf8');
const page = sample('consistent-2020.html');
const text = sample('plain-text-2020.txt');

const keepsContract = (extraction: Extraction, document: SourceDocument | null): void => {
  extractionSchema.parse(extraction);
  const { facts, coverage, checks, issues, form } = extraction;
  if (form === null) {
    expect(facts).toEqual([]);
    expect(issues.length, 'no form and no reason').toBeGreaterThan(0);
  }
  expect(new Set(facts.map((fact) => fact.ref)).size, 'a fact is given twice').toBe(facts.length);
  expect(coverage.read).toBeLessThanOrEqual(coverage.expected);
  if (coverage.read < coverage.expected)
    expect(issues.length, 'something was skipped in silence').toBeGreaterThan(0);
  for (const check of checks) expect(check.outcome === 'undetermined').toBe(check.reason !== undefined);
  // What a fact says it read stands where it says.
  for (const fact of facts) {
    expect(fact.value !== null).toBe(fact.state === 'number');
    const block = document?.blocks.find((one) => one.kind === 'table' && one.index === fact.slot.table);
    if (block?.kind !== 'table') throw new Error(`${fact.ref} stands in no table`);
    const cell =
      block.geometry === 'sequence'
        ? block.rows[fact.slot.row]?.cells[fact.slot.column]
        : cellOf(formGrid(block), fact.slot.row, fact.slot.column)?.cell;
    expect(cell?.text.trim(), fact.ref).toBe(fact.raw.trim());
  }
};

const reads = (input: string): void => {
  for (const read of [readHtml, readText]) {
    const document = read(input);
    const extractions = extract(document, source);
    expect(extractions.length).toBeGreaterThan(0);
    for (const extraction of extractions) keepsContract(extraction, document);
  }
};

const readsBytes = async (bytes: Uint8Array): Promise<void> => {
  const { text: decoded, issues } = await decode(bytes);
  if (decoded === '') {
    expect(issues.length, 'no text and no reason').toBeGreaterThan(0);
    keepsContract(unrecognised(null, source, issues), null);
  } else reads(decoded);
};

type Edit = {
  from: number;
  length: number;
  to: number;
  how: 'cut' | 'double' | 'move' | 'overwrite';
  by: string;
};

const edited = (page: string, { from, length, to, how, by }: Edit): string => {
  const piece = page.slice(from, from + length);
  const rest = page.slice(0, from) + by + page.slice(from + length);
  switch (how) {
    case 'cut':
      return rest;
    case 'double':
      return page.slice(0, from) + piece + page.slice(from);
    case 'move':
      return rest.slice(0, to) + piece + rest.slice(to);
    case 'overwrite':
      return page.slice(0, from) + by + page.slice(from + by.length);
  }
};

const between = [
  '',
  '<',
  '</td>',
  '</table>',
  '<table>',
  '<tr>',
  '<td colspan=1000>',
  '<td rowspan=65534>',
  '\t',
  '\n\n',
  '9',
];

/** Cuts, doubles and swaps pieces of a page, as half a download or a careless editor does. */
const damaged = (whole: string): fc.Arbitrary<string> => {
  const edit: fc.Arbitrary<Edit> = fc.record({
    from: fc.nat(whole.length),
    length: fc.nat(400),
    to: fc.nat(whole.length),
    how: fc.constantFrom('cut', 'double', 'move', 'overwrite'),
    by: fc.constantFrom(...between),
  });
  return fc.array(edit, { minLength: 1, maxLength: 8 }).map((edits) => edits.reduce(edited, whole));
};

describe('the samples, whole', () => {
  test.each([
    ['consistent-2020.html', page],
    ['plain-text-2020.txt', text],
  ])('%s', (_, whole) => reads(whole));
});

describe('never a throw', () => {
  test(`any string (${seeded})`, () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), reads), runs(300));
  });

  test(`any words, tags and figures (${seeded})`, () => {
    const pieces = fc.constantFrom(
      ...'<table> <tr> <td> </td> </table> <td/colspan=3> <td/rowspan=0> <td/rowspan=9> <th> <tbody> <tfoot> <caption> <br> <p> <img> \t \n'
        .replaceAll('/', ' ')
        .split(' '),
      ...'自然人 商业企业 科研机构 总计 其他 予以公开 行政复议 结果维持 尚未审结 规章 本年制发件数 1 12 -3 0 / 无 （一） 第二十条第（五）项 2020年'.split(
        ' ',
      ),
      '三、收到和处理政府信息公开申请情况',
      '某市某局2020年政府信息公开工作年度报告',
      '\n\n',
    );
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 150 }).map((all) => all.join('')),
        reads,
      ),
      runs(200),
    );
  });

  test(`a damaged page (${seeded})`, () => {
    fc.assert(fc.property(damaged(page), reads), runs(60));
  });

  test(`a damaged text (${seeded})`, () => {
    fc.assert(fc.property(damaged(text), reads), runs(100));
  });

  test(`any bytes (${seeded})`, async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), readsBytes), runs(300));
  });

  test(`bytes of a page, some of them changed (${seeded})`, async () => {
    const bytes = new TextEncoder().encode(page);
    const changes = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(changes, async (edits) => {
        const changed = bytes.slice();
        for (const [at, byte] of edits) changed[at] = byte;
        await readsBytes(changed);
      }),
      runs(40),
    );
  });
});
