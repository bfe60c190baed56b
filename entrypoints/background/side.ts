import { browser } from 'wxt/browser';
import type { PanelOrder, SideOrder } from '../wire/protocol.ts';
import { sidebar } from '../wire/sidebar.ts';

/**
 * The panel beside the page: a page of ours in the place that the browser has for such, one for each window. Chrome opens it when a button in a page
 * is pressed, if it is asked at once; Firefox only from its own menus, and says whether it is open.
 */

const isOpenIn = async (windowId: number): Promise<boolean> => {
  const firefox = sidebar();
  if (firefox) return firefox.isOpen({ windowId });
  const open = await browser.runtime.getContexts({ contextTypes: ['SIDE_PANEL'], windowIds: [windowId] });
  return open.length > 0;
};

/** Has it stand in the window. To be called before anything is waited for: the press is good for no longer. Answers whether it is there. */
export const openSide = async (window: number): Promise<boolean> => {
  try {
    if (sidebar()) return await isOpenIn(window);
    await browser.sidePanel.open({ windowId: window });
    return true;
  } catch {
    return false;
  }
};

/** Does it stand in the window of this tab? Then what a person asks for is shown there. */
export const isBeside = async (tab: number): Promise<boolean> => {
  const { windowId, active } = await browser.tabs.get(tab);
  return active && isOpenIn(windowId);
};

/** Passes an order on to it, in whatever window: it knows which tab it speaks of. Nobody hears where there is none. */
export const tellSide = async (tab: number, order: PanelOrder): Promise<void> => {
  await browser.runtime.sendMessage({ kind: 'to-side', tab, order } satisfies SideOrder).catch(() => {});
};
