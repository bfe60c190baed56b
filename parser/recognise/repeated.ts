import type { Identification } from '../imprint/identify.ts';
import type { Issue } from '../issue.ts';
import type { Slot } from '../source/blocks.ts';
import type { RecognisedReport } from './recognise.ts';

/** A report, and whose and of which year it says it is. */
export type IdentifiedReport = { report: RecognisedReport; identified: Identification };

/** Does the text before a report say neither whose it is nor of which year? */
const isUntitled = ({ identified: { issues } }: IdentifiedReport): boolean =>
  issues.some(({ code }) => code === 'authority_missing') &&
  issues.some(({ code }) => code === 'year_missing');

/** A table of a report, as far as it was read: where it begins, and in how many pieces it stands. */
type TableAsPrinted = { slot: Slot; pieces: number };

const printedOf = ({ report }: IdentifiedReport): Map<string, TableAsPrinted> => {
  const tables = new Map<string, TableAsPrinted>();
  for (const { tableId, bindings } of report.fragments) {
    const [first] = bindings;
    if (!first) continue;
    const { slot, pieces } = tables.get(tableId) ?? { slot: first.cell.slot, pieces: 0 };
    tables.set(tableId, { slot, pieces: pieces + 1 });
  }
  return tables;
};

/**
 * Tables that a page prints more than once with no title between that says whose each is: those of last year below those of this, or one
 * for each department. Which of them is the report's, nobody can say; where they are cut in pieces besides, nor which of these belong together.
 *
 * @returns for each report what is to be said of it.
 */
export const repeatedTables = (reports: readonly IdentifiedReport[]): Issue[][] => {
  const groups: Map<string, TableAsPrinted>[][] = [];
  for (const one of reports) {
    const last = groups.at(-1);
    if (last && isUntitled(one)) last.push(printedOf(one));
    else groups.push([printedOf(one)]);
  }
  return groups.flatMap((group) =>
    group.map((tables) =>
      [...tables].flatMap(([table, { slot }]): Issue[] => {
        if (!group.some((other) => other !== tables && other.has(table))) return [];
        const isCut = group.some((other) => (other.get(table)?.pieces ?? 0) > 1);
        return [
          { code: 'table_repeated', table, slot },
          ...(isCut ? [{ code: 'pieces_unsure' as const, table, slot }] : []),
        ];
      }),
    ),
  );
};
