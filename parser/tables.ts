import { betweenPieces, parted, type RowOrigin, wholeAt } from './cut-tables.ts';
import type { Source } from './extraction.ts';
import { askedOf } from './form-tables.ts';
import type { OpenForm } from './forms/open-form.ts';
import { openForms } from './forms/registry.ts';
import type { Issue } from './issue.ts';
import { betweenReadings, relationsOf } from './relations.ts';
import type { Row, SourceDocument, TableBlock } from './source/blocks.ts';
import { cellAt, type Sheet } from './table/sheet.ts';
import { tableOf } from './table/table.ts';
import { textsAbove } from './table/titles.ts';
import type { TableFigure, TableReading, Tabulation } from './tabulation.ts';
import type { TableOfForm } from './totals/between.ts';
import { withCuts } from './totals/cuts.ts';
import { diagnosesOf } from './totals/diagnose.ts';
import { type Totals, totalsOf } from './totals/totals.ts';

/**
 * Any statistical table: source → blocks → table (what it is) → totals (what adds up in it) → diagnosis (which cell may be wrong).
 *
 * @param document what `readHtml`, `readDom` or `readText` gave.
 * @param source where it came from.
 * @param before issues that arose while the source was read.
 * @param forms those with open rows that are looked for; all that ship, where none are named.
 * @returns all tables that hold figures, in document order; tables of words and layout are left out.
 */
export const tables = (
  document: SourceDocument,
  source: Source,
  before: readonly Issue[] = [],
  forms: readonly OpenForm[] = openForms,
): Tabulation => {
  const issues: Issue[] = [...before, ...(document.issues ?? [])];
  const read: TableReading[] = [];
  const ofForms: TableOfForm[] = [];
  let left = mostCells;
  // As much of each table as is read.
  const blocks = document.blocks.map((whole) => {
    if (whole.kind !== 'table') return whole;
    const block = withinBudget(whole, Math.min(left, mostInTable));
    left -= cellsIn(block.rows);
    if (block !== whole)
      issues.push({
        code: 'rows_left_out',
        table: block.index,
        rows: block.rows.length,
        of: whole.rows.length,
      });
    return block;
  });
  const heights = new Map(
    blocks.flatMap((block) => (block.kind === 'table' ? [[block.index, block.rows.length] as const] : [])),
  );
  const pieces = new Map<number, readonly RowOrigin[]>();
  const taken = new Set<number>();
  const torn = new Set<number>();
  for (const at of blocks.keys()) {
    const whole = taken.has(at) ? null : wholeAt(forms, blocks, at);
    if (!whole) continue;
    const { block, rows } = whole;
    for (const place of whole.places) taken.add(place);
    if (whole.torn !== null) torn.add(whole.torn).add(at);
    const sheet = tableOf(block, textsAbove(blocks, at));
    if (sheet.problems.some(({ kind }) => kind === 'too_large'))
      issues.push({ code: 'grid_too_large', table: block.index });
    if (!holdsFigures(sheet)) continue;
    const found = totalsOf(sheet, askedOf(forms, blocks, at, block, whole.torn !== null));
    const totals = withCuts(
      found,
      sheet.width,
      rows.map(({ table }) => table),
      torn.has(at),
    );
    if (totals.cut) issues.push({ code: 'totals_left_out', table: block.index });
    if (totals.form) ofForms.push({ sheet, totals });
    if (whole.places.length > 1) pieces.set(block.index, rows);
    read.push(...parted(readingOf(sheet, totals), whole, heights));
  }
  for (const { table, relation } of betweenPieces(betweenReadings(ofForms), pieces))
    read.find(({ index }) => index === table)?.relations.push(relation);
  return { schema: 'gouji/tables/1', source, tables: read, issues };
};

/** More cells than these are not read: of one table, and of one source. A longer one would take more memory than a browser has to spare. */
const mostInTable = 60_000;
const mostCells = 150_000;

const cellsIn = (rows: readonly Row[]): number => rows.reduce((sum, { cells }) => sum + cells.length, 0);

/** The first rows of a table, as far as their cells are no more than these. */
const withinBudget = (table: TableBlock, most: number): TableBlock => {
  let cells = 0;
  for (const [at, row] of table.rows.entries()) {
    cells += row.cells.length;
    if (cells > most) return { ...table, rows: table.rows.slice(0, at) };
  }
  return table;
};

const holdsFigures = (sheet: Sheet): boolean =>
  sheet.cells.some(
    ({ row, column, figure }) =>
      figure.state === 'number' && sheet.rows[row] === 'body' && sheet.columns[column] === 'figures',
  );

const readingOf = (sheet: Sheet, totals: Totals): TableReading => {
  return {
    index: sheet.index,
    caption: sheet.caption,
    unit: sheet.unit,
    rows: sheet.height,
    columns: sheet.width,
    cells: figuresIn(sheet, totals),
    relations: relationsOf(sheet, totals),
    diagnoses: diagnosesOf(sheet, totals),
  };
};

/** Slots of totals and of parts; what is both is a total. */
const rolesOf = ({ relations }: Totals): Map<number, 'part' | 'total'> => {
  const roles = new Map<number, 'part' | 'total'>();
  for (const { lines } of relations)
    for (const { terms } of lines) {
      for (const { slot } of terms.parts) if (!roles.has(slot)) roles.set(slot, 'part');
      roles.set(terms.target, 'total');
    }
  return roles;
};

const unitInBrackets = /[（(]([^（）()]{1,12})[)）]\s*$/;

/** The labels under which a row stands, from outside in. */
const rowPath = (sheet: Sheet, half: number, row: number): string[] => {
  const entries = sheet.stubs[half] ?? [];
  const path = [...(entries[row]?.path ?? [])];
  const seen = new Set([row]);
  let parent = entries[row]?.parent ?? null;
  while (parent !== null && !seen.has(parent)) {
    seen.add(parent);
    const label = entries[parent]?.text;
    if (label !== undefined) path.unshift(label);
    parent = entries[parent]?.parent ?? null;
  }
  return path;
};

const figuresIn = (sheet: Sheet, totals: Totals): TableFigure[] => {
  const roles = rolesOf(totals);
  const found: TableFigure[] = [];
  sheet.halves.forEach(({ from, to }, half) => {
    for (let row = 0; row < sheet.height; row++) {
      if (sheet.rows[row] !== 'body') continue;
      const path = rowPath(sheet, half, row);
      const unit = sheet.stubs[half]?.[row]?.unit ?? null;
      for (let column = from; column < to; column++) {
        const cell = cellAt(sheet, row, column);
        if (sheet.columns[column] !== 'figures' || cell?.row !== row || cell.column !== column) continue;
        const columnPath = sheet.headings[column] ?? [];
        const { figure } = cell;
        const headed = columnPath
          .map((text) => unitInBrackets.exec(text)?.[1])
          .findLast((one) => one !== undefined);
        found.push({
          row,
          column,
          raw: cell.text,
          value: figure.state === 'number' ? figure.value : null,
          state: figure.state,
          unit: (figure.state === 'number' ? figure.unit : null) ?? unit ?? headed ?? sheet.unit,
          role: roles.get(row * sheet.width + column) ?? 'other',
          rowPath: path,
          columnPath: [...columnPath],
        });
      }
    }
  });
  return found.sort((a, b) => a.row - b.row || a.column - b.column);
};
