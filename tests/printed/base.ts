import { officialLayout, pageOf } from '../corpus-pages/page.ts';
import type { PageBlock, PrintedCell } from '../corpus-pages/printed.ts';
import { inventReport, type Report, withFacts } from '../corpus-pages/report.ts';

/** The report that all cases print: it adds up, and one of its cells is set in some way of which the case is about. */

/** The cell that a case sets in its own way, and what it says where nothing else is said. */
export const target = 'requests.received_new.natural_person';
const figureSeen = 90;

const invented = inventReport('disclosure-2021', 7, { authority: '乙市丙区人民政府', otherInOneRow: true });
const requests = Object.keys(invented.facts).filter((ref) => ref.startsWith('requests.'));
const rows = [...new Set(requests.map((ref) => ref.split('.')[1] ?? ''))];
const flow: Readonly<Record<string, number>> = {
  received_new: figureSeen,
  carried_over: 5,
  granted: 88,
  total_processed: 88,
  carried_forward: 7,
};

const changes: Record<string, string> = {};
for (const row of rows) {
  const [was, now] = [Number(invented.facts[`requests.${row}.natural_person`]), flow[row] ?? 0];
  changes[`requests.${row}.natural_person`] = `${now}`;
  changes[`requests.${row}.total`] = `${Number(invented.facts[`requests.${row}.total`]) - was + now}`;
}

export const report: Report = withFacts(invented, changes);

/** Stands in the cell of the case; whoever writes a file puts the case in its place. */
export const isTarget = (cell: PrintedCell): boolean => cell.lines[0] === `${figureSeen}`;

export const blocks: readonly PageBlock[] = pageOf(report, officialLayout);
