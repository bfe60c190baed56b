import { htmlChoices } from '../corpus-pages/layouts.ts';
import { officialLayout, type PageLayout, pageOf } from '../corpus-pages/page.ts';
import {
  figure,
  label,
  type PageBlock,
  type PrintedCell,
  type PrintedRow,
  type PrintedTable,
  slotsOf,
} from '../corpus-pages/printed.ts';
import { formIds, inventReport, type Report, seeded } from '../corpus-pages/report.ts';

/** Pages made of a report whose sums all come out, whose tables were then taken apart and put together in ways nobody can be sure to read. */

type Random = () => number;
type Table = Extract<PageBlock, { kind: 'table' }>;

const pick = <One>(random: Random, all: readonly One[]): One => {
  const one = all[Math.floor(random() * all.length)];
  if (one === undefined) throw new Error('Nothing to pick from');
  return one;
};

const upTo = (random: Random, most: number): number => Math.floor(random() * (most + 1));

const columnHeadings = [
  '',
  '合计',
  '备注',
  '上年',
  '本年',
  '序号',
  '2021年',
  '2022',
  '占比',
  '小计',
  '同比增减',
  '其中：个人',
];
const rowLabels = [
  '',
  '小计',
  '其中：网上',
  '其他',
  '总计',
  '由其他机关代为提供的',
  '上年数',
  '2021年',
  '7',
  '合计',
  '（八）其他情形',
];
const figures = ['0', '3', '12', '7', '2021', '2022年', '45.6%', '', '/'];

const isFigures = (row: PrintedRow): boolean => row.cells.some(({ role }) => role === 'figure');

/** A column more, at any place: headed or not, with figures, ordinals, years or nothing in it. */
const withColumn = (table: PrintedTable, random: Random): PrintedTable => {
  const slots = slotsOf(table);
  const width = Math.max(...slots.map((line) => line.length));
  const column = upTo(random, width);
  const heading = pick(random, columnHeadings);
  const kind = pick(random, ['figures', 'ordinals', 'one', 'blank'] as const);
  const value = pick(random, figures);
  let nth = 0;
  let isHeaded = false;
  const widened = new Set<PrintedCell>();
  return table.map((row, y) => {
    const line = slots[y] ?? [];
    const before = line[column - 1];
    const after = line[column];
    if (before && after && before.cell === after.cell) {
      if (before.first || row.cells.includes(before.cell)) widened.add(before.cell);
      return {
        ...row,
        cells: row.cells.map((cell) =>
          cell === before.cell ? { ...cell, colspan: cell.colspan + 1 } : cell,
        ),
      };
    }
    const text = (): string => {
      nth++;
      if (kind === 'ordinals') return `${nth}`;
      if (kind === 'one') return value;
      return kind === 'blank' ? '' : `${upTo(random, 60)}`;
    };
    const made = isFigures(row) ? figure(text()) : label(isHeaded ? '' : heading);
    if (!isFigures(row)) isHeaded = true;
    const left = line
      .slice(0, column)
      .flatMap((slot) => (slot && row.cells.includes(slot.cell) ? [slot.cell] : []));
    const place = new Set(left).size;
    return { ...row, cells: [...row.cells.slice(0, place), made, ...row.cells.slice(place)] };
  });
};

/** A row more, below any row of figures. */
const withRow = (table: PrintedTable, random: Random): PrintedTable => {
  const places = table.flatMap((row, at) => (isFigures(row) ? [at] : []));
  const at = pick(random, places);
  const model = table[at];
  if (!model) return table;
  const isCounting = random() < 0.2;
  const again = random() < 0.15;
  const wording = pick(random, rowLabels);
  const ordinal = random() < 0.2;
  let nth = 0;
  const labels = model.cells.filter(({ role }) => role === 'label');
  const last = labels.at(-1);
  const cells = model.cells.flatMap((cell): PrintedCell[] => {
    if (cell.role === 'figure') {
      nth++;
      const text = isCounting ? `${nth}` : random() < 0.2 ? pick(random, figures) : `${upTo(random, 60)}`;
      return [{ ...cell, lines: [text] }];
    }
    if (cell !== last) return cell.rowspan > 1 ? [] : [cell];
    const made = { ...cell, rowspan: 1, lines: [again ? cell.lines.join('') : wording] };
    return ordinal ? [label(`${upTo(random, 30)}`), made] : [made];
  });
  const grown = new Map<PrintedCell, PrintedCell>();
  slotsOf(table)[at]?.forEach((slot) => {
    if (slot && slot.cell.rowspan > 1 && slot.cell.role === 'label')
      grown.set(slot.cell, { ...slot.cell, rowspan: slot.cell.rowspan + 1 });
  });
  return [
    ...table
      .slice(0, at + 1)
      .map((row) => ({ ...row, cells: row.cells.map((cell) => grown.get(cell) ?? cell) })),
    { cells },
    ...table.slice(at + 1),
  ];
};

