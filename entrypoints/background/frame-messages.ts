import { isWorthSaying } from '../../parser/findings/totals.ts';
import type { ProbeMessage, ReaderMessage } from '../wire/protocol.ts';
import type { PageReading } from '../wire/reading.ts';
import { isSpared, readSettings } from '../wire/stored.ts';
import type { Handlers, Sender } from './handlers.ts';
import { forget, keep, readingsOf } from './kept.ts';
import { presentPanel, readFrames, standingReadings, tellPanels } from './pages.ts';
import { readReports } from './read.ts';
import { redraw } from './redraw.ts';
import { lookAround } from './shelf-context.ts';
import { isBeside, tellSide } from './side.ts';
import { forgetTroubles, tellTrouble } from './troubles.ts';

/** What probes and readers say of the frames in which they stand. */

type FrameMessage = ProbeMessage | ReaderMessage;
type Found = Extract<FrameMessage, { kind: 'report-found' }>;

export const frameHandlers: Handlers<FrameMessage> = {
  'report-seen': async (_, { tab, frame, url }) => {
    const settings = await readSettings();
    if (settings.start === 'click' || isSpared(hostOf(url), settings)) return false;
    return readFrames(tab, frame);
  },
  'totals-seen': async (_, { tab, frame, url }) => {
    const settings = await readSettings();
    if (settings.start === 'click' || settings.totals === 'click' || isSpared(hostOf(url), settings))
      return false;
    return readFrames(tab, frame, true);
  },
  'report-found': async (message, from) => {
    const { tab, frame, url } = from;
    const read = await readReports(message.document, url);
    const isReport = read.extractions.some(({ form }) => form !== null);
    if (message.passing && !isReport) {
      const { totals } = await readSettings();
      if (totals === 'click' || !isWorthSaying(read.tables ?? [], totals === 'quiet'))
        return takeBack(tab, (reading) => reading.frame === frame && reading.attachment === null);
    }
    await keep(tab, readingOf(message, frame, read));
    if (isReport) await forgetTroubles(tab, frame);
    return shown(message, from);
  },
  failed: async ({ trouble }, { tab, frame, url }) => {
    if (trouble.where !== 'probe') {
      await tellTrouble(tab, frame, trouble);
      return true;
    }
    // What cannot be looked at in passing is read whole, unless the person does not want that.
    const settings = await readSettings();
    if (settings.start === 'click' || isSpared(hostOf(url), settings)) return false;
    await tellTrouble(tab, frame, trouble);
    return readFrames(tab, frame);
  },
  'report-gone': async ({ page }, { tab, frame }) => {
    await forgetTroubles(tab, frame);
    return takeBack(tab, (reading) => reading.frame === frame && reading.page === page);
  },
  'cell-picked': async ({ slot }, { tab, frame }) => {
    await tellPanels(tab, { kind: 'cell-picked', frame, slot });
    return true;
  },
  measured: async ({ measured, at }, { tab, frame }) => {
    const order = { kind: 'measured', frame, measured, at } as const;
    await ((await isBeside(tab)) ? tellSide(tab, order) : tellPanels(tab, order));
    return true;
  },
};

const readingOf = (
  { page, nearby, document }: Found,
  frame: number,
  { extractions, findings, csv, tables, clips }: Awaited<ReturnType<typeof readReports>>,
): PageReading => ({
  frame,
  page,
  attachment: null,
  extractions,
  findings,
  csv,
  ...(tables === undefined ? {} : { tables }),
  ...(clips === undefined ? {} : { clips }),
  nearby,
  title: document.title,
  retrieved: new Date().toISOString(),
});

/** Shows what was kept. */
const shown = async ({ asked }: Found, { tab, frame }: Sender): Promise<boolean> => {
  // Where the person asked, the panel waits for all frames.
  if (asked) {
    void lookAround(tab);
    return true;
  }
  await redraw(tab, await standingReadings(tab));
  await presentPanel(tab, frame);
  // No one waits for this; but while it is awaited, the browser lets the background live.
  await lookAround(tab);
  return true;
};

/** Takes back what was said of these readings. Answers whether anything was. */
const takeBack = async (tab: number, which: (reading: PageReading) => boolean): Promise<boolean> => {
  const before = (await readingsOf(tab)).filter(which);
  if (before.length === 0) return false;
  await forget(tab, before);
  await redraw(tab, await readingsOf(tab));
  await tellPanels(tab, { kind: 'state-changed' });
  return true;
};

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : '');
