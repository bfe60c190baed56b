import type { OpenForm, OpenTable } from './forms/open-form.ts';
import type { Block, TableBlock } from './source/blocks.ts';
import { textsAbove } from './table/titles.ts';
import { labelKey } from './text/label.ts';
import type { Asked } from './totals/prescribed.ts';

/** Which table of a form with open rows a table may be, by what it is called; its columns decide. */

/** A longer line is text, and names no table. */
const longestTitle = 60;

/** Rows in which a title may stand inside the table, above its boxhead. */
const mostTitleRows = 4;

const titlesIn = ({ rows }: TableBlock): string[] =>
  rows.slice(0, mostTitleRows).flatMap(({ cells }) => {
    const said = cells.filter(({ text }) => text !== '');
    return said.length === 1 ? said.map(({ text }) => text) : [];
  });

const linesOf = (blocks: readonly Block[], at: number, table: TableBlock): string[] => [
  ...titlesIn(table),
  ...textsAbove(blocks, at),
];

/** The tables of a form whose title is the longest that a line prints: 支出决算表 ends the titles of others. */
const namedBy = (form: OpenForm, line: string): OpenTable[] => {
  if (line.length > longestTitle) return [];
  const key = labelKey(line);
  const named = form.tables.map((table) => ({
    table,
    length: Math.max(
      0,
      ...[table.title, ...(table.aliases ?? [])]
        .map(labelKey)
        .filter((title) => key.includes(title))
        .map((title) => title.length),
    ),
  }));
  const longest = Math.max(...named.map(({ length }) => length));
  return longest === 0 ? [] : named.flatMap(({ table, length }) => (length === longest ? [table] : []));
};

const widthOf = ({ rows }: TableBlock): number =>
  Math.max(0, ...rows.map(({ cells }) => cells.reduce((sum, { colspan }) => sum + colspan, 0)));

/** Does the next table go on with this one? It has as many columns, and no line between names a table. */
const isContinued = (blocks: readonly Block[], at: number, table: TableBlock): boolean => {
  const after = blocks.findIndex((block, place) => place > at && block.kind === 'table');
  const next = blocks[after];
  if (next?.kind !== 'table' || widthOf(next) !== widthOf(table)) return false;
  return linesOf(blocks, after, next).every((line) => !/表/.test(line) || /续表/.test(line));
};

export const askedOf = (
  forms: readonly OpenForm[],
  blocks: readonly Block[],
  at: number,
  table: TableBlock,
): Asked[] => {
  const lines = linesOf(blocks, at, table);
  const named = forms.map((form) => ({
    form,
    tables: lines.map((line) => namedBy(form, line)).find((found) => found.length > 0) ?? [],
  }));
  if (named.every(({ tables }) => tables.length === 0)) return [];
  const continued = isContinued(blocks, at, table);
  return named.flatMap(({ form, tables }) => tables.map((one) => ({ form, table: one, continued })));
};
