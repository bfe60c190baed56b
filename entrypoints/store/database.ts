import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Kept } from '../../parser/export/kept.ts';
import { migrated } from '../../parser/export/shelf-json.ts';
import { rowOf, type StoredRow } from './row.ts';

/**
 * The shelf's database. `reports` holds the whole records, `rows` what the list shows of each, so that a list of thousands
 * does not read them all. Both have the same keys, and are only ever written together.
 */
interface ShelfSchema extends DBSchema {
  reports: { key: string; value: Kept };
  rows: { key: string; value: StoredRow };
  /** Records of an earlier version that could not be brought over, as they were. */
  stranded: { key: number; value: unknown };
}

type ShelfDatabase = IDBPDatabase<ShelfSchema>;

const databaseName = 'gouji-shelf';

/** Version 1 had `reports` only. The records of each version are as the `gouji/shelf` of that number has them. */
const version = 4;

let opened: Promise<ShelfDatabase> | null = null;

export const openShelf = (): Promise<ShelfDatabase> => {
  opened ??= openDB<ShelfSchema>(databaseName, version, {
    async upgrade(database, before, _now, transaction) {
      if (before < 1) database.createObjectStore('reports', { keyPath: 'id' });
      if (before < 2) {
        database.createObjectStore('rows', { keyPath: 'id' });
        database.createObjectStore('stranded', { autoIncrement: true });
      }
      if (before >= 1 && before < version) {
        const [reports, rows] = [transaction.objectStore('reports'), transaction.objectStore('rows')];
        // All keys first: what is put in meanwhile must not be visited again.
        for (const key of await reports.getAllKeys()) {
          const old = await reports.get(key);
          const removed = before < 2 ? undefined : (await rows.get(key))?.removed;
          const record = migrated(before, old);
          await reports.delete(key);
          await rows.delete(key);
          if (record) {
            await reports.put(record);
            await rows.put({ ...rowOf(record), ...(removed === undefined ? {} : { removed }) });
          } else await transaction.objectStore('stranded').add(old);
        }
      }
    },
    // Another window wants to change or erase the database: nothing is open here that could not be opened again.
    blocking: (_now, _wanted, event) => {
      (event.target as IDBDatabase).close();
      opened = null;
    },
    terminated: () => {
      opened = null;
    },
  }).catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
};
