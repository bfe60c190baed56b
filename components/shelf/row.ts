import type { KeyFigures } from '../../parser/check/key-figures.ts';
import type { Kept } from '../../parser/export/kept.ts';
import type { Outcome, Reasons } from '../../parser/findings/verdict.ts';

/** What the list shows of one record, small enough to hold thousands of them at once. */
export type ShelfRow = {
  /** A report, or a page of tables in which something adds up. */
  kind: Kept['kind'];
  id: string;
  /** Address of the page or name of the file. */
  place: string;
  title: string | null;
  /** Which report of its page. */
  report: number;
  /** ISO 8601. */
  retrieved: string;
  kept: string;
  tool: string;
  /** Id of the form, null where none was recognised. */
  form: string | null;
  authority: string | null;
  year: number | null;
  verdict: Outcome;
  reasons: Reasons;
  figures: KeyFigures;
  /** What the person has written about it. */
  note?: string;
};

/** Records with one key are versions of one report or page: the same place, read again after its page had changed. */
export const workOf = ({ kind, place, report, authority, year }: ShelfRow): string =>
  JSON.stringify(kind === 'tables' ? [kind, place] : [place, report, authority, year]);

/** What the list is filtered by as a form; pages of tables follow none. */
export const formOfRow = ({ kind, form }: Pick<ShelfRow, 'kind' | 'form'>): string | null =>
  kind === 'tables' ? kind : form;
