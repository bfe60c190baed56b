import { clipOf } from '../../parser/export/clip.ts';
import { toCsv } from '../../parser/export/csv.ts';
import { readingsOf } from '../../parser/extract.ts';
import type { Extraction } from '../../parser/extraction.ts';
import { holdsTotals } from '../../parser/findings/totals.ts';
import { openWithOwn, withOwn } from '../../parser/forms/registry.ts';
import { formGrid } from '../../parser/grid/form-grid.ts';
import { type ProseFinding, proseFindings } from '../../parser/prose/prose-findings.ts';
import type { SourceDocument } from '../../parser/source/blocks.ts';
import { tables } from '../../parser/tables.ts';
import type { TableReading } from '../../parser/tabulation.ts';
import { isWithoutReport, withTableIssues } from '../../parser/unread.ts';
import { readOwnForms } from '../wire/own-forms.ts';
import type { PageReading } from '../wire/reading.ts';

/** Reads and checks what a probe sent. `url` is the address of its frame, as the browser tells it. */
export const readReports = async (
  document: SourceDocument,
  url: string,
): Promise<{
  extractions: Extraction[];
  findings: ProseFinding[][];
  csv: string;
  tables?: TableReading[];
  clips?: PageReading['clips'];
}> => {
  const bytes = new TextEncoder().encode(JSON.stringify(document.blocks));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const source = { url: withoutFragment(url), sha256, bytes: bytes.length, format: 'dom' } as const;
  const own = await readOwnForms();
  const readings = readingsOf(document, source, [], withOwn(own));
  const extractions = readings.map(({ extraction }) => extraction);
  const findings = readings.map(({ extraction, start, text }) => proseFindings(text, extraction, start));
  const read = { extractions, findings, csv: toCsv(extractions) };
  if (!extractions.every(isWithoutReport)) return read;
  const { tables: found, issues } = tables(document, source, [], openWithOwn(own));
  const summed = tablesToKeep(found);
  const wanted = new Set(summed.filter(isSummed).map(({ index }) => index));
  const clips = document.blocks.flatMap((block) =>
    block.kind === 'table' && wanted.has(block.index)
      ? [{ table: block.index, ...clipOf(formGrid(block)) }]
      : [],
  );
  const told = extractions.map((one, at) => (at > 0 ? one : withTableIssues(one, issues)));
  return { ...read, extractions: told, tables: summed, clips };
};

/** The tables of a page or a file in which something adds up, as many as are kept; those in which nothing does only where others do. */
export const tablesToKeep = (found: readonly TableReading[]): TableReading[] =>
  holdsTotals(found)
    ? found
        .toSorted((a, b) => Number(isSummed(b)) - Number(isSummed(a)))
        .slice(0, mostTables)
        .sort((a, b) => a.index - b.index)
    : [];

const isSummed = ({ relations }: TableReading): boolean => relations.length > 0;

/** Readings are kept in memory that is small: no page has more tables that a person would look through. */
const mostTables = 60;

const withoutFragment = (url: string): string => url.replace(/#.*$/s, '');
