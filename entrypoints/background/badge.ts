import { browser } from 'wxt/browser';
import { withReport } from '../../components/attachments.ts';
import { type Judgement, type Tally, tallyOf } from '../../components/tally.ts';
import type { Reading } from '../wire/protocol.ts';
import { toldIn } from './kept.ts';

/** The toolbar's badge: the number of warnings; a neutral sign where something is open; nothing where all is well. */
export const badgeOf = (tally: Tally): { text: string; color: string } => {
  const { violated, contradicted, overYears, undetermined, doubts, unread } = tally;
  const wrong = violated + contradicted + overYears;
  if (wrong > 0) return { text: String(wrong), color: '#b42318' };
  return { text: undetermined + doubts + unread > 0 ? '?' : '', color: '#5b6675' };
};

export const showBadge = (tab: number, readings: readonly Reading[], judgement: Judgement): Promise<void> =>
  draw(tab, badgeOf(tallyOf(withReport(readings.flatMap(toldIn)), judgement)));

/** The page is none that an extension may read. */
export const showRefusal = (tab: number): Promise<void> => draw(tab, { text: '×', color: '#5b6675' });

const draw = async (tab: number, { text, color }: { text: string; color: string }): Promise<void> => {
  // The tab may be gone by now; then there is nothing to show it on.
  await Promise.allSettled([
    browser.action.setBadgeText({ tabId: tab, text }),
    browser.action.setBadgeBackgroundColor({ tabId: tab, color }),
    browser.action.setBadgeTextColor({ tabId: tab, color: '#ffffff' }),
  ]);
};
