import type { PageReading } from '../wire/reading.ts';
import { readDismissals, readSettings } from '../wire/stored.ts';
import { showBadge } from './badge.ts';
import { readingsOf, tabsWithReadings } from './kept.ts';
import { tellPanels } from './pages.ts';

/** Shows on the toolbar what the readings of a tab come to. */
export const redraw = async (tab: number, readings: readonly PageReading[]): Promise<void> => {
  const [dismissals, { quiet }] = await Promise.all([readDismissals(), readSettings()]);
  await showBadge(tab, readings, { dismissals, quiet });
};

/** Tells every panel and every badge that settings or dismissals have changed; the panel of tab `but` knows already. */
export const redrawEverywhere = async (but?: number): Promise<void> => {
  for (const tab of await tabsWithReadings()) {
    await redraw(tab, await readingsOf(tab));
    if (tab !== but) await tellPanels(tab, { kind: 'state-changed' });
  }
};
