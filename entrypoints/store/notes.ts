import { type ShelfRow, workOf } from '../../components/shelf/row.ts';
import type { Kept } from '../../parser/export/kept.ts';
import type { StoredRow } from './row.ts';

/**
 * The note with which a record comes onto the shelf: its own, or the one of the last version of the same report that was read before it.
 * What was taken off the shelf has taken its note along.
 */
export const noteBefore = (
  { note }: Pick<Kept, 'note'>,
  own: ShelfRow,
  rows: readonly StoredRow[],
): string => {
  if (note !== undefined) return note;
  const work = workOf(own);
  const last = rows
    .filter((row) => row.removed === undefined && row.retrieved < own.retrieved && workOf(row) === work)
    .toSorted((a, b) => (a.retrieved < b.retrieved ? -1 : 1))
    .at(-1);
  return last?.note ?? '';
};
