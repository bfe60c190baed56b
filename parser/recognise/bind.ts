import { labelKey } from '../text/label.ts';
import { align } from './align.ts';
import { type DataRow, isGeneric } from './data-rows.ts';
import { entryFor, groupKeys, matches, type RowEntry, type TableLexicon } from './lexicon.ts';
import { likeness } from './likeness.ts';

/** The least likeness at which a misspelt label is taken for an official one, between neighbours that are sure. */
const leastLikeness = 0.6;

/** Below that, down to here, a label is neither taken for an official one nor for one of the body's own: it is in doubt. */
const leastDoubt = 0.4;

/** So many rows in a stretch, none of which has a label of the form, are not rows of the form with misspelt labels. */
const mostUnknown = 80;

/** Does a row with this label sum up others? The heading of a group, or 小计. */
export const isSubtotal = (key: string, lexicon: TableLexicon): boolean =>
  lexicon.rowGroups.has(key) || key.endsWith('小计');

/** Key of the group that each row stands in: as its heading says, else that of the row above it; '' where none is known. */
const groupsOf = (rows: readonly DataRow[], lexicon: TableLexicon): string[] => {
  let group = '';
  return rows.map(({ stub, label, entry }) => {
    const heading = stub.findLast((cell) => cell !== label && lexicon.rowGroups.has(cell.key));
    group = heading?.key ?? (entry ? labelKey(entry.label.groups?.at(-1) ?? '') : group);
    return group;
  });
};

/** Can a row of the form follow within this group, or after it? One of another group of the same rank cannot. */
const mayFollow = (group: string, { label }: RowEntry, lexicon: TableLexicon): boolean => {
  const own = labelKey(label.groups?.at(-1) ?? '');
  if (group === '' || own === '' || groupKeys([label]).has(group)) return true;
  return lexicon.rows.some((other) => {
    const around = groupKeys([other.label]);
    return around.has(group) && around.has(own);
  });
};

/** Binds rows to the form: by the words of their label first, the rest by likeness between neighbours already bound. */
export const bindRows = (rows: DataRow[], lexicon: TableLexicon): void => {
  const bind = (row: DataRow, entry: RowEntry, exact: boolean): void => {
    row.entry = entry;
    row.exact = exact;
  };
  for (const row of rows) {
    if (isGeneric(row.label.key)) continue;
    const entry = entryFor(lexicon.rowIndex, row.label);
    if (entry) bind(row, entry, true);
  }
  const bound = new Set(rows.map((row) => row.entry));
  const groups = groupsOf(rows, lexicon);
  // What is left stands between bound neighbours: only the official rows between these can be meant.
  let start = 0;
  while (start < rows.length) {
    if (rows[start]?.entry) {
      start++;
      continue;
    }
    let end = start;
    while (end < rows.length && !rows[end]?.entry) end++;
    const above = rows[start - 1]?.entry?.index ?? -1;
    const below = rows[end]?.entry?.index ?? lexicon.rows.length;
    const open = lexicon.rows.filter(
      (entry) => entry.index > above && entry.index < below && !bound.has(entry),
    );
    const gap = rows.slice(start, end);
    const gapGroups = groups.slice(start, end);
    start = end;
    if (gap.length > mostUnknown) continue;
    // What is compared of each row: its label, and its label with those to its left, which may be parts of it.
    const wordings = gap.map(({ label, stub }) => {
      if (isSubtotal(label.key, lexicon)) return [];
      const joined = stub.flatMap((cell) => (lexicon.rowGroups.has(cell.key) ? [] : [cell.key])).join('');
      return [...new Set([label.key, label.head, joined])];
    });
    const alike = (i: number, j: number): number => {
      const row = gap[i];
      const entry = open[j];
      if (!row || !entry) return 0;
      // 其他 ends several groups, and means another thing in each.
      if (isGeneric(row.label.key) && !mayFollow(gapGroups[i] ?? '', entry, lexicon)) return 0;
      if (matches(entry, row.label)) return 1;
      let most = 0;
      for (const wording of wordings[i] ?? []) most = Math.max(most, likeness(wording, entry));
      return most;
    };
    const partners = align(gap.length, open.length, alike, leastLikeness);
    partners.forEach((partner, i) => {
      const row = gap[i];
      const entry = partner === null ? undefined : open[partner];
      if (!row || !entry) return;
      bind(row, entry, matches(entry, row.label));
      bound.add(entry);
    });
    gap.forEach((row, i) => {
      if (row.entry) return;
      // 总计 for the second time: the same row again, and not one of the body's own.
      const twin = open.find(
        (entry, j) =>
          partners.includes(j) && isGeneric(row.label.key) && alike(i, j) === 1 && matches(entry, row.label),
      );
      if (twin) bind(row, twin, true);
      else row.maybe = open.find((_, j) => !partners.includes(j) && alike(i, j) >= leastDoubt) ?? null;
    });
  }
};
