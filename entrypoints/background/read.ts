import { type ProseFinding, proseFindings } from '../../parser/check/prose-findings.ts';
import { toCsv } from '../../parser/export/csv.ts';
import { readingsOf } from '../../parser/extract.ts';
import type { Extraction } from '../../parser/extraction.ts';
import type { SourceDocument } from '../../parser/source/blocks.ts';

/** Reads and checks what a probe sent. `url` is the address of its frame, as the browser tells it. */
export const readReports = async (
  document: SourceDocument,
  url: string,
): Promise<{ extractions: Extraction[]; findings: ProseFinding[][]; csv: string }> => {
  const bytes = new TextEncoder().encode(JSON.stringify(document.blocks));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const readings = readingsOf(document, {
    url: withoutFragment(url),
    sha256,
    bytes: bytes.length,
    format: 'dom',
  });
  const extractions = readings.map(({ extraction }) => extraction);
  const findings = readings.map(({ blocks, extraction, start }) => proseFindings(blocks, extraction, start));
  return { extractions, findings, csv: toCsv(extractions) };
};

const withoutFragment = (url: string): string => url.replace(/#.*$/s, '');
