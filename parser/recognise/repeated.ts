import type { Issue } from '../issue.ts';
import type { Slot } from '../source/blocks.ts';
import type { Identification } from './identify.ts';
import type { Report } from './recognise.ts';

type Part = { report: Report; identified: Identification };

/** Does the text before a report say neither whose it is nor of which year? */
const isUntitled = ({ identified: { issues } }: Part): boolean =>
  issues.some(({ code }) => code === 'authority_missing') &&
  issues.some(({ code }) => code === 'year_missing');

/** Where each table of a report begins, as far as it was read. */
const slotsOf = ({ report }: Part): Map<string, Slot> => {
  const slots = new Map<string, Slot>();
  for (const { tableId, bindings } of report.fragments) {
    const [first] = bindings;
    if (first && !slots.has(tableId)) slots.set(tableId, first.cell.slot);
  }
  return slots;
};

/**
 * Tables that a page prints more than once with no title between that says whose each is: those of last year below those of this, or one
 * for each department. Which of them is the report's, nobody can say.
 *
 * @returns for each report what is to be said of it.
 */
export const repeatedTables = (parts: readonly Part[]): Issue[][] => {
  const groups: Map<string, Slot>[][] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    if (last && isUntitled(part)) last.push(slotsOf(part));
    else groups.push([slotsOf(part)]);
  }
  return groups.flatMap((group) =>
    group.map((slots) =>
      [...slots].flatMap(([table, slot]): Issue[] =>
        group.some((other) => other !== slots && other.has(table))
          ? [{ code: 'table_repeated', table, slot }]
          : [],
      ),
    ),
  );
};
