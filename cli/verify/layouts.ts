import type { DatasetFormat } from '../../parser/export/dataset-files.ts';
import type { TextTable } from '../../parser/export/difference.ts';
import type { Language } from '../../parser/messages/words.ts';

/** An export that holds rows, read back as text, whatever its format. JSON is read by `parser/export/exported.ts`. */

export type ExportedRows =
  | { layout: 'csv' | 'parquet' | 'sqlite'; tables: TextTable[] }
  | { layout: 'xlsx'; language: Language; tables: TextTable[] }
  | { layout: 'folder'; format: DatasetFormat; folder: string; tables: TextTable[] };

export type ExportLayout =
  | ExportedRows
  | { layout: 'text'; text: string }
  | { layout: 'damaged'; at: number | null };

/** A cell as text: nothing is nothing, whatever the format calls it. */
export const textOf = (cell: unknown): string => (cell === null || cell === undefined ? '' : String(cell));
