import type { Band, FormColumn, FormRow, FormTable } from '../forms/schema.ts';
import { headKey, labelKey } from '../text/label.ts';

/** A label of a form with every key under which it may be printed. */
export type LabelEntry<Label> = {
  label: Label /** Ordinal in its list. */;
  index: number;
  keys: ReadonlySet<string>;
};

type BandLexicon = { band: Band; columns: LabelEntry<FormColumn>[] };

export type RowEntry = LabelEntry<FormRow> & { band: number };

/** Entries by their keys. Where two have the same key (总计, 其他), the first. */
type Index<E> = ReadonlyMap<string, E>;

/** The labels of one table of a form, ready to be looked up. */
export type TableLexicon = {
  table: FormTable;
  bands: BandLexicon[];
  rows: RowEntry[];
  rowIndex: Index<RowEntry>;
  /** Every key of every column, of all bands. */
  columnKeys: ReadonlySet<string>;
  /** Keys of headings that stand above rows: a row with such a label and figures is a subtotal. */
  rowGroups: ReadonlySet<string>;
  /** Keys of headings that stand above columns, and of corner cells: never a column themselves. */
  columnGroups: ReadonlySet<string>;
  /** Both together: none of them is the heading of a column. */
  groups: ReadonlySet<string>;
};

type AnyLabel = { id: string; zh: string; groups?: readonly string[]; aliases?: readonly string[] };

/** A function of a wording, worked out once for each: the tables of all forms share most of theirs, and one page takes less than these. */
const once = (keyOf: (wording: string) => string): ((wording: string) => string) => {
  const known = new Map<string, string>();
  return (wording) => {
    const before = known.get(wording);
    if (before !== undefined) return before;
    const key = keyOf(wording);
    known.set(wording, key);
    return key;
  };
};

const officialKey = once(labelKey);
const officialHead = once(headKey);

const keysOf = (label: AnyLabel): Set<string> => {
  const keys = new Set<string>();
  const groups = label.groups ?? [];
  for (const wording of [label.zh, ...(label.aliases ?? [])]) {
    keys.add(officialKey(wording));
    keys.add(officialHead(wording));
    // The group's label may have been merged into that of the row: （三）不予公开1.属于国家秘密
    for (let from = 0; from < groups.length; from++) {
      keys.add(officialKey(groups.slice(from).join('') + wording));
      keys.add(officialKey((groups[from] ?? '') + wording));
    }
  }
  keys.delete('');
  return keys;
};

/** Keys of the headings above labels: each alone, and with those above it. */
export const groupKeys = (labels: readonly AnyLabel[]): Set<string> => {
  const keys = new Set<string>();
  for (const label of labels) {
    const groups = label.groups ?? [];
    groups.forEach((group, at) => {
      keys.add(officialKey(group));
      keys.add(officialKey(groups.slice(0, at + 1).join('')));
    });
  }
  return keys;
};

const indexOf = <E extends { keys: ReadonlySet<string> }>(entries: readonly E[]): Index<E> => {
  const index = new Map<string, E>();
  for (const entry of entries) for (const key of entry.keys) if (!index.has(key)) index.set(key, entry);
  return index;
};

/** The first entry that a cell names, by its whole key or by that of its head. */
export const entryFor = <E extends { index: number }>(index: Index<E>, cell: Keyed): E | undefined => {
  const whole = index.get(cell.key);
  const head = cell.head === cell.key ? undefined : index.get(cell.head);
  return whole && head ? (whole.index < head.index ? whole : head) : (whole ?? head);
};

type Keyed = { key: string; head: string };

/** Does a cell say what this label does, whole or before its first bracket? */
export const matches = ({ keys }: { keys: ReadonlySet<string> }, { key, head }: Keyed): boolean =>
  keys.has(key) || (head !== '' && keys.has(head));

/** The first of these labels that a cell names. */
export const named = <E extends { keys: ReadonlySet<string> }>(
  entries: readonly E[],
  cell: Keyed,
): E | undefined => entries.find((entry) => matches(entry, cell));

/** Are the headings of all columns among these cells? Of a table with several bands, those of the first. */
export const nameAllColumns = (cells: readonly Keyed[], { bands }: TableLexicon): boolean => {
  const columns = bands[0]?.columns ?? [];
  return columns.length > 0 && columns.every((column) => cells.some((cell) => matches(column, cell)));
};

/** Words that stand in corners of the forms and name no column. */
const corners = [
  '信息内容',
  '本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和',
  '项目',
  '类别',
  '序号',
];

const lexiconOf = (table: FormTable): TableLexicon => {
  const rows: RowEntry[] = [];
  table.bands.forEach((band, at) => {
    for (const row of band.rows) rows.push({ label: row, index: rows.length, band: at, keys: keysOf(row) });
  });
  const bands = table.bands.map((band) => ({
    band,
    columns: band.columns.map((label, index) => ({ label, index, keys: keysOf(label) })),
  }));
  const rowGroups = groupKeys(rows.map((row) => row.label));
  const columnGroups = new Set([
    ...table.bands.flatMap((band) => [
      ...groupKeys(band.columns),
      ...(band.title ? [officialKey(band.title)] : []),
    ]),
    ...corners.map(officialKey),
  ]);
  return {
    table,
    bands,
    rows,
    rowIndex: indexOf(rows),
    columnKeys: new Set(bands.flatMap((band) => band.columns.flatMap((column) => [...column.keys]))),
    rowGroups,
    columnGroups,
    groups: new Set([...rowGroups, ...columnGroups]),
  };
};

const lexicons = new WeakMap<FormTable, TableLexicon>();

/** The lexicon of a table of a form; made once. */
export const lexiconFor = (table: FormTable): TableLexicon => {
  const known = lexicons.get(table);
  if (known) return known;
  const made = lexiconOf(table);
  lexicons.set(table, made);
  return made;
};
