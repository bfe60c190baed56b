import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { OutputProblem } from '../../cli/outputs/problem.ts';
import { openSqlite } from '../../cli/outputs/sqlite.ts';
import { csvColumns } from '../../parser/export/csv.ts';
import type { Extraction } from '../../parser/extraction.ts';
import { cellsOf, corpus, folder, hostile, sample } from './reports.ts';

const place = folder();

const written = async (name: string, extractions: readonly Extraction[]) => {
  const path = join(place, name);
  const output = await openSqlite(path);
  for (const [at, extraction] of extractions.entries()) await output.write(String(at), [{ extraction }]);
  await output.end();
  return { path, database: new DatabaseSync(path, { readOnly: true }) };
};

const all = (database: DatabaseSync, query: string): Record<string, unknown>[] =>
  database
    .prepare(query)
    .all()
    .map((row) => ({ ...row }));

describe('a database', () => {
  test('holds every fact of the corpus', async () => {
    const extractions = [...corpus(), hostile()];
    const { database } = await written('facts.db', extractions);
    const rows = all(database, 'SELECT * FROM figures ORDER BY report_id, ordinal').map((row) =>
      csvColumns.map((name) => row[name]),
    );
    expect(rows).toEqual(extractions.flatMap(cellsOf));
    expect(all(database, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(all(database, 'PRAGMA foreign_key_check')).toEqual([]);
    const counted = (table: string) => all(database, `SELECT count(*) AS n FROM ${table}`)[0]?.n;
    expect(counted('reports')).toBe(extractions.length);
    expect(counted('checks')).toBe(extractions.flatMap(({ checks }) => checks).length);
    expect(counted('claims')).toBe(extractions.flatMap(({ claims }) => claims).length);
    expect(counted('issues')).toBe(extractions.flatMap(({ issues }) => issues).length);
    database.close();
  });

  test('answers: who violates what, and by how much?', async () => {
    const { database } = await written('wrong.db', [
      sample('consistent-2020'),
      sample('one-wrong-cell-2020'),
    ]);
    expect(
      all(database, `SELECT rule, place, "left", "right", difference FROM violations ORDER BY rule, place`),
    ).toContainEqual({
      rule: 'requests.balance',
      place: 'natural_person',
      left: 90,
      right: 89,
      difference: 1,
    });
    expect(all(database, 'SELECT violated, unread FROM verdicts ORDER BY report')).toEqual([
      { violated: 0, unread: 0 },
      { violated: 3, unread: 0 },
    ]);
    const [likeliest] = all(database, 'SELECT rank, changes FROM diagnoses ORDER BY ordinal, alternative');
    expect(JSON.parse(String(likeliest?.changes))[0]).toMatchObject({ from: 88, to: 89 });
    database.close();
  });

  test('answers: all new requests of a body over the years', async () => {
    const { database } = await written('series.db', [sample('consistent-2020')]);
    const rows = all(
      database,
      `SELECT year, value, raw FROM figures WHERE ref = 'requests.received_new.total' ORDER BY year`,
    );
    expect(rows).toEqual([{ year: 2020, value: 92, raw: '92' }]);
    database.close();
  });

  test('is gone on with: what is there is known, what is written again is replaced', async () => {
    const path = join(place, 'resumed.db');
    const first = await openSqlite(path);
    expect(first.has('a')).toBe(false);
    await first.write('a', [
      { extraction: sample('consistent-2020') },
      { extraction: sample('consistent-2020') },
    ]);
    await first.write('b', [{ extraction: sample('consistent-2020') }]);
    expect(first.has('a')).toBe(true);
    await first.end();
    const second = await openSqlite(path);
    expect([second.has('a'), second.has('b'), second.has('c')]).toEqual([true, true, false]);
    await second.write('a', [{ extraction: sample('one-wrong-cell-2020') }]);
    await second.write('c', []);
    expect(second.has('c')).toBe(true);
    await second.end();
    const database = new DatabaseSync(path, { readOnly: true });
    expect(
      all(
        database,
        'SELECT key, v.violated FROM sources s JOIN reports r ON r.source = s.id JOIN verdicts v ON v.report = r.id ORDER BY key',
      ),
    ).toEqual([
      { key: 'a', violated: 3 },
      { key: 'b', violated: 0 },
    ]);
    expect(all(database, 'SELECT count(DISTINCT report) AS n FROM facts')).toEqual([{ n: 2 }]);
    database.close();
  });

  test('holds whole sources only, when the run is broken off', async () => {
    const path = join(place, 'broken.db');
    const output = await openSqlite(path);
    const report = sample('consistent-2020');
    for (let at = 0; at < 250; at += 1) await output.write(String(at), [{ extraction: report }]);
    // Nobody ends it: another process sees what was committed.
    // Its name is given to a whole one only.
    expect(existsSync(path)).toBe(false);
    const database = new DatabaseSync(`${path}.part`, { readOnly: true });
    expect(all(database, 'SELECT count(*) AS n FROM sources')).toEqual([{ n: 128 }]);
    expect(all(database, 'SELECT DISTINCT count(*) AS n FROM checks GROUP BY report').length).toBe(1);
    database.close();
    await output.end();
    expect(existsSync(path)).toBe(true);
  });

  test('goes on with what was left, or with what has its name', async () => {
    const path = join(place, 'again.db');
    const first = await openSqlite(path);
    await first.write('a', [{ extraction: sample('consistent-2020') }]);
    await first.end();
    const second = await openSqlite(path);
    expect(second.has('a')).toBe(true);
    await second.write('b', [{ extraction: sample('consistent-2020') }]);
    const database = new DatabaseSync(path, { readOnly: true });
    expect(all(database, 'SELECT key FROM sources ORDER BY id')).toEqual([{ key: 'a' }]);
    database.close();
    await second.end();
    const third = await openSqlite(path, true);
    expect([third.has('a'), third.has('b')]).toEqual([true, true]);
    await third.end();
  });

  test('a source that fails leaves nothing of itself, and the others stay', async () => {
    const path = join(place, 'failing.db');
    const output = await openSqlite(path);
    await output.write('good', [{ extraction: sample('consistent-2020') }]);
    const [check] = sample('consistent-2020').checks;
    if (!check) throw new Error('The sample has checks.');
    const twice = { ...sample('consistent-2020'), checks: [check, check] };
    await expect(output.write('bad', [{ extraction: twice }])).rejects.toThrow(/UNIQUE/);
    await output.write('after', [{ extraction: sample('one-wrong-cell-2020') }]);
    await output.end();
    const database = new DatabaseSync(path, { readOnly: true });
    expect(all(database, 'SELECT key FROM sources ORDER BY id')).toEqual([{ key: 'good' }, { key: 'after' }]);
    expect(all(database, 'PRAGMA foreign_key_check')).toEqual([]);
    database.close();
  });

  test('is one file at the end', () => {
    expect(readdirSync(place).filter((name) => !name.endsWith('.db'))).toEqual([]);
  });

  test('a file of somebody else is left as it is', async () => {
    const text = join(place, 'notes.db');
    writeFileSync(text, 'these are notes, and no database at all; '.repeat(40));
    await expect(openSqlite(text)).rejects.toThrow(/not a database of this tool/);
    const theirs = join(place, 'theirs.db');
    const database = new DatabaseSync(theirs);
    database.exec('CREATE TABLE sources (key TEXT)');
    database.close();
    await expect(openSqlite(theirs)).rejects.toThrow(OutputProblem);
    const again = new DatabaseSync(theirs);
    expect(all(again, 'SELECT name FROM sqlite_master')).toEqual([{ name: 'sources' }]);
    again.exec('PRAGMA application_id = 0x476f756a; PRAGMA user_version = 99');
    again.close();
    await expect(openSqlite(theirs)).rejects.toThrow(/structure 99/);
  });

  test('a folder that is not there is told of', async () => {
    const path = join(place, 'nowhere', 'a.db');
    await expect(openSqlite(path)).rejects.toThrow(/nowhere.*folder exists/);
    expect(existsSync(path)).toBe(false);
  });
});
