import { browser } from 'wxt/browser';
import * as z from 'zod';
import type { Trouble } from '../../components/trouble.tsx';
import { troubleSchema } from '../wire/reading.ts';
import { ask, presentPanel, topFrame } from './pages.ts';

/** What went wrong in the frames of open tabs: kept until the frame is read well, or the person has put it away. */

const placedSchema = z.array(troubleSchema.extend({ frame: z.int().min(0) }));
type Placed = z.infer<typeof placedSchema>[number];

const keyOf = (tab: number): string => `troubles:${tab}`;
const most = 5;

// The store itself may be what is full: then they live as long as this background does.
const unstored = new Map<number, Placed[]>();

const placedIn = async (tab: number): Promise<Placed[]> => {
  const { [keyOf(tab)]: stored } = await browser.storage.session.get(keyOf(tab));
  return [...(placedSchema.safeParse(stored).data ?? []), ...(unstored.get(tab) ?? [])];
};

const store = async (tab: number, troubles: Placed[]): Promise<void> => {
  unstored.delete(tab);
  try {
    if (troubles.length === 0) await browser.storage.session.remove(keyOf(tab));
    else await browser.storage.session.set({ [keyOf(tab)]: troubles });
  } catch {
    unstored.set(tab, troubles);
  }
};

export const troublesOf = async (tab: number): Promise<Trouble[]> =>
  (await placedIn(tab)).map(({ where, kind, what }) => ({ where, kind, what }));

/** Keeps it, and shows it on the page and on the button. */
export const tellTrouble = async (tab: number, frame: number, trouble: Trouble): Promise<void> => {
  console.warn('Gouji: something went wrong, and the person is told.', trouble.where, trouble.what);
  await store(tab, [...(await placedIn(tab)), { ...trouble, frame }].slice(-most));
  await Promise.allSettled([
    browser.action.setBadgeText({ tabId: tab, text: '!' }),
    browser.action.setBadgeBackgroundColor({ tabId: tab, color: '#5b6675' }),
    browser.action.setBadgeTextColor({ tabId: tab, color: '#ffffff' }),
  ]);
  await presentPanel(tab, frame);
};

/** Forgets what went wrong in a frame, or in all of them. */
export const forgetTroubles = async (tab: number, frame?: number): Promise<void> => {
  const all = await placedIn(tab);
  if (all.length === 0) return;
  await store(tab, frame === undefined ? [] : all.filter((one) => one.frame !== frame));
  await ask(tab, topFrame, { kind: 'state-changed' });
};
