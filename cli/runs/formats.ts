export type Format = 'json' | 'ndjson' | 'csv' | 'xlsx' | 'parquet' | 'sqlite';
export const formats: readonly Format[] = ['json', 'ndjson', 'csv', 'xlsx', 'parquet', 'sqlite'];
/** Those that are no text and need a file. */
export const isTable = (format: Format | 'summary'): format is 'xlsx' | 'parquet' | 'sqlite' =>
  format === 'xlsx' || format === 'parquet' || format === 'sqlite';
