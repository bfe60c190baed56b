import { notLooked } from '../../components/shelf-context.ts';
import { isKeepable } from '../../parser/findings/totals.ts';
import { shelfRows } from '../store/shelf.ts';
import { aroundOf } from '../store/shelf-context.ts';
import { keep, readingAt, readingsOf, tabsWithReadings } from './kept.ts';
import { tellPanels } from './pages.ts';
import { redraw } from './redraw.ts';

/**
 * Looks on the shelf for what it holds around the reports of a tab, or of all tabs, and tells badge and panel where that says something
 * new. The panel does not wait for it. A shelf that cannot be opened says nothing.
 */
export const lookAround = async (tab?: number): Promise<void> => {
  try {
    const tabs = tab === undefined ? await tabsWithReadings() : [tab];
    if (tabs.length === 0) return;
    const rows = await shelfRows();
    for (const one of tabs) await lookAroundIn(one, rows);
  } catch (error) {
    console.warn('Gouji: the shelf could not be looked at.', error);
  }
};

const lookAroundIn = async (tab: number, rows: Awaited<ReturnType<typeof shelfRows>>): Promise<void> => {
  let changed = false;
  for (const reading of await readingsOf(tab)) {
    if (reading.linked) continue;
    const before = reading.extractions.map((_, report) => reading.around?.[report] ?? notLooked);
    const around = await Promise.all(
      reading.extractions.map((extraction, report) =>
        isKeepable(extraction, reading.tables) ? aroundOf(extraction, report, rows) : notLooked,
      ),
    );
    if (JSON.stringify(around) === JSON.stringify(before)) continue;
    // Another page may stand there by now.
    const now = await readingAt(tab, reading);
    if (now?.page !== reading.page) continue;
    await keep(tab, { ...now, around: around.map((one) => ({ ...one, history: [...one.history] })) });
    changed = true;
  }
  if (!changed) return;
  await redraw(tab, await readingsOf(tab));
  await tellPanels(tab, { kind: 'state-changed' });
};
