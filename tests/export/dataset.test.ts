import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { csvColumns, factRows, reportIdOf } from '../../parser/export/csv.ts';
import { datasetNames, datasetTable, datasetTables } from '../../parser/export/dataset.ts';
import { datasetDescriptor, datasetDictionary, datasetViews } from '../../parser/export/dataset-files.ts';
import { reportRows, tabulationRows } from '../../parser/export/dataset-rows.ts';
import type { Extraction } from '../../parser/extraction.ts';
import { verdictOn } from '../../parser/findings/verdict.ts';
import { extraction } from './extraction.ts';
import { tabulationOf } from './tabulation.ts';

/** The rows of a table of the data set, each cell under the name of its column. */
const named = (table: (typeof datasetNames)[number], rows: readonly (readonly unknown[])[]) =>
  rows.map((row) => {
    const { fields } = datasetTable(table);
    expect(row, table).toHaveLength(fields.length);
    return Object.fromEntries(fields.map(({ name }, at) => [name, row[at]]));
  });

const rowsOf = (changes: Partial<Extraction> = {}) => {
  const one = extraction(changes);
  const { tables, relations, ...rows } = {
    ...reportRows({ extraction: one, statements: [] }),
    tables: [],
    relations: [],
  };
  return Object.fromEntries(
    Object.entries(rows).map(([name, list]) => [name, named(name as keyof typeof rows, list)]),
  );
};

const report = `${'ab'.repeat(8)}-t0`;

