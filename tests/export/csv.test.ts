import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { csvOf, csvRows, csvStart, neutral, toCsv } from '../../parser/export/csv.ts';
import { runs, seeded } from '../properties/seed.ts';
import { extraction, fact } from './extraction.ts';

const header =
  'report,authority,year,form,table,row,row_label,column,column_label,ref,value,state,unit,raw,source,sha256,slot';

const rowsOf = (csv: string): string[][] =>
  Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data;

/** The `raw` cell of a fact with that text. */
const rawCell = (raw: string): string | undefined =>
  rowsOf(toCsv([extraction({ facts: [fact({ raw, value: null, state: 'unreadable' })] })]))[1]?.[13];

describe('CSV', () => {
  test('starts with a BOM and the header, and every line ends with CRLF', () => {
    const csv = toCsv([extraction()]);
    expect(csv.startsWith(`\uFEFF${header}\r\n`)).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('one fact a line, with the official labels and the slot from 0', () => {
    const csv = toCsv([extraction({ facts: [fact({ value: 20, raw: '20' })] })]);
    expect(csv.split('\r\n')[1]).toBe(
      [
        `${'ab'.repeat(8)}-t1,甲市人民政府,2020,disclosure-2019,requests,granted,（一）予以公开,total,总计,requests.granted.total`,
        `20,number,,20,reports/2020.html,${'ab'.repeat(32)},t1r5c9`,
      ].join(','),
    );
  });

  test('a local row carries the label it was printed with', () => {
    const csv = toCsv([extraction({ facts: [fact({ ref: 'requests.extra_1.total' })] })]);
    expect(rowsOf(csv)[1]?.slice(4, 9)).toEqual([
      'requests',
      'extra_1',
      '6.其他不予处理情形',
      'total',
      '总计',
    ]);
  });

  test('a blank is an empty value, not a zero', () => {
    const csv = toCsv([extraction({ facts: [fact({ value: null, state: 'blank', raw: '' })] })]);
    expect(rowsOf(csv)[1]?.slice(10, 14)).toEqual(['', 'blank', '', '']);
  });

  test('a page from the web has its address as source', () => {
    const csv = toCsv([
      extraction({
        source: { url: 'http://a.gov.cn/1', sha256: '', bytes: 0, format: 'dom' },
        facts: [fact({})],
      }),
    ]);
    expect(rowsOf(csv)[1]?.[14]).toBe('http://a.gov.cn/1');
  });

  test('nothing read: the header alone; several reports: one header', () => {
    const none = extraction({ form: null, facts: [] });
    expect(toCsv([])).toBe(`\uFEFF${header}\r\n`);
    expect(toCsv([none])).toBe(`\uFEFF${header}\r\n`);
    const two = toCsv([extraction(), extraction()]);
    expect(two.split('report,authority,').length - 1).toBe(1);
    expect(two).toBe(csvStart() + csvRows(extraction()) + csvRows(extraction()));
  });

  test('a real negative number stays a number', () => {
    const csv = toCsv([extraction({ facts: [fact({ value: -3, raw: '-3' })] })]);
    expect(rowsOf(csv)[1]?.slice(10, 14)).toEqual(['-3', 'number', '', '-3']);
    expect(rawCell('-1,234.5')).toBe('-1,234.5');
  });

  test.each(['=1+1', '+2', '-', '-1+1', '-1,23', '-2\n=1', '@SUM(A1)', '\t=1', '\r=1', "=cmd|' /C calc'!A0"])(
    '%j would start a formula and is neutralised',
    (raw) => {
      expect(rawCell(raw)).toBe(`'${raw}`);
    },
  );

  test.each(['3-1', 'a=b', ' =1', '', '—', '“引号”', 'a "b", c'])('%j is left as it is', (raw) => {
    expect(rawCell(raw)).toBe(raw);
  });

  test(`any text comes back as it went in, and none starts a formula (${seeded})`, () => {
    const text = fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n",\'1.件 a') });
    fc.assert(
      fc.property(text, (raw) => {
        const read = rawCell(raw);
        const plain = !/^[=+\-@\t\r]/.test(raw) || /^-\d+(,\d{3})*(\.\d+)?$/.test(raw);
        expect(read).toBe(plain ? raw : `'${raw}`);
      }),
      runs(500),
    );
  });

  test(`whatever was written before, a table is what papaparse makes of it (${seeded})`, () => {
    const text = fc.string({ unit: fc.constantFrom(...'=",\r\n; 1件'), maxLength: 70 });
    const cell = fc.oneof(text, fc.integer(), fc.double({ noNaN: true }), fc.constant(null));
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
        (rows) => {
          const expected = Papa.unparse(
            rows.map((row) => row.map(neutral)),
            { newline: '\r\n' },
          );
          expect(csvOf(['a'], rows)).toBe(`\uFEFFa\r\n${expected}\r\n`);
        },
      ),
      runs(500),
    );
  });
});
