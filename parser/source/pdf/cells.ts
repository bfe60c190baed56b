import { type Box, middle, type RuledLine } from './shapes.ts';

/** Ruled lines into tables of cells, with the spans that the lines leave. */

/** A cell of a ruled table: its first row and column, how many of each, and where it lies. */
export type RuledCell = {
  row: number;
  column: number;
  rows: number;
  columns: number;
  box: Box;
  /** No rule closes it where the table ends. */
  openBelow: boolean;
};

export type RuledTable = {
  box: Box;
  /** x of every column boundary, y of every row boundary; one more than there are columns and rows. */
  xs: number[];
  ys: number[];
  cells: RuledCell[];
  /** Place in `cells` of the cell that covers a slot: `owner[row * columns + column]`. */
  owner: Int32Array;
};

/** Lines that are meant to meet miss each other by up to this much. */
const reach = 3;
/** Boundaries nearer than this are one: no row or column of text is as narrow. */
const apart = 4;
const mostSlots = 200_000;
/** Of lines of one direction, after joining; a page with more is a drawing. */
const mostLines = 3000;

/** Joins what lies on one line: collinear rules that touch or overlap. */
const joined = (rules: readonly RuledLine[]): RuledLine[] => {
  const lines: RuledLine[] = [];
  const sorted = [...rules].sort((a, b) => a.at - b.at);
  for (let start = 0; start < sorted.length; ) {
    const first = sorted[start]?.at ?? 0;
    let end = start;
    while (end < sorted.length && (sorted[end]?.at ?? 0) - first <= 1.5) end++;
    const level = sorted.slice(start, end).sort((a, b) => a.from - b.from);
    let open: RuledLine | null = null;
    for (const rule of level) {
      if (open && rule.from <= open.to + reach) open.to = Math.max(open.to, rule.to);
      else {
        open = { ...rule };
        lines.push(open);
      }
    }
    start = end;
  }
  return lines;
};

/** Groups of lines that cross or meet. */
const groupsOf = (
  across: readonly RuledLine[],
  down: readonly RuledLine[],
): { across: RuledLine[]; down: RuledLine[] }[] => {
  const parent = Array.from({ length: across.length + down.length }, (_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (parent[root] !== undefined && parent[root] !== root) root = parent[root] ?? root;
    parent[at] = root;
    return root;
  };
  across.forEach((one, row) => {
    down.forEach((other, column) => {
      const meets =
        other.at >= one.from - reach &&
        other.at <= one.to + reach &&
        one.at >= other.from - reach &&
        one.at <= other.to + reach;
      if (meets) parent[rootOf(across.length + column)] = rootOf(row);
    });
  });
  const groups = new Map<number, { across: RuledLine[]; down: RuledLine[] }>();
  const groupOf = (at: number) => {
    const root = rootOf(at);
    const group = groups.get(root) ?? { across: [], down: [] };
    groups.set(root, group);
    return group;
  };
  across.forEach((rule, at) => {
    groupOf(at).across.push(rule);
  });
  down.forEach((rule, at) => {
    groupOf(across.length + at).down.push(rule);
  });
  const all = [...groups.values()];
  const tables = all.filter((group) => group.across.length > 1 && group.down.length > 0);
  const alone = all.filter((group) => group.across.length === 0).flatMap((group) => group.down);
  return tables.map((group) => ({ ...group, down: [...group.down, ...sidesOf(group, alone)] }));
};

/** Where a cell goes on from one page over the next, no line across meets the side of the table: it stands by itself, as long as the others. */
const sidesOf = (
  { across, down }: { across: RuledLine[]; down: RuledLine[] },
  alone: readonly RuledLine[],
): RuledLine[] => {
  const top = Math.min(...across.map((rule) => rule.at), ...down.map((rule) => rule.from));
  const bottom = Math.max(...across.map((rule) => rule.at), ...down.map((rule) => rule.to));
  return alone.filter((rule) => Math.abs(rule.from - top) <= reach && Math.abs(rule.to - bottom) <= reach);
};

/** Distinct positions, those that are almost the same taken together. */
const positions = (values: readonly number[]): number[] => {
  const result: number[] = [];
  let group: number[] = [];
  const close = () => {
    if (group.length > 0) result.push(group.reduce((sum, value) => sum + value, 0) / group.length);
    group = [];
  };
  for (const value of [...values].sort((a, b) => a - b)) {
    if (group[0] !== undefined && value - group[0] > apart) close();
    group.push(value);
  }
  close();
  return result;
};

/** Place of a value between sorted boundaries: −1 before the first, `length − 1` behind the last. */
const intervalOf = (boundaries: readonly number[], value: number): number => {
  let low = 0;
  let high = boundaries.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((boundaries[mid] ?? 0) <= value) low = mid + 1;
    else high = mid;
  }
  return low - 1;
};

const nearest = (boundaries: readonly number[], value: number): number => {
  const at = intervalOf(boundaries, value);
  const before = Math.abs((boundaries[at] ?? -Infinity) - value);
  const after = Math.abs((boundaries[at + 1] ?? Infinity) - value);
  return before <= after ? at : at + 1;
};

