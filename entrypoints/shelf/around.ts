import { type Entry, ordered } from '../../components/shelf/listing.ts';
import { type ShelfRow, workOf } from '../../components/shelf/row.ts';
import { compareNames } from '../../parser/check/body-names.ts';
import { checkHistory, type HistoryFinding } from '../../parser/check/history.ts';
import type { Kept } from '../../parser/export/kept.ts';
import { shelfReports } from '../store/shelf.ts';

/** A kept report, and what the shelf holds around it. */
export type Around = {
  record: Kept;
  /** All versions of this report, the newest first. */
  versions: Entry[];
  /** The newest report of the same body for each year, in order. */
  years: ShelfRow[];
  /** What these reports say of each other where this one takes part. */
  history: HistoryFinding[];
};

/** Those of the reports that are there. */
export const around = async (ids: readonly string[], rows: readonly ShelfRow[]): Promise<Around[]> => {
  const there = ids.filter((id) => rows.some((row) => row.id === id));
  const records = await shelfReports(there);
  const entries = ordered(rows, 'kept');
  return Promise.all(
    records.map(async (record) => {
      const own = entries.find(({ row }) => row.id === record.id);
      const versions = own ? entries.filter(({ row }) => workOf(row) === workOf(own.row)) : [];
      versions.sort((a, b) => b.version - a.version);
      const years = own ? yearsOf(own.row, entries) : [];
      const reports = await shelfReports(years.map(({ id }) => id));
      const year = record.extraction.year?.value;
      const history = checkHistory(reports.map(({ extraction }) => extraction)).filter(
        (finding) => year !== undefined && finding.years.includes(year),
      );
      return { record, versions, years, history };
    }),
  );
};

/** One report a year of the body that `own` is of; for its own year that very one. */
const yearsOf = (own: ShelfRow, entries: readonly Entry[]): ShelfRow[] => {
  const { authority } = own;
  if (authority === null) return [own];
  const years = new Map<number, ShelfRow>();
  for (const { row, version, versions } of entries) {
    if (row.year === null || row.authority === null || version < versions) continue;
    // Of two places that publish the same report the one kept last stands for it.
    if (years.has(row.year) || compareNames(authority, row.authority) !== 'same') continue;
    years.set(row.year, row);
  }
  if (own.year !== null) years.set(own.year, own);
  return [...years.values()].sort((a, b) => (a.year ?? 0) - (b.year ?? 0));
};
