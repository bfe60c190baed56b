import { browser } from 'wxt/browser';
import type { Told } from '../../components/tally.ts';
import { type Reading, readingSchema } from '../wire/protocol.ts';

/**
 * The readings of open pages, by tab and frame. They live in the session store of the browser, in memory only,
 * because the background may be stopped and started again at any time.
 */

const tabPrefix = (tab: number): string => `reading:${tab}:`;
/** A frame has one reading of its page, and one of each attachment that was asked for. */
type Place = Pick<Reading, 'frame' | 'attachment'>;

const keyOf = (tab: number, { frame, attachment }: Place): string =>
  `${tabPrefix(tab)}${frame}${attachment === null ? '' : `:${attachment}`}`;

export const keep = (tab: number, reading: Reading): Promise<void> =>
  browser.storage.session.set({ [keyOf(tab, reading)]: reading });

/** All readings of a tab, in the order of their frames, pages before their attachments. What does not fit the schema is left out. */
export const readingsOf = async (tab: number): Promise<Reading[]> => {
  const all = await browser.storage.session.get(null);
  return Object.entries(all)
    .filter(([key]) => key.startsWith(tabPrefix(tab)))
    .flatMap(([, value]) => readingSchema.safeParse(value).data ?? [])
    .sort((a, b) => a.frame - b.frame || Number(a.attachment !== null) - Number(b.attachment !== null));
};

export const readingAt = async (tab: number, { frame, attachment }: Place): Promise<Reading | undefined> =>
  (await readingsOf(tab)).find((one) => one.frame === frame && one.attachment === attachment);

/** The reports of a reading, each with all that is said of it. */
export const toldIn = ({ extractions, findings, around }: Reading): Told[] =>
  extractions.map((extraction, report) => ({
    extraction,
    findings: findings?.[report] ?? [],
    history: around?.[report]?.history ?? [],
  }));

export const forget = (tab: number, readings: readonly Place[]): Promise<void> =>
  browser.storage.session.remove(readings.map((reading) => keyOf(tab, reading)));

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
