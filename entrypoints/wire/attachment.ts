import type { Origin } from '../../parser/documents.ts';
import type { Extraction } from '../../parser/extraction.ts';
import type { AnyForm } from '../../parser/forms/open-form.ts';
import type { ProseFinding } from '../../parser/prose/prose-findings.ts';
import type { TableReading } from '../../parser/tabulation.ts';

/** A report of a file, or why there is none, and what its text says of itself. */
type FileReport = { extraction: Extraction; findings: ProseFinding[] };

/** At least one report. `tables` are those of a file without a report, where they were asked for and something adds up in one of them. */
export type AttachmentReports = { reports: FileReport[]; tables?: TableReading[] };

/**
 * What the script `attachment.js` brings with it, as `goujiReadFile`. Never rejects for what a file holds.
 * `totals`: of a file that was read, and holds no report, the tables with figures, if something adds up in one of them.
 */
export type FileReader = (
  origin: Origin,
  bytes: Uint8Array<ArrayBuffer>,
  own: readonly AnyForm[],
  totals?: 'totals',
) => Promise<AttachmentReports>;
