import { browser } from 'wxt/browser';
import type { PageReading } from '../wire/reading.ts';
import { showRefusal } from './badge.ts';
import { forget } from './kept.ts';
import { ask, presentPanel, readFrames, restore, standingReadings, tellPanels, topFrame } from './pages.ts';
import { redraw } from './redraw.ts';
import { closeSide, isBeside, isPdf, type Pressed, tellSide } from './side.ts';

/**
 * What the toolbar's button does, besides having the panel stand where it is wanted. Where a report was read already, the panel opens or closes; on any other page the click is the
 * person's leave (`activeTab`) to read this one page, and the panel says what was found, or why nothing was.
 */
export const examine = async ({ id: tab, windowId }: OpenTab, pressed: Promise<Pressed>): Promise<void> => {
  const side = await pressed;
  if (side === 'left') return;
  await restore(tab);
  const before = await standingReadings(tab);
  // Beside the page what was read is on show already, or a second press puts it away.
  if (side === 'stood' && before.length > 0) return closeSide(windowId);
  if (side === 'opened' && before.length > 0) return;
  if (before.some(holdsReport)) {
    await presentPanel(tab, before[0]?.frame ?? topFrame);
    return tellPanels(tab, { kind: 'panel-toggle' });
  }
  // With nothing but reasons on show, a second click puts them away.
  if (before.length > 0 && (await ask(tab, topFrame, { kind: 'panel-toggle' })) === true) return;
  if (!(await readFrames(tab)) && !(await readLater(tab))) return refuse(tab);
  const readings = await standingReadings(tab);
  const shown = readings.some(holdsReport)
    ? readings.filter(holdsReport)
    : readings.toSorted((a, b) => weightOf(b) - weightOf(a)).slice(0, 1);
  await forget(
    tab,
    readings.filter((reading) => !shown.includes(reading)),
  );
  await redraw(tab, shown);
  await presentPanel(tab, shown[0]?.frame ?? topFrame);
  if (await isBeside(tab)) return tellSide(tab, { kind: 'state-changed' });
  await tellPanels(tab, { kind: 'panel-show' });
};

type OpenTab = { id: number; windowId: number };

/** A page that has only just come now and then lets nobody in yet: one more try before it is said that nobody may. */
const readLater = async (tab: number): Promise<boolean> => {
  await new Promise((done) => setTimeout(done, 250));
  return readFrames(tab);
};

/** Of frames without a report the one with the longest list of links, else the one with most tables that add up. */
const weightOf = ({ nearby, tables = [] }: PageReading): number =>
  nearby.links.length * 1_000 + tables.length;

const holdsReport = ({ extractions }: PageReading): boolean => extractions.some(({ form }) => form !== null);

/**
 * Pages of the browser itself, its shop, and in Firefox files in its own viewer: no extension may look into them. Said in a window of
 * the button; for a file, on the page that takes it once it is saved.
 */
const refuse = async (tab: number): Promise<void> => {
  await showRefusal(tab);
  if (isPdf(await browser.tabs.get(tab))) {
    const shelf = new URL('shelf.html?drop', browser.runtime.getURL('/')).href;
    await browser.tabs.create({ url: shelf, openerTabId: tab });
    return;
  }
  await browser.action.setPopup({ tabId: tab, popup: '/refusal.html' });
  // Not every browser opens it by itself; then the next click does.
  await browser.action.openPopup?.().catch(() => {});
};
