import { browser } from 'wxt/browser';
import { withReport } from '../../components/attachments.ts';
import { pageWordsIn } from '../../components/words-in.ts';
import type { Judgement } from '../../parser/findings/judgement.ts';
import { type Verdict, verdictOn } from '../../parser/findings/verdict.ts';
import type { Language } from '../../parser/messages/words.ts';
import type { PageReading } from '../wire/reading.ts';
import { toldIn } from '../wire/told.ts';

/** The toolbar's badge: the number of violations; a neutral sign where something is open; nothing where all is well. */
export const badgeOf = (verdicts: readonly Verdict[]): { text: string; color: string } => {
  const violated = verdicts.reduce((total, { counts }) => total + counts.violated, 0);
  if (violated > 0) return { text: String(violated), color: '#b42318' };
  const open = verdicts.some(({ verdict }) => verdict === 'open');
  return { text: open ? '?' : '', color: '#5b6675' };
};

export const showBadge = (
  tab: number,
  readings: readonly PageReading[],
  judgement: Judgement,
): Promise<void> =>
  draw(
    tab,
    badgeOf(
      withReport(
        readings
          .filter(({ linked }) => !linked)
          .flatMap((reading) => toldIn(reading).map((told) => ({ ...told, attachment: reading.attachment }))),
      ).map((told) => verdictOn(told, judgement)),
    ),
  );

/** The page is none that an extension may read. */
export const showRefusal = (tab: number): Promise<void> => draw(tab, { text: '×', color: '#5b6675' });

/** The page takes the panel away or hides it: then the button alone can say what was found, and says why. */
export const showUndone = async (tab: number, language: Language): Promise<void> => {
  await draw(tab, { text: '!', color: '#5b6675' });
  const title = pageWordsIn(language).undone;
  await browser.action.setTitle({ tabId: tab, title }).catch(() => {});
};

const draw = async (tab: number, { text, color }: { text: string; color: string }): Promise<void> => {
  // The tab may be gone by now; then there is nothing to show it on.
  await Promise.allSettled([
    browser.action.setBadgeText({ tabId: tab, text }),
    browser.action.setBadgeBackgroundColor({ tabId: tab, color }),
    browser.action.setBadgeTextColor({ tabId: tab, color: '#ffffff' }),
  ]);
};