/** The rows from one on as a table of their own; a cell that reaches over the cut goes on below it, named again or blank. */
const cutAt = (table: PrintedTable, at: number, random: Random): [PrintedTable, PrintedTable] => {
  const slots = slotsOf(table);
  const repeats = random() < 0.5;
  const above = table.slice(0, at).map((row, y) => ({
    ...row,
    cells: row.cells.map((cell) => ({ ...cell, rowspan: Math.min(cell.rowspan, at - y) })),
  }));
  const first = table[at];
  if (!first) return [above, []];
  const over: PrintedCell[] = [];
  const seen = new Set<PrintedCell>();
  for (const slot of slots[at] ?? []) {
    if (!slot || seen.has(slot.cell)) continue;
    seen.add(slot.cell);
    if (first.cells.includes(slot.cell)) over.push(slot.cell);
    else {
      const y = table.findIndex((row) => row.cells.includes(slot.cell));
      over.push({
        ...slot.cell,
        lines: repeats ? slot.cell.lines : [''],
        rowspan: Math.max(1, slot.cell.rowspan - (at - y)),
      });
    }
  }
  return [above, [{ cells: over }, ...table.slice(at + 1)]];
};

const headOf = (table: PrintedTable): PrintedTable => table.slice(0, table.findIndex(isFigures));

/** In two pieces, the headings repeated over the second or not. */
const cut = (table: PrintedTable, random: Random): PrintedTable[] => {
  const head = headOf(table).length;
  if (table.length - head < 2) return [table];
  const [above, below] = cutAt(table, head + 1 + upTo(random, table.length - head - 2), random);
  return [above, random() < 0.5 ? [...headOf(table), ...below] : below];
};

/** The same table of another year to the right of this one: whole, or its figures only. */
const beside = (table: PrintedTable, other: PrintedTable, random: Random): PrintedTable => {
  const whole = random() < 0.5;
  const rows = table.map((row, y) => {
    const there = other[y]?.cells ?? [];
    return {
      ...row,
      cells: [
        ...row.cells,
        ...(whole ? there : there.filter(({ role }) => role === 'figure' || !isFigures(row))),
      ],
    };
  });
  return random() < 0.5 ? [yearsRow(table, random), ...rows] : rows;
};

const yearsRow = (table: PrintedTable, random: Random): PrintedRow => {
  const width = Math.max(...slotsOf(table).map((line) => line.length));
  const [a, b] = pick(random, [
    ['2021年', '2022年'],
    ['上年', '本年'],
    ['2022年度', '2021年度'],
  ] as const);
  return { cells: [label(a, width), label(b, width)] };
};

/** Each column twice, for two years. */
const doubled = (table: PrintedTable, other: PrintedTable, random: Random): PrintedTable => {
  const isHeaded = random() < 0.7;
  const names = pick(random, [
    ['2021年', '2022年'],
    ['上年', '本年'],
    ['2022', '2023'],
  ] as const);
  const head = headOf(table);
  const slots = slotsOf(table);
  const width = Math.max(...slots.map((line) => line.length));
  const stub = width - (table[head.length]?.cells.filter(({ role }) => role === 'figure').length ?? 0);
  const headings = head.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => {
      const column =
        slots.flat().length >= 0
          ? (slots[head.indexOf(row)]?.findIndex((slot) => slot?.cell === cell) ?? 0)
          : 0;
      return column >= stub ? { ...cell, colspan: cell.colspan * 2 } : cell;
    }),
  }));
  const years = {
    cells: [
      ...(stub > 0 ? [label('', stub)] : []),
      ...Array.from({ length: (width - stub) * 2 }, (_, at) => label(names[at % 2] ?? '')),
    ],
  };
  const body = table.slice(head.length).map((row, y) => {
    const there = other[head.length + y]?.cells.filter(({ role }) => role === 'figure') ?? [];
    let nth = 0;
    return {
      ...row,
      cells: row.cells.flatMap((cell) =>
        cell.role === 'figure' ? [cell, there[nth++] ?? figure('')] : [cell],
      ),
    };
  });
  return [...headings, ...(isHeaded ? [years] : []), ...body];
};

