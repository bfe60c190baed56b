import type { RelationReading, TableFigure, TableReading, Tabulation } from '../tabulation.ts';
import { hasHan, letters, plain, titleOf } from './draft-words.ts';
import { tablesToDraft } from './form-draft.ts';

/**
 * The draft of a form with open rows (docs/forms.md): where rows have codes or stand in a numbered list, each body prints those that it has, and
 * the form names columns and closing lines only.
 */

type Name = { id: string; zh: string };
type DraftColumn = Name & { headings?: string[][] };
type DraftHalf = { rows: 'coded' | 'listed' | 'any'; columns: DraftColumn[]; lines: Name[] };
type DraftSum = { id: string; half: number; zh: string } & (
  | { over: 'rows'; target: string; parts: { id: string; weight: 1 | -1 }[] }
  | { over: 'columns'; target: string; parts: string[] | 'listed' | { codes: string[] } }
  | { over: 'codes' }
  | { over: 'halves'; own: [string, string]; other: [number, string, string] }
);
type DraftTable = { id: string; title: string; halves: DraftHalf[]; sums: DraftSum[] };

export type OpenFormDraft = { id: string; title: string; tables: DraftTable[] };

const mostColumns = 100;
const mostLines = 200;
const mostSums = 200;

/** A row of one half: its label, and whether it counts up as 一、二、 does. */
type DraftRow = { at: number; label: string; numbered: boolean };
/** One of the parts of a table that stand side by side: columns under which the same rows are named. */
type HalfOnPage = { columns: { at: number; path: string[] }[]; rows: DraftRow[]; coded: ReadonlySet<number> };

