import { type Browser, browser } from 'wxt/browser';
import type { PanelOrder, SideOrder, SideQuestion } from '../wire/protocol.ts';
import { atHand, sidebar } from '../wire/sidebar.ts';
import { readSettings } from '../wire/stored.ts';

/**
 * The panel beside the page: a page of ours in the place that the browser has for such, one for each window. Both browsers open it at a press, if
 * they are asked before anything is waited for: Chrome at one in a page too, Firefox only at one of the toolbar's button.
 */

/** Is one there that hears? It says so itself: Chrome lists them all, but not in which windows they stand. */
const standsIn = async (window: number): Promise<boolean> => {
  const asked = { kind: 'side-asked', window } satisfies SideQuestion;
  return (await browser.runtime.sendMessage(asked).catch(() => false)) === true;
};

/** Until it is gone from the window, or is not going to go. */
export const untilGone = async (window: number): Promise<void> => {
  for (let tries = 0; tries < 40 && (await standsIn(window)); tries++)
    await new Promise((done) => setTimeout(done, 50));
};

/**
 * Has what the person wants at hand where a press needs it: in Chrome, whose background remembers nothing, the browser itself refuses to
 * open what is not wanted.
 */
export const keepHomeAtHand = async (): Promise<void> => {
  const { home } = await readSettings();
  if (sidebar()) atHand.noteHome(home);
  else await browser.sidePanel?.setOptions({ enabled: home === 'side' });
};

/** What a press of the toolbar's button has come to: the panel does not stand beside the page, has been put there, stood there, or has been put away. */
export type Pressed = 'not' | 'opened' | 'stood' | 'left';

/** To be called before anything is waited for. Pages that no extension may read are refused elsewhere: of them no address is told, or none of these. */
export const pressSide = async (tab: Browser.tabs.Tab): Promise<Pressed> => {
  if (!/^(https?|file):/.test(tab.url ?? '')) return 'not';
  const firefox = sidebar();
  try {
    if (!firefox) {
      const stood = standsIn(tab.windowId);
      await browser.sidePanel.open({ windowId: tab.windowId });
      return (await stood) ? 'stood' : 'opened';
    }
    const side = atHand.sideIn(tab.windowId);
    if (side === undefined && (atHand.home() === 'page' || isPdf(tab))) return 'not';
    if (side !== undefined && side.tab === tab.id) {
      atHand.forgetSide(tab.windowId);
      await firefox.close();
      return 'left';
    }
    await firefox.open();
    return 'opened';
  } catch {
    return 'not';
  }
};

/** Chrome closes it at any time; before 141 only where it is not wanted at all, and then in every window. */
export const closeSide = async (windowId: number): Promise<void> => {
  // The types promise what browsers before do not have.
  const { close }: { close?: typeof browser.sidePanel.close } = browser.sidePanel;
  if (close) return close({ windowId });
  await browser.sidePanel.setOptions({ enabled: false });
  await keepHomeAtHand();
};

/** The browser's own viewer says in the title what the address may leave open. */
export const isPdf = ({ url = '', title = '' }: Browser.tabs.Tab): boolean =>
  /^(https?|file):/.test(url) && (/\.pdf\b/i.test(url) || /\.pdf$/i.test(title));

/** At a press in a page of the window; to be called before anything is waited for. Answers whether it is there. */
export const openSide = async (window: number): Promise<boolean> => {
  try {
    if (sidebar()) return await standsIn(window);
    const allowed = browser.sidePanel.setOptions({ enabled: true });
    await browser.sidePanel.open({ windowId: window });
    await allowed;
    return true;
  } catch {
    await keepHomeAtHand().catch(() => {});
    return false;
  }
};

/** Does it stand in the window of this tab? */
export const standsWith = async (tab: number): Promise<boolean> => {
  const there = await browser.tabs.get(tab).catch(() => null);
  return there !== null && standsIn(there.windowId);
};

/** Does it speak of this tab? Then what a person asks for is shown there. */
export const isBeside = async (tab: number): Promise<boolean> =>
  (await browser.tabs.get(tab)).active && standsWith(tab);

/** Passes an order on to it, in whatever window: it knows which tab it speaks of. Nobody hears where there is none. */
export const tellSide = async (tab: number, order: PanelOrder): Promise<void> => {
  await browser.runtime.sendMessage({ kind: 'to-side', tab, order } satisfies SideOrder).catch(() => {});
};
