import type { Slot, SourceDocument } from '../../parser/source/blocks.ts';
import { type LiveReading, readDom } from '../../parser/source/html/dom.ts';

/** The document of this frame as it was read last. */
export class LivePage {
  #reading: LiveReading = { document: { title: null, metas: [], blocks: [] }, cellAt: () => null };
  #words = '';

  get reading(): LiveReading {
    return this.#reading;
  }

  get document(): SourceDocument {
    return this.#reading.document;
  }

  /** Reads again. Answers whether the page says something else than before: the same words may stand in other elements. */
  read(): boolean {
    this.#reading = readDom(document);
    const words = JSON.stringify(this.document);
    if (words === this.#words) return false;
    this.#words = words;
    return true;
  }

  /** The element of a cell; null where it has left the page. */
  elementAt(slot: Slot): Element | null {
    const element = this.#reading.cellAt(slot);
    return element?.isConnected ? element : null;
  }
}
