import type { Form, FormTable } from '../forms/schema.ts';
import type { Issue } from '../issue.ts';
import type { Block, TableBlock } from '../source/blocks.ts';
import { type KeyedSheet, keyedSheet } from '../table/keyed-sheet.ts';
import { withoutOrdinals } from '../table/ordinals.ts';
import { withoutUnits } from '../table/unit-columns.ts';
import { labelKey, tight } from '../text/label.ts';
import { familiarity } from './candidate-tables.ts';
import { withLineBelow } from './joined-headings.ts';
import { layoutOf } from './layout.ts';
import { type Section, sectionsOf } from './sections.ts';

/** The tables of a source that may be one of a form's, laid out, joined and cut, before any of them is read. */

/** A table that takes part in recognition, with the wording that stands just before it. */
export type CandidateTable = Uncut & { layout: string | null };

type Uncut = { sheet: KeyedSheet; like: ReadonlySet<FormTable>; context: string; block: number };

/** Rows and cells of a table beyond which it is not laid out: several times those of a report that stands in one table. */
const mostRows = 400;
const mostCells = 6_000;

/** Cells of all such tables of a page: those of thirty reports. */
const mostCellsOfPage = 12_000;

/** A table that shares fewer runs of characters with a form, such as a list of links that all say 政府信息公开, is none of it. */
const leastShared = 12;

const cellsOf = ({ rows }: TableBlock): number => rows.reduce((cells, row) => cells + row.cells.length, 0);

/** @returns them in document order, and why others take no part. */
export const candidatesOf = (
  blocks: readonly Block[],
  forms: readonly Form[],
): { found: CandidateTable[]; issues: Issue[] } => {
  const found: Uncut[] = [];
  const issues: Issue[] = [];
  let before = '';
  let cellsOfPage = 0;
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'paragraph' || block.kind === 'heading') before = block.text;
    if (block.kind !== 'table') continue;
    const context = before;
    before = '';
    const { like, shared } = familiarity(block, forms);
    const last = context === '' ? found.at(-1) : undefined;
    const joined = last && withLineBelow(last.sheet, last.like, block);
    if (joined) {
      found[found.length - 1] = { ...last, sheet: joined, block: at };
      continue;
    }
    if (like.size === 0) continue;
    const cells = cellsOf(block);
    if (block.rows.length > mostRows || cells > mostCells) {
      if (shared >= leastShared) issues.push({ code: 'grid_too_large', table: block.index });
      continue;
    }
    if (shared >= leastShared) cellsOfPage += cells;
    if (cellsOfPage > mostCellsOfPage) {
      issues.push({ code: 'file_excessive', what: 'cells', limit: mostCellsOfPage });
      break;
    }
    const sheet = keyedSheet(block);
    for (const problem of sheet.problems) {
      if (problem.kind === 'too_large') issues.push({ code: 'grid_too_large', table: block.index });
    }
    for (const [nth, section] of sectionsOf(withoutUnits(withoutOrdinals(sheet)), forms).entries()) {
      const years = yearsSideBySide(section.sheet, forms);
      if (years) issues.push(years);
      else found.push({ ...candidateOf(section, like, forms), context: nth === 0 ? context : '', block: at });
    }
  }
  return { found: found.map((one) => ({ ...one, layout: layoutOf(one.sheet) })), issues };
};

/** A section is known to be of one table of the form; a sheet that is not cut may be of any that it is like. */
const candidateOf = (
  { tableId, sheet }: Section,
  like: ReadonlySet<FormTable>,
  forms: readonly Form[],
): Pick<CandidateTable, 'sheet' | 'like'> => ({
  sheet,
  like:
    tableId === null
      ? like
      : new Set(forms.flatMap(({ tables }) => tables.filter(({ id }) => id === tableId))),
});

const yearHeading = /^(20\d\d)年度?$/;

/** A table that compares years: its columns stand twice, so no figure of it belongs to one report. */
const yearsSideBySide = (sheet: KeyedSheet, forms: readonly Form[]): Issue | null => {
  const cells = sheet.rows.slice(0, 4).flatMap((row) => row.cells.filter((cell) => cell.own));
  const years = new Map(
    cells.flatMap((cell) => {
      const year = cell.key.startsWith('20') ? yearHeading.exec(tight(cell.text))?.[1] : undefined;
      return year ? [[year, cell.slot] as const] : [];
    }),
  );
  const [slot] = years.values();
  if (years.size < 2 || !slot) return null;
  const table = forms
    .flatMap((form) => form.tables)
    .find(({ bands }) => {
      const keys = new Set(bands.flatMap((band) => band.rows.map((row) => labelKey(row.zh))));
      return sheet.rows.filter((row) => row.cells.some((cell) => keys.has(cell.key))).length >= 2;
    });
  return table ? { code: 'comparison_page', table: table.id, years: [...years.keys()], slot } : null;
};