const tableOf = ({ across, down }: { across: RuledLine[]; down: RuledLine[] }): RuledTable | null => {
  // A table may be open at its sides: its rules end where it ends.
  const xs = positions([...down.map((rule) => rule.at), ...across.flatMap((rule) => [rule.from, rule.to])]);
  const ys = positions([...across.map((rule) => rule.at), ...down.flatMap((rule) => [rule.from, rule.to])]);
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  if (columns < 1 || rows < 1 || columns * rows > mostSlots) return null;
  const closedRight = new Uint8Array(rows * columns);
  const closedBelow = new Uint8Array(rows * columns);
  for (const rule of down) {
    const column = nearest(xs, rule.at) - 1;
    if (column < 0 || column >= columns) continue;
    for (let row = 0; row < rows; row++) {
      const y = ((ys[row] ?? 0) + (ys[row + 1] ?? 0)) / 2;
      if (rule.from <= y && rule.to >= y) closedRight[row * columns + column] = 1;
    }
  }
  for (const rule of across) {
    const row = nearest(ys, rule.at) - 1;
    if (row < 0 || row >= rows) continue;
    for (let column = 0; column < columns; column++) {
      const x = ((xs[column] ?? 0) + (xs[column + 1] ?? 0)) / 2;
      if (rule.from <= x && rule.to >= x) closedBelow[row * columns + column] = 1;
    }
  }
  const owner = new Int32Array(rows * columns).fill(-1);
  const cells: RuledCell[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (owner[row * columns + column] !== -1) continue;
      let right = column;
      while (
        right + 1 < columns &&
        closedRight[row * columns + right] === 0 &&
        owner[row * columns + right + 1] === -1
      )
        right++;
      // It goes on below where no rule closes any of its columns and none divides the row below.
      let below = row;
      const open = (next: number): boolean => {
        for (let at = column; at <= right; at++) {
          if (closedBelow[(next - 1) * columns + at] === 1 || owner[next * columns + at] !== -1) return false;
          if (at < right && closedRight[next * columns + at] === 1) return false;
        }
        return true;
      };
      while (below + 1 < rows && open(below + 1)) below++;
      for (let y = row; y <= below; y++)
        for (let x = column; x <= right; x++) owner[y * columns + x] = cells.length;
      const foot = closedBelow.subarray(below * columns + column, below * columns + right + 1);
      cells.push({
        row,
        column,
        rows: below - row + 1,
        columns: right - column + 1,
        box: {
          left: xs[column] ?? 0,
          right: xs[right + 1] ?? 0,
          top: ys[row] ?? 0,
          bottom: ys[below + 1] ?? 0,
        },
        openBelow: below === rows - 1 && !foot.includes(1),
      });
    }
  }
  if (cells.length < 2) return null;
  const box = { left: xs[0] ?? 0, right: xs.at(-1) ?? 0, top: ys[0] ?? 0, bottom: ys.at(-1) ?? 0 };
  return { box, xs, ys, cells, owner };
};

/** The ruled tables of a page, from above downwards. A frame around text is no table. */
export const ruledTables = (rules: readonly RuledLine[]): RuledTable[] => {
  const across = joined(rules.filter((rule) => rule.horizontal));
  const down = joined(rules.filter((rule) => !rule.horizontal));
  if (across.length > mostLines || down.length > mostLines) return [];
  return groupsOf(across, down)
    .flatMap((group) => tableOf(group) ?? [])
    .sort((a, b) => a.box.top - b.box.top || a.box.left - b.box.left);
};

/** The cell in which the middle of a box lies, or null outside the table. */
export const cellUnder = (table: RuledTable, box: Box): number | null => {
  const { x, y } = middle(box);
  const column = intervalOf(table.xs, x);
  const row = intervalOf(table.ys, y);
  const columns = table.xs.length - 1;
  if (column < 0 || row < 0 || column >= columns || row >= table.ys.length - 1) return null;
  return table.owner[row * columns + column] ?? null;
};

/**
 * The cell out of which a text hangs: browsers cut the borders of a row at a page break, and print what is left of its text below
 * them. The cell is open there, the text is no wider than it and stands right below it.
 *
 * @param hung how far down the text hangs already, by cell.
 */
export const cellAbove = (
  table: RuledTable,
  box: Box,
  hung: ReadonlyMap<RuledCell, number>,
): number | null => {
  const column = intervalOf(table.xs, middle(box).x);
  const columns = table.xs.length - 1;
  if (column < 0 || column >= columns) return null;
  const at = table.owner[(table.ys.length - 2) * columns + column] ?? -1;
  const cell = table.cells[at];
  if (!cell?.openBelow || box.left < cell.box.left || box.right > cell.box.right) return null;
  const height = box.bottom - box.top;
  const gap = box.top - (hung.get(cell) ?? cell.box.bottom);
  return Math.abs(gap) < height * 0.6 ? at : null;
};