const numbered = /^[一二三四五六七八九十]{1,3}[、.．]/;
/** （一）, 1. and 其中: rows under others, which a form with open rows leaves to them. */
const isUnder = (label: string): boolean =>
  /^(?:[（(][一二三四五六七八九十]|[0-9]{1,2}[、.．]|其中)/.test(label);
const isTotal = (label: string): boolean => /(?:合计|总计|小计|总额|总数)$/.test(label);

const pathOf = (path: readonly string[]): string[] => path.map(plain).filter(hasHan);

/** Columns beside one another in which every row is called the same. */
const halvesOf = ({ cells, relations }: TableReading): HalfOnPage[] => {
  const columns = [...Map.groupBy(cells, ({ column }) => column)].sort(([one], [other]) => one - other);
  const named = (own: readonly TableFigure[]): Map<number, string> =>
    new Map(own.map(({ row, rowPath }) => [row, rowPath.map(plain).join('/')]));
  const groups: { names: Map<number, string>; columns: [number, TableFigure[]][] }[] = [];
  for (const [at, own] of columns) {
    const names = named(own);
    const last = groups.at(-1);
    if (last && [...names].every(([row, name]) => (last.names.get(row) ?? name) === name)) {
      last.columns.push([at, own]);
      for (const [row, name] of names) last.names.set(row, name);
    } else groups.push({ names, columns: [[at, own]] });
  }
  return groups.map((group): HalfOnPage => {
    const own = new Set(group.columns.map(([at]) => at));
    const labels = new Map<number, string>();
    for (const [, figures] of group.columns)
      for (const { row, rowPath } of figures) labels.set(row, plain(rowPath.at(-1) ?? ''));
    const coded = new Set(
      relations
        .filter(
          ({ cue, axis, lines }) => cue === 'code' && axis === 'down' && lines.some(({ at }) => own.has(at)),
        )
        .flatMap(({ target, parts }) => [target, ...parts.map(({ at }) => at)])
        .filter((at): at is number => typeof at === 'number')
        .filter((at) => !isTotal(labels.get(at) ?? '')),
    );
    return {
      columns: group.columns.map(([at, [first]]) => ({ at, path: pathOf(first?.columnPath ?? []) })),
      rows: [...labels]
        .sort(([one], [other]) => one - other)
        .map(([at, label]) => ({ at, label, numbered: numbered.test(label) })),
      coded,
    };
  });
};

const fewestListed = 2;

const kindOf = ({ rows, coded }: HalfOnPage): DraftHalf['rows'] =>
  coded.size > 0 ? 'coded' : rows.filter((row) => row.numbered).length >= fewestListed ? 'listed' : 'any';

/** The half as the form has it, and what its columns and lines are called there; null where a column has no words of its own. */
const draftHalf = (
  half: HalfOnPage,
): { drafted: DraftHalf; columns: Map<number, Name>; lines: Map<number, Name> } | null => {
  const rows = kindOf(half);
  const columns = new Map<number, Name>();
  const keys = new Set<string>();
  for (const { at, path } of half.columns) {
    const zh = path.at(-1);
    const key = path.join('/');
    if (zh === undefined || keys.has(key) || columns.size >= mostColumns) return null;
    keys.add(key);
    columns.set(at, { id: `column_${columns.size + 1}`, zh });
  }
  const lines = new Map<number, Name>();
  const said = new Set<string>();
  for (const { at, label, numbered } of half.rows) {
    const isLine = rows === 'listed' ? !numbered && !isUnder(label) : isTotal(label) && !half.coded.has(at);
    if (!isLine || !hasHan(label) || said.has(label) || lines.size >= mostLines) continue;
    said.add(label);
    lines.set(at, { id: `line_${lines.size + 1}`, zh: label });
  }
  const drafted: DraftHalf = {
    rows,
    columns: [...columns].map(([at, name]) => {
      const path = half.columns.find((one) => one.at === at)?.path ?? [];
      return path.length > 1 ? { ...name, headings: path.map((text) => [text]) } : name;
    }),
    lines: [...lines.values()],
  };
  return { drafted, columns, lines };
};

type Drafted = NonNullable<ReturnType<typeof draftHalf>> & { half: HalfOnPage };
type Unnamed = DraftSum extends infer Sum ? (Sum extends { id: string } ? Omit<Sum, 'id'> : never) : never;

const said = (names: readonly Name[]): string => names.map(({ zh }) => zh).join(' + ');

const ofColumns = ({ target, parts }: RelationReading, halves: readonly Drafted[]): Unnamed[] => {
  const half = halves.findIndex(({ columns }) => typeof target === 'number' && columns.has(target));
  const own = halves[half]?.columns;
  const total = typeof target === 'number' ? own?.get(target) : undefined;
  const named = parts.flatMap(({ at, weight }) => {
    const name = typeof at === 'number' ? own?.get(at) : undefined;
    return name ? [{ ...name, weight }] : [];
  });
  if (!total || named.length < parts.length) return [];
  const right = named.map(({ zh, weight }, at) => `${weight < 0 ? '- ' : at > 0 ? '+ ' : ''}${zh}`).join(' ');
  return [
    {
      half,
      over: 'rows',
      target: total.id,
      parts: named.map(({ id, weight }) => ({ id, weight })),
      zh: `${total.zh} = ${right}`.slice(0, 200),
    },
  ];
};

const ofRows = (
  { target, parts, lines: evaluated }: RelationReading,
  halves: readonly Drafted[],
): Unnamed[] => {
  const half = halves.findIndex(({ columns }) => evaluated.some(({ at }) => columns.has(at)));
  const own = halves[half];
  const total = typeof target === 'number' ? own?.lines.get(target) : undefined;
  if (!own || !total || parts.some(({ weight }) => weight < 0)) return [];
  const places = parts.map(({ at }) => (typeof at === 'number' ? at : -1));
  const sum = { half, over: 'columns' as const, target: total.id };
  if (places.every((at) => own.half.coded.has(at)))
    return [{ ...sum, parts: { codes: [] }, zh: `${total.zh} = 各类级科目之和` }];
  const isListed = (at: number): boolean => own.half.rows.some((row) => row.at === at && row.numbered);
  if (own.drafted.rows === 'listed' && places.every(isListed))
    return [{ ...sum, parts: 'listed', zh: `${total.zh} = 各项之和` }];
  const named = places.flatMap((at) => own.lines.get(at) ?? []);
  return named.length < places.length
    ? []
    : [{ ...sum, parts: named.map(({ id }) => id), zh: `${total.zh} = ${said(named)}`.slice(0, 200) }];
};

/** One figure printed in both halves. */
const ofHalves = ({ target, parts }: RelationReading, halves: readonly Drafted[]): Unnamed[] => {
  const place = (at: RelationReading['target'] | undefined) => {
    if (!Array.isArray(at)) return null;
    const half = halves.findIndex(({ columns }) => columns.has(at[1]));
    const line = halves[half]?.lines.get(at[0]);
    const column = halves[half]?.columns.get(at[1]);
    return line && column ? { half, line, column } : null;
  };
  const [first, second] = [place(target), place(parts[0]?.at)];
  if (!first || !second || parts.length > 1 || first.half === second.half) return [];
  const [own, other] = first.half < second.half ? [first, second] : [second, first];
  return [
    {
      half: own.half,
      over: 'halves',
      own: [own.line.id, own.column.id],
      other: [other.half, other.line.id, other.column.id],
      zh: `${own.line.zh} = ${other.line.zh}`,
    },
  ];
};

const sumsOf = ({ relations }: TableReading, halves: readonly Drafted[]): DraftSum[] => {
  const codes = halves.flatMap(({ drafted }, half): Unnamed[] =>
    drafted.rows === 'coded' ? [{ half, over: 'codes', zh: '上级科目 = 其下级科目之和' }] : [],
  );
  const others = relations.flatMap((relation): Unnamed[] => {
    if (relation.kind === 'equal') return relation.axis === 'cells' ? ofHalves(relation, halves) : [];
    if (relation.kind !== 'sum' || relation.axis === 'cells') return [];
    return relation.axis === 'across' ? ofColumns(relation, halves) : ofRows(relation, halves);
  });
  const once = new Map([...codes, ...others].map((sum) => [JSON.stringify({ ...sum, zh: '' }), sum]));
  return [...once.values()]
    .slice(0, mostSums)
    .map((sum, nth) => ({ id: `sum_${letters(nth)}`, ...sum }) as DraftSum);
};

const draftTable = (reading: TableReading, nth: number): DraftTable | null => {
  const halves = halvesOf(reading).map((half) => {
    const drafted = draftHalf(half);
    return drafted && { ...drafted, half };
  });
  if (halves.length === 0 || !halves.every((half) => half !== null)) return null;
  const sums = sumsOf(reading, halves);
  const isOpen = halves.some(({ drafted }) => drafted.rows !== 'any');
  return isOpen || sums.length > 0
    ? {
        id: `table_${letters(nth)}`,
        title: titleOf(reading.caption, `表${reading.index + 1}`),
        halves: halves.map(({ drafted }) => drafted),
        sums,
      }
    : null;
};

/**
 * @param table the ordinal of the only table wanted.
 * @returns null where no table leaves its rows open.
 */
export const openFormDraft = (tabulation: Tabulation, table: number | null = null): OpenFormDraft | null => {
  const tables = tablesToDraft(tabulation, table).flatMap((reading, nth) => draftTable(reading, nth) ?? []);
  const [first] = tables;
  if (!first || !tables.some(({ halves }) => halves.some(({ rows }) => rows !== 'any'))) return null;
  return { id: 'my-form', title: first.title, tables };
};
