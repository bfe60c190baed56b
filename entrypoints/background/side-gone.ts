import { browser } from 'wxt/browser';
import { clearCells } from './pages.ts';
import { redrawEverywhere } from './redraw.ts';
import { untilGone } from './side.ts';

/** The panel beside the pages of a window has gone: what it has marked goes with it, and no chip leads to it any more. */
export const sideGone = async (window: number): Promise<void> => {
  // The window may be gone as well.
  const [front] = await browser.tabs.query({ active: true, windowId: window }).catch(() => []);
  if (front?.id !== undefined) await clearCells(front.id);
  await untilGone(window);
  await redrawEverywhere();
};

/** It says so itself where it can; Chrome closes it without letting it speak, and says it in its place from 142 on. */
export const hearSideGo = (): void => {
  browser.sidePanel?.onClosed?.addListener(({ windowId }) => void sideGone(windowId));
};
