import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { idOf } from '../../parser/export/kept.ts';
import { readShelfJson, toShelfJson } from '../../parser/export/shelf-json.ts';
import { extractionSchema } from '../../parser/extraction.ts';
import { bothSamples } from './kept.ts';

const reports = await bothSamples();
const text = toShelfJson(reports);
const changed = (change: (file: { schema: string; reports: Record<string, unknown>[] }) => void): string => {
  const file = JSON.parse(text);
  change(file);
  return JSON.stringify(file);
};

describe('what this version writes', () => {
  test('is read again to the last field', () => {
    expect(readShelfJson(text)).toEqual({ kind: 'shelf', reports, refused: [] });
    expect(toShelfJson(reports)).toBe(text);
  });

  test('carries for every figure where it is from', () => {
    for (const { retrieved, tool, extraction } of JSON.parse(text).reports) {
      expect(extraction.source.url ?? extraction.source.path).toBeTruthy();
      expect(extraction.source.sha256).toMatch(/^[0-9a-f]{64}$/);
      expect([retrieved, tool].every(Boolean)).toBe(true);
      for (const fact of extraction.facts)
        expect(Object.keys(fact)).toEqual(expect.arrayContaining(['raw', 'slot']));
    }
  });

  test('and what a later version may add is kept', () => {
    const read = readShelfJson(
      changed(({ reports: [first] }) => {
        if (first) first.later = '待核实';
      }),
    );
    expect(read.kind === 'shelf' && read.reports[0]).toHaveProperty('later', '待核实');
  });
});

describe('what an earlier version wrote', () => {
  const old = readFileSync('tests/shelf/old/shelf-1.json', 'utf8');
  const raw: { title: string | null; kept: string; extraction: unknown }[] = JSON.parse(old).reports;

  test('is brought over without a loss', () => {
    const read = readShelfJson(old);
    if (read.kind !== 'shelf') throw new Error(`not read: ${read.kind}`);
    expect(read.refused).toEqual([]);
    expect(read.reports.map(({ extraction }) => extraction)).toEqual(raw.map(({ extraction }) => extraction));
    expect(read.reports.map(({ title, kept, retrieved }) => [title, kept, retrieved])).toEqual(
      raw.map(({ title, kept }) => [title, kept, kept]),
    );
    expect(read.reports.map(({ tool }) => tool)).toEqual(['0.1.0', '0.1.0']);
    expect(read.reports.map(idOf)).toEqual(read.reports.map(({ id }) => id));
  });

  test('holds extractions that still fit the contract', () => {
    for (const { extraction } of raw) expect(extractionSchema.parse(extraction)).toEqual(extraction);
  });

  test('goes round: read, written by this version, read again', () => {
    const read = readShelfJson(old);
    if (read.kind !== 'shelf') throw new Error(`not read: ${read.kind}`);
    expect(readShelfJson(toShelfJson(read.reports))).toEqual(read);
  });
});

describe('what cannot be read is said', () => {
  test.each([
    ['no JSON', '<html></html>'],
    ['other JSON', '[1, 2]'],
    ['another schema', changed((file) => (file.schema = 'gouji/extraction/1'))],
    ['no reports', '{"schema": "gouji/shelf/2"}'],
  ])('%s', (_what, file) => expect(readShelfJson(file)).toEqual({ kind: 'other' }));

  test('a later version', () => {
    const later = changed((file) => (file.schema = 'gouji/shelf/5'));
    expect(readShelfJson(later)).toEqual({ kind: 'newer', schema: 'gouji/shelf/5' });
  });

  test.each(['yesterday', '2026-02-30', '2026-13-01T00:00:00Z', 20260201])(
    'one damaged report (%j), and the others are read',
    (time) => {
      const damaged = changed(({ reports: [first] }) => {
        if (first) first.retrieved = time;
      });
      expect(readShelfJson(damaged)).toEqual({ kind: 'shelf', reports: [reports[1]], refused: [1] });
    },
  );
});

test('a report cannot come in under the id of another', () => {
  const [first, second] = reports;
  const read = readShelfJson(
    changed((file) => {
      if (file.reports[0]) file.reports[0].id = second.id;
    }),
  );
  expect(read.kind === 'shelf' && read.reports.map(({ id }) => id)).toEqual([first.id, second.id]);
});
