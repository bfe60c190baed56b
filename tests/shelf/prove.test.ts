import { describe, expect, test } from 'vitest';
import { toCsv } from '../../parser/export/csv.ts';
import { readExported } from '../../parser/export/exported.ts';
import { toJson, toNdjsonLine } from '../../parser/export/json.ts';
import { prove } from '../../parser/export/prove.ts';
import { toShelfJson } from '../../parser/export/shelf-json.ts';
import type { Extraction } from '../../parser/extraction.ts';
import { bothSamples, fromPage } from './kept.ts';

const [right, wrong] = await bothSamples();
const page = right.extraction;

const proofOf = (text: string, pages: readonly Extraction[]) => {
  const exported = readExported(text);
  if (exported.kind !== 'data') throw new Error(`not read: ${exported.kind}`);
  return prove(exported.reports, exported.notation, pages);
};

describe('every row is proven from the page it came from', () => {
  test.each([
    ['CSV', toCsv([page])],
    ['JSON', toJson([page])],
    ['a line of JSON', toNdjsonLine(page)],
    ['JSON of the shelf', toShelfJson([right])],
  ])('in %s', (_what, text) => {
    const [proof] = proofOf(text, [page]);
    expect(proof).toMatchObject({ proven: page.facts.length, unproven: [], notExported: 0 });
  });

  test('also what was kept from the live page, proven from the saved one', () => {
    const [proof] = proofOf(toShelfJson([{ ...right, extraction: fromPage(page) }]), [page]);
    expect(proof).toMatchObject({ proven: page.facts.length, sameBytes: null });
  });

  test('each report from its own page, in any order', () => {
    const other: Extraction = { ...wrong.extraction, year: { value: 2021, evidence: '2021年' } };
    const proofs = proofOf(toCsv([page, other]), [other, page]);
    expect(proofs.map(({ unproven }) => unproven)).toEqual([[], []]);
    expect(proofs.map((proof) => proof.page)).toEqual([page, other]);
  });
});

const withRaw = (raw: string, value: number | null, state: 'mark' | 'number'): Extraction => ({
  ...page,
  facts: page.facts.map((fact, at) => (at === 0 ? { ...fact, raw, value, state } : fact)),
});

describe('an apostrophe that a spreadsheet is given', () => {
  test.each(['=1+1', '-', '+2', '@x', '\tx'])('is none of the page: %j', (raw) => {
    const printed = withRaw(raw, null, 'mark');
    const csv = toCsv([printed]);
    expect(csv).toContain(`'${raw}`);
    expect(proofOf(csv, [printed])[0]?.unproven).toEqual([]);
    expect(proofOf(toJson([printed]), [printed])[0]?.unproven).toEqual([]);
  });

  test('is not given to a negative number', () => {
    const printed = withRaw('-8', -8, 'number');
    expect(toCsv([printed])).toContain(',-8,number,');
    expect(proofOf(toCsv([printed]), [printed])[0]?.unproven).toEqual([]);
  });

  test('and one that the page prints itself is not taken for it', () => {
    const [proof] = proofOf(toJson([withRaw("'=1", null, 'mark')]), [withRaw('=1', null, 'mark')]);
    expect(proof?.unproven).toHaveLength(1);
  });
});

