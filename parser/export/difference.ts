/** Two tables of text held against each other, row by row: every row once, none missing, doubled or altered in any column. */

export type TextRow = {
  /** Where it stands in its file, as the file counts. */
  line: number;
  cells: readonly string[];
};

export type TextTable = { name: string; columns: readonly string[]; rows: readonly TextRow[] };

export type RowDifference = {
  table: string;
  /** Of the exported row; null where there is none. */
  line: number | null;
  /** The row that it is about: as the pages give it, or as it was exported where they give none. */
  row: Readonly<Record<string, string>>;
} & (
  | { kind: 'altered'; column: string; exported: string; onPage: string }
  /** No page gives such a row. */
  | { kind: 'unknown' }
  | { kind: 'doubled' }
  | { kind: 'missing' }
  /** The table has other columns. */
  | { kind: 'columns'; exported: string; onPage: string }
);

const keyOf = ({ cells }: TextRow): string => cells.join('\u0000');

const recordOf = (columns: readonly string[], { cells }: TextRow): Record<string, string> =>
  Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? '']));

/** A row that differs in more than half of its columns is another one. */
const alike = (one: TextRow, other: TextRow): number => {
  let same = 0;
  for (const [at, cell] of one.cells.entries()) if (cell === other.cells[at]) same += 1;
  return same * 2 >= one.cells.length ? same : 0;
};

/** Whoever looks for what a row was looks at this many that are missing: rows keep their order. */
const mostLookedAt = 200;

/** @returns nothing where the exported table holds the very rows of the expected one. */
export const differencesBetween = (exported: TextTable, expected: TextTable): RowDifference[] => {
  const { name: table, columns } = expected;
  if (exported.columns.join('\u0000') !== columns.join('\u0000'))
    return [
      {
        table,
        line: 1,
        row: {},
        kind: 'columns',
        exported: exported.columns.join(','),
        onPage: columns.join(','),
      },
    ];
  const left = new Map<string, number>();
  for (const row of expected.rows) left.set(keyOf(row), (left.get(keyOf(row)) ?? 0) + 1);
  const unmatched = exported.rows.filter((row) => {
    const key = keyOf(row);
    const times = left.get(key) ?? 0;
    if (times > 0) left.set(key, times - 1);
    return times === 0;
  });
  const missing = expected.rows.filter((row) => {
    const key = keyOf(row);
    const times = left.get(key) ?? 0;
    if (times > 0) left.set(key, times - 1);
    return times > 0;
  });
  const differences: RowDifference[] = [];
  for (const row of unmatched) {
    if (left.has(keyOf(row))) {
      differences.push({ table, line: row.line, row: recordOf(columns, row), kind: 'doubled' });
      continue;
    }
    let best: { at: number; same: number } | null = null;
    for (const [at, candidate] of missing.slice(0, mostLookedAt).entries()) {
      const same = alike(row, candidate);
      if (same > (best?.same ?? 0)) best = { at, same };
    }
    const [original] = best ? missing.splice(best.at, 1) : [];
    if (!original) {
      differences.push({ table, line: row.line, row: recordOf(columns, row), kind: 'unknown' });
      continue;
    }
    for (const [at, column] of columns.entries()) {
      const [from = '', to = ''] = [row.cells[at], original.cells[at]];
      if (from === to) continue;
      const about = { table, line: row.line, row: recordOf(columns, original) };
      differences.push({ ...about, kind: 'altered', column, exported: from, onPage: to });
    }
  }
  for (const row of missing)
    differences.push({ table, line: null, row: recordOf(columns, row), kind: 'missing' });
  return differences;
};
