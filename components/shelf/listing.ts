import { formOfRow, type ShelfRow, workOf } from './row.ts';

/** Which rows are listed, and in which order. Pure, and quick enough to run at every keystroke over thousands of rows. */

export type ShelfOrder = 'authority' | 'year' | 'kept' | 'violated';
export type Trait = 'violated' | 'open' | 'unread' | 'holds';

export type ShelfFilter = {
  /** Words that must all be found in authority, year, title, address or note. */
  words: string;
  /** Id of a form, or `tables` for pages of tables. */
  form: string | null;
  year: number | null;
  trait: Trait | null;
  /** List replaced versions too. */
  older: boolean;
};

export const noFilter: ShelfFilter = { words: '', form: null, year: null, trait: null, older: false };

/** A row and its place among the versions of its report, from 1. */
export type ListEntry = { row: ShelfRow; version: number; versions: number };

/** One line of the list. */
export type ListLine =
  | { kind: 'group'; of: ShelfRow['kind']; key: string; authority: string | null; count: number }
  | ({ kind: 'row'; key: string } & ListEntry);

const collator = new Intl.Collator('zh-CN', { numeric: true });

// The unknown comes last, and pages of tables after all reports.
const byAuthority = (a: ShelfRow, b: ShelfRow): number =>
  Number(a.kind === 'tables') - Number(b.kind === 'tables') ||
  (a.kind === 'tables'
    ? collator.compare(a.title ?? a.place, b.title ?? b.place)
    : Number(a.authority === null) - Number(b.authority === null) ||
      collator.compare(a.authority ?? '', b.authority ?? ''));
const byYear = (a: ShelfRow, b: ShelfRow): number =>
  (b.year ?? Number.NEGATIVE_INFINITY) - (a.year ?? Number.NEGATIVE_INFINITY) || 0;
const byKept = (a: ShelfRow, b: ShelfRow): number => (a.kept < b.kept ? 1 : a.kept > b.kept ? -1 : 0);
const byRetrieved = (a: ShelfRow, b: ShelfRow): number =>
  a.retrieved < b.retrieved ? 1 : a.retrieved > b.retrieved ? -1 : 0;

const violationsOf = ({ reasons }: ShelfRow): number =>
  reasons.identities + reasons.claims + reasons.statements;

const comparisons: Record<ShelfOrder, readonly ((a: ShelfRow, b: ShelfRow) => number)[]> = {
  authority: [byAuthority, byYear, byRetrieved],
  year: [byYear, byAuthority, byRetrieved],
  kept: [byKept, byAuthority, byYear],
  violated: [(a, b) => violationsOf(b) - violationsOf(a), byAuthority, byYear, byRetrieved],
};

/** All rows in order, each with its version. Depends on the rows only, so that a search need not sort. */
export const ordered = (rows: readonly ShelfRow[], order: ShelfOrder): ListEntry[] => {
  const works = new Map<string, ShelfRow[]>();
  for (const row of rows) {
    const key = workOf(row);
    const work = works.get(key);
    if (work) work.push(row);
    else works.set(key, [row]);
  }
  const entries: ListEntry[] = [];
  for (const work of works.values()) {
    work.sort(byRetrieved);
    work.forEach((row, at) => {
      entries.push({ row, version: work.length - at, versions: work.length });
    });
  }
  const chain = comparisons[order];
  return entries.sort((a, b) => {
    for (const compare of chain) {
      const result = compare(a.row, b.row);
      if (result !== 0) return result;
    }
    return a.row.id < b.row.id ? -1 : 1;
  });
};

const has: Record<Trait, (row: ShelfRow) => boolean> = {
  violated: ({ verdict }) => verdict === 'violated',
  open: ({ reasons }) => reasons.undetermined > 0,
  unread: ({ reasons }) => reasons.unread > 0,
  holds: ({ verdict }) => verdict === 'holds',
};

/** The entries that the filter lets through. */
export const filtered = (entries: readonly ListEntry[], filter: ShelfFilter): ListEntry[] => {
  const words = filter.words.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter(({ row, version, versions }) => {
    if (!filter.older && version < versions) return false;
    if (filter.form !== null && formOfRow(row) !== filter.form) return false;
    if (filter.year !== null && row.year !== filter.year) return false;
    if (filter.trait !== null && !has[filter.trait](row)) return false;
    if (words.length === 0) return true;
    const text =
      `${row.authority ?? ''} ${row.year ?? ''} ${row.title ?? ''} ${row.place} ${row.note ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
};

/** The beginning of a note, in one line. */
export const firstWords = (note: string): string => {
  const line = [...note.trim().replace(/\s+/g, ' ')];
  return line.length > 60 ? `${line.slice(0, 60).join('')}…` : line.join('');
};

/** The lines of the list: with a heading for each authority where that is the order. */
export const linesOf = (entries: readonly ListEntry[], order: ShelfOrder): ListLine[] => {
  const lines: ListLine[] = [];
  let group: Extract<ListLine, { kind: 'group' }> | null = null;
  for (const entry of entries) {
    const { id, kind: of } = entry.row;
    if (order === 'authority') {
      const authority = of === 'tables' ? null : entry.row.authority;
      if (group === null || group.of !== of || group.authority !== authority) {
        group = { kind: 'group', of, key: `group ${of} ${authority ?? ''}`, authority, count: 0 };
        lines.push(group);
      }
      group.count += 1;
    }
    lines.push({ kind: 'row', key: id, ...entry });
  }
  return lines;
};
