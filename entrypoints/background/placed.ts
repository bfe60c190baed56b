import { browser } from 'wxt/browser';
import { type PanelPlace, placeSchema } from '../wire/reading.ts';

/** How the person has left the panel of a tab: on the next page it stands so again, until the tab or the browser is closed. */

const keyOf = (tab: number): string => `panel:${tab}`;

export const placeOfPanel = async (tab: number): Promise<PanelPlace | null> =>
  placeSchema.safeParse((await browser.storage.session.get(keyOf(tab)))[keyOf(tab)]).data ?? null;

export const notePlace = async (tab: number, place: PanelPlace): Promise<void> => {
  if (place.open) await browser.storage.session.set({ [keyOf(tab)]: place });
  else await forgetPlace(tab);
};

export const forgetPlace = (tab: number): Promise<void> => browser.storage.session.remove(keyOf(tab));
