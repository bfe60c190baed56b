import type { OpenForm, OpenTable } from './forms/open-form.ts';
import type { Block, TableBlock } from './source/blocks.ts';
import { textsAbove } from './table/titles.ts';
import { labelKey } from './text/label.ts';
import type { AskedTable } from './totals/prescribed.ts';

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

/** The lines that may name a table: those in its first rows, then those above it. */
export const linesOf = (blocks: readonly Block[], at: number, table: TableBlock): string[] => [
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

/** What a form's tables are called by the first of these lines that names any; null where none does. */
export const labelledBy = (forms: readonly OpenForm[], lines: readonly string[]): string | null => {
  for (const line of lines) {
    const named = forms.flatMap((form) => namedBy(form, line).map(({ id }) => `${form.id}.${id}`));
    if (named.length > 0) return named.join(' ');
  }
  return null;
};

/** @param torn the table goes on in another that could not be put to it. */
export const askedOf = (
  forms: readonly OpenForm[],
  blocks: readonly Block[],
  at: number,
  table: TableBlock,
  torn: boolean,
): AskedTable[] => {
  const lines = linesOf(blocks, at, table);
  const named = forms.map((form) => ({
    form,
    tables: lines.map((line) => namedBy(form, line)).find((found) => found.length > 0) ?? [],
  }));
  return named.flatMap(({ form, tables }) => tables.map((one) => ({ form, table: one, continued: torn })));
};
