// First of all: see there.
import '../wire/jitless.ts';

import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import * as z from 'zod';
import { isWorthSaying } from '../../parser/findings/totals.ts';
import { writeNote } from '../store/shelf.ts';
import { readOwnForms } from '../wire/own-forms.ts';
import {
  type Failure,
  type Message,
  messageSchema,
  type OwnMessage,
  ownMessageSchema,
  type PageReading,
  type ShownMarks,
} from '../wire/protocol.ts';
import { atHand, sidebar } from '../wire/sidebar.ts';
import { changeSettings, dismiss, isSpared, readDismissals, readSettings, recall } from '../wire/stored.ts';
import { toldIn } from '../wire/told.ts';
import { troubleOf } from '../wire/trouble.ts';
import { readAttachment } from './attachments.ts';
import { showUndone } from './badge.ts';
import { listMore, openLinked, readLinked } from './column.ts';
import { eraseAll } from './erase.ts';
import { examine } from './examine.ts';
import { findingsCsv, tableCsvs } from './findings.ts';
import { keepReport } from './keep.ts';
import { forget, forgetTab, framesOf, keep, readingAt, readingsOf } from './kept.ts';
import { goToNextTab, keepAllTabs, keepAndGoOn } from './next-tab.ts';
import { openNote, openNoteOn } from './note.ts';
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
  standingReadings,
  tellPanels,
  topFrame,
  uncover,
} from './pages.ts';
import { forgetPlace, notePlace, placeOfPanel } from './placed.ts';
import { readReports } from './read.ts';
import { redraw, redrawEverywhere } from './redraw.ts';
import { lookAround } from './shelf-context.ts';
import { isBeside, keepHomeAtHand, openSide, pressSide, standsWith, tellSide, untilGone } from './side.ts';
import { hearSideGo, sideGone } from './side-gone.ts';
import { forgetTroubles, tellTrouble, troublesOf } from './troubles.ts';

/** Where the heavy work is done: reads what the readers send, keeps it, and carries words between panel and readers. */
export default defineBackground(() => {
  keepHomeAtHand().catch((error: unknown) =>
    console.warn('Gouji: where the panel is wanted is not known at a press.', error),
  );
  browser.runtime.onStartup.addListener(() => {
    if (sidebar()) atHand.forgetSides();
  });

  // Settings and dismissals are for this side only; Firefox has no such switch.
  void browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });

  browser.runtime.onMessage.addListener((raw: unknown, sender, answer) => {
    if (sender.id !== browser.runtime.id) return false;
    const own = sender.url?.startsWith(browser.runtime.getURL('/')) === true;
    const tab = sender.tab?.id;
    const frame = sender.frameId;
    if (!own && (tab === undefined || frame === undefined)) return false;
    const message = (own ? ownMessageSchema : messageSchema).safeParse(raw);
    const origin = { tab: tab ?? -1, frame: frame ?? -1, url: sender.url ?? '', beside: false };
    // At once, or the press counts for nothing any more.
    const beside =
      message.success && message.data.kind === 'side-wanted' && sender.tab?.windowId !== undefined
        ? openSide(sender.tab.windowId)
        : null;
    // A message of ours that does not fit the protocol is a fault of ours, and no reason to be silent.
    const done = !message.success
      ? Promise.reject(new Error(z.prettifyError(message.error)))
      : beside
        ? beside
        : own
          ? handleOwn(message.data as OwnMessage)
          : handle(message.data as Message, origin);
    done.then(answer, async (error: unknown) => {
      const trouble = troubleOf('background', error);
      answer({ failed: trouble } satisfies Failure);
      // A panel says it itself; nobody would see the answer to a reader.
      const kind = (raw as { kind?: unknown } | null)?.kind;
      if (!own && fromFrames.has(String(kind))) await tellTrouble(origin.tab, origin.frame, trouble);
    });
    return true;
  });

  browser.tabs.onRemoved.addListener((tab) => {
    void forgetTab(tab);
    void forgetTroubles(tab);
    void forgetPlace(tab);
  });

  hearSideGo();
  browser.commands?.onCommand.addListener((command, tab) => {
    const id = tab?.id;
    if (command === 'keep-and-go-on' && id !== undefined)
      keepAndGoOn(id).catch((error: unknown) => tellTrouble(id, topFrame, troubleOf('background', error)));
  });

  // The toolbar's button, and the shortcut, which stands for it.
  browser.action.onClicked.addListener((tab) => {
    const { id } = tab;
    // At once, or the press counts for nothing any more.
    const side = pressSide(tab);
    if (id !== undefined)
      examine({ id, windowId: tab.windowId }, side).catch((error: unknown) =>
        tellTrouble(id, topFrame, troubleOf('background', error)),
      );
  });
});

