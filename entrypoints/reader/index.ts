import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { holdsReport, worthIn } from '../../parser/probe.ts';
import type { Slot } from '../../parser/source/blocks.ts';
import { type LiveReading, readDom } from '../../parser/source/html/dom.ts';
import { readerOrder } from '../wire/orders.ts';
import type { MarkedCell, ReaderMessage, ReaderOrder, ShownMarks } from '../wire/protocol.ts';
import { troubleOf } from '../wire/trouble.ts';
import { watch } from '../wire/watch.ts';
import { listMore, readAttachment } from './attachment.ts';
import { Follower } from './follow.ts';
import { Marks } from './marks.ts';
import { Measuring } from './measuring.ts';
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
  home.goujiReads = isLive;
  attend();
});

/** An update of the extension cuts off the scripts of the version before. */
const isLive = (): boolean => browser.runtime?.id !== undefined;

/** Before the first order to read. */
const unread: LiveReading = { document: { title: null, metas: [], blocks: [] }, cellAt: () => null };

type Marking = Extract<ReaderOrder, { kind: 'mark' | 'mark-quote' }>;

const attend = (): void => {
  const marks = new Marks(isLive);
  let reading = unread;
  let words = '';
  let page: string | null = null;
  // Read because it states totals, and for nothing else.
  let passing = false;
  // What is marked and followed, so that it can be found again in a page that shows the same anew.
  let marking: Marking | null = null;
  let followed: readonly Slot[] = [];
  // With this stands what was read of the page's attachments, whatever else the page comes to show.
  const stay = newName();
  let lent = false;
  const tell = (message: ReaderMessage): Promise<unknown> =>
    isLive() ? browser.runtime.sendMessage(message).catch(() => {}) : Promise.resolve(leave());
  /** Nobody is left to answer to: an update has cut this script off. */
  const leave = (): void => {
    marks.clear();
    follower.end();
    measuring.end();
  };
  /** Does what the page might make fail. Where it fails the person is told, and `otherwise` is the answer. */
  const careful = <Answer>(act: () => Answer, otherwise: Answer): Answer => {
    try {
      return act();
    } catch (error) {
      page ??= newName();
      void tell({ kind: 'failed', trouble: troubleOf('reader', error) });
      return otherwise;
    }
  };
  const elementAt = (slot: Slot): Element | null => {
    const element = reading.cellAt(slot);
    return element?.isConnected ? element : null;
  };
  const cellOf = (cell: MarkedCell) => {
    const element = elementAt(cell.slot);
    return element ? [{ element, side: cell.side }] : [];
  };
  const mark = (order: Marking, quiet = false): ShownMarks => {
    marking = order;
    if (order.kind === 'mark') return marks.showCells(order.cells.flatMap(cellOf), quiet);
    const block = reading.document.blocks[order.block];
    const text = block && 'text' in block ? block.text : '';
    return marks.showText(rangeOf(document, text, order.quote, order.at), quiet);
  };
  const clear = (): void => {
    marking = null;
    measuring.forget();
    marks.clear();
  };
  const measuring = new Measuring(
    () => reading,
    (slots) => {
      marking = null;
      marks.showCells(
        slots.flatMap((slot) => cellOf({ slot, side: 'cell' })),
        true,
      );
    },
    (measured) => {
      if (measured === null) clear();
      void tell({ kind: 'measured', measured, at: performance.timeOrigin + performance.now() });
    },
  );
  const follower = new Follower((slot) => void tell({ kind: 'cell-picked', slot }));
  const follow = (slots: readonly Slot[]): void => {
    followed = slots;
    follower.follow(
      slots.flatMap((slot) => {
        const element = elementAt(slot);
        return element ? [{ slot, element }] : [];
      }),
    );
  };
  const report = (asked: boolean) => {
    page = newName();
    return tell({
      kind: 'report-found',
      page,
      document: reading.document,
      nearby: nearbyOf(document, reading.document),
      asked,
      passing: passing && !asked && !holdsReport(document),
    });
  };
  const retract = () => {
    clear();
    follower.end();
    if (page !== null) void tell({ kind: 'report-gone', page });
    page = null;
  };
  /** Reads again. Answers whether the page says something else than before. What says the same in other elements keeps its marks. */
  const reread = (): boolean => {
    const now = readDom(document);
    const changed = JSON.stringify(now.document);
    reading = now;
    if (changed !== words) {
      words = changed;
      return true;
    }
    if (marking && !marks.stand()) mark(marking, true);
    if (followed.length > 0) follow(followed);
    return false;
  };
  const obey = (order: ReaderOrder, answer: (value: unknown) => void): boolean => {
    switch (order.kind) {
      case 'mark':
      case 'mark-quote':
        answer(mark(order));
        return false;
      case 'clear':
        clear();
        answer(true);
        return false;
      case 'follow':
        follow(order.slots);
        answer(true);
        return false;
      case 'still-there':
        answer(lent ? [page, stay] : [page]);
        return false;
      case 'read-attachment':
        lent = true;
        void readAttachment(order, stay).then(answer);
        return true;
      case 'list-more':
        void listMore(order.url).then(answer);
        return true;
      case 'read':
        passing = order.passing;
        reread();
        report(order.asked).then(() => answer(true));
        return true;
    }
  };

  browser.runtime.onMessage.addListener((message: unknown, sender, answer) => {
    const order = sender.id === browser.runtime.id ? readerOrder(message) : null;
    return order !== null && careful(() => obey(order, answer), false);
  });
  addEventListener('pagehide', () =>
    careful(() => {
      retract();
      if (lent) void tell({ kind: 'report-gone', page: stay });
      lent = false;
    }, undefined),
  );
  // The browser may bring the page back as it was, this script with it.
  addEventListener('pageshow', (event) =>
    careful(() => {
      if (event.persisted && worthIn(document)) void report(false);
    }, undefined),
  );
  // Whoever compiles a report types into the page itself.
  watch(
    document,
    () =>
      careful(() => {
        if (!isLive()) {
          leave();
          return true;
        }
        const held = page !== null;
        if (reread()) {
          if (passing ? worthIn(document) : holdsReport(document)) void report(false);
          else if (held) retract();
        }
        return false;
      }, false),
    { typed: true },
  );
};

const newName = (): string => crypto.getRandomValues(new Uint32Array(4)).join('-');
