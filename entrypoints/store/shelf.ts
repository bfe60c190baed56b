import type { NoteAnswer } from '../../components/open-note.ts';
import type { ShelfRow } from '../../components/shelf/row.ts';
import { type Kept, withNote } from '../../parser/export/kept.ts';
import { noteOf } from '../../parser/export/note.ts';
import { openShelf } from './database.ts';
import { noteBefore } from './notes.ts';
import { rowOf, type StoredRow, storedRowSchema } from './row.ts';

/** What can be done with the shelf. Every page of the extension may do it; the others hear of it. */

/** Tells the other windows that the shelf has changed. */
const channelName = 'gouji-shelf';

const tellOthers = (): void => {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage('changed');
  channel.close();
};

/** Calls back when another window, or the background, has changed the shelf. Returns how to stop that. */
export const onShelfChange = (heard: () => void): (() => void) => {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = heard;
  return () => channel.close();
};

/** How many records are new, and how many were there; of these, how many were given their note, and how many keep another. */
export type PutTally = { added: number; already: number; noted: number; differing: number };

/**
 * Puts records on the shelf. What is there already stays as it is, but for a note that it has not; what was taken off comes back. A new
 * version of a report takes over the note of the one before.
 */
export const putOnShelf = async (records: readonly Kept[]): Promise<PutTally> => {
  const transaction = (await openShelf()).transaction(['reports', 'rows'], 'readwrite');
  const [reports, rows] = [transaction.objectStore('reports'), transaction.objectStore('rows')];
  const there = new Map((await rows.getAll()).map((row) => [row.id, row]));
  const put = async (record: Kept, row: StoredRow): Promise<void> => {
    there.set(row.id, row);
    await Promise.all([reports.put(record), rows.put(row)]);
  };
  const tally = { added: 0, already: 0, noted: 0, differing: 0 };
  for (const record of records) {
    const row = there.get(record.id);
    if (!row) {
      tally.added += 1;
      const noted = withNote(record, noteBefore(record, rowOf(record), [...there.values()]));
      await put(noted, rowOf(noted));
      continue;
    }
    tally[row.removed === undefined ? 'already' : 'added'] += 1;
    const back = withoutRemoved(row);
    const { note } = record;
    const kept = note !== undefined && row.note === undefined ? await reports.get(row.id) : undefined;
    if (note !== undefined && kept) {
      tally.noted += 1;
      await put(withNote(kept, note), { ...back, note });
      continue;
    }
    if (note !== undefined && note !== row.note) tally.differing += 1;
    if (row.removed === undefined) continue;
    there.set(row.id, back);
    await rows.put(back);
  }
  await transaction.done;
  tellOthers();
  return tally;
};

/** Writes the note on a report, where it is still the one `before`: another window may have written meanwhile. */
export const writeNote = async (id: string, text: string, before: string): Promise<NoteAnswer> => {
  const note = noteOf(text);
  const transaction = (await openShelf()).transaction(['reports', 'rows'], 'readwrite');
  const [reports, rows] = [transaction.objectStore('reports'), transaction.objectStore('rows')];
  const [record, row] = await Promise.all([reports.get(id), rows.get(id)]);
  if (!record || !row || row.removed !== undefined) return { kind: 'gone' };
  const now = record.note ?? '';
  if (now !== before && now !== note) return { kind: 'differs', note: now };
  const { note: _, ...others } = row;
  await Promise.all([
    reports.put(withNote(record, note)),
    rows.put(note === '' ? others : { ...others, note }),
  ]);
  await transaction.done;
  tellOthers();
  return { kind: 'saved' };
};

/** All rows, in no order. A row that an earlier version wrote otherwise is formed anew from its record. */
export const shelfRows = async (): Promise<ShelfRow[]> => {
  const transaction = (await openShelf()).transaction(['reports', 'rows']);
  const stored = await transaction.objectStore('rows').getAll();
  const rows = await Promise.all(
    stored.map(async (raw) => {
      const row = storedRowSchema.safeParse(raw);
      if (row.success) return row.data;
      const record = await transaction.objectStore('reports').get(raw.id);
      if (!record) return null;
      return raw.removed === undefined ? rowOf(record) : { ...rowOf(record), removed: raw.removed };
    }),
  );
  return rows.filter((row) => row !== null && row.removed === undefined) as ShelfRow[];
};

/** Whole records, in the order of the ids; those that are not there are left out. */
export const shelfReports = async (ids: readonly string[]): Promise<Kept[]> => {
  const { store } = (await openShelf()).transaction('reports');
  const found = await Promise.all(ids.map((id) => store.get(id)));
  return found.filter((record) => record !== undefined);
};

/** Takes records off the shelf. They stay in the database until `sweep`. */
export const takeOffShelf = (ids: readonly string[]): Promise<void> =>
  changeRows(ids, (row) => ({ ...row, removed: Date.now() }));

/** Undoes `takeOffShelf`. */
export const putBack = (ids: readonly string[]): Promise<void> => changeRows(ids, withoutRemoved);

const withoutRemoved = ({ removed: _, ...row }: StoredRow): StoredRow => row;

const changeRows = async (ids: readonly string[], change: (row: StoredRow) => StoredRow): Promise<void> => {
  const transaction = (await openShelf()).transaction('rows', 'readwrite');
  await Promise.all(
    ids.map(async (id) => {
      const row = await transaction.store.get(id);
      if (row) await transaction.store.put(change(row));
    }),
  );
  await transaction.done;
  tellOthers();
};

/** In milliseconds. Another window may still offer to undo what was removed in it. */
const undoable = 10 * 60_000;

/** Erases for good what was taken off some time ago. */
export const sweep = async (): Promise<void> => {
  const transaction = (await openShelf()).transaction(['reports', 'rows'], 'readwrite');
  const rows = await transaction.objectStore('rows').getAll();
  const gone = rows.filter(({ removed }) => removed !== undefined && removed < Date.now() - undoable);
  for (const { id } of gone) {
    transaction.objectStore('rows').delete(id);
    transaction.objectStore('reports').delete(id);
  }
  await transaction.done;
};
