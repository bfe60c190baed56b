import { ordered } from '../../components/shelf/listing.ts';
import type { ShelfRow } from '../../components/shelf/row.ts';
import type { KeptState, ShelfContext } from '../../components/shelf-context.ts';
import { compareNames } from '../../parser/compare/body-names.ts';
import { checkHistory, type HistoryFinding } from '../../parser/compare/history.ts';
import { placeOf } from '../../parser/export/kept.ts';
import type { Extraction } from '../../parser/extraction.ts';
import { shelfReports } from './shelf.ts';

/** What the shelf holds around one report. */

/** One kept report a year of the body `of`, in the order of the years: of several versions the newest. */
export const yearsOf = (
  { authority, year }: Pick<ShelfRow, 'authority' | 'year'>,
  rows: readonly ShelfRow[],
): ShelfRow[] => {
  if (authority === null) return [];
  const years = new Map<number, ShelfRow>();
  const ofBody = rows.filter(
    (row) => row.authority !== null && compareNames(authority, row.authority) === 'same',
  );
  for (const { row, version, versions } of ordered(ofBody, 'kept')) {
    if (row.year === null || row.year === year || version < versions) continue;
    // Of two places that publish the same report the one kept last stands for it.
    if (!years.has(row.year)) years.set(row.year, row);
  }
  return [...years.values()].sort((a, b) => (a.year ?? 0) - (b.year ?? 0));
};

/** What a report and the kept ones of the years beside it say of each other. */
export const historyBeside = async (
  extraction: Extraction,
  others: readonly ShelfRow[],
): Promise<HistoryFinding[]> => {
  const year = extraction.year?.value;
  if (year === undefined) return [];
  const beside = others.filter((row) => row.year === year - 1 || row.year === year + 1);
  if (beside.length === 0) return [];
  const records = await shelfReports(beside.map(({ id }) => id));
  return checkHistory([extraction, ...records.map((record) => record.extraction)]).filter(({ years }) =>
    years.includes(year),
  );
};

const versionsOf = (extraction: Extraction, report: number, rows: readonly ShelfRow[]): ShelfRow[] => {
  const place = placeOf(extraction);
  const kind = extraction.form === null ? 'tables' : 'report';
  return rows.filter(
    (row) => row.kind === kind && row.place === place && (kind === 'tables' || row.report === report),
  );
};

/** The row under which this report is kept; the same content is the same, whatever version of the tool read it. Of several the newest. */
export const keptRow = (
  extraction: Extraction,
  report: number,
  rows: readonly ShelfRow[],
): ShelfRow | undefined =>
  versionsOf(extraction, report, rows)
    .filter(({ id }) => id.startsWith(`${extraction.source.sha256}/`))
    .toSorted((a, b) => (a.retrieved < b.retrieved ? -1 : 1))
    .at(-1);

/** Is this report on the shelf, which of its page it may be? */
export const keptState = (extraction: Extraction, report: number, rows: readonly ShelfRow[]): KeptState => {
  if (keptRow(extraction, report, rows)) return 'same';
  return versionsOf(extraction, report, rows).length > 0 ? 'older' : 'no';
};

/** All that an open report needs to know of the shelf. */
export const aroundOf = async (
  extraction: Extraction,
  report: number,
  rows: readonly ShelfRow[],
): Promise<ShelfContext> => {
  const { authority, year } = extraction;
  const own = { authority: authority?.value ?? null, year: year?.value ?? null };
  return {
    kept: keptState(extraction, report, rows),
    history: await historyBeside(extraction, yearsOf(own, rows)),
    note: keptRow(extraction, report, rows)?.note ?? '',
  };
};