describe('what one report adds', () => {
  test('a row of its own: where it is from, what it is, and its verdict', () => {
    const one = extraction();
    const { verdict, counts } = verdictOn({ extraction: one, statements: [] });
    expect(rowsOf().reports).toEqual([
      {
        report: reportIdOf(one),
        source: 'reports/2020.html',
        sha256: 'ab'.repeat(32),
        bytes: 1234,
        format: 'html',
        authority: '甲市人民政府',
        authority_evidence: one.authority?.evidence,
        year: 2020,
        year_evidence: '2020年',
        form: 'disclosure-2019',
        cells_read: one.coverage.read,
        cells_expected: one.coverage.expected,
        verdict,
        ...counts,
      },
    ]);
    expect(verdict).toBe('violated');
  });

  test('also where nothing could be read', () => {
    const nothing = {
      ...{ form: null, authority: null, year: null, facts: [], checks: [], diagnoses: [], claims: [] },
      source: { url: 'http://a.gov.cn/1', sha256: '', bytes: 0, format: 'unknown' as const },
      issues: [{ code: 'file_not_found' as const, path: 'none' }],
    };
    const rows = rowsOf(nothing);
    expect(rows.reports).toMatchObject([
      {
        report: '-t0',
        source: 'http://a.gov.cn/1',
        authority: null,
        authority_evidence: null,
        year: null,
        year_evidence: null,
        form: null,
        verdict: 'unread',
      },
    ]);
    expect(rows.facts).toEqual([]);
    expect(
      rowsOf({ ...nothing, source: { ...nothing.source, url: undefined } }).reports?.[0]?.source,
    ).toBeNull();
  });

  test('its facts, as the CSV has them', () => {
    const one = extraction();
    expect(datasetTable('facts').fields.map(({ name }) => name)).toEqual([...csvColumns]);
    expect(reportRows({ extraction: one, statements: [] }).facts).toEqual(factRows(one));
  });

  test('its checks by rule and place, and their terms: which were taken for zero, and which are at fault', () => {
    const one = extraction();
    const { checks = [], check_terms: terms = [] } = rowsOf();
    expect(checks).toHaveLength(one.checks.length);
    const about = (check: string) => checks.find((row) => row.check === check);
    expect(about('requests.balance@natural_person')).toMatchObject({
      report,
      rule: 'requests.balance',
      place: 'natural_person',
      outcome: 'violated',
      left: 90,
      right: 0,
      difference: 90,
      reason: null,
      sentence_zh: expect.stringContaining('90'),
      sentence_en: expect.stringContaining('90'),
    });
    const blank = one.checks.find(({ assumedZero }) => assumedZero.includes('requests.granted.total'));
    expect(terms.filter((row) => row.check === blank?.id)).toEqual(
      blank?.terms.map(({ ref, weight, value }, ordinal) => ({
        ...{ report, check: blank.id, ordinal, ref, weight, value },
        assumed_zero: ref === 'requests.granted.total' ? 'true' : 'false',
        at_fault: 'false',
      })),
    );
    const open = rowsOf({
      checks: [
        {
          ...{
            id: 'whole',
            outcome: 'undetermined',
            left: null,
            right: null,
            difference: null,
            assumedZero: [],
          },
          terms: [
            { ref: 'requests.granted.total', weight: 1, value: null },
            { ref: 'requests.other.total', weight: -1, value: 3 },
          ],
          reason: { code: 'not_read', refs: ['requests.granted.total'] },
        },
      ],
    });
    expect(open.checks).toMatchObject([{ check: 'whole', rule: 'whole', place: null, reason: 'not_read' }]);
    expect(open.check_terms?.map(({ at_fault }) => at_fault)).toEqual(['true', 'false']);
  });

  test('the counts of its text', () => {
    const [claim] = extraction().claims;
    if (!claim) throw new Error('There is one.');
    expect(
      rowsOf({ claims: [claim, { ...claim, about: ['a.b.c', 'd.e.f'] }, { ...claim, about: null }] }).claims,
    ).toEqual([
      {
        ...{ report, ordinal: 0, quote: '新收90件', value: 90, about: 'requests.received_new.total' },
        ...{ scope: 'whole', outcome: 'violated', block: 3, at: 12 },
      },
      expect.objectContaining({ ordinal: 1, about: 'a.b.c d.e.f' }),
      expect.objectContaining({ ordinal: 2, about: null }),
    ]);
  });

  test('each cell of each possible mend; that there is none is a result as well', () => {
    const explains = ['requests.balance@natural_person', 'requests.balance@total'];
    const [here, there] = ['requests.received_new.natural_person', 'requests.received_new.total'];
    const rows = rowsOf({
      diagnoses: [
        {
          ...{ explains, capped: true },
          alternatives: [
            { changes: [{ ref: here, from: 90, to: 0 }], likely: 'digit_extra', rank: 1 },
            {
              changes: [
                { ref: here, from: 90, to: 1 },
                { ref: there, from: null, to: 2 },
              ],
              ...{ likely: null, rank: 2 },
            },
          ],
        },
        { explains: explains.slice(1), alternatives: [], capped: false },
      ],
    });
    const shared = { report, explains: explains.join(' '), capped: 'true' };
    const worded = { sentence_zh: expect.any(String), sentence_en: expect.any(String) };
    expect(rows.diagnoses).toEqual([
      {
        ...shared,
        ordinal: 0,
        alternative: 0,
        change: 0,
        rank: 1,
        likely: 'digit_extra',
        ref: here,
        from: 90,
        to: 0,
        ...worded,
      },
      {
        ...shared,
        ordinal: 0,
        alternative: 1,
        change: 0,
        rank: 2,
        likely: null,
        ref: here,
        from: 90,
        to: 1,
        ...worded,
      },
      {
        ...shared,
        ordinal: 0,
        alternative: 1,
        change: 1,
        rank: 2,
        likely: null,
        ref: there,
        from: null,
        to: 2,
        ...worded,
      },
      {
        ...{
          report,
          ordinal: 1,
          alternative: 0,
          change: 0,
          rank: 0,
          likely: null,
          explains: 'requests.balance@total',
        },
        ...{ ref: null, from: null, to: null, capped: 'false', sentence_zh: null, sentence_en: null },
      },
    ]);
    const [first, second, third] = rows.diagnoses ?? [];
    expect(first?.sentence_zh).not.toBe(second?.sentence_zh);
    expect(second?.sentence_en).toBe(third?.sentence_en);
  });

  test('its issues, with their parameters', () => {
    expect(rowsOf().issues).toEqual([
      {
        ...{ report, ordinal: 0, code: 'extra_row', severity: 'note', slot: 't1r24c2' },
        params: JSON.stringify({
          ...{ table: 'requests', row: 'extra_1', label: '6.其他不予处理情形', subtotal: false },
          slot: { table: 1, row: 24, column: 2 },
        }),
        sentence_zh: expect.stringContaining('6.其他不予处理情形'),
        sentence_en: expect.stringContaining('6.其他不予处理情形'),
      },
      expect.objectContaining({ ordinal: 1, code: 'year_conflict', slot: null }),
    ]);
  });

  test('everything that was found in it', () => {
    const one = extraction();
    const { findings } = verdictOn({ extraction: one, statements: [] });
    const rows = rowsOf().findings;
    expect(
      rows?.map(({ ordinal, kind, rule, strength, key }) => ({ ordinal, kind, rule, strength, key })),
    ).toEqual(
      findings.map(({ kind, rule, strength, key }, ordinal) => ({ ordinal, kind, rule, strength, key })),
    );
    expect(rows?.find(({ kind }) => kind === 'claim')).toMatchObject({
      ...{ report, about: 'requests.received_new.total', quote: '新收90件' },
      numbers: expect.stringMatching(/^[[{].*90/),
      sentence_zh: expect.stringContaining('90'),
      sentence_en: expect.stringContaining('90'),
    });
    const identity = rows?.find(({ kind }) => kind === 'identity');
    expect(identity).toMatchObject({
      quote: null,
      about: expect.stringMatching(/^requests\.\S+( requests\.\S+)+$/),
    });
    const reading = rows?.filter(({ kind }) => kind === 'reading') ?? [];
    expect(reading.map(({ about, slot }) => [about, slot])).toEqual(
      findings
        .filter(({ kind }) => kind === 'reading')
        .map(({ about, slot }) => [
          about.length === 0 ? null : about.join(' '),
          slot === undefined ? null : `t${slot.table}r${slot.row}c${slot.column}`,
        ]),
    );
  });
});

test('what one source adds: each figure of its tables, and each line of each relation', () => {
  const { tables, relations } = tabulationRows(tabulationOf({ path: 'budget.html' }));
  expect(named('tables', tables)[0]).toEqual({
    ...{
      source: 'budget.html',
      table: 2,
      caption: '表一',
      row_path: '支出 › 教 育 > 科学',
      column_path: '2020年',
    },
    ...{ unit: '万元', raw: '1,200', value: 1200, state: 'number', role: 'part', slot: 't2r3c1' },
  });
  expect(named('relations', relations)).toEqual([
    {
      ...{
        source: 'budget.html',
        table: 2,
        relation: 'r0',
        kind: 'sum',
        axis: 'down',
        target: '5',
        parts: '3 −4',
      },
      ...{ cue: 'total', line: 1, outcome: 'satisfied', rounding: 'true', printed: 10, computed: 10.1 },
      ...{ difference: -0.1, strength: 'asserted', reason: null },
    },
    expect.objectContaining({
      line: 2,
      outcome: 'undetermined',
      rounding: 'false',
      strength: 'hint',
      reason: 'not_read',
    }),
    expect.objectContaining({
      relation: 'r1',
      axis: 'cells',
      target: '5:1',
      parts: 't0:2:3 −t1:4',
      cue: 'balance',
    }),
  ]);
  const of = (source: object) => tabulationRows(tabulationOf(source)).tables[0]?.[0];
  expect([of({ url: 'http://a.gov.cn' }), of({})]).toEqual(['http://a.gov.cn', '']);
});

describe('the files beside the tables', () => {
  const file = { rows: 3, bytes: 20, sha256: 'ff' };

  test('a descriptor after Frictionless: what each file holds, and how the tables join', () => {
    const csv = JSON.parse(datasetDescriptor('csv', { facts: file }, '1.2.3'));
    expect(csv).toMatchObject({
      profile: 'tabular-data-package',
      name: 'gouji-data',
      title: expect.any(String),
    });
    expect(csv.description).toContain('Gouji 1.2.3.');
    expect(csv.resources.map(({ name }: { name: string }) => name)).toEqual(
      datasetTables.map(({ name }) => name),
    );
    const { schema, ...facts } = csv.resources[1];
    expect(facts).toEqual({
      ...{ profile: 'tabular-data-resource', name: 'facts', title: '每个数字一行 / One row for each figure' },
      ...{
        path: 'facts.csv',
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        bytes: 20,
        hash: 'sha256:ff',
        rows: 3,
      },
      dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    });
    expect(schema.primaryKey).toEqual(['report', 'ref']);
    expect(schema.missingValues).toEqual(['']);
    expect(schema.foreignKeys).toEqual([
      { fields: ['report'], reference: { resource: 'reports', fields: ['report'] } },
    ]);
    expect(schema.fields.find(({ name }: { name: string }) => name === 'state')).toEqual({
      ...{
        name: 'state',
        type: 'string',
        title: expect.any(String),
        description: expect.stringContaining('blank'),
      },
      constraints: { required: true, enum: ['number', 'blank', 'mark', 'unreadable'] },
    });
    expect(schema.fields.find(({ name }: { name: string }) => name === 'unit').constraints).toEqual({});
    // Of a file that is not there.
    expect(csv.resources[0]).toMatchObject({ bytes: 0, hash: 'sha256:', rows: 0 });
    expect('foreignKeys' in csv.resources[0].schema).toBe(false);
  });

  test('the same for Parquet, which needs no dialect', () => {
    const parquet = JSON.parse(datasetDescriptor('parquet', {}, '1'));
    expect(parquet.profile).toBe('data-package');
    const { schema: _, title: __, ...facts } = parquet.resources[1];
    expect(facts).toEqual({
      ...{ profile: 'data-resource', name: 'facts', path: 'facts.parquet', format: 'parquet' },
      ...{ mediatype: 'application/vnd.apache.parquet', bytes: 0, hash: 'sha256:', rows: 0 },
    });
    expect(datasetDescriptor('parquet', {}, '1').endsWith('}\n')).toBe(true);
  });

  test('a dictionary: every column of every table in both languages', () => {
    const text = datasetDictionary();
    const [header, ...rows] = Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
    expect(header?.join()).toBe('table,field,type,key,required,values,zh,en');
    expect(text.startsWith('table')).toBe(true);
    expect(rows.map(([table, name]) => `${table}.${name}`)).toEqual(
      datasetTables.flatMap(({ name, fields }) => fields.map((field) => `${name}.${field.name}`)),
    );
    const about = (table: string, field: string) =>
      rows.find((row) => row[0] === table && row[1] === field)?.slice(2);
    expect(about('facts', 'ref')).toEqual([
      'string',
      'true',
      'true',
      '',
      '指标：表.行.列',
      'table.row.column',
    ]);
    expect(about('facts', 'unit')).toEqual(['string', 'false', 'false', '', '所印单位', 'Unit as printed']);
    expect(about('issues', 'severity')?.slice(0, 4)).toEqual(['string', 'false', 'true', 'unread note']);
  });

  test('views for DuckDB: the tables, and the years as columns where two reports that differ stand for nothing', () => {
    const parquet = datasetViews('parquet', [2020, 2021]);
    expect(parquet).toContain(
      "CREATE OR REPLACE VIEW facts AS SELECT * FROM read_parquet('facts.parquet');\n",
    );
    expect(parquet.match(/^CREATE OR REPLACE VIEW (\w+)/gm)?.map((line) => line.split(' ').at(-1))).toEqual([
      ...datasetNames,
      'finding_facts',
      'wide',
    ]);
    expect(parquet).toContain(`SELECT authority, form, ref, "table", row_label, column_label, unit,
  CASE WHEN min(value) FILTER (WHERE year = 2020) = max(value) FILTER (WHERE year = 2020) THEN max(value) FILTER (WHERE year = 2020) END AS "2020",
  CASE WHEN min(value) FILTER (WHERE year = 2021) = max(value) FILTER (WHERE year = 2021) THEN max(value) FILTER (WHERE year = 2021) END AS "2021",
  concat_ws(' ', CASE WHEN min(value) FILTER (WHERE year = 2020) <> max(value) FILTER (WHERE year = 2020) THEN '2020' END, CASE WHEN min(value) FILTER (WHERE year = 2021) <> max(value) FILTER (WHERE year = 2021) THEN '2021' END) AS differing
FROM facts`);
    const csv = datasetViews('csv', []);
    expect(csv).toContain(
      "read_csv('check_terms.csv', header = true, delim = ',', quote = '\"', escape = '\"', new_line = '\\r\\n', max_line_size = 33554432, columns = {'report': 'VARCHAR', 'check': 'VARCHAR', 'ordinal': 'BIGINT', 'ref': 'VARCHAR', 'weight': 'BIGINT', 'value': 'DOUBLE', 'assumed_zero': 'BOOLEAN', 'at_fault': 'BOOLEAN'})",
    );
    // Where there is no year there is none to compare.
    expect(csv).toContain('column_label, unit\nFROM facts');
  });
});

test('a table that is asked for by another name is none', () => {
  expect(datasetTable('facts').name).toBe('facts');
  expect(() => datasetTable('figures' as 'facts')).toThrow('No table figures');
});