const shuffled = <One>(all: readonly One[], random: Random): One[] => {
  const left = [...all];
  for (let at = left.length - 1; at > 0; at--) {
    const other = upTo(random, at);
    [left[at], left[other]] = [left[other] as One, left[at] as One];
  }
  return left;
};

const isTable = (block: PageBlock): block is Table => block.kind === 'table';

const changes = {
  column: 'a column more',
  row: 'a row more',
  cut: 'a table in two pieces',
  shuffle: 'the order of its tables changed',
  rows: 'the order of some rows changed',
  repeat: 'a table, or a piece of one, printed again',
  beside: 'the table of another year to its right',
  doubled: 'each column for two years',
  alternate: 'tables of two years by turns, cut alike',
} as const;
type Change = keyof typeof changes;

const changed = (
  blocks: PageBlock[],
  others: readonly PageBlock[],
  change: Change,
  random: Random,
): PageBlock[] => {
  const tables = blocks.filter(isTable);
  const target = pick(random, tables);
  const at = blocks.indexOf(target);
  const nth = tables.indexOf(target);
  const other = others.filter(isTable)[nth]?.rows ?? target.rows;
  const instead = (made: readonly PageBlock[]): PageBlock[] => blocks.toSpliced(at, 1, ...made);
  const between = (): PageBlock[] =>
    random() < 0.3
      ? [{ kind: 'paragraph', text: pick(random, ['续表', '（接上页）', '2021年', '见下表。']) }]
      : [];
  const table = (rows: PrintedTable): PageBlock => ({ kind: 'table', rows });
  switch (change) {
    case 'column':
      return instead([table(withColumn(target.rows, random))]);
    case 'row':
      return instead([table(withRow(target.rows, random))]);
    case 'cut': {
      const [first = [], ...rest] = cut(target.rows, random);
      return instead([table(first), ...rest.flatMap((rows) => [...between(), table(rows)])]);
    }
    case 'shuffle': {
      const order = shuffled(tables, random);
      return blocks.map((block) => (isTable(block) ? (order[tables.indexOf(block)] ?? block) : block));
    }
    case 'rows': {
      const head = headOf(target.rows).length;
      if (target.rows.some(({ cells }) => cells.some(({ rowspan }) => rowspan > 1)) && random() < 0.7)
        return blocks;
      return instead([table([...target.rows.slice(0, head), ...shuffled(target.rows.slice(head), random)])]);
    }
    case 'repeat': {
      const source = random() < 0.5 ? other : target.rows;
      const pieces = random() < 0.5 ? [source] : cut(source, random);
      const again = pick(random, pieces);
      return random() < 0.7
        ? instead([target, ...between(), table(again)])
        : instead([table(again), ...between(), target]);
    }
    case 'beside':
      return instead([table(beside(target.rows, other, random))]);
    case 'doubled':
      return instead([table(doubled(target.rows, other, random))]);
    case 'alternate': {
      const head = headOf(target.rows).length;
      if (target.rows.length - head < 2) return instead([target, table(other)]);
      const row = head + 1 + upTo(random, target.rows.length - head - 2);
      const [a, b] = cutAt(target.rows, row, seeded(row));
      const [c, d] = cutAt(other, row, seeded(row));
      const headed = (rows: PrintedTable): PrintedTable =>
        random() < 0.5 ? [...headOf(target.rows), ...rows] : rows;
      return instead([table(a), table(c), ...between(), table(headed(b)), table(headed(d))]);
    }
  }
};

/** What was done to which report, and the page. */
export type Mangled = { report: Report; done: Change[]; blocks: PageBlock[] };

export const mangled = (seed: number): Mangled => {
  const random = seeded(seed);
  const formId = pick(random, formIds);
  const report = inventReport(formId, seed, { otherInOneRow: random() < 0.3 });
  const other = inventReport(formId, seed + 1_000_003, {
    otherInOneRow: !('requests.other_other.total' in report.facts),
  });
  const isOfficial = random() < 0.5;
  const layout: PageLayout = isOfficial
    ? officialLayout
    : {
        tableTwo: pick(random, htmlChoices.tableTwo),
        tableThree: pick(random, htmlChoices.tableThree),
        tableFour: pick(random, htmlChoices.tableFour),
        sentences: random() < 0.5,
      };
  let blocks = pageOf(report, layout);
  const others = pageOf(other, layout);
  const done: Change[] = [];
  const times = 1 + upTo(random, 1);
  for (let nth = 0; nth < times; nth++) {
    const change = pick(random, Object.keys(changes) as Change[]);
    done.push(change);
    blocks = changed(blocks, others, change, random);
  }
  return { report, done, blocks };
};
