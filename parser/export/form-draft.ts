import type { RelationReading, TableFigure, TableReading, Tabulation } from '../tabulation.ts';
import { hasHan, letters, plain, titleOf } from './draft-words.ts';

/**
 * The draft of a form of one's own (docs/forms.md) from the tables of a page: what they print as labels, and the sums found in them as
 * identities. It is a start for a person, who knows which wordings are the form's and which this page's.
 */

type DraftLabel = { id: string; zh: string; groups?: string[] };
type DraftColumn = DraftLabel & { type?: 'signed' | 'money'; unit?: string };
type DraftIdentity = {
  id: string;
  table: string;
  over: 'rows' | 'columns';
  left: string[];
  right: string[];
  zh: string;
};
type DraftTable = { id: string; title: string; columns: DraftColumn[]; rows: DraftLabel[] };

type FormDraft = {
  id: string;
  title: string;
  names: string[];
  tables: DraftTable[];
  identities: DraftIdentity[];
};

/** A form is no longer than a person would read it through. */
const mostLabels = 200;
const mostIdentities = 200;

/** Rows, or columns, by their places, as far as a form can name them. */
const labelled = (
  cells: readonly TableFigure[],
  of: (cell: TableFigure) => { at: number; path: readonly string[] },
  name: string,
  grouped: 'always' | 'where_needed',
): Map<number, DraftLabel> => {
  const paths = new Map<number, string[]>();
  for (const cell of cells) {
    const { at, path } = of(cell);
    if (!paths.has(at)) paths.set(at, path.map(plain).filter(hasHan));
  }
  const last = (path: readonly string[]): string => path.at(-1) ?? '';
  const count = new Map<string, number>();
  for (const path of paths.values()) count.set(last(path), (count.get(last(path)) ?? 0) + 1);
  const named = new Map<number, DraftLabel>();
  const seen = new Set<string>();
  for (const [at, path] of [...paths].sort((a, b) => a[0] - b[0])) {
    const zh = last(path);
    const groups = path.slice(0, -1);
    const needed = grouped === 'always' || (count.get(zh) ?? 0) > 1;
    const key = [...(needed ? groups : []), zh].join('/');
    // What has no words, or the same words as another, a form cannot name.
    if (zh === '' || zh.length > 200 || seen.has(key) || named.size >= mostLabels) continue;
    seen.add(key);
    const isLonger = needed && groups.length > 0;
    named.set(at, { id: `${name}_${named.size + 1}`, zh, ...(isLonger ? { groups } : {}) });
  }
  return named;
};

const typeOf = (cells: readonly TableFigure[]): Pick<DraftColumn, 'type' | 'unit'> => {
  const unit = cells.map((cell) => cell.unit).find((one) => one !== null) ?? null;
  if (unit !== null && /元$/.test(unit)) return { type: 'money', unit };
  if (cells.some(({ value }) => value !== null && !Number.isInteger(value))) return { type: 'money' };
  return cells.some(({ value }) => value !== null && value < 0) ? { type: 'signed' } : {};
};

const identityOf = (
  { axis, target, parts }: RelationReading,
  table: string,
  labels: ReadonlyMap<number, DraftLabel>,
  nth: number,
): DraftIdentity[] => {
  const at = (place: RelationReading['target']): DraftLabel[] =>
    typeof place === 'number' ? [labels.get(place)].flatMap((label) => label ?? []) : [];
  const total = at(target);
  const added = parts.filter(({ weight }) => weight > 0).flatMap((part) => at(part.at));
  const taken = parts.filter(({ weight }) => weight < 0).flatMap((part) => at(part.at));
  // An equation of which a part has no name would be another one.
  if (total.length === 0 || added.length + taken.length < parts.length) return [];
  const said = (side: readonly DraftLabel[]): string => side.map(({ zh }) => zh).join('+');
  const right = [...total, ...taken];
  const whole = `${said(added)} = ${said(right)}`;
  return [
    {
      id: `${table}.sum_${letters(nth)}`,
      table,
      over: axis === 'down' ? 'columns' : 'rows',
      left: added.map(({ id }) => id),
      right: right.map(({ id }) => id),
      zh: whole.length <= 200 ? whole : `各项之和 = ${said(right)}`,
    },
  ];
};

const draftTable = (
  reading: TableReading,
  nth: number,
): { table: DraftTable; identities: DraftIdentity[] } | null => {
  const { cells, relations } = reading;
  const id = `table_${letters(nth)}`;
  const columns = labelled(
    cells,
    ({ column, columnPath }) => ({ at: column, path: columnPath }),
    'column',
    'always',
  );
  const rows = labelled(cells, ({ row, rowPath }) => ({ at: row, path: rowPath }), 'row', 'where_needed');
  if (columns.size === 0 || rows.size === 0) return null;
  const sums = relations.filter(({ kind }) => kind === 'sum');
  return {
    table: {
      id,
      title: titleOf(reading.caption, `表${reading.index + 1}`),
      columns: [...columns].map(([at, label]) => ({
        ...label,
        ...typeOf(cells.filter(({ column }) => column === at)),
      })),
      rows: [...rows.values()],
    },
    identities: sums.flatMap((relation, at) =>
      identityOf(relation, id, relation.axis === 'down' ? rows : columns, at),
    ),
  };
};

const mostTables = 50;

/** The table asked for; without one, those in which something adds up, or all where nothing does. */
export const tablesToDraft = ({ tables }: Tabulation, table: number | null): TableReading[] => {
  const summed = tables.filter(({ relations }) => relations.some(({ kind }) => kind === 'sum'));
  const wanted =
    table === null ? (summed.length > 0 ? summed : tables) : tables.filter(({ index }) => index === table);
  return wanted.slice(0, mostTables);
};

/**
 * @param table the ordinal of the only table wanted; without it, those in which something adds up, or all where nothing does.
 * @returns null where no table has labels that a form could name.
 */
export const formDraft = (tabulation: Tabulation, table: number | null = null): FormDraft | null => {
  const drafts = tablesToDraft(tabulation, table).flatMap((reading, nth) => draftTable(reading, nth) ?? []);
  const [first] = drafts;
  if (!first) return null;
  const { title } = first.table;
  return {
    id: 'my-form',
    title,
    names: [title],
    tables: drafts.map((draft) => draft.table),
    identities: drafts.flatMap(({ identities }) => identities).slice(0, mostIdentities),
  };
};
