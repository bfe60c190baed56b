import { relationWords } from '../../parser/messages/relations.ts';
import type { Language } from '../../parser/messages/words.ts';
import type { TableReading } from '../../parser/tabulation.ts';
import type { MarkCell } from '../cells.ts';
import { shelfWordsIn } from './words-in.ts';

type Props = {
  table: TableReading;
  /** Cells of an equation: what is added, and the total with what is taken off. */
  marks: readonly MarkCell[];
  language: Language;
};

/** Rows that are shown at once: a browser does not lay out many thousand. */
const mostRows = 500;

/** The figures of a kept table, with their rows and columns, as printed. What was between them on the page is not kept. */
export const FigureTable = ({ table, marks, language }: Props) => {
  const words = shelfWordsIn(language);
  const rows = [...new Set(table.cells.map(({ row }) => row))].sort((a, b) => a - b);
  const columns = [...new Set(table.cells.map(({ column }) => column))].sort((a, b) => a - b);
  const cells = new Map(table.cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  // The first is the total.
  const signs = new Map<string, string>(
    marks.flatMap(({ slot, side }, at) =>
      slot.table === table.index
        ? [[`${slot.row} ${slot.column}`, at === 0 ? '=' : side === 'left' ? '+' : '−'] as const]
        : [],
    ),
  );
  const headed = new Map(table.cells.map(({ column, columnPath }) => [column, columnPath.join(' › ')]));
  const { title } = relationWords(table, language);
  return (
    <details open={signs.size > 0} class="across">
      <summary>{title}</summary>
      {rows.length > mostRows && <p class="soft">{words.rowsShown(mostRows, rows.length)}</p>}
      <table class="compared figures">
        <caption class="unseen">{title}</caption>
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th key={column} scope="col">
                {headed.get(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, mostRows).map((row) => (
            <tr key={row}>
              <th scope="row">{labelOf(table, row)}</th>
              {columns.map((column) => {
                const key = `${row} ${column}`;
                const cell = cells.get(key);
                const sign = signs.get(key);
                return (
                  <td key={column} class={sign === undefined ? undefined : 'marked'}>
                    {sign !== undefined && <b>{sign} </b>}
                    {cell?.raw}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
};

/** The labels of a row; a table of two halves has two of them. */
const labelOf = ({ cells }: TableReading, row: number): string =>
  [...new Set(cells.flatMap((cell) => (cell.row === row ? [cell.rowPath.join(' › ')] : [])))].join(' ‖ ');
