import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { toJson, toNdjsonLine } from '../../parser/export/json.ts';
import { extractionJsonSchema, verdictJsonSchema } from '../../parser/export/schema.ts';
import { type Extraction, extractionSchema } from '../../parser/extraction.ts';
import { extraction } from './extraction.ts';

/** The same data with the keys of every object in the opposite order. */
const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
};

describe('JSON', () => {
  test('the keys have one order, however an object was built', () => {
    const shuffled = reversed(extraction()) as Extraction;
    expect(JSON.stringify(shuffled)).not.toBe(JSON.stringify(extraction()));
    expect(toNdjsonLine(shuffled)).toBe(toNdjsonLine(extraction()));
    expect(toJson([shuffled])).toBe(toJson([extraction()]));
  });

  test('that order is the schema’s', () => {
    const { issues: _issues, ...rest } = extraction();
    const written = JSON.parse(toNdjsonLine({ ...rest, issues: [] }));
    // A zod object gives its keys in the order of its shape.
    const parsed = extractionSchema.parse(reversed({ ...rest, issues: [] }));
    expect(JSON.stringify(written)).toBe(JSON.stringify(parsed));
  });

  test('what is written is what was extracted, and fits the schema', () => {
    const written = JSON.parse(toNdjsonLine(extraction()));
    expect(written).toEqual(extraction());
    expect(extractionSchema.parse(written)).toEqual(extraction());
  });

  test('an issue has its code first and its place last', () => {
    const [issue] = JSON.parse(toNdjsonLine(reversed(extraction()) as Extraction)).issues;
    expect(Object.keys(issue)).toEqual(['code', 'label', 'row', 'subtotal', 'table', 'slot']);
  });

  test('ndjson is one line; JSON is an array, also of one and of none', () => {
    expect(toNdjsonLine(extraction()).split('\n')).toEqual([expect.any(String), '']);
    expect(JSON.parse(toJson([]))).toEqual([]);
    expect(JSON.parse(toJson([extraction()]))).toHaveLength(1);
    expect(JSON.parse(toJson([extraction(), extraction()]))).toHaveLength(2);
  });
});

describe('published schema', () => {
  test.each([
    ['extraction', extractionJsonSchema()],
    ['verdict', verdictJsonSchema()],
  ])('docs/%s.schema.json is current', (name, schema) => {
    const file = new URL(`../../docs/${name}.schema.json`, import.meta.url);
    expect(JSON.parse(readFileSync(file, 'utf8')), 'Run npm run schema').toEqual(
      JSON.parse(JSON.stringify(schema)),
    );
  });
});
