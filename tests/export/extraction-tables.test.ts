import { expect, test } from 'vitest';
import { extractionTables } from '../../parser/export/extraction-tables.ts';
import { extraction, fact } from './extraction.ts';

type Row = Record<string, string | number | undefined>;

const tables = (...extractions: unknown[]): Record<string, Row[]> =>
  Object.fromEntries(
    extractionTables(extractions.map((one, at) => ({ number: at + 1, extraction: one }))).map((table) => [
      table.name,
      table.rows.map(
        ({ line, cells }): Row => ({
          line,
          ...Object.fromEntries(table.columns.map((column, at) => [column, cells[at]])),
        }),
      ),
    ]),
  );

const [granted, other] = [
  fact({}),
  fact({ ref: 'requests.other.total', value: null, state: 'blank', raw: '' }),
];

test('an extraction is a row of heads, and a row for each fact, check, diagnosis, claim and issue', () => {
  const one = extraction({
    facts: [granted, other],
    checks: [],
    diagnoses: [],
    coverage: { read: 2, expected: 7 },
  });
  const found = tables(one);
  expect(Object.keys(found)).toEqual(['extraction', 'facts', 'checks', 'diagnoses', 'claims', 'issues']);
  expect(found.extraction).toEqual([
    {
      line: 1,
      number: '1',
      schema: '"gouji/extraction/1"',
      'source.path': '"reports/2020.html"',
      'source.url': '',
      'source.sha256': `"${'ab'.repeat(32)}"`,
      'source.bytes': '1234',
      'source.format': '"html"',
      source: '{}',
      'form.id': '"disclosure-2019"',
      'form.title': JSON.stringify(one.form?.title),
      'form.issuedAs': JSON.stringify(one.form?.issuedAs),
      form: '{}',
      'authority.value': '"甲市人民政府"',
      'authority.evidence': JSON.stringify(one.authority?.evidence),
      authority: '{}',
      'year.value': '2020',
      'year.evidence': '"2020年"',
      year: '{}',
      'coverage.read': '2',
      'coverage.expected': '7',
      coverage: '{}',
      other: '{}',
    },
  ]);
  expect(found.facts).toEqual([
    {
      ...{ line: 1, number: '1', ref: '"requests.granted.total"', value: '1', state: '"number"', raw: '"1"' },
      ...{ unit: 'null', slot: '{"column":9,"row":5,"table":1}', other: '{}' },
    },
    {
      ...{ line: 2, number: '1', ref: '"requests.other.total"', value: 'null', state: '"blank"', raw: '""' },
      ...{ unit: 'null', slot: '{"column":9,"row":5,"table":1}', other: '{}' },
    },
  ]);
  expect(found.claims).toEqual([
    {
      ...{ line: 1, number: '1', quote: '"新收90件"', value: '90', about: '["requests.received_new.total"]' },
      ...{ scope: '"whole"', outcome: '"violated"', block: '3', at: '12', other: '{}' },
    },
  ]);
  expect(found.issues?.map(({ code, slot, other: rest }) => [code, slot, rest])).toEqual([
    [
      '"extra_row"',
      '{"column":2,"row":24,"table":1}',
      '{"label":"6.其他不予处理情形","row":"extra_1","subtotal":false,"table":"requests"}',
    ],
    ['"year_conflict"', '', '{"candidates":[{"evidence":"2020年","value":2020}]}'],
  ]);
  expect([found.checks, found.diagnoses]).toEqual([[], []]);
});

test('checks and diagnoses have their parts in columns', () => {
  const found = tables(extraction());
  expect(Object.keys(found.checks?.[0] ?? {})).toEqual([
    'line',
    'number',
    'id',
    'outcome',
    'left',
    'right',
    'difference',
    'terms',
    'assumedZero',
    'reason',
    'other',
  ]);
  expect(found.diagnoses).toEqual([
    {
      ...{
        line: 1,
        number: '1',
        explains: '["requests.balance@natural_person"]',
        capped: 'false',
        other: '{}',
      },
      alternatives:
        '[{"changes":[{"from":90,"ref":"requests.received_new.natural_person","to":0}],"likely":null,"rank":1}]',
    },
  ]);
});

test('several are told apart by their numbers', () => {
  const found = tables(extraction({ facts: [granted] }), extraction({ facts: [other, granted] }));
  expect(found.extraction?.map(({ line, number }) => [line, number])).toEqual([
    [1, '1'],
    [2, '2'],
  ]);
  expect(found.facts?.map((one) => [one.line, one.number, one.ref])).toEqual([
    [1, '1', '"requests.granted.total"'],
    [1, '2', '"requests.other.total"'],
    [2, '2', '"requests.granted.total"'],
  ]);
});

test('the order of keys is none of its matter; what the schema does not have is not lost', () => {
  const one = extraction();
  const reversed = Object.fromEntries(Object.entries(one).reverse());
  expect(tables(reversed)).toEqual(tables(one));
  const more = tables({
    ...one,
    added: { b: 1, a: [undefined, 2], none: undefined },
    source: { ...one.source, mirror: 'x' },
    facts: [{ ...granted, altered: true }],
  });
  expect(more.extraction?.[0]).toMatchObject({
    other: '{"added":{"a":[,2],"b":1}}',
    source: '{"mirror":"x"}',
  });
  expect(more.facts?.[0]).toMatchObject({ other: '{"altered":true}' });
});

test('what is no extraction at all has a row all the same', () => {
  const found = tables(null, [1], { facts: 'none', form: null, year: 2020, claims: [7, null] });
  expect(
    found.extraction?.map(({ line, schema, form, year, other: rest }) => [line, schema, form, year, rest]),
  ).toEqual([
    [1, '', '{}', '{}', '{}'],
    [2, '', '{}', '{}', '{}'],
    [3, '', 'null', '2020', '{}'],
  ]);
  expect(found.facts).toEqual([]);
  expect(found.claims?.map((one) => [one.quote, one.other])).toEqual([
    ['', '7'],
    ['', 'null'],
  ]);
});
