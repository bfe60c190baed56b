import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import * as z from 'zod';
import { type Message, messageSchema } from '../wire/protocol.ts';
import { showBadge } from './badge.ts';
import { forget, forgetTab, keep, readingsOf } from './kept.ts';
import { clearCells, markCells, presentPanel, readingsFor, standingReadings, tellPanels } from './pages.ts';
import { readReports } from './read.ts';

/** Where the heavy work is done: reads what the probes send, keeps it, and carries words between panel and probes. */
export default defineBackground(() => {
  // The extension's own policy forbids `new Function`, which zod would try.
  z.config({ jitless: true });

  browser.runtime.onMessage.addListener((raw: unknown, sender, answer) => {
    const tab = sender.tab?.id;
    const frame = sender.frameId;
    if (sender.id !== browser.runtime.id || tab === undefined || frame === undefined) return false;
    const message = messageSchema.safeParse(raw);
    if (!message.success) {
      console.warn(
        'Gouji: a message that does not fit the protocol was left out.',
        z.prettifyError(message.error),
      );
      return false;
    }
    handle(message.data, { tab, frame, url: sender.url ?? '' }).then(answer, (error: unknown) => {
      console.error('Gouji: a message could not be handled.', error);
      answer(null);
    });
    return true;
  });

  browser.tabs.onRemoved.addListener((tab) => void forgetTab(tab));

  browser.action.onClicked.addListener((tab) => {
    if (tab.id !== undefined) void tellPanels(tab.id, { kind: 'panel-open' });
  });
});

type Origin = { tab: number; frame: number; url: string };

const handle = async (message: Message, { tab, frame, url }: Origin): Promise<unknown> => {
  switch (message.kind) {
    case 'report-found': {
      const { extractions, csv } = await readReports(message.document, url);
      await keep(tab, { frame, page: message.page, extractions, csv });
      await showBadge(tab, await standingReadings(tab));
      await presentPanel(tab, frame);
      return true;
    }
    case 'report-gone': {
      const kept = (await readingsOf(tab)).find((reading) => reading.frame === frame);
      if (kept?.page !== message.page) return false;
      await forget(tab, [frame]);
      await showBadge(tab, await readingsOf(tab));
      await tellPanels(tab, { kind: 'readings-changed' });
      return true;
    }
    case 'readings-wanted':
      return readingsFor(tab, frame);
    case 'show-cells': {
      const shown = await markCells(tab, message.frame, message.cells);
      // A place in another frame's window says nothing to the panel.
      return message.frame === frame ? shown : { ...shown, span: null };
    }
    case 'clear-cells':
      await clearCells(tab);
      return true;
  }
};
