import { existsSync, statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import type { Extraction } from '../../parser/extraction.ts';
import { namesOf, partsOf } from '../../parser/messages/names.ts';
import { wordsIn } from '../../parser/messages/words.ts';
import { severity } from '../../parser/severity.ts';
import { applicationId, structure, tables } from './database.ts';
import type { ResumableOutput } from './output.ts';
import { OutputProblem, writingTo } from './problem.ts';

/** Whole extractions in a database. A source is there whole or not at all, so that a run that was broken off can be gone on with. */

/** Sources between two commits: a commit each would wait for the disk each time. */
const batch = 200;

/** `node:sqlite` is there without a flag from this version of Node. */
const needed = '22.13';

type Database = typeof import('node:sqlite').DatabaseSync;

const databaseClass = async (): Promise<Database> => {
  try {
    return (await withoutWarning(() => import('node:sqlite'))).DatabaseSync;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_UNKNOWN_BUILTIN_MODULE'))
      throw error;
    throw new OutputProblem({ code: 'sqlite_needs_node', needed, found: process.versions.node });
  }
};

/** Node 22 says on standard error that its SQLite is experimental, which is no concern of who runs this command. */
const withoutWarning = async <Result>(load: () => Promise<Result>): Promise<Result> => {
  const { emitWarning } = process;
  process.emitWarning = (() => {}) as typeof process.emitWarning;
  try {
    return await load();
  } finally {
    process.emitWarning = emitWarning;
  }
};

const numberOf = (database: DatabaseSync, pragma: 'application_id' | 'user_version'): number =>
  Number(database.prepare(`PRAGMA ${pragma}`).get()?.[pragma]);

/** Opens the database or makes it; one that is not ours is left alone. */
const opened = (Database: Database, path: string): DatabaseSync => {
  const isNew = !existsSync(path) || statSync(path).size === 0;
  const database = new Database(path);
  try {
    if (isNew) {
      database.exec(
        `BEGIN; ${tables} PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${structure}; COMMIT`,
      );
    } else if (numberOf(database, 'application_id') !== applicationId) {
      throw new OutputProblem({ code: 'database_of_others', path });
    }
    const found = numberOf(database, 'user_version');
    if (found !== structure) {
      throw new OutputProblem({ code: 'database_of_other_version', path, found, needed: structure });
    }
    // A reader may look while it is written, and a commit need not wait for the disk.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
};

/** Result codes of SQLite that a person can do something about (sqlite.org/rescode.html). */
const fileProblems: ReadonlySet<number> = new Set([5, 6, 8, 10, 13, 14, 23]);
const notADatabase = 26;

/** Failures of the database as problems that can be told; anything else is a fault of ours and passes. */
const telling = <Result>(path: string, work: () => Result): Result => {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Error && 'errcode' in error && typeof error.errcode === 'number')) throw error;
    // The low byte is the code, the rest details of it.
    const code = error.errcode & 0xff;
    if (code === notADatabase) throw new OutputProblem({ code: 'database_of_others', path });
    if (!fileProblems.has(code)) throw error;
    throw new OutputProblem({ code: 'cannot_write', path, detail: error.message });
  }
};

const json = (value: unknown): string => JSON.stringify(value);

