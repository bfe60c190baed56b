import { browser } from 'wxt/browser';
import { notLooked } from '../../components/shelf-context.ts';
import { isKeepable } from '../../parser/findings/totals.ts';
import type { PageReading } from '../wire/reading.ts';
import { keepReport } from './keep.ts';
import { readingsOf, tabsWithReadings } from './kept.ts';
import { standingReadings, tellPanels } from './pages.ts';
import { notePlace, placeOfPanel } from './placed.ts';
import { isBeside, tellSide } from './side.ts';

/** Going through open tabs: what is kept in one, and which comes next. */

const reportsOf = ({ extractions, around, tables }: PageReading) =>
  extractions.flatMap((extraction, report) =>
    isKeepable(extraction, tables) ? [{ report, state: (around?.[report] ?? notLooked).kept }] : [],
  );

const holdsUnkept = async (tab: number): Promise<boolean> =>
  (await readingsOf(tab)).some(
    (reading) => !reading.linked && reportsOf(reading).some(({ state }) => state !== 'same'),
  );

/** Shows the next tab of the window, in the order of its tabs, with a report that is not kept. Answers whether there is one. */
export const goToNextTab = async (tab: number): Promise<boolean> => {
  const { windowId } = await browser.tabs.get(tab);
  const tabs = await browser.tabs.query({ windowId });
  const at = tabs.findIndex(({ id }) => id === tab);
  const read = new Set(await tabsWithReadings());
  for (const { id } of [...tabs.slice(at + 1), ...tabs.slice(0, Math.max(at, 0))]) {
    if (id === undefined || !read.has(id) || !(await holdsUnkept(id))) continue;
    // Beside the pages of the window it stands already, and turns to the tab by itself.
    if (!(await isBeside(tab))) {
      await notePlace(id, (await placeOfPanel(tab)) ?? { open: true, view: 'conclusion' });
      await tellPanels(id, { kind: 'panel-show' });
    }
    await browser.tabs.update(id, { active: true });
    return true;
  }
  return false;
};

/** What the shortcut of the whole browser does: the panel of the tab keeps the report that it shows and goes on; where nothing is to be kept, the next is shown. */
export const keepAndGoOn = async (tab: number): Promise<void> => {
  const readings = await standingReadings(tab);
  if (!readings.some((one) => !one.linked && reportsOf(one).length > 0)) await goToNextTab(tab);
  // One panel, or it would be kept twice.
  else if (await isBeside(tab)) await tellSide(tab, { kind: 'go-on' });
  else await tellPanels(tab, { kind: 'go-on' });
};

/** Puts every report of every open tab on the shelf. Answers how many that were, and how many were there before. */
export const keepAllTabs = async (): Promise<{ kept: number; already: number }> => {
  const tally = { kept: 0, already: 0 };
  for (const tab of await tabsWithReadings())
    for (const reading of await readingsOf(tab)) {
      if (reading.linked) continue;
      for (const { report } of reportsOf(reading)) {
        const answer = await keepReport(tab, reading, report);
        if (answer.kept) tally[answer.already ? 'already' : 'kept'] += 1;
      }
    }
  return tally;
};
