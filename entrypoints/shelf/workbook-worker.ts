// First of all: see there.
import '../wire/jitless.ts';

import type { AnyForm } from '../../parser/forms/open-form.ts';
import { withOwn } from '../../parser/forms/registry.ts';
import { shelfReports } from '../store/shelf.ts';
import { openWorkbook } from './workbook.ts';

/** What the shelf asks of this worker: the kept reports by their ids, and the person's own forms, which lend the words. */
export type WorkbookWanted = { ids: readonly string[]; own: readonly AnyForm[] };

/** What it answers: how far it is, and at last the file; or what went wrong. */
export type WorkbookAnswer = { done: number } | { file: Blob } | { failed: string };

/** Reports that are read from the database at once. */
const atOnce = 25;

const answer = (message: WorkbookAnswer): void => postMessage(message);

const write = async ({ ids, own }: WorkbookWanted): Promise<void> => {
  withOwn(own);
  const workbook = openWorkbook();
  for (let from = 0; from < ids.length; from += atOnce) {
    for (const report of await shelfReports(ids.slice(from, from + atOnce))) workbook.add(report);
    answer({ done: Math.min(from + atOnce, ids.length) });
  }
  answer({ file: workbook.end() });
};

addEventListener('message', (event: MessageEvent<WorkbookWanted>) => {
  write(event.data).catch((error: unknown) => answer({ failed: String(error) }));
});
