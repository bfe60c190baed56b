import type { CsvCell } from './csv.ts';
import type { Kept } from './kept.ts';

/** Where every exported number is from: enough to open the page again, find the cell and prove it. One row a fact, in the order of the CSV. */

export const provenanceColumns = [
  /** Ordinal of the figure in the CSV, its header not counted, from 1. */
  'line',
  'report',
  'ref',
  'value',
  'raw',
  'url',
  'path',
  'retrieved',
  'table',
  'row',
  'column',
  'sha256',
  'hash_of',
  'tool',
  'form',
] as const;

/** Table Schema has no parts of a second. */
const second = (iso: string): string => iso.replace(/\.\d+Z$/, 'Z');

/** @param before figures of the reports before these. */
export const provenanceRows = (reports: readonly Kept[], before = 0): CsvCell[][] => {
  let line = before;
  return reports.flatMap(({ id, retrieved, tool, extraction: { source, form, facts } }) =>
    facts.map(({ ref, value, raw, slot }): CsvCell[] => {
      line += 1;
      return [
        line,
        id,
        ref,
        value,
        raw,
        source.url ?? null,
        source.path ?? null,
        second(retrieved),
        slot.table,
        slot.row,
        slot.column,
        source.sha256,
        // Of a live page the blocks are hashed, of a file its bytes.
        source.format === 'dom' ? 'blocks' : 'bytes',
        tool,
        form?.id ?? null,
      ];
    }),
  );
};

export const reportColumns = [
  'report',
  'authority',
  'year',
  'form',
  'form_title',
  'url',
  'path',
  'title',
  'retrieved',
  'kept',
  'sha256',
  'tool',
  'cells_read',
  'cells_expected',
  'satisfied',
  'violated',
  'undetermined',
  'note',
] as const;

/** One row a report. */
export const reportRows = (reports: readonly Kept[]): CsvCell[][] =>
  reports.map(({ id, title, retrieved, kept, tool, extraction, note }) => {
    const { source, form, authority, year, coverage, checks } = extraction;
    const count = (outcome: string): number => checks.filter((check) => check.outcome === outcome).length;
    return [
      id,
      authority?.value ?? null,
      year?.value ?? null,
      form?.id ?? null,
      form?.title ?? null,
      source.url ?? null,
      source.path ?? null,
      title,
      second(retrieved),
      second(kept),
      source.sha256,
      tool,
      coverage.read,
      coverage.expected,
      count('satisfied'),
      count('violated'),
      count('undetermined'),
      note ?? null,
    ];
  });
