import { toCsv } from '../../parser/export/csv.ts';
import { extract } from '../../parser/extract.ts';
import type { Extraction } from '../../parser/extraction.ts';
import type { SourceDocument } from '../../parser/source/blocks.ts';

/** Reads and checks what a probe sent. `url` is the address of its frame, as the browser tells it. */
export const readReports = async (
  document: SourceDocument,
  url: string,
): Promise<{ extractions: Extraction[]; csv: string }> => {
  const bytes = new TextEncoder().encode(JSON.stringify(document.blocks));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const extractions = extract(document, {
    url: withoutFragment(url),
    sha256,
    bytes: bytes.length,
    format: 'dom',
  });
  return { extractions, csv: toCsv(extractions) };
};

const withoutFragment = (url: string): string => url.replace(/#.*$/s, '');