/** What probes and readers say of themselves. */
const fromFrames: ReadonlySet<string> = new Set([
  'report-seen',
  'totals-seen',
  'report-found',
  'report-gone',
  'measured',
  'failed',
]);

/** `beside`: not from the tab itself, but from the panel beside its page. */
type Sender = { tab: number; frame: number; url: string; beside: boolean };

const handle = async (message: Message, { tab, frame, url, beside }: Sender): Promise<unknown> => {
  // A panel in a page knows already what it has changed.
  const knowing = beside ? undefined : tab;
  switch (message.kind) {
    case 'report-seen': {
      const settings = await readSettings();
      if (settings.start === 'click' || isSpared(hostOf(url), settings)) return false;
      return readFrames(tab, frame);
    }
    case 'totals-seen': {
      const settings = await readSettings();
      if (settings.start === 'click' || settings.totals === 'click' || isSpared(hostOf(url), settings))
        return false;
      return readFrames(tab, frame, true);
    }
    case 'report-found': {
      const { extractions, findings, csv, tables, clips } = await readReports(message.document, url);
      const { page, nearby, asked, passing } = message;
      if (passing && !extractions.some(({ form }) => form !== null)) {
        const { totals } = await readSettings();
        if (totals === 'click' || !isWorthSaying(tables ?? [], totals === 'quiet'))
          return takeBack(tab, (reading) => reading.frame === frame && reading.attachment === null);
      }
      await keep(tab, {
        frame,
        page,
        attachment: null,
        extractions,
        findings,
        csv,
        ...(tables === undefined ? {} : { tables }),
        ...(clips === undefined ? {} : { clips }),
        nearby,
        title: message.document.title,
        retrieved: new Date().toISOString(),
      });
      if (extractions.some(({ form }) => form !== null)) await forgetTroubles(tab, frame);
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
    }
    case 'failed': {
      if (message.trouble.where !== 'probe') {
        await tellTrouble(tab, frame, message.trouble);
        return true;
      }
      // What cannot be looked at in passing is read whole, unless the person does not want that.
      const settings = await readSettings();
      if (settings.start === 'click' || isSpared(hostOf(url), settings)) return false;
      await tellTrouble(tab, frame, message.trouble);
      return readFrames(tab, frame);
    }
    case 'read-again': {
      const frames = await framesOf(tab);
      await forgetTroubles(tab);
      if (frames.size === 0) return readFrames(tab);
      for (const one of frames) await ask(tab, one, { kind: 'read', asked: false, passing: false });
      return true;
    }
    case 'trouble-seen':
      await forgetTroubles(tab);
      await redraw(tab, await readingsOf(tab));
      return true;
    case 'report-gone': {
      await forgetTroubles(tab, frame);
      return takeBack(tab, (reading) => reading.frame === frame && reading.page === message.page);
    }
    case 'cell-picked':
      await tellPanels(tab, { kind: 'cell-picked', frame, slot: message.slot });
      return true;
    case 'measured': {
      const order = { kind: 'measured', frame, measured: message.measured, at: message.at } as const;
      await ((await isBeside(tab)) ? tellSide(tab, order) : tellPanels(tab, order));
      return true;
    }
    case 'state-wanted': {
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
    }
    case 'show-cells': {
      return seenFrom(frame, message.frame, await markCells(tab, message.frame, message.cells));
    }
    case 'show-quote': {
      const { block, at, quote } = message;
      return seenFrom(frame, message.frame, await markQuote(tab, message.frame, { block, at, quote }));
    }
    case 'clear-cells':
      await clearCells(tab);
      return true;
    case 'follow':
      return follow(tab, message.frame, message.slots);
    case 'settings-changed':
      await changeSettings(message.settings);
      if (message.settings.home !== undefined) await keepHomeAtHand();
      await redrawEverywhere(knowing);
      return true;
    case 'dismiss':
      await dismiss(message.key, message.reason);
      await redrawEverywhere(knowing);
      return true;
    case 'recall':
      await recall(message.key);
      await redrawEverywhere(knowing);
      return true;
    case 'findings-wanted': {
      await restore(tab);
      const reading = await readingAt(tab, message);
      const report = reading && toldIn(reading)[message.report];
      if (!reading || !report) return null;
      const note = reading.around?.[message.report]?.note;
      return findingsCsv(report, { dismissals: await readDismissals(), quiet: [] }, message.language, note);
    }
    case 'table-wanted': {
      await restore(tab);
      const reading = await readingAt(tab, message);
      const table = reading?.tables?.find(({ index }) => index === message.table);
      const source = reading?.extractions[0]?.source;
      return table && source ? tableCsvs(source, table) : null;
    }
    case 'keep': {
      await restore(tab);
      const answer = await keepReport(tab, message, message.report);
      await lookAround();
      return answer;
    }
    case 'note-wanted':
      await restore(tab);
      return openNoteOn(tab, message, message.report);
    case 'next-wanted':
      return goToNextTab(tab);
    // Where it could be, it was done when it was asked for.
    case 'side-wanted':
      return false;
    case 'page-home-wanted':
      await changeSettings({ home: 'page' });
      await keepHomeAtHand();
      await untilGone((await browser.tabs.get(tab)).windowId);
      await redrawEverywhere();
      await presentPanel(tab, topFrame);
      await tellPanels(tab, { kind: 'panel-show' });
      return true;
    case 'panel-placed':
      await notePlace(tab, message.place);
      return true;
    case 'attachment-wanted': {
      await restore(tab);
      const outcome = await readAttachment(tab, message.frame, message.url);
      if (outcome.kind === 'read') await lookAround(tab);
      return outcome;
    }
    case 'linked-wanted':
      return readLinked(tab, message.frame, message.url);
    case 'linked-opened':
      return openLinked(tab, message.frame, message.url);
    case 'more-wanted':
      return listMore(tab, message.frame);
    case 'panel-undone':
      await showUndone(tab, message.language);
      return true;
    case 'page-hidden':
      await uncover(tab, frame);
      return true;
    case 'page-wanted':
      if (message.page === 'options') await browser.runtime.openOptionsPage();
      else
        await browser.tabs.create({ url: new URL(`${message.page}.html`, browser.runtime.getURL('/')).href });
      return true;
  }
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

const handleOwn = async (message: OwnMessage): Promise<unknown> => {
  switch (message.kind) {
    case 'from-side':
      return handle(message.message, { tab: message.tab, frame: topFrame, url: '', beside: true });
    case 'side-stands':
      await redrawEverywhere();
      return true;
    case 'side-left':
      await sideGone(message.window);
      return true;
    case 'page-left':
      await forgetTroubles(message.tab);
      return true;
    case 'settings-written':
      await keepHomeAtHand();
      await redrawEverywhere();
      return true;
    case 'shelf-written':
      await lookAround();
      return true;
    case 'dismiss':
      await dismiss(message.key, message.reason);
      await redrawEverywhere();
      return true;
    case 'recall':
      await recall(message.key);
      await redrawEverywhere();
      return true;
    case 'note-written': {
      const answer = await writeNote(message.id, message.note, message.before);
      // The one who writes does not wait for the panels to hear of it.
      if (answer.kind === 'saved') void lookAround();
      return answer;
    }
    case 'note-opened':
      return openNote(message.id);
    case 'keep-tabs': {
      const tally = await keepAllTabs();
      await lookAround();
      return tally;
    }
    case 'erase':
      await eraseAll();
      await keepHomeAtHand();
      await redrawEverywhere();
      return true;
  }
};

/** Where marks of one frame stand in the window of another; nowhere, where nobody can say. */
const seenFrom = (home: number, frame: number, { found, span, shift }: ShownMarks): ShownMarks => {
  if (home === frame || span === null) return { found, span, shift };
  if (home !== topFrame || shift === null) return { found, span: null, shift };
  return { found, span: { left: span.left + shift, right: span.right + shift }, shift };
};

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : '');
