import type { ShelfRow } from '../../components/shelf/row.ts';
import type { Judgement } from '../../parser/findings/judgement.ts';
import { keyOfReport } from '../../parser/findings/key.ts';
import { judgedAs } from '../store/row.ts';
import { shelfReports } from '../store/shelf.ts';

/**
 * The rows with what was set aside taken out of what they count. Only records of which anything was set aside are read for it:
 * those are few, and a list may hold thousands.
 */
export const judgedRows = async (
  rows: readonly ShelfRow[],
  judgement: Judgement,
): Promise<readonly ShelfRow[]> => {
  const keys = Object.keys(judgement.dismissals);
  if (keys.length === 0) return rows;
  const touched = rows.filter(({ form, authority, year, place }) => {
    const start = `${keyOfReport(form ?? undefined, authority, year, place)} `;
    return keys.some((key) => key.startsWith(start));
  });
  const records = await shelfReports(touched.map(({ id }) => id));
  const judged = new Map(
    // Rules without a warning are as much a matter of all other rows, which are not read: they count as before.
    records.map((record) => [record.id, judgedAs(record, { ...judgement, quiet: [] })]),
  );
  return rows.map((row) => ({ ...row, ...judged.get(row.id) }));
};
