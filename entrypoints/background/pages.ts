import { browser } from 'wxt/browser';
import {
  type MarkedCell,
  type PanelOrder,
  type ProbeOrder,
  type Reading,
  type Shown,
  shownSchema,
} from '../wire/protocol.ts';
import { forget, readingsOf } from './kept.ts';

/** The frames of a tab: words to their probes, and the panel put into one of them. */

const topFrame = 0;

// No answer is an answer: the frame is gone, or nobody in it listens.
const ask = (tab: number, frame: number, order: ProbeOrder | PanelOrder): Promise<unknown> =>
  browser.tabs.sendMessage(tab, order, { frameId: frame }).catch(() => undefined);

/** The readings whose pages still stand in the tab. Those of pages that have left are forgotten. */
export const standingReadings = async (tab: number): Promise<Reading[]> => {
  const readings = await readingsOf(tab);
  const pages = await Promise.all(readings.map(({ frame }) => ask(tab, frame, { kind: 'still-there' })));
  const left = readings.filter(({ page }, index) => pages[index] !== page);
  if (left.length > 0)
    await forget(
      tab,
      left.map(({ frame }) => frame),
    );
  return readings.filter((reading) => !left.includes(reading));
};

/** Marks cells in one frame and nowhere else. */
export const markCells = async (tab: number, frame: number, cells: MarkedCell[]): Promise<Shown> => {
  await clearCells(tab, frame);
  const answer = shownSchema.safeParse(await ask(tab, frame, { kind: 'mark', cells }));
  return answer.data ?? { found: 0, span: null };
};

/** Removes the marks of every frame but `spared`. */
export const clearCells = async (tab: number, spared?: number): Promise<void> => {
  const frames = (await readingsOf(tab)).map(({ frame }) => frame).filter((frame) => frame !== spared);
  await Promise.all(frames.map((frame) => ask(tab, frame, { kind: 'clear' })));
};

/**
 * Tells the panel of the change, or puts one into the page: into the top frame, which is the one a person sees whole;
 * where that is not ours to enter, into the frame of the report.
 */
export const presentPanel = async (tab: number, frame: number): Promise<void> => {
  for (const home of new Set([topFrame, frame])) {
    if ((await ask(tab, home, { kind: 'readings-changed' })) === true) return;
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
  const frames = new Set([topFrame, ...(await readingsOf(tab)).map(({ frame }) => frame)]);
  await Promise.all(Array.from(frames, (frame) => ask(tab, frame, order)));
};

/** What a panel in `home` shows: in the top frame all of the tab, elsewhere its own frame. */
export const readingsFor = async (tab: number, home: number): Promise<Reading[]> => {
  const readings = await standingReadings(tab);
  return home === topFrame ? readings : readings.filter(({ frame }) => frame === home);
};
