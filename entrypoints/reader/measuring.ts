import type { Slot, SourceDocument } from '../../parser/source/blocks.ts';
import type { LiveReading } from '../../parser/source/html/dom.ts';
import {
  type Area,
  areaBetween,
  areaOf,
  cellsIn,
  type Measure,
  measure,
} from '../../parser/table/measure.ts';
import { layOut, type Sheet, type SheetCell } from '../../parser/table/sheet.ts';

type SheetPlace = { sheet: Sheet; cell: SheetCell };

/** The tables of one reading, and where in them each element stands. Made when the person first presses the key. */
type Laid = { document: SourceDocument; sheets: Sheet[]; places: Map<Element, SheetPlace> };

const laidOut = ({ document, cellAt }: LiveReading): Laid => {
  const sheets = document.blocks.flatMap((block) => (block.kind === 'table' ? [layOut(block)] : []));
  const places = new Map<Element, SheetPlace>();
  for (const sheet of sheets)
    for (const cell of sheet.cells) {
      const element = cellAt({ table: sheet.index, row: cell.row, column: cell.column });
      if (element) places.set(element, { sheet, cell });
    }
  return { document, sheets, places };
};

/**
 * Measures cells over which the person drags with Alt held, or what a heading stands for that is clicked with it. What the page would do
 * with such a press it does not get to hear of; without the key, and outside of tables, everything stays with the page.
 */
export class Measuring {
  readonly #reading: () => LiveReading;
  readonly #show: (slots: Slot[]) => void;
  readonly #told: (measured: Measure | null) => void;
  #laid: Laid | null = null;
  /** The cell where the button was pressed. An element, since the page may be read again before it is let go. */
  #from: Element | null = null;
  #area = '';

  constructor(
    reading: () => LiveReading,
    show: (slots: Slot[]) => void,
    told: (measured: Measure | null) => void,
  ) {
    this.#reading = reading;
    this.#show = show;
    this.#told = told;
    for (const kind of ['pointerdown', 'mousedown', 'pointermove', 'pointerup', 'click', 'keydown'] as const)
      addEventListener(kind, this.#heard, { capture: true });
  }

  /** Nothing is measured any more. */
  end(): void {
    for (const kind of ['pointerdown', 'mousedown', 'pointermove', 'pointerup', 'click', 'keydown'] as const)
      removeEventListener(kind, this.#heard, true);
    this.forget();
  }

  /** What was measured is no longer on show. */
  forget(): void {
    this.#from = null;
    this.#area = '';
  }

  readonly #heard = (event: Event): void => {
    // A page can make up events; only the person's own count.
    if (!event.isTrusted) return;
    if (event instanceof KeyboardEvent) this.#key(event);
    else if (event instanceof MouseEvent) this.#point(event);
  };

  #key({ key }: KeyboardEvent): void {
    if (key !== 'Escape' || this.#area === '') return;
    this.forget();
    this.#told(null);
  }

  #point(event: MouseEvent): void {
    // The button may have been let go outside of the window.
    if (event.type === 'pointermove' && event.buttons === 0) this.#from = null;
    const dragging = this.#from !== null;
    if (!dragging && (!event.altKey || event.type === 'pointermove')) return;
    const at = this.#cellOf(event);
    if (!dragging && !at) return;
    // Neither a selection of text nor a download of what is linked.
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type === 'pointerdown' && event.button === 0) this.#from = at;
    // Where the button is let go counts too: of a quick movement a browser may not tell the last piece.
    if (event.type.startsWith('pointer')) this.#choose(at);
    if (event.type === 'pointerup') this.#from = null;
  }

  /** The cell that an event is in. */
  #cellOf(event: MouseEvent): Element | null {
    const reading = this.#reading();
    if (this.#laid?.document !== reading.document) this.#laid = laidOut(reading);
    for (let at = event.target instanceof Element ? event.target : null; at; at = at.parentElement)
      if (this.#laid.places.has(at)) return at;
    return null;
  }

  #choose(cell: Element | null): void {
    const from = this.#from && this.#laid?.places.get(this.#from);
    const to = cell && this.#laid?.places.get(cell);
    if (!from || !to || !this.#laid || from.sheet !== to.sheet) return;
    const { sheet } = from;
    const area: Area =
      from.cell === to.cell ? areaOf(sheet, to.cell) : areaBetween(sheet.index, from.cell, to.cell);
    const name = JSON.stringify(area);
    if (name === this.#area) return;
    this.#area = name;
    this.#show(cellsIn(sheet, area).map(({ row, column }) => ({ table: sheet.index, row, column })));
    this.#told(measure(this.#laid.sheets, area));
  }
}
