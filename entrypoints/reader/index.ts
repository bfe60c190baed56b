import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { holdsReport, worthIn } from '../../parser/probe.ts';
import { readerOrder } from '../wire/orders.ts';
import type { ReaderMessage, ReaderOrder } from '../wire/protocol.ts';
import { troubleOf } from '../wire/trouble.ts';
import { watch } from '../wire/watch.ts';
import { listMore, readAttachment } from './attachment.ts';
import { LivePage } from './live-page.ts';
import { nearbyOf } from './nearby.ts';
import { Pointing } from './pointing.ts';

/**
 * Put into a frame by the background: where the probe has seen a report, or where the person asked for it. Says what is on the page
 * and does only what it is asked. Of itself it reads again where the page comes to show something else.
 */
export default defineUnlistedScript(() => {
  // The background may ask again; a script that an update has cut off does not count.
  const home = globalThis as typeof globalThis & { goujiReads?: () => boolean };
  if (home.goujiReads?.()) return;
  home.goujiReads = isLive;
  attend(new Reader());
});

/** An update of the extension cuts off the scripts of the version before. */
const isLive = (): boolean => browser.runtime?.id !== undefined;

const newName = (): string => crypto.getRandomValues(new Uint32Array(4)).join('-');

/** What is known of the page, and what was said of it. */
class Reader {
  readonly #page = new LivePage();
  readonly #pointing = new Pointing(this.#page, isLive, (message) => void this.#tell(message));
  /** The reading that was told of last; null where there is none. */
  #name: string | null = null;
  /** Read because it states totals, and for nothing else. */
  #passing = false;
  /** With this stands what was read of the page's attachments, whatever else the page comes to show. */
  readonly #stay = newName();
  #lent = false;

  #tell(message: ReaderMessage): Promise<unknown> {
    return isLive()
      ? browser.runtime.sendMessage(message).catch(() => {})
      : Promise.resolve(this.#pointing.end());
  }

  /** Does what the page might make fail. Where it fails the person is told, and `otherwise` is the answer. */
  careful<Answer>(act: () => Answer, otherwise: Answer): Answer {
    try {
      return act();
    } catch (error) {
      this.#name ??= newName();
      void this.#tell({ kind: 'failed', trouble: troubleOf('reader', error) });
      return otherwise;
    }
  }

  /** Says what is on the page. */
  report(asked: boolean): Promise<unknown> {
    this.#name = newName();
    return this.#tell({
      kind: 'report-found',
      page: this.#name,
      document: this.#page.document,
      nearby: nearbyOf(document, this.#page.document),
      asked,
      passing: this.#passing && !asked && !holdsReport(document),
    });
  }

  #retract(): void {
    this.#pointing.letGo();
    if (this.#name !== null) void this.#tell({ kind: 'report-gone', page: this.#name });
    this.#name = null;
  }

  /** Answers whether the page says something else than before. */
  #reread(): boolean {
    const isOther = this.#page.read();
    if (!isOther) this.#pointing.findAgain();
    return isOther;
  }

  /** Does what it is told. True where it answers later. */
  obey(order: ReaderOrder, answer: (value: unknown) => void): boolean {
    switch (order.kind) {
      case 'mark':
      case 'mark-quote':
        answer(this.#pointing.mark(order));
        return false;
      case 'clear':
        this.#pointing.clear();
        answer(true);
        return false;
      case 'follow':
        this.#pointing.follow(order.slots);
        answer(true);
        return false;
      case 'still-there':
        answer(this.#lent ? [this.#name, this.#stay] : [this.#name]);
        return false;
      case 'read-attachment':
        this.#lent = true;
        void readAttachment(order, this.#stay).then(answer);
        return true;
      case 'list-more':
        void listMore(order.url).then(answer);
        return true;
      case 'read':
        this.#passing = order.passing;
        this.#reread();
        this.report(order.asked).then(() => answer(true));
        return true;
    }
  }

  /** The page has changed. Answers whether nothing more is to be looked for. */
  lookAgain(): boolean {
    if (!isLive()) {
      this.#pointing.end();
      return true;
    }
    const held = this.#name !== null;
    if (this.#reread()) {
      if (this.#passing ? worthIn(document) : holdsReport(document)) void this.report(false);
      else if (held) this.#retract();
    }
    return false;
  }

  /** The page goes, with all that was read of it. */
  leave(): void {
    this.#retract();
    if (this.#lent) void this.#tell({ kind: 'report-gone', page: this.#stay });
    this.#lent = false;
  }
}

/** Hears what the background orders and what becomes of the page. */
const attend = (reader: Reader): void => {
  browser.runtime.onMessage.addListener((message: unknown, sender, answer) => {
    const order = sender.id === browser.runtime.id ? readerOrder(message) : null;
    return order !== null && reader.careful(() => reader.obey(order, answer), false);
  });
  addEventListener('pagehide', () => reader.careful(() => reader.leave(), undefined));
  // The browser may bring the page back as it was, this script with it.
  addEventListener('pageshow', (event) =>
    reader.careful(() => {
      if (event.persisted && worthIn(document)) void reader.report(false);
    }, undefined),
  );
  // Whoever compiles a report types into the page itself.
  watch(document, () => reader.careful(() => reader.lookAgain(), false), { typed: true });
};
