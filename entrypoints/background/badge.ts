import { browser } from 'wxt/browser';
import { type Tally, tallyOf } from '../../components/tally.ts';
import type { Reading } from '../wire/protocol.ts';

/** The toolbar's badge: the number of violated identities; a neutral sign where something is open; nothing where all is well. */
export const badgeOf = ({ violated, undetermined, unread }: Tally): { text: string; color: string } => {
  if (violated > 0) return { text: String(violated), color: '#b42318' };
  return { text: undetermined + unread > 0 ? '?' : '', color: '#5b6675' };
};

export const showBadge = async (tab: number, readings: readonly Reading[]): Promise<void> => {
  const { text, color } = badgeOf(tallyOf(readings.flatMap(({ extractions }) => extractions)));
  // The tab may be gone by now; then there is nothing to show it on.
  await Promise.allSettled([
    browser.action.setBadgeText({ tabId: tab, text }),
    browser.action.setBadgeBackgroundColor({ tabId: tab, color }),
    browser.action.setBadgeTextColor({ tabId: tab, color: '#ffffff' }),
  ]);
};
