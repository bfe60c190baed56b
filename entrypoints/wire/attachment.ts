import type { ProseFinding } from '../../parser/check/prose-findings.ts';
import type { Extraction } from '../../parser/extraction.ts';
import type { Origin } from '../../parser/read.ts';

/** A report of a file, or why there is none, and what its text says of itself. */
export type FileReport = { extraction: Extraction; findings: ProseFinding[] };

/** What the script `attachment.js` brings with it, as `goujiReadFile`: at least one, and never rejects for what a file holds. */
export type FileReader = (origin: Origin, bytes: Uint8Array<ArrayBuffer>) => Promise<FileReport[]>;
