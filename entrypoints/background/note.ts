import { browser } from 'wxt/browser';
import { shelfRows } from '../store/shelf.ts';
import { keptRow } from '../store/shelf-context.ts';
import type { PageReading } from '../wire/reading.ts';
import { readingAt } from './kept.ts';

/** In CSS pixels: beside it there is room for the report that the note is about. */
const size = { width: 460, height: 420 };

/** Opens the window in which the note on a kept report is written; where there are no windows, a tab. */
export const openNote = async (id: string): Promise<true> => {
  const url = `${browser.runtime.getURL('/note.html')}#${encodeURIComponent(id)}`;
  if (browser.windows) await browser.windows.create({ url, type: 'popup', ...size });
  else await browser.tabs.create({ url });
  return true;
};

/** The same for a report of an open page. Answers whether it is kept as it was read. */
export const openNoteOn = async (
  tab: number,
  place: Pick<PageReading, 'frame' | 'attachment'>,
  report: number,
): Promise<boolean> => {
  const extraction = (await readingAt(tab, place))?.extractions[report];
  const row = extraction && keptRow(extraction, report, await shelfRows());
  return row ? openNote(row.id) : false;
};
