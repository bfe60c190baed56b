import { browser } from 'wxt/browser';
import { readOwnForms } from '../wire/own-forms.ts';
import type { ShownMarks } from '../wire/page-schemas.ts';
import type { PanelMessage } from '../wire/protocol.ts';
import type { PanelState } from '../wire/reading.ts';
import { changeSettings, dismiss, readDismissals, readSettings, recall } from '../wire/stored.ts';
import { toldIn } from '../wire/told.ts';
import { readAttachment } from './attachments.ts';
import { showUndone } from './badge.ts';
import { listMore, openLinked, readLinked } from './column.ts';
import { findingsCsv, tableCsvs } from './findings.ts';
import type { Handlers, Sender } from './handlers.ts';
import { keepReport } from './keep.ts';
import { framesOf, readingAt, readingsOf } from './kept.ts';
import { goToNextTab } from './next-tab.ts';
import { openNoteOn } from './note.ts';
import {
  ask,
  clearCells,
  follow,
  markCells,
  markQuote,
  presentPanel,
  readFrames,
  readingsFor,
  restore,
  tellPanels,
  topFrame,
  uncover,
} from './pages.ts';
import { notePlace, placeOfPanel } from './placed.ts';
import { redraw, redrawEverywhere } from './redraw.ts';
import { lookAround } from './shelf-context.ts';
import { keepHomeAtHand, openSide, standsWith, untilGone } from './side.ts';
import { forgetTroubles, troublesOf } from './troubles.ts';

/** What the panel wants, over the page or beside it. */

export const panelHandlers: Handlers<PanelMessage> = {
  'state-wanted': (_, { tab, frame }) => stateOf(tab, frame),
  'read-again': async (_, { tab }) => {
    const frames = await framesOf(tab);
    await forgetTroubles(tab);
    if (frames.size === 0) return readFrames(tab);
    for (const one of frames) await ask(tab, one, { kind: 'read', asked: false, passing: false });
    return true;
  },
  'trouble-seen': async (_, { tab }) => {
    await forgetTroubles(tab);
    await redraw(tab, await readingsOf(tab));
    return true;
  },
  'show-cells': async (message, { tab, frame }) =>
    seenFrom(frame, message.frame, await markCells(tab, message.frame, message.cells)),
  'show-quote': async (message, { tab, frame }) => {
    const { block, at, quote } = message;
    return seenFrom(frame, message.frame, await markQuote(tab, message.frame, { block, at, quote }));
  },
  'clear-cells': async (_, { tab }) => {
    await clearCells(tab);
    return true;
  },
  follow: ({ frame, slots }, { tab }) => follow(tab, frame, slots),
  'settings-changed': async ({ settings }, from) => {
    await changeSettings(settings);
    if (settings.home !== undefined) await keepHomeAtHand();
    return redrawOthers(from);
  },
  dismiss: async ({ key, reason }, from) => {
    await dismiss(key, reason);
    return redrawOthers(from);
  },
  recall: async ({ key }, from) => {
    await recall(key);
    return redrawOthers(from);
  },
  'findings-wanted': async (message, { tab }) => {
    await restore(tab);
    const reading = await readingAt(tab, message);
    const report = reading && toldIn(reading)[message.report];
    if (!reading || !report) return null;
    const note = reading.around?.[message.report]?.note;
    return findingsCsv(report, { dismissals: await readDismissals(), quiet: [] }, message.language, note);
  },
  'table-wanted': async (message, { tab }) => {
    await restore(tab);
    const reading = await readingAt(tab, message);
    const table = reading?.tables?.find(({ index }) => index === message.table);
    const source = reading?.extractions[0]?.source;
    return table && source ? tableCsvs(source, table) : null;
  },
  keep: async (message, { tab }) => {
    await restore(tab);
    const answer = await keepReport(tab, message, message.report);
    await lookAround();
    return answer;
  },
  'note-wanted': async (message, { tab }) => {
    await restore(tab);
    return openNoteOn(tab, message, message.report);
  },
  'next-wanted': (_, { tab }) => goToNextTab(tab),
  // Before anything is waited for, or the press counts for nothing any more.
  'side-wanted': async (_, { window }) => window !== undefined && openSide(window),
  'page-home-wanted': async (_, { tab }) => {
    await changeSettings({ home: 'page' });
    await keepHomeAtHand();
    await untilGone((await browser.tabs.get(tab)).windowId);
    await redrawEverywhere();
    await presentPanel(tab, topFrame);
    await tellPanels(tab, { kind: 'panel-show' });
    return true;
  },
  'panel-placed': async ({ place }, { tab }) => {
    await notePlace(tab, place);
    return true;
  },
  'attachment-wanted': async ({ frame, url }, { tab }) => {
    await restore(tab);
    const outcome = await readAttachment(tab, frame, url);
    if (outcome.kind === 'read') await lookAround(tab);
    return outcome;
  },
  'linked-wanted': ({ frame, url }, { tab }) => readLinked(tab, frame, url),
  'linked-opened': ({ frame, url }, { tab }) => openLinked(tab, frame, url),
  'more-wanted': ({ frame }, { tab }) => listMore(tab, frame),
  'panel-undone': async ({ language }, { tab }) => {
    await showUndone(tab, language);
    return true;
  },
  'page-hidden': async (_, { tab, frame }) => {
    await uncover(tab, frame);
    return true;
  },
  'page-wanted': async ({ page }) => {
    if (page === 'options') await browser.runtime.openOptionsPage();
    else await browser.tabs.create({ url: new URL(`${page}.html`, browser.runtime.getURL('/')).href });
    return true;
  },
};

const stateOf = async (tab: number, frame: number): Promise<PanelState> => {
  await restore(tab);
  const [readings, settings, dismissals, troubles, own, place, stands] = await Promise.all([
    readingsFor(tab, frame),
    readSettings(),
    readDismissals(),
    troublesOf(tab),
    readOwnForms(),
    placeOfPanel(tab),
    standsWith(tab),
  ]);
  return { readings, settings, dismissals, troubles, own, place, stands };
};

/** A panel in a page knows already what it has changed. */
const redrawOthers = async ({ tab, beside }: Sender): Promise<true> => {
  await redrawEverywhere(beside ? undefined : tab);
  return true;
};

/** Where marks of one frame stand in the window of another; nowhere, where nobody can say. */
const seenFrom = (home: number, frame: number, { found, span, shift }: ShownMarks): ShownMarks => {
  if (home === frame || span === null) return { found, span, shift };
  if (home !== topFrame || shift === null) return { found, span: null, shift };
  return { found, span: { left: span.left + shift, right: span.right + shift }, shift };
};
