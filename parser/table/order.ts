import type { Sheet, StubEntry } from './sheet.ts';

/**
 * Which row stands under which: by codes, of which one begins another (201, 20103, 2010301); by the depth to which labels are set in;
 * by numbering (一、 （一） 1.), where 其中 begins the parts of the row above it. Rows that none of them orders have no parent.
 */

type Entries = readonly (StubEntry | null)[];

const byCode = (entries: Entries): (number | null)[] => {
  const rowOf = new Map<string, number>();
  entries.forEach((entry, row) => {
    if (entry?.code && !rowOf.has(entry.code)) rowOf.set(entry.code, row);
  });
  return entries.map((entry, row) => {
    const { code } = entry ?? {};
    if (!code) return null;
    for (let length = code.length - 1; length > 0; length--) {
      const parent = rowOf.get(code.slice(0, length));
      if (parent !== undefined && parent !== row) return parent;
    }
    return null;
  });
};

const hasCodes = (entries: Entries): boolean => byCode(entries).some((parent) => parent !== null);

const hasIndents = (entries: Entries): boolean =>
  new Set(entries.flatMap((entry) => (entry ? [entry.indent] : []))).size > 1;

const byIndent = (entries: Entries): (number | null)[] => {
  const open: { row: number; indent: number }[] = [];
  return entries.map((entry, row) => {
    if (!entry) return null;
    while (open.length > 0 && (open.at(-1)?.indent ?? 0) >= entry.indent) open.pop();
    const parent = open.at(-1)?.row ?? null;
    open.push({ row, indent: entry.indent });
    return parent;
  });
};

/** A row that closes a list names no list below it. */
const closes = /[合总小共]\s{0,8}计$/;

type Open = { rank: number; ordinal: number; row: number; parent: number | null };

const byNumbering = (entries: Entries): (number | null)[] => {
  const open: Open[] = [];
  const listed = new Set<number>();
  let before: number | null = null;
  return entries.map((entry, row) => {
    if (!entry) return null;
    const last = before;
    before = row;
    if (!entry.numbering) return entry.ofWhich ? (open.at(-1)?.row ?? last) : null;
    const { rank, ordinal } = entry.numbering;
    const sibling = open.findLast((one) => one.rank === rank && one.ordinal + 1 === ordinal);
    const outer = open.findLast((one) => one.rank < rank);
    // A second list of the outermost rank stands under the row without a number that it follows, as the parts of 年初结转 do below 本年收入.
    const follows = last !== null && !entries[last]?.numbering && !closes.test(entries[last]?.text ?? '');
    const isBegun = ordinal === 1 && (rank > 1 || (listed.has(rank) && follows));
    listed.add(rank);
    // The first of a list stands under what is numbered outside of it, else under the row that it follows.
    const first = entry.ofWhich ? last : (outer?.row ?? (isBegun ? last : null));
    const parent = sibling ? sibling.parent : first;
    while (open.length > 0 && (open.at(-1)?.rank ?? 0) >= rank) open.pop();
    open.push({ rank, ordinal, row, parent });
    return parent;
  });
};

/** Rows without a number between 其中 and the next number of the row above it name parts of that row as well: 其中：增值税, 企业所得税, 二、. */
const listedParts = (rows: Sheet['rows'], entries: Entries): ReadonlySet<number> => {
  const found = new Set<number>();
  const written = entries.flatMap((entry, row) => (entry ? [{ entry, row }] : []));
  written.forEach(({ entry, row }, at) => {
    const { numbering } = written[at - 1]?.entry ?? {};
    if (!entry.ofWhich || entry.numbering || !numbering) return;
    const rest = written.slice(at + 1);
    // A title between them begins a list of its own.
    const end = rest.findIndex(
      ({ entry: next, row: below }) => next.numbering || closes.test(next.text) || rows[below] === 'bare',
    );
    if (end < 1 || rest[end]?.entry.numbering?.rank !== numbering.rank) return;
    for (const next of rest.slice(0, end)) if (next.entry.indent >= entry.indent) found.add(next.row);
    found.add(row);
  });
  return found;
};

const parentsOf = (entries: Entries): (number | null)[] => {
  if (hasCodes(entries)) return byCode(entries);
  if (hasIndents(entries)) return byIndent(entries);
  return byNumbering(entries);
};

export const order = (sheet: Sheet): Sheet => ({
  ...sheet,
  stubs: sheet.stubs.map((entries) => {
    const parents = parentsOf(entries);
    const parts = listedParts(sheet.rows, entries);
    return entries.map((entry, row) =>
      entry ? { ...entry, parent: parents[row] ?? null, ofWhich: entry.ofWhich || parts.has(row) } : null,
    );
  }),
});
