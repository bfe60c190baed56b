import type { Slot } from '../../parser/source/blocks.ts';

type CellElement = { slot: Slot; element: Element };

/** Tells which of the read cells the person clicks in the page. Only listens: the page does what it always does. */
export class Follower {
  readonly #picked: (slot: Slot) => void;
  #places: ReadonlyMap<Element, Slot> = new Map();

  constructor(picked: (slot: Slot) => void) {
    this.#picked = picked;
  }

  /** Follows clicks on these cells, in place of those before. None: follows no more. */
  follow(places: readonly CellElement[]): void {
    this.end();
    this.#places = new Map(places.map(({ slot, element }) => [element, slot]));
    if (places.length > 0) addEventListener('click', this.#seen, { capture: true, passive: true });
  }

  end(): void {
    removeEventListener('click', this.#seen, true);
    this.#places = new Map();
  }

  readonly #seen = (event: Event): void => {
    // A page can make up events; only the person's own clicks count.
    if (!event.isTrusted) return;
    for (let at = event.target instanceof Element ? event.target : null; at; at = at.parentElement) {
      const slot = this.#places.get(at);
      if (!slot) continue;
      this.#picked(slot);
      return;
    }
  };
}
