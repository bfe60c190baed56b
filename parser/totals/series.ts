import { cellAt, type Half, type Sheet } from '../table/sheet.ts';
import { tight } from '../text/label.ts';
import { type Figures, state } from './figures.ts';
import { isPerHead, isRate, isShare, isTotal } from './words.ts';

/** Rows, or columns, one after the other, of which some may be sums of others; and the lines on which that is tried. */

/** A row or a column. Its position in the list of members is how equations name it. */
export type Member = {
  /** Its row or column in the sheet; on the axis `cells` its slot. */
  at: number;
  /** What it adds to a slot. */
  step: number;
  label: string;
  path: readonly string[];
  /** What stands beside or over it and others: a merged cell in the stub, a heading over several columns; '' where nothing does. */
  group: string;
  total: boolean;
  /** Position of the member to which the stub subordinates it, or null. */
  parent: number | null;
  code: string | null;
  ofWhich: boolean;
  minus: boolean;
  /** It holds no number: a title of a section, or a line left blank. */
  bare: boolean;
  /** Its figures are ratios, and no parts of anything. */
  rate: boolean;
  unit: string | null;
};

/** A column for rows, a row for columns. */
export type SeriesLine = {
  at: number;
  step: number;
  rate: boolean;
  share: boolean;
  /** It has a heading, or a label in the stub. */
  named: boolean;
};

/** `cells`: single ones, wherever they stand, on the only line that there is. */
export type Axis = 'down' | 'across' | 'cells';

export type Series = {
  axis: Axis;
  members: readonly Member[];
  lines: readonly SeriesLine[];
};

const unitInBrackets = /[（(]([^（）()]{1,10})[)）]\s*$/;

const headingUnit = (path: readonly string[]): string | null =>
  path.map((text) => unitInBrackets.exec(text)?.[1] ?? null).findLast((unit) => unit !== null) ?? null;

const groupOf = (path: readonly string[]): string => path.slice(0, -1).join(' › ');

/** Whether anything is written in a figure's place: rows over these columns, and columns over these rows. */
const filledIn = (
  figures: Figures,
  steps: readonly number[],
  others: readonly number[],
): ((step: number) => boolean) => {
  const filled = new Set<number>();
  for (const step of steps)
    for (const other of others)
      if (figures.state[step + other] !== state.blank) {
        filled.add(step);
        break;
      }
  return (step) => filled.has(step);
};

const figureColumns = (sheet: Sheet, { from, to }: Half): number[] =>
  Array.from({ length: to - from }, (_, at) => from + at).filter(
    (column) => sheet.columns[column] === 'figures',
  );

/** Are a column's figures ratios, by its headings or by the signs behind the figures themselves? */
export const isRateColumn = (sheet: Sheet, column: number): boolean => {
  const path = sheet.headings[column] ?? [];
  if (path.some(isRate)) return true;
  let numbers = 0;
  let percents = 0;
  const stub = sheet.stubs[sheet.halves.findIndex(({ from, to }) => from <= column && column < to)];
  for (let row = 0; row < sheet.height && numbers < 40; row++) {
    const cell = cellAt(sheet, row, column);
    if (sheet.rows[row] !== 'body' || cell?.figure.state !== 'number') continue;
    // A rate between amounts says nothing of the column: 收入, 成本, 毛利率.
    if (isRate(stub?.[row]?.text ?? '')) continue;
    numbers++;
    if (cell.figure.unit === '%' || cell.figure.unit === '‰') percents++;
  }
  return numbers > 0 && percents * 2 > numbers;
};

const rowsOf = (sheet: Sheet): number[] =>
  sheet.rows.flatMap((kind, row) => (kind === 'body' || kind === 'bare' ? [row] : []));

/** A row without a label that holds nothing but fractions says how large the parts of the row above it are. */
const isFractions = (figures: Figures, columns: readonly number[], step: number): boolean => {
  const slots = columns
    .map((column) => step + column)
    .filter((slot) => figures.state[slot] === state.number && figures.units[slot] !== 0);
  return (
    slots.length > 0 &&
    slots.every((slot) => Math.abs(figures.value[slot] ?? 0) <= 1) &&
    slots.some((slot) => !Number.isInteger(figures.value[slot] ?? 0))
  );
};

/** The rows of a half. */
export const down = (sheet: Sheet, figures: Figures, half: number): Series => {
  const columns = figureColumns(sheet, sheet.halves[half] ?? { from: 0, to: 0 });
  const stub = sheet.stubs[half] ?? [];
  const all = rowsOf(sheet);
  const isFilled = filledIn(
    figures,
    all.map((row) => row * sheet.width),
    columns,
  );
  const rows = all.filter((row) => stub[row] || isFilled(row * sheet.width));
  const position = new Map(rows.map((row, at) => [row, at]));
  const members = rows.map((row): Member => {
    const entry = stub[row] ?? null;
    const label = entry?.text ?? '';
    return {
      at: row,
      step: row * sheet.width,
      label,
      path: entry?.path ?? [],
      group: groupOf(entry?.path ?? []),
      total: isTotal(label),
      parent: entry?.parent == null ? null : (position.get(entry.parent) ?? null),
      code: entry?.code ?? null,
      ofWhich: entry?.ofWhich ?? false,
      minus: entry?.minus ?? false,
      bare: !isFilled(row * sheet.width),
      rate:
        (isRate(label) && !isPerHead(label)) ||
        (entry?.unit != null && isRate(entry.unit)) ||
        (label === '' && isFractions(figures, columns, row * sheet.width)),
      unit: entry?.unit == null ? null : tight(entry.unit),
    };
  });
  const lines = columns.map((column): SeriesLine => {
    const path = sheet.headings[column] ?? [];
    return {
      at: column,
      step: column,
      rate: isRateColumn(sheet, column),
      share: path.some(isShare),
      named: path.length > 0,
    };
  });
  return { axis: 'down', members, lines };
};