const insertsOf = (database: DatabaseSync) => {
  const into = (table: string, columns: readonly string[]) =>
    database.prepare(
      `INSERT INTO ${table} (${columns.map((name) => `"${name}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    );
  return {
    source: into('sources', ['key']),
    report: into(
      'reports',
      'source ordinal path url sha256 bytes format form form_title issued_as authority authority_evidence year year_evidence cells_read cells_expected'.split(
        ' ',
      ),
    ),
    cell: into('cells', 'form ref table row column row_label column_label'.split(' ')),
    fact: into(
      'facts',
      'report ordinal cell value state unit raw slot_table slot_row slot_column'.split(' '),
    ),
    check: into(
      'checks',
      'report id rule place outcome left right difference terms assumed_zero reason reason_refs sentence_zh sentence_en'.split(
        ' ',
      ),
    ),
    diagnosis: into(
      'diagnoses',
      'report ordinal alternative rank likely explains changes capped sentence_zh sentence_en'.split(' '),
    ),
    claim: into('claims', 'report ordinal quote value about scope outcome block at'.split(' ')),
    issue: into(
      'issues',
      'report ordinal code severity slot_table slot_row slot_column params sentence_zh sentence_en'.split(
        ' ',
      ),
    ),
  };
};

type Inserts = ReturnType<typeof insertsOf>;

/** Numbers of `cells` by what they are called; a few hundred for each form, and one for each local row. */
type Cells = { known: Map<string, number>; find: ReturnType<DatabaseSync['prepare']> };
const mostKnown = 20_000;

const insertReport = (
  source: number | bigint,
  ordinal: number,
  extraction: Extraction,
  into: Inserts,
  cells: Cells,
): void => {
  const {
    source: from,
    form,
    authority,
    year,
    coverage,
    facts,
    checks,
    diagnoses,
    claims,
    issues,
  } = extraction;
  const names = namesOf(extraction);
  const zh = wordsIn('zh-CN').about(extraction);
  const en = wordsIn('en').about(extraction);
  const cellOf = (ref: string): number => {
    const { table, row, column } = partsOf(ref);
    const labels = [names.row(table, row).zh, names.column(table, column).zh] as const;
    const key = [ref, form?.id ?? '', ...labels].join('\n');
    let cell = cells.known.get(key);
    if (cell === undefined) {
      const there = cells.find.get(ref, form?.id ?? '', ...labels);
      cell = Number(
        there?.id ?? into.cell.run(form?.id ?? '', ref, table, row, column, ...labels).lastInsertRowid,
      );
      if (cells.known.size < mostKnown) cells.known.set(key, cell);
    }
    return cell;
  };
  const report = into.report.run(
    source,
    ordinal,
    from.path ?? null,
    from.url ?? null,
    from.sha256,
    from.bytes,
    from.format,
    form?.id ?? null,
    form?.title ?? null,
    form?.issuedAs ?? null,
    authority?.value ?? null,
    authority?.evidence ?? null,
    year?.value ?? null,
    year?.evidence ?? null,
    coverage.read,
    coverage.expected,
  ).lastInsertRowid;
  for (const [at, { ref, value, state, unit, raw, slot }] of facts.entries()) {
    into.fact.run(report, at, cellOf(ref), value, state, unit, raw, slot.table, slot.row, slot.column);
  }
  for (const check of checks) {
    const [rule = check.id, place = ''] = check.id.split(/@(.*)/s);
    const said = check.outcome === 'satisfied' ? null : [zh.equation(check), en.equation(check)];
    into.check.run(
      report,
      check.id,
      rule,
      place,
      check.outcome,
      check.left,
      check.right,
      check.difference,
      check.outcome === 'satisfied' ? null : json(check.terms),
      json(check.assumedZero),
      check.reason?.code ?? null,
      check.reason ? json(check.reason.refs) : null,
      said?.[0] ?? null,
      said?.[1] ?? null,
    );
  }
  for (const [at, diagnosis] of diagnoses.entries()) {
    const said = [zh.diagnosis(diagnosis, checks), en.diagnosis(diagnosis, checks)];
    // That no change of few cells explains it is also a result.
    const none = { rank: 0, likely: null, changes: [] };
    const alternatives = diagnosis.alternatives.length === 0 ? [none] : diagnosis.alternatives;
    for (const [index, { rank, likely, changes }] of alternatives.entries()) {
      into.diagnosis.run(
        report,
        at,
        index,
        rank,
        likely,
        json(diagnosis.explains),
        json(changes),
        Number(diagnosis.capped),
        said[0]?.alternatives[index] ?? null,
        said[1]?.alternatives[index] ?? null,
      );
    }
  }
  for (const [at, claim] of claims.entries()) {
    const { quote, value, about, scope, outcome, block, at: offset } = claim;
    into.claim.run(report, at, quote, value, about && json(about), scope, outcome, block, offset);
  }
  for (const [at, issue] of issues.entries()) {
    const { code, ...params } = issue;
    const slot = 'slot' in issue ? issue.slot : null;
    into.issue.run(
      report,
      at,
      code,
      severity[code],
      slot?.table ?? null,
      slot?.row ?? null,
      slot?.column ?? null,
      json(params),
      zh.issue(issue),
      en.issue(issue),
    );
  }
};

export const openSqlite = (path: string): Promise<ResumableOutput> =>
  writingTo(path, async () => {
    const Database = await databaseClass();
    const database = telling(path, () => opened(Database, path));
    const into = insertsOf(database);
    const known = database.prepare('SELECT 1 FROM sources WHERE key = ?');
    const forget = database.prepare('DELETE FROM sources WHERE key = ?');
    const cells: Cells = {
      known: new Map(),
      find: database.prepare(
        'SELECT id FROM cells WHERE ref = ? AND form = ? AND row_label = ? AND column_label = ?',
      ),
    };
    let open = 0;
    const commit = (): void => {
      if (open > 0) database.exec('COMMIT');
      open = 0;
    };
    return {
      has: (key) => known.get(key) !== undefined,
      write: async (key, extractions) =>
        telling(path, () => {
          if (open === 0) database.exec('BEGIN');
          open += 1;
          database.exec('SAVEPOINT one');
          try {
            forget.run(key);
            const source = into.source.run(key).lastInsertRowid;
            for (const [ordinal, extraction] of extractions.entries())
              insertReport(source, ordinal, extraction, into, cells);
            database.exec('RELEASE one');
          } catch (error) {
            // Cells that were entered with this source are gone with it.
            cells.known.clear();
            if (database.isTransaction) database.exec('ROLLBACK TO one; RELEASE one');
            throw error;
          }
          if (open >= batch) commit();
        }),
      end: async () =>
        telling(path, () => {
          commit();
          // Back to one file, which can be copied as it is.
          database.exec('PRAGMA optimize; PRAGMA journal_mode = DELETE');
          database.close();
        }),
    };
  });
