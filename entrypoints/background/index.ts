// First of all: see there.
import '../wire/jitless.ts';

import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import * as z from 'zod';
import { type Message, messageSchema, type OwnMessage, ownMessageSchema } from '../wire/protocol.ts';
import { changeSettings, dismiss, isSpared, readDismissals, readSettings, recall } from '../wire/stored.ts';
import { lookAround } from './around.ts';
import { readAttachment } from './attachments.ts';
import { eraseAll } from './erase.ts';
import { examine } from './examine.ts';
import { findingsOf } from './findings.ts';
import { keepReport } from './keep.ts';
import { forget, forgetTab, keep, readingAt, readingsOf, toldIn } from './kept.ts';
import {
  clearCells,
  follow,
  markCells,
  markQuote,
  presentPanel,
  readFrames,
  readingsFor,
  standingReadings,
  tellPanels,
  uncover,
} from './pages.ts';
import { readReports } from './read.ts';
import { redraw, redrawEverywhere } from './redraw.ts';

/** Where the heavy work is done: reads what the readers send, keeps it, and carries words between panel and readers. */
export default defineBackground(() => {
  // Settings and dismissals are for this side only; Firefox has no such switch.
  void browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });

  browser.runtime.onMessage.addListener((raw: unknown, sender, answer) => {
    if (sender.id !== browser.runtime.id) return false;
    const own = sender.url?.startsWith(browser.runtime.getURL('/')) === true;
    const tab = sender.tab?.id;
    const frame = sender.frameId;
    if (!own && (tab === undefined || frame === undefined)) return false;
    const message = (own ? ownMessageSchema : messageSchema).safeParse(raw);
    if (!message.success) {
      console.warn(
        'Gouji: a message that does not fit the protocol was left out.',
        z.prettifyError(message.error),
      );
      return false;
    }
    const done = own
      ? handleOwn(message.data as OwnMessage)
      : handle(message.data as Message, { tab: tab ?? -1, frame: frame ?? -1, url: sender.url ?? '' });
    done.then(answer, (error: unknown) => {
      console.error('Gouji: a message could not be handled.', error);
      answer(null);
    });
    return true;
  });

  browser.tabs.onRemoved.addListener((tab) => void forgetTab(tab));

  // The toolbar's button, and the shortcut, which stands for it.
  browser.action.onClicked.addListener((tab) => {
    if (tab.id !== undefined) void examine(tab.id);
  });
});

type Origin = { tab: number; frame: number; url: string };

const handle = async (message: Message, { tab, frame, url }: Origin): Promise<unknown> => {
  switch (message.kind) {
    case 'report-seen': {
      const settings = await readSettings();
      if (settings.start === 'click' || isSpared(hostOf(url), settings)) return false;
      return readFrames(tab, frame);
    }
    case 'report-found': {
      const { extractions, findings, csv } = await readReports(message.document, url);
      const { page, nearby, asked } = message;
      await keep(tab, {
        frame,
        page,
        attachment: null,
        extractions,
        findings,
        csv,
        nearby,
        title: message.document.title,
        retrieved: new Date().toISOString(),
      });
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
    case 'report-gone': {
      const gone = (await readingsOf(tab)).filter(
        (reading) => reading.frame === frame && reading.page === message.page,
      );
      if (gone.length === 0) return false;
      await forget(tab, gone);
      await redraw(tab, await readingsOf(tab));
      await tellPanels(tab, { kind: 'state-changed' });
      return true;
    }
    case 'cell-picked':
      await tellPanels(tab, { kind: 'cell-picked', frame, slot: message.slot });
      return true;
    case 'state-wanted': {
      const [readings, settings, dismissals] = await Promise.all([
        readingsFor(tab, frame),
        readSettings(),
        readDismissals(),
      ]);
      return { readings, settings, dismissals };
    }
    case 'show-cells': {
      const shown = await markCells(tab, message.frame, message.cells);
      // A place in another frame's window says nothing to the panel.
      return message.frame === frame ? shown : { ...shown, span: null };
    }
    case 'show-quote': {
      const { block, at, quote } = message;
      const shown = await markQuote(tab, message.frame, { block, at, quote });
      return message.frame === frame ? shown : { ...shown, span: null };
    }
    case 'clear-cells':
      await clearCells(tab);
      return true;
    case 'follow':
      return follow(tab, message.frame, message.slots);
    case 'settings-changed':
      await changeSettings(message.settings);
      await redrawEverywhere(tab);
      return true;
    case 'dismiss':
      await dismiss(message.key, message.reason);
      await redrawEverywhere(tab);
      return true;
    case 'recall':
      await recall(message.key);
      await redrawEverywhere(tab);
      return true;
    case 'findings-wanted': {
      const reading = await readingAt(tab, message);
      const report = reading && toldIn(reading)[message.report];
      return report ? findingsOf(report, await readDismissals(), message.language) : null;
    }
    case 'keep': {
      const answer = await keepReport(tab, message, message.report);
      await lookAround();
      return answer;
    }
    case 'attachment-wanted': {
      const outcome = await readAttachment(tab, message.frame, message.url);
      if (outcome.kind === 'read') await lookAround(tab);
      return outcome;
    }
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

const handleOwn = async (message: OwnMessage): Promise<unknown> => {
  switch (message.kind) {
    case 'settings-written':
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
    case 'erase':
      await eraseAll();
      await redrawEverywhere();
      return true;
  }
};

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : '');