/** The columns of a half. */
export const across = (sheet: Sheet, figures: Figures, half: number): Series => {
  const columns = figureColumns(sheet, sheet.halves[half] ?? { from: 0, to: 0 });
  const stub = sheet.stubs[half] ?? [];
  const all = rowsOf(sheet);
  const isRowFilled = filledIn(
    figures,
    all.map((row) => row * sheet.width),
    columns,
  );
  const rows = all.filter((row) => isRowFilled(row * sheet.width));
  const isFilled = filledIn(
    figures,
    columns,
    rows.map((row) => row * sheet.width),
  );
  const members = columns.map((column): Member => {
    const path = sheet.headings[column] ?? [];
    const label = path.at(-1) ?? '';
    return {
      at: column,
      step: column,
      label,
      path,
      group: groupOf(path),
      total: isTotal(label),
      parent: null,
      code: null,
      ofWhich: /^其中/.test(label),
      minus: /^减[：:]/.test(tight(label)),
      bare: !isFilled(column),
      rate: isRateColumn(sheet, column),
      unit: headingUnit(path),
    };
  });
  const lines = rows.map((row): SeriesLine => {
    const entry = stub[row];
    const rate = entry != null && (isRate(entry.text) || (entry.unit != null && isRate(entry.unit)));
    return {
      at: row,
      step: row * sheet.width,
      rate,
      share: entry != null && isShare(entry.text),
      named: entry != null,
    };
  });
  return { axis: 'across', members, lines };
};

/**
 * Members that are called the same within several groups: 数量, 金额 | 数量, 金额; 男, 女 | 男, 女. Each name is a series of its own, in
 * which a member goes by its group.
 */
const families = ({ axis, members, lines }: Series): Series[] => {
  const named = new Map<string, Member[]>();
  /** What it stands under: headings or merged cells, else the row to which the stub subordinates it. */
  const outside = ({ path, parent }: Member): readonly string[] =>
    path.length > 1 || parent === null ? path.slice(0, -1) : (members[parent]?.path ?? []);
  for (const member of members) {
    if (outside(member).length === 0) continue;
    const family = named.get(member.label);
    if (family) family.push(member);
    else named.set(member.label, [member]);
  }
  if (named.size < 2) return [];
  return [...named.values()]
    .filter((family) => family.length > 2)
    .map((family) => ({
      axis,
      lines,
      members: family.map((member) => {
        const path = outside(member);
        return {
          ...member,
          parent: null,
          path,
          group: groupOf(path),
          label: path.at(-1) ?? '',
          total: path.some(isTotal),
        };
      }),
    }));
};

/** Shares of one whole side by side, each group by itself, where one of its columns is 100 throughout: 合计 100.0 = 城镇 61.3 + 乡村 38.7. */
const shares = (figures: Figures, { axis, members, lines }: Series): Series[] => {
  const isWhole = ({ step }: Member): boolean => {
    const slots = lines
      .map((line) => step + line.step)
      .filter((slot) => figures.state[slot] === state.number);
    return slots.length > 0 && slots.every((slot) => figures.value[slot] === 100);
  };
  const groups = Map.groupBy(
    members.filter(({ path, group }) => group !== '' && path.some(isShare)),
    ({ group }) => group,
  );
  return [...groups.values()]
    .filter((group) => group.some((member) => member.total && isWhole(member)))
    .map((group) => ({
      axis,
      members: group.map((member) => ({ ...member, rate: false, parent: null })),
      lines: lines.map((line) => ({ ...line, rate: true, share: true })),
    }));
};

const isWorthTrying = ({ members, lines }: Series): boolean =>
  lines.length > 0 && members.filter(({ bare, rate }) => !bare && !rate).length > 2;

/** All the series of a sheet, each half by itself. */
export const seriesOf = (sheet: Sheet, figures: Figures): Series[] =>
  sheet.halves.flatMap((_, half) => {
    const both = [down(sheet, figures, half), across(sheet, figures, half)];
    return [...both, ...both.flatMap(families), ...shares(figures, both[1] as Series)].filter(isWorthTrying);
  });

/** Do two members count in the same unit, as far as it is said of both? */
export const areAlike = (a: Pick<Member, 'unit'>, b: Pick<Member, 'unit'>): boolean =>
  a.unit === null || b.unit === null || a.unit === b.unit;
