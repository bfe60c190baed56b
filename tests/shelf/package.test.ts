import { readFileSync } from 'node:fs';
import Ajv from 'ajv-draft-04';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { packageFiles } from '../../parser/export/package.ts';
import { bothSamples } from './kept.ts';
import { keptPage, villages } from './pages.ts';

/** The profile is that of the `datapackage` package 1.1.10 (MIT), which has it from specs.frictionlessdata.io. */
const profile = JSON.parse(readFileSync('tests/shelf/frictionless/tabular-data-package.json', 'utf8'));

type Field = {
  name: string;
  type: string;
  constraints?: { required?: boolean; minimum?: number; enum?: string[]; pattern?: string };
};
type Resource = { name: string; path: string; bytes: number; schema: { fields: Field[] } };

const reports = [...(await bothSamples()), keptPage([villages('7892')])];
const files = new Map(
  packageFiles(reports, '2026-02-02T00:00:00Z', '0.1.0').map(({ name, text }) => [name, text]),
);
const descriptor: { resources: Resource[] } = JSON.parse(files.get('datapackage.json') ?? '');

test('fits the profile of a tabular data package', () => {
  const ajv = new Ajv({ strict: false, validateFormats: false });
  const fits = ajv.compile(profile);
  fits(descriptor);
  expect(fits.errors).toBeNull();
  // That the profile is really asked.
  expect(fits({ ...descriptor, profile: 'data-package' })).toBe(false);
});

/** Table Schema: how a cell of each type is written. */
const written: Record<string, RegExp> = {
  string: /^[\s\S]*$/,
  integer: /^[+-]?\d+$/,
  number: /^[+-]?\d+(\.\d+)?$/,
  datetime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
};

describe.each(descriptor.resources)('$path', ({ path, bytes, schema: { fields } }) => {
  const text = files.get(path) ?? '';
  const [header, ...rows] = Papa.parse<string[]>(text.trimEnd()).data;

  test('has the columns and the bytes that are declared, and no byte order mark', () => {
    expect(header).toEqual(fields.map(({ name }) => name));
    expect(Buffer.byteLength(text)).toBe(bytes);
    expect(text.charCodeAt(0)).not.toBe(0xfeff);
  });

  test('holds in every cell what its column declares', () => {
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      for (const [at, { name, type, constraints = {} }] of fields.entries()) {
        const cell = row[at] ?? '';
        if (cell === '') {
          expect(constraints.required, name).not.toBe(true);
          continue;
        }
        expect(cell, name).toMatch(written[type] ?? /never/);
        if (constraints.minimum !== undefined) {
          expect(Number(cell)).toBeGreaterThanOrEqual(constraints.minimum);
        }
        if (constraints.enum) expect(constraints.enum).toContain(cell);
        if (constraints.pattern) expect(cell).toMatch(new RegExp(`^(?:${constraints.pattern})$`));
      }
    }
  });
});

test('every figure has its provenance in the line that is named', () => {
  const rowsOf = (name: string) =>
    Papa.parse<Record<string, string>>(files.get(name) ?? '', { header: true, skipEmptyLines: true }).data;
  const [figures, provenance, ids] = [rowsOf('figures.csv'), rowsOf('provenance.csv'), rowsOf('reports.csv')];
  expect(provenance).toHaveLength(figures.length);
  figures.forEach(({ table, row, column, raw, value, slot, source }, at) => {
    const found = provenance[at];
    expect(found?.line).toBe(String(at + 1));
    expect(found?.ref).toBe(`${table}.${row}.${column}`);
    expect([found?.value, found?.raw]).toEqual([value, raw]);
    expect(`t${found?.table}r${found?.row}c${found?.column}`).toBe(slot);
    expect(found?.url || found?.path).toBe(source);
    expect(found?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(ids.map(({ report }) => report)).toContain(found?.report);
  });
  expect(new Set(provenance.map(({ hash_of }) => hash_of))).toEqual(new Set(['bytes', 'blocks']));
});
