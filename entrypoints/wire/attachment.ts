import type { Origin } from '../../parser/read.ts';
import type { Reading } from '../../parser/reading.ts';

/** What the script `attachment.js` brings with it, as `goujiReadFile`: never rejects for what a file holds. */
export type FileReader = (origin: Origin, bytes: Uint8Array<ArrayBuffer>) => Promise<Reading[]>;