describe('what the page does not say is found', () => {
  const ref = 'requests.total_processed.natural_person';
  const changed = (change: Partial<Extraction['facts'][number]>): string =>
    toCsv([{ ...page, facts: page.facts.map((fact) => (fact.ref === ref ? { ...fact, ...change } : fact)) }]);

  test.each([
    ['another number', { value: 90 }, 'value'],
    ['another text', { raw: '89 ' }, 'raw'],
    ['another unit', { unit: '万件' }, 'unit'],
    ['a blank', { state: 'blank' as const }, 'state'],
    ['another place', { slot: { table: 0, row: 0, column: 0 } }, 'slot'],
  ])('%s', (_what, change, field) => {
    const [proof] = proofOf(changed(change), [page]);
    expect(proof?.unproven.map((one) => [one.ref, one.field])).toEqual([[ref, field]]);
    // The line of the file, its header counted.
    expect(proof?.unproven[0]?.line).toBe(page.facts.findIndex((fact) => fact.ref === ref) + 2);
    expect(proof?.proven).toBe(page.facts.length - 1);
  });

  test('a cell that the page does not have, and one that was not exported', () => {
    const facts = page.facts.map((fact) =>
      fact.ref === ref ? { ...fact, ref: 'requests.extra_1.total' } : fact,
    );
    const [proof] = proofOf(toJson([{ ...page, facts }]), [page]);
    expect(proof?.unproven.map((one) => [one.ref, one.field])).toEqual([['requests.extra_1.total', null]]);
    expect(proof?.notExported).toBe(1);
  });

  test('another year or body', () => {
    const other = { ...page, authority: { value: '乙市人民政府', evidence: '' } };
    const [proof] = proofOf(toCsv([other]), [page]);
    expect(proof?.unproven[0]?.field).toBe('authority');
    expect(proof?.unproven).toHaveLength(page.facts.length);
  });

  test('a report of which no page was given', () => {
    const other = { ...wrong.extraction, year: { value: 2019, evidence: '' } };
    const [first, second] = proofOf(toCsv([page, other]), [page]);
    expect(first?.unproven).toEqual([]);
    expect(second).toMatchObject({ page: null, proven: 0, unproven: [] });
  });
});

test('a number that a spreadsheet wrote shorter is the same number', () => {
  const printed = withRaw('10.50', 10.5, 'number');
  const csv = toCsv([printed]).replace(',10.5,number', ',10.50,number');
  expect(csv).toContain(',10.50,number');
  expect(proofOf(csv, [printed])[0]?.unproven).toEqual([]);
});

describe('what is no export is refused', () => {
  test.each([
    ['nothing', '', null],
    ['another table', 'a,b\r\n1,2\r\n', null],
    ['a cut row', `${toCsv([page])}济宁市`, page.facts.length + 2],
    ['other JSON', '{"a": 1}', 1],
    ['broken JSON', '[{"schema":', null],
  ])('%s', (_what, text, at) => expect(readExported(text)).toEqual({ kind: 'unreadable', at }));
});

describe('of several pages the one a report is from is taken', () => {
  const at = (path: string, extraction: Extraction, sha256 = path): Extraction => ({
    ...extraction,
    source: { ...extraction.source, path, sha256 },
  });
  const named = (extraction: Extraction, value: string): Extraction => ({
    ...extraction,
    authority: { value, evidence: value },
  });
  const pageTaken = (exported: Extraction, pages: readonly Extraction[]) =>
    proofOf(toJson([exported]), pages)[0]?.page;

  test('by its bytes, though another has its name', () => {
    const [moved, other] = [at('moved.html', page, 'the bytes'), at('report.html', page, 'others')];
    expect(pageTaken(at('report.html', page, 'the bytes'), [other, moved])).toBe(moved);
  });

  test('of two reports with the same bytes the one of its body', () => {
    const [one, two] = [at('page.html', named(page, '甲局')), at('page.html', named(page, '乙局'))];
    expect(pageTaken(two, [one, two])).toBe(two);
  });

  test('by its name where the bytes have changed', () => {
    const [pdf, html] = [at('report.pdf', page, 'a'), at('report.html', page, 'b')];
    expect(pageTaken(at('report.html', page, 'before'), [pdf, html])).toBe(html);
  });

  test('by body, year and form where neither is known, and never one of another body among several', () => {
    const other = named(page, '乙局');
    expect(
      pageTaken(at('c.html', page, 'c'), [at('a.html', other, 'a'), at('b.html', page, 'b')])?.source.path,
    ).toBe('b.html');
    expect(
      pageTaken(at('c.html', page, 'c'), [at('a.html', other, 'a'), at('b.html', other, 'b')]),
    ).toBeNull();
  });
});
