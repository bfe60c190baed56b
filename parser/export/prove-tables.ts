import type { RelationReading, TableReading, Tabulation } from '../tabulation.ts';
import type { ExportedTables } from './exported.ts';

/** Pages of tables that were exported, held against the pages they are said to be from: every figure, and every line of what adds up. */

/** A row that is not proven; `field` is null where the page has no such row. */
type UnprovenOfTables = {
  line: number;
  table: number;
  /** What it stands beside and under, or the relation by its name. */
  label: string;
  field: string | null;
  exported: string;
  onPage: string;
};

export type TablesProof = {
  exported: ExportedTables;
  /** The page that they were held against; null where no page is that one: then nothing is proven or refuted. */
  page: Tabulation | null;
  proven: number;
  unproven: UnprovenOfTables[];
  /** Rows of the page that the export does not have. */
  notExported: number;
  sameBytes: boolean | null;
  /** Another version had found what adds up: figures alone were held against the page. */
  figuresOnly: boolean;
};

type ProvenRow = { table: number; label: string; fields: Record<string, string> };

const text = (value: unknown): string =>
  value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);

const relationKey = ({ kind, axis, target, parts }: RelationReading): string =>
  JSON.stringify([kind, axis, target, parts.map(({ at, weight, table }) => [at, weight, table ?? null])]);

/** Tables as rows, each by what it is called in its page. */
const tableRows = (tables: readonly TableReading[], figuresOnly: boolean): Map<string, ProvenRow> => {
  const rows = new Map<string, ProvenRow>();
  for (const { index, caption, unit, cells, relations } of tables) {
    rows.set(`${index}`, {
      table: index,
      label: text(caption),
      fields: { caption: text(caption), unit: text(unit) },
    });
    for (const { row, column, raw, value, state, unit, rowPath, columnPath } of cells)
      rows.set(`${index} ${row} ${column}`, {
        table: index,
        label: [...rowPath.slice(-1), ...columnPath.slice(-1)].join(' › ') || `r${row + 1}c${column + 1}`,
        fields: {
          value: text(value),
          state,
          raw,
          unit: text(unit),
          row: rowPath.join(' › '),
          column: columnPath.join(' › '),
        },
      });
    if (figuresOnly) continue;
    for (const relation of relations)
      for (const { at, outcome, strength, printed, computed } of relation.lines)
        rows.set(`${index} ${relationKey(relation)} ${at}`, {
          table: index,
          label: `${relation.id}@${at + 1}`,
          fields: { outcome, strength, printed: text(printed), computed: text(computed) },
        });
  }
  return rows;
};

const placeOf = ({ source }: Tabulation): string => source.path ?? source.url ?? '';

/** The page by its bytes, else by its name; one alone is held against the one page there is. */
const pageOf = (
  { sha256, source }: ExportedTables,
  pages: readonly Tabulation[],
  alone: boolean,
): Tabulation | null =>
  pages.find((page) => sha256 !== null && page.source.sha256 === sha256) ??
  pages.find((page) => placeOf(page) === source) ??
  (alone && pages.length === 1 ? pages[0] : undefined) ??
  null;

/** @param tool the version that reads the pages: only what it has found itself can it be expected to find again. */
export const proveTables = (
  exports: readonly ExportedTables[],
  pages: readonly Tabulation[],
  tool: string,
): TablesProof[] => {
  const there = pages.filter(({ tables }) => tables.length > 0);
  return exports.map((exported): TablesProof => {
    const page = pageOf(exported, there, exports.length === 1);
    const figuresOnly = exported.tool !== null && exported.tool !== tool;
    if (!page)
      return { exported, page, proven: 0, unproven: [], notExported: 0, sameBytes: null, figuresOnly };
    const said = tableRows(exported.tables, figuresOnly);
    const printed = tableRows(page.tables, figuresOnly);
    const unproven = [...said].flatMap(([key, row], at): UnprovenOfTables[] => {
      const { table, label, fields } = row;
      const own = printed.get(key);
      const place = { line: at + 1, table, label };
      if (!own) return [{ ...place, field: null, exported: fields.raw ?? label, onPage: '' }];
      const field = Object.keys(fields).find((name) => fields[name] !== own.fields[name]);
      return field === undefined
        ? []
        : [{ ...place, field, exported: fields[field] ?? '', onPage: own.fields[field] ?? '' }];
    });
    return {
      exported,
      page,
      proven: said.size - unproven.length,
      unproven,
      notExported: [...printed.keys()].filter((key) => !said.has(key)).length,
      sameBytes: exported.sha256 === null ? null : exported.sha256 === page.source.sha256,
      figuresOnly,
    };
  });
};
