import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { holdsReport } from '../../parser/probe.ts';
import { readDom } from '../../parser/source/dom.ts';
import { readerOrder } from '../wire/orders.ts';
import type { MarkedCell, ReaderMessage } from '../wire/protocol.ts';
import { watch } from '../wire/watch.ts';
import { readAttachment } from './attachment.ts';
import { Follower } from './follow.ts';
import { Marks } from './marks.ts';
import { nearbyOf } from './nearby.ts';
import { rangeOf } from './quote.ts';

/**
 * Put into a frame by the background: where the probe has seen a report, or where the person asked for it. Says what is on the page
 * and does only what it is asked. Of itself it reads again where the page comes to show something else.
 */
export default defineUnlistedScript(() => {
  // The background may ask again; a script that an update has cut off does not count.
  const home = globalThis as typeof globalThis & { goujiReads?: () => boolean };
  if (home.goujiReads?.()) return;
  home.goujiReads = () => browser.runtime?.id !== undefined;
  attend();
});

const attend = (): void => {
  const marks = new Marks();
  let reading = readDom(document);
  let words = JSON.stringify(reading.document);
  let page: string | null = null;
  // With this stands what was read of the page's attachments, whatever else the page comes to show.
  const stay = newName();
  let lent = false;
  const cellOf = (cell: MarkedCell) => {
    const element = reading.cellAt(cell.slot);
    return element?.isConnected ? [{ element, side: cell.side }] : [];
  };
  const tell = (message: ReaderMessage) => browser.runtime.sendMessage(message).catch(() => {});
  const follower = new Follower((slot) => void tell({ kind: 'cell-picked', slot }));
  const report = (asked: boolean) => {
    page = newName();
    return tell({
      kind: 'report-found',
      page,
      document: reading.document,
      nearby: nearbyOf(document, reading.document),
      asked,
    });
  };
  const retract = () => {
    marks.clear();
    follower.end();
    if (page !== null) void tell({ kind: 'report-gone', page });
    page = null;
  };
  /** Reads again. Answers whether the page says something else than before. */
  const reread = (): boolean => {
    const now = readDom(document);
    const changed = JSON.stringify(now.document);
    if (changed === words) return false;
    [reading, words] = [now, changed];
    return true;
  };

  browser.runtime.onMessage.addListener((message: unknown, sender, answer) => {
    const order = sender.id === browser.runtime.id ? readerOrder(message) : null;
    switch (order?.kind) {
      case 'mark':
        answer(marks.showCells(order.cells.flatMap(cellOf)));
        break;
      case 'mark-quote': {
        const block = reading.document.blocks[order.block];
        const text = block && 'text' in block ? block.text : '';
        answer(marks.showText(rangeOf(document, text, order.quote, order.at)));
        break;
      }
      case 'clear':
        marks.clear();
        answer(true);
        break;
      case 'follow':
        follower.follow(
          order.slots.flatMap((slot) => {
            const element = reading.cellAt(slot);
            return element ? [{ slot, element }] : [];
          }),
        );
        answer(true);
        break;
      case 'still-there':
        answer(lent ? [page, stay] : [page]);
        break;
      case 'read-attachment':
        lent = true;
        void readAttachment(order.url, stay).then(answer);
        return true;
      case 'read':
        reread();
        report(order.asked).then(() => answer(true));
        return true;
    }
    return false;
  });
  addEventListener('pagehide', () => {
    retract();
    if (lent) void tell({ kind: 'report-gone', page: stay });
    lent = false;
  });
  // The browser may bring the page back as it was, this script with it.
  addEventListener('pageshow', (event) => {
    if (event.persisted && holdsReport(document)) void report(false);
  });
  watch(document, () => {
    const held = page !== null;
    if (reread()) {
      if (holdsReport(document)) void report(false);
      else if (held) retract();
    }
    return false;
  });
};

const newName = (): string => crypto.getRandomValues(new Uint32Array(4)).join('-');
