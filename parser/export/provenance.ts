import { verdictOn } from '../findings/verdict.ts';
import type { CsvCell } from './csv.ts';
import { type Kept, toldOf } from './kept.ts';

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
  'kind',
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

/** One row for each report and each page of tables. */
export const reportRows = (records: readonly Kept[]): CsvCell[][] =>
  records.map((record) => {
    const { kind, id, title, retrieved, kept, tool, extraction, note } = record;
    const { source, form, authority, year, coverage } = extraction;
    const counts = countsIn(record);
    return [
      id,
      kind,
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
      counts.satisfied,
      counts.violated,
      counts.undetermined,
      note ?? null,
    ];
  });

type IdentityCounts = { satisfied: number; violated: number; undetermined: number };

/** Identities of a form; of a page of tables its totals, a hint being no violation. */
const countsIn = (record: Kept): IdentityCounts => {
  if (record.kind === 'tables') return verdictOn(toldOf(record)).counts;
  const count = (outcome: string): number =>
    record.extraction.checks.filter((check) => check.outcome === outcome).length;
  return {
    satisfied: count('satisfied'),
    violated: count('violated'),
    undetermined: count('undetermined'),
  };
};
