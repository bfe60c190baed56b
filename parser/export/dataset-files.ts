import { type CsvCell, csvOf } from './csv.ts';
import { type DatasetTable, datasetTables } from './dataset.ts';

/** The files beside the tables of a data set: descriptor, dictionary, views. */

export type DatasetFormat = 'parquet' | 'csv';

/** What is known of a table's file when it is whole. */
export type DatasetFile = { rows: number; bytes: number; sha256: string };

const required = (is: true | undefined): object => (is ? { required: true } : {});

/** `datapackage.json`: a Frictionless Data Package (specs.frictionlessdata.io), tabular where its files are CSV. */
export const datasetDescriptor = (
  format: DatasetFormat,
  files: Readonly<Record<string, DatasetFile>>,
  tool: string,
): string => {
  const csv = format === 'csv';
  const resource = ({ name, zh, en, fields, primaryKey, foreignKeys }: DatasetTable): object => ({
    ...(csv ? { profile: 'tabular-data-resource' } : { profile: 'data-resource' }),
    name,
    title: `${zh} / ${en}`,
    path: `${name}.${format}`,
    format,
    mediatype: csv ? 'text/csv' : 'application/vnd.apache.parquet',
    ...(csv ? { encoding: 'utf-8' } : {}),
    bytes: files[name]?.bytes ?? 0,
    hash: `sha256:${files[name]?.sha256 ?? ''}`,
    rows: files[name]?.rows ?? 0,
    ...(csv
      ? {
          dialect: {
            delimiter: ',',
            lineTerminator: '\r\n',
            quoteChar: '"',
            doubleQuote: true,
            header: true,
          },
        }
      : {}),
    schema: {
      fields: fields.map((one) => ({
        name: one.name,
        type: one.type,
        title: one.zh,
        description: one.en,
        constraints: { ...required(one.required), ...(one.values ? { enum: one.values } : {}) },
      })),
      missingValues: [''],
      primaryKey,
      ...(foreignKeys.length > 0
        ? {
            foreignKeys: foreignKeys.map(({ fields: from, table, to }) => ({
              fields: from,
              reference: { resource: table, fields: to },
            })),
          }
        : {}),
    },
  });
  return `${JSON.stringify(
    {
      profile: csv ? 'tabular-data-package' : 'data-package',
      name: 'gouji-data',
      title: '政府信息公开工作年度报告数据 / Annual reports on open government information',
      description: `Read and checked by Gouji ${tool}. Numbers are as printed, never corrected; a blank is not a zero. 数值均为原文所印，从不更正；空白不是零。`,
      resources: datasetTables.map(resource),
    },
    null,
    2,
  )}\n`;
};

/** Every column of every table, in both languages. */
export const datasetDictionary = (): string => {
  const rows = datasetTables.flatMap(({ name, fields, primaryKey }): CsvCell[][] =>
    fields.map((one) => [
      name,
      one.name,
      one.type,
      primaryKey.includes(one.name) ? 'true' : 'false',
      one.required ? 'true' : 'false',
      one.values?.join(' ') ?? null,
      one.zh,
      one.en,
    ]),
  );
  return csvOf(['table', 'field', 'type', 'key', 'required', 'values', 'zh', 'en'], rows).replace(
    /^\uFEFF/,
    '',
  );
};

const duckTypes = { string: 'VARCHAR', integer: 'BIGINT', number: 'DOUBLE', boolean: 'BOOLEAN' } as const;

const readOf = ({ name, fields }: DatasetTable, format: DatasetFormat): string => {
  if (format === 'parquet') return `read_parquet('${name}.parquet')`;
  const columns = fields.map((one) => `'${one.name}': '${duckTypes[one.type]}'`).join(', ');
  return `read_csv('${name}.csv', header = true, delim = ',', quote = '"', escape = '"', new_line = '\\r\\n', max_line_size = 33554432, columns = {${columns}})`;
};

/**
 * Views for DuckDB: each table under its name, findings with the figures they are about, and the years as columns.
 * @param years those that there are reports of.
 */
export const datasetViews = (format: DatasetFormat, years: readonly number[]): string => {
  const tables = datasetTables.map(
    (table) => `CREATE OR REPLACE VIEW ${table.name} AS SELECT * FROM ${readOf(table, format)};`,
  );
  // Two reports of one body and year that print different numbers have none that could stand for both.
  const inYear = (year: number): string =>
    `  CASE WHEN min(value) FILTER (WHERE year = ${year}) = max(value) FILTER (WHERE year = ${year}) THEN max(value) FILTER (WHERE year = ${year}) END AS "${year}"`;
  const differing = years
    .map(
      (year) =>
        `CASE WHEN min(value) FILTER (WHERE year = ${year}) <> max(value) FILTER (WHERE year = ${year}) THEN '${year}' END`,
    )
    .join(', ');
  return `-- cd into this folder, then: duckdb -init views.sql
${tables.join('\n')}

-- One row for each cell that a finding is about, with what is printed there.
CREATE OR REPLACE VIEW finding_facts AS
SELECT f.report, f.ordinal, f.kind, f.rule, f.strength, f.sentence_zh, f.sentence_en, r.authority, r.year, r.source,
  u.ref, x.value, x.state, x.raw, x.slot
FROM findings f
JOIN reports r ON r.report = f.report
CROSS JOIN unnest(string_split(f.about, ' ')) AS u(ref)
LEFT JOIN facts x ON x.report = f.report AND x.ref = u.ref;

-- The years as columns. Where several reports of one body and year print different numbers the cell is empty and the year stands in "differing".
CREATE OR REPLACE VIEW wide AS
SELECT authority, form, ref, "table", row_label, column_label, unit${years.length > 0 ? `,\n${years.map(inYear).join(',\n')},\n  concat_ws(' ', ${differing}) AS differing` : ''}
FROM facts
GROUP BY authority, form, ref, "table", row_label, column_label, unit;
`;
};
