import { browser } from 'wxt/browser';
import { type Reading, readingSchema } from '../wire/protocol.ts';

/**
 * The readings of open pages, by tab and frame. They live in the session store of the browser, in memory only,
 * because the background may be stopped and started again at any time.
 */

const tabPrefix = (tab: number): string => `reading:${tab}:`;
const keyOf = (tab: number, frame: number): string => `${tabPrefix(tab)}${frame}`;

export const keep = (tab: number, reading: Reading): Promise<void> =>
  browser.storage.session.set({ [keyOf(tab, reading.frame)]: reading });

/** All readings of a tab, in the order of their frames. What does not fit the schema is left out. */
export const readingsOf = async (tab: number): Promise<Reading[]> => {
  const all = await browser.storage.session.get(null);
  return Object.entries(all)
    .filter(([key]) => key.startsWith(tabPrefix(tab)))
    .flatMap(([, value]) => readingSchema.safeParse(value).data ?? [])
    .sort((a, b) => a.frame - b.frame);
};

export const forget = (tab: number, frames: readonly number[]): Promise<void> =>
  browser.storage.session.remove(frames.map((frame) => keyOf(tab, frame)));

/** Forgets a tab that is closed. */
export const forgetTab = async (tab: number): Promise<void> => {
  const keys = Object.keys(await browser.storage.session.get(null));
  await browser.storage.session.remove(keys.filter((key) => key.startsWith(tabPrefix(tab))));
};

/** Tabs of which anything is kept. */
export const tabsWithReadings = async (): Promise<number[]> => {
  const keys = Object.keys(await browser.storage.session.get(null));
  const tabs = keys.flatMap((key) => /^reading:(\d+):/.exec(key)?.[1] ?? []);
  return [...new Set(tabs)].map(Number);
};
