import { distance } from 'fastest-levenshtein';
import type { Band, Form, FormColumn, FormRow, FormTable } from '../forms/schema.ts';
import { headKey, labelKey } from '../text/label.ts';

/** A label of a form with every key under which it may be printed. */
export type Entry<Label> = {
  label: Label /** Ordinal in its list. */;
  index: number;
  keys: ReadonlySet<string>;
};

export type BandLexicon = { band: Band; columns: Entry<FormColumn>[] };

export type RowEntry = Entry<FormRow> & { band: number };

/** The labels of one table of a form, ready to be looked up. */
export type Lexicon = {
  table: FormTable;
  bands: BandLexicon[];
  rows: RowEntry[];
  /** Keys of headings that stand above rows: a row with such a label and figures is a subtotal. */
  rowGroups: ReadonlySet<string>;
  /** Keys of headings that stand above columns, and of corner cells: never a column themselves. */
  columnGroups: ReadonlySet<string>;
};

type AnyLabel = { id: string; zh: string; groups?: readonly string[]; aliases?: readonly string[] };

const keysOf = (label: AnyLabel): Set<string> => {
  const keys = new Set<string>();
  const groups = label.groups ?? [];
  for (const wording of [label.zh, ...(label.aliases ?? [])]) {
    keys.add(labelKey(wording));
    keys.add(headKey(wording));
    // The group's label may have been merged into that of the row: （三）不予公开1.属于国家秘密
    for (let from = 0; from < groups.length; from++) {
      keys.add(labelKey(groups.slice(from).join('') + wording));
      keys.add(labelKey((groups[from] ?? '') + wording));
    }
  }
  keys.delete('');
  return keys;
};

const groupKeys = (labels: readonly AnyLabel[]): Set<string> => {
  const keys = new Set<string>();
  for (const label of labels) {
    const groups = label.groups ?? [];
    groups.forEach((group, at) => {
      keys.add(labelKey(group));
      keys.add(labelKey(groups.slice(0, at + 1).join('')));
    });
  }
  return keys;
};

/** Words that stand in corners of the forms and name no column. */
const corners = [
  '信息内容',
  '本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和',
  '项目',
  '类别',
  '序号',
];

const lexiconOf = (table: FormTable): Lexicon => {
  const rows: RowEntry[] = [];
  table.bands.forEach((band, at) => {
    for (const row of band.rows) rows.push({ label: row, index: rows.length, band: at, keys: keysOf(row) });
  });
  return {
    table,
    bands: table.bands.map((band) => ({
      band,
      columns: band.columns.map((label, index) => ({ label, index, keys: keysOf(label) })),
    })),
    rows,
    rowGroups: groupKeys(rows.map((row) => row.label)),
    columnGroups: new Set([
      ...table.bands.flatMap((band) => [
        ...groupKeys(band.columns),
        ...(band.title ? [labelKey(band.title)] : []),
      ]),
      ...corners.map(labelKey),
    ]),
  };
};

const lexicons = new WeakMap<FormTable, Lexicon>();

/** The lexicon of a table of a form; made once. */
export const lexiconFor = (table: FormTable): Lexicon => {
  const known = lexicons.get(table);
  if (known) return known;
  const made = lexiconOf(table);
  lexicons.set(table, made);
  return made;
};

/** Every key of every label of a form: what makes a cell worth a closer look. */
export const keysOfForm = (form: Form): ReadonlySet<string> =>
  new Set(form.tables.flatMap((table) => lexiconFor(table).rows.flatMap((row) => [...row.keys])));

/**
 * How alike a printed key is to a label, 0 … 1: 1 − edits / length of the longer key, over all keys of the label.
 * A printed label that was cut short (本年增/) counts as alike as the part that is left.
 */
export const likeness = (printed: string, entry: { keys: ReadonlySet<string> }): number => {
  let best = 0;
  if (printed.length < 2 || printed.length > 80) return entry.keys.has(printed) ? 1 : 0;
  for (const key of entry.keys) {
    if (key === printed) return 1;
    const longer = Math.max(key.length, printed.length);
    const shorter = Math.min(key.length, printed.length);
    if (printed.length >= 3 && key.startsWith(printed)) best = Math.max(best, 0.8);
    if (shorter / longer <= best) continue;
    best = Math.max(best, 1 - distance(printed, key) / longer);
  }
  return best;
};
