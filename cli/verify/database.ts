import type { DatabaseSync } from 'node:sqlite';
import type { TextTable } from '../../parser/export/difference.ts';
import { textOf } from './layouts.ts';

/** The tables of a database as text, by what reports and cells are called and not by numbers that each database gives anew. */

const children = ['facts', 'checks', 'diagnoses', 'claims', 'issues', 'findings'] as const;

const columnsOf = (database: DatabaseSync, table: string): string[] =>
  database
    .prepare(`SELECT name FROM pragma_table_info('${table}')`)
    .all()
    .map(({ name }) => String(name));

const named = (alias: string, columns: readonly string[]): string =>
  columns.map((name) => `${alias}."${name}"`).join(', ');

const tableOf = (database: DatabaseSync, name: string, sql: string): TextTable => {
  const statement = database.prepare(sql);
  const columns = statement.columns().map((one) => String(one.name));
  const rows = statement.all().map((row, at) => ({
    line: at + 1,
    cells: columns.map((column) => textOf(row[column])),
  }));
  return { name, columns, rows };
};

export const databaseTables = (database: DatabaseSync): TextTable[] => {
  const reports = columnsOf(database, 'reports').filter((name) => name !== 'id' && name !== 'source');
  const source = 'coalesce(r.path, r.url) AS source';
  // What a page of an archive is called in a run is not known to who reads the page again.
  const key = 'CASE WHEN r.url IS NULL THEN s.key END AS key';
  return [
    tableOf(
      database,
      'reports',
      `SELECT ${source}, ${key}, ${named('r', reports)} FROM reports r JOIN sources s ON s.id = r.source ORDER BY r.id`,
    ),
    ...children.map((name) => {
      const own = columnsOf(database, name).filter((one) => one !== 'report' && one !== 'cell');
      const cells = columnsOf(database, 'cells').filter((one) => one !== 'id');
      return tableOf(
        database,
        name,
        name === 'facts'
          ? `SELECT ${source}, r.report AS report, r.ordinal AS report_ordinal, ${named('c', cells)}, ${named('t', own)} FROM facts t JOIN reports r ON r.id = t.report JOIN cells c ON c.id = t.cell ORDER BY t.report, t.ordinal`
          : `SELECT ${source}, r.report AS report, r.ordinal AS report_ordinal, ${named('t', own)} FROM ${name} t JOIN reports r ON r.id = t.report ORDER BY t.report`,
      );
    }),
  ];
};
