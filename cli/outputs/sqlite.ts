import { copyFileSync, existsSync, rmSync, statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { reportIdOf } from '../../parser/export/csv.ts';
import type { Told } from '../../parser/findings/finding.ts';
import { verdictOn } from '../../parser/findings/verdict.ts';
import { findingWords } from '../../parser/messages/finding-words.ts';
import { namesOf } from '../../parser/messages/names.ts';
import { wordsIn } from '../../parser/messages/words-in.ts';
import { severity } from '../../parser/severity.ts';
import { refParts } from '../../parser/text/ref.ts';
import { applicationId, structure, tables } from './database.ts';
import type { ResumableOutput } from './output.ts';
import { OutputProblem, writingTo } from './problem.ts';
import { partPath, takePlace } from './whole.ts';

/** Whole extractions in a database. A source is there whole or not at all, so that a run that was broken off can be gone on with. */

/** Sources between two commits at most: a commit each would take its time each time. The first come sooner, at one, two, four. */
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

/** The files of a database that is open, or was left open. */
const besides = ['', '-wal', '-shm'];

const holdsAny = (path: string): boolean => existsSync(path) && statSync(path).size > 0;

/** The database that is written to until all is in it: what an earlier run has left of it, else what has the name already, else a new one. */
const begun = (path: string, part: string, goesOn: boolean): void => {
  if (goesOn && holdsAny(part)) return;
  for (const beside of besides) {
    rmSync(part + beside, { force: true });
    if (beside !== '-shm' && holdsAny(path + beside)) copyFileSync(path + beside, part + beside);
  }
};

/** Opens the database or makes it; one that is not ours is left alone. */
const opened = (Database: Database, path: string, part: string): DatabaseSync => {
  const isNew = !holdsAny(part);
  const database = new Database(part);
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
const malformed = 11;

/** Failures of the database as problems that can be told; anything else is a fault of ours and passes. */
const telling = <Result>(path: string, work: () => Result): Result => {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Error && 'errcode' in error && typeof error.errcode === 'number')) throw error;
    // The low byte is the code, the rest details of it.
    const code = error.errcode & 0xff;
    if (code === notADatabase) throw new OutputProblem({ code: 'database_of_others', path });
    if (code === malformed)
      throw new OutputProblem({ code: 'database_damaged', path, detail: error.message });
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
      'source ordinal report path url sha256 bytes format form form_title issued_as authority authority_evidence year year_evidence cells_read cells_expected verdict satisfied violated undetermined hints'.split(
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
    finding: into(
      'findings',
      'report ordinal kind rule strength key about numbers quote sentence_zh sentence_en'.split(' '),
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
type CellNumbers = { known: Map<string, number>; find: ReturnType<DatabaseSync['prepare']> };
const mostKnown = 20_000;

const insertReport = (
  source: number | bigint,
  ordinal: number,
  told: Told,
  into: Inserts,
  cells: CellNumbers,
): void => {
  const { extraction } = told;
  const { verdict, counts, findings } = verdictOn(told);
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
    const { table, row, column } = refParts(ref);
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
    reportIdOf(extraction),
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
    verdict,
    counts.satisfied,
    counts.violated,
    counts.undetermined,
    counts.hints,
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
  const [saysZh, saysEn] = [findingWords('zh-CN', extraction), findingWords('en', extraction)];
  for (const [at, finding] of findings.entries()) {
    const { kind, rule, strength, key, about, numbers, quote } = finding;
    into.finding.run(
      report,
      at,
      kind,
      rule,
      strength,
      key,
      json(about),
      json(numbers),
      quote ?? null,
      saysZh.sentence(finding),
      saysEn.sentence(finding),
    );
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

/** One source after the other, into a database that has the tables. */
const insertingInto = (database: DatabaseSync) => {
  const into = insertsOf(database);
  const cells: CellNumbers = {
    known: new Map(),
    find: database.prepare(
      'SELECT id FROM cells WHERE ref = ? AND form = ? AND row_label = ? AND column_label = ?',
    ),
  };
  return {
    cells,
    insert: (key: string, reports: readonly Told[]): void => {
      const source = into.source.run(key).lastInsertRowid;
      for (const [ordinal, told] of reports.entries()) insertReport(source, ordinal, told, into, cells);
    },
  };
};

/** A database in memory, as a file would hold these sources. */
export const databaseOf = async (
  sources: readonly { key: string; reports: readonly Told[] }[],
): Promise<DatabaseSync> => {
  const database = new (await databaseClass())(':memory:');
  database.exec(tables);
  const { insert } = insertingInto(database);
  for (const { key, reports } of sources) insert(key, reports);
  return database;
};

/** A database of this tool, to be read only. @throws OutputProblem where it is none, or damaged. */
export const databaseAt = async (path: string): Promise<DatabaseSync> => {
  const Database = await databaseClass();
  return telling(path, () => {
    const database = new Database(path, { readOnly: true });
    if (numberOf(database, 'application_id') !== applicationId)
      throw new OutputProblem({ code: 'database_of_others', path });
    const found = numberOf(database, 'user_version');
    if (found !== structure)
      throw new OutputProblem({ code: 'database_of_other_version', path, found, needed: structure });
    return database;
  });
};

/** @param goesOn with what an earlier run, broken off, has left. The name belongs to a whole database only. */
export const openSqlite = (path: string, goesOn = false): Promise<ResumableOutput> =>
  writingTo(path, async () => {
    const Database = await databaseClass();
    const part = partPath(path);
    begun(path, part, goesOn);
    const database = telling(path, () => {
      try {
        return opened(Database, path, part);
      } catch (error) {
        if (!goesOn) for (const beside of besides) rmSync(part + beside, { force: true });
        throw error;
      }
    });
    const { insert, cells } = insertingInto(database);
    const known = database.prepare('SELECT 1 FROM sources WHERE key = ?');
    const forget = database.prepare('DELETE FROM sources WHERE key = ?');
    let [open, committed] = [0, 0];
    const commit = (): void => {
      if (open > 0) database.exec('COMMIT');
      committed += open;
      open = 0;
    };
    return {
      has: (key) => known.get(key) !== undefined,
      remove: (key) => telling(path, () => void forget.run(key)),
      damage: () =>
        telling(path, () => {
          const rows = [...database.prepare('PRAGMA integrity_check(1)').all()].map(({ integrity_check }) =>
            String(integrity_check),
          );
          if (rows[0] !== 'ok') return rows[0] ?? '';
          return database.prepare('PRAGMA foreign_key_check').get() === undefined ? null : 'foreign key';
        }),
      sync: () =>
        telling(path, () => {
          commit();
          database.exec('PRAGMA wal_checkpoint(PASSIVE)');
        }),
      write: async (key, reports) =>
        telling(path, () => {
          if (open === 0) database.exec('BEGIN');
          open += 1;
          database.exec('SAVEPOINT one');
          try {
            forget.run(key);
            insert(key, reports);
            database.exec('RELEASE one');
          } catch (error) {
            // Cells that were entered with this source are gone with it.
            cells.known.clear();
            if (database.isTransaction) database.exec('ROLLBACK TO one; RELEASE one');
            throw error;
          }
          if (open >= Math.min(batch, committed)) commit();
        }),
      end: async () =>
        telling(path, () => {
          commit();
          // Back to one file, which can be copied as it is.
          database.exec('PRAGMA optimize; PRAGMA journal_mode = DELETE');
          database.close();
          takePlace(part, path);
        }),
    };
  });
