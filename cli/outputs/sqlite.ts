import { copyFileSync, existsSync, rmSync, statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import type { Told } from '../../parser/findings/finding.ts';
import { applicationId, structure, tables } from './database.ts';
import type { ResumableOutput } from './output.ts';
import { OutputProblem, writingTo } from './problem.ts';
import { insertingInto } from './sqlite-rows.ts';
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
    const { insert, takenBack } = insertingInto(database);
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
            takenBack();
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
