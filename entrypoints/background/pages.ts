import { browser } from 'wxt/browser';
import type { Slot } from '../../parser/source/blocks.ts';
import { type MarkedCell, type ShownMarks, shownSchema } from '../wire/page-schemas.ts';
import type { PanelOrder, ReaderOrder } from '../wire/protocol.ts';
import type { PageReading } from '../wire/reading.ts';
import { droppedFrames, forget, forgetDropped, framesOf, readingsOf } from './kept.ts';
import { tellSide } from './side.ts';

/** The frames of a tab: words to their readers, and the panel put into one of them. */

export const topFrame = 0;

// No answer is an answer: the frame is gone, or nobody in it listens.
export const ask = (tab: number, frame: number, order: ReaderOrder | PanelOrder): Promise<unknown> =>
  browser.tabs.sendMessage(tab, order, { frameId: frame }).catch(() => undefined);

/** The readings whose pages still stand in the tab. Those of pages that have left are forgotten. */
export const standingReadings = async (tab: number): Promise<PageReading[]> => {
  const readings = await readingsOf(tab);
  const pages = await Promise.all(readings.map(({ frame }) => ask(tab, frame, { kind: 'still-there' })));
  const left = readings.filter(({ page }, index) => {
    const standing = pages[index];
    return !Array.isArray(standing) || !standing.includes(page);
  });
  if (left.length > 0) await forget(tab, left);
  return readings.filter((reading) => !left.includes(reading));
};

/** Has pages read again whose readings had to make room for those of other tabs. Their readers stand there still, or nobody does. */
export const restore = async (tab: number): Promise<void> => {
  const frames = await droppedFrames(tab);
  if (frames.length === 0) return;
  await forgetDropped(tab);
  for (const frame of frames) await ask(tab, frame, { kind: 'read', asked: false, passing: false });
};

/** Marks cells in one frame and nowhere else. */
export const markCells = async (tab: number, frame: number, cells: MarkedCell[]): Promise<ShownMarks> => {
  await clearCells(tab, frame);
  return asShown(await ask(tab, frame, { kind: 'mark', cells }));
};

const asShown = (answer: unknown): ShownMarks =>
  shownSchema.safeParse(answer).data ?? { found: 0, span: null, shift: null };

/** The style of marked words. A sheet of the browser's for this page: no style sheet of the page's own list. */
const highlightSheet =
  '::highlight(gouji) { background-color: #f3e8ff; color: #111; text-decoration: underline 2px double #6b21a8; }';

/** Marks words in one frame and nowhere else. `block` is their place among the blocks that the frame's reader has read. */
export const markQuote = async (
  tab: number,
  frame: number,
  quote: { block: number; at: number; quote: string },
): Promise<ShownMarks> => {
  await clearCells(tab, frame);
  const sheet = { target: { tabId: tab, frameIds: [frame] }, css: highlightSheet };
  // Laid once, however often it is called for.
  await browser.scripting.removeCSS(sheet).catch(() => {});
  await browser.scripting.insertCSS(sheet).catch(() => {});
  return asShown(await ask(tab, frame, { kind: 'mark-quote', ...quote }));
};

/** Removes the marks of every frame but `spared`. */
export const clearCells = async (tab: number, spared?: number): Promise<void> => {
  const frames = await framesOf(tab);
  if (spared !== undefined) frames.delete(spared);
  await Promise.all(Array.from(frames, (frame) => ask(tab, frame, { kind: 'clear' })));
};

/** Has the reader of one frame tell of clicks on these cells, and those of the others of none. */
export const follow = async (tab: number, frame: number, slots: Slot[]): Promise<boolean> => {
  const frames = await framesOf(tab);
  await Promise.all(
    Array.from(frames, (one) => ask(tab, one, { kind: 'follow', slots: one === frame ? slots : [] })),
  );
  return frames.has(frame);
};

/**
 * Has the page read: one frame in which a report was seen, or, where the person asked, all that may be entered, whatever is in them.
 * `passing` where only totals were seen in the frame.
 * Answers whether there was one to enter.
 */
export const readFrames = async (tab: number, frame?: number, passing = false): Promise<boolean> => {
  try {
    const results = await browser.scripting.executeScript({
      target: frame === undefined ? { tabId: tab, allFrames: true } : { tabId: tab, frameIds: [frame] },
      files: ['/reader.js'],
    });
    const order: ReaderOrder = { kind: 'read', asked: frame === undefined, passing };
    await Promise.all(results.map(({ frameId }) => ask(tab, frameId, order)));
    return results.length > 0;
  } catch {
    return false;
  }
};

// By tab, one after the other: of two that are put into a page at once the later takes the place of the one that has heard what is wanted.
const presenting = new Map<number, Promise<void>>();

/**
 * Tells the panel of the change, or puts one into the page: into the top frame, which is the one a person sees whole;
 * where that is not ours to enter, into the frame of the report.
 */
export const presentPanel = (tab: number, frame: number): Promise<void> => {
  // Whoever was before has been told of what went wrong there; it is no reason not to try again.
  const before = (presenting.get(tab) ?? Promise.resolve()).catch(() => {});
  const next = before.then(() => present(tab, frame));
  presenting.set(tab, next);
  const settled = () => {
    if (presenting.get(tab) === next) presenting.delete(tab);
  };
  void next.then(settled, settled);
  return next;
};

const present = async (tab: number, frame: number): Promise<void> => {
  void tellSide(tab, { kind: 'state-changed' });
  for (const home of new Set([topFrame, frame])) {
    if ((await ask(tab, home, { kind: 'state-changed' })) === true) return;
    if (await injectPanel(tab, home)) return;
  }
};

const injectPanel = async (tab: number, frame: number): Promise<boolean> => {
  try {
    await browser.scripting.executeScript({
      target: { tabId: tab, frameIds: [frame] },
      files: ['/content-scripts/panel.js'],
    });
    return true;
  } catch {
    return false;
  }
};

/** Passes an order on to every panel of the tab, if there is any. */
export const tellPanels = async (tab: number, order: PanelOrder): Promise<void> => {
  const frames = new Set([topFrame, ...(await framesOf(tab))]);
  await Promise.all([tellSide(tab, order), ...Array.from(frames, (frame) => ask(tab, frame, order))]);
};

/** What a panel in `home` shows: in the top frame all of the tab, elsewhere its own frame. */
export const readingsFor = async (tab: number, home: number): Promise<PageReading[]> => {
  const readings = (await standingReadings(tab)).filter(({ linked }) => !linked);
  return home === topFrame ? readings : readings.filter(({ frame }) => frame === home);
};

/** Shows a page that hides its root. Important rules of the person's own sheet stand above all of the page's (CSS Cascade 4, 6.2). */
export const uncover = (tab: number, frame: number): Promise<void> =>
  browser.scripting.insertCSS({
    target: { tabId: tab, frameIds: [frame] },
    origin: 'USER',
    css: ':root { display: block !important; visibility: visible !important; opacity: 1 !important; filter: none !important; clip-path: none !important }',
  });
