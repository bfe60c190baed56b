import { type ListEntry, ordered } from '../../components/shelf/listing.ts';
import { type ShelfRow, workOf } from '../../components/shelf/row.ts';
import type { HistoryFinding } from '../../parser/compare/history.ts';
import type { Kept } from '../../parser/export/kept.ts';
import { shelfReports } from '../store/shelf.ts';
import { historyBeside, yearsOf } from '../store/shelf-context.ts';

/** A kept report or page of tables, and what the shelf holds around it. */
export type RecordContext = {
  record: Kept;
  /** All versions of this report, the newest first. */
  versions: ListEntry[];
  /** The newest report of the same body for each year, in order. */
  years: ShelfRow[];
  /** What these reports say of each other where this one takes part. */
  history: HistoryFinding[];
  /** Of a page of tables: the newest versions of others of its title. */
  namesakes: ShelfRow[];
};

/** Those of the reports that are there. */
export const around = async (ids: readonly string[], rows: readonly ShelfRow[]): Promise<RecordContext[]> => {
  const there = ids.filter((id) => rows.some((row) => row.id === id));
  const records = await shelfReports(there);
  const entries = ordered(rows, 'kept');
  return Promise.all(
    records.map(async (record) => {
      const own = entries.find(({ row }) => row.id === record.id);
      const versions = own ? entries.filter(({ row }) => workOf(row) === workOf(own.row)) : [];
      versions.sort((a, b) => b.version - a.version);
      const others = own ? yearsOf(own.row, rows) : [];
      const years = own ? [...others, own.row].sort((a, b) => (a.year ?? 0) - (b.year ?? 0)) : [];
      const history = await historyBeside(record.extraction, others);
      const namesakes = own ? namesakesOf(own.row, entries) : [];
      return { record, versions, years, history, namesakes };
    }),
  );
};

const namesakesOf = (own: ShelfRow, entries: readonly ListEntry[]): ShelfRow[] =>
  own.kind === 'report' || own.title === null
    ? []
    : entries
        .filter(({ row, version, versions }) => version === versions && row.kind === 'tables')
        .map(({ row }) => row)
        .filter((row) => row.title === own.title && workOf(row) !== workOf(own));
