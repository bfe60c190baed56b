import type { Slot } from '../../parser/source/blocks.ts';
import type { MarkedCell, ShownMarks } from '../wire/page-schemas.ts';
import type { ReaderMessage, ReaderOrder } from '../wire/protocol.ts';
import { Follower } from './follow.ts';
import type { LivePage } from './live-page.ts';
import { Marks } from './marks.ts';
import { Measuring } from './measuring.ts';
import { rangeOf } from './quote.ts';

type Marking = Extract<ReaderOrder, { kind: 'mark' | 'mark-quote' }>;

/** What is pointed at in the page, by the panel or by the person: marks, cells whose clicks are told of, cells that are measured. */
export class Pointing {
  readonly #page: LivePage;
  readonly #marks: Marks;
  readonly #follower: Follower;
  readonly #measuring: Measuring;
  /** What is marked and followed, so that it can be found again in a page that shows the same anew. */
  #marking: Marking | null = null;
  #followed: readonly Slot[] = [];

  /** @param isLive see `Marks`. @param tell says to the background what the person points at. */
  constructor(page: LivePage, isLive: () => boolean, tell: (message: ReaderMessage) => void) {
    this.#page = page;
    this.#marks = new Marks(isLive);
    this.#follower = new Follower((slot) => tell({ kind: 'cell-picked', slot }));
    this.#measuring = new Measuring(
      () => page.reading,
      (slots) => {
        this.#marking = null;
        this.#marks.showCells(
          slots.flatMap((slot) => this.#cellOf({ slot, side: 'cell' })),
          true,
        );
      },
      (measured) => {
        if (measured === null) this.clear();
        tell({ kind: 'measured', measured, at: performance.timeOrigin + performance.now() });
      },
    );
  }

  /** Marks what is ordered, in place of what was; `quiet` leaves the page where it is. */
  mark(order: Marking, quiet = false): ShownMarks {
    this.#marking = order;
    if (order.kind === 'mark')
      return this.#marks.showCells(
        order.cells.flatMap((cell) => this.#cellOf(cell)),
        quiet,
      );
    const block = this.#page.document.blocks[order.block];
    const text = block && 'text' in block ? block.text : '';
    return this.#marks.showText(rangeOf(document, text, order.quote, order.at), quiet);
  }

  /** Tells of clicks on these cells, and on no others. */
  follow(slots: readonly Slot[]): void {
    this.#followed = slots;
    this.#follower.follow(
      slots.flatMap((slot) => {
        const element = this.#page.elementAt(slot);
        return element ? [{ slot, element }] : [];
      }),
    );
  }

  /** The page says the same in other elements: what is marked and followed is found in these. */
  findAgain(): void {
    if (this.#marking && !this.#marks.stand()) this.mark(this.#marking, true);
    if (this.#followed.length > 0) this.follow(this.#followed);
  }

  /** Takes all marks away. */
  clear(): void {
    this.#marking = null;
    this.#measuring.forget();
    this.#marks.clear();
  }

  /** What was pointed at is gone from the page. */
  letGo(): void {
    this.clear();
    this.#follower.end();
  }

  /** Nobody is left to tell. */
  end(): void {
    this.#marks.clear();
    this.#follower.end();
    this.#measuring.end();
  }

  #cellOf({ slot, side }: MarkedCell): { element: Element; side: MarkedCell['side'] }[] {
    const element = this.#page.elementAt(slot);
    return element ? [{ element, side }] : [];
  }
}
