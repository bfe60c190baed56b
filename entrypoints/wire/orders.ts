import type { Slot } from '../../parser/source/blocks.ts';
import type { Measure } from '../../parser/table/measure.ts';
import type { MarkedCell } from './page-schemas.ts';
import type { Failure, PanelOrder, ReaderOrder, SideOrder } from './protocol.ts';

/**
 * Narrow checks, without a library, of what the scripts in the page receive. Anything else is not for them and is left unanswered.
 */

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const isSlot = (value: unknown): value is Slot =>
  isObject(value) && [value.table, value.row, value.column].every((place) => Number.isInteger(place));

const isMarkedCell = (value: unknown): value is MarkedCell =>
  isObject(value) && isSlot(value.slot) && ['left', 'right', 'cell'].includes(String(value.side));

const isMeasure = (value: unknown): value is Measure =>
  isObject(value) &&
  typeof value.numbers === 'number' &&
  typeof value.others === 'number' &&
  Array.isArray(value.equal) &&
  value.equal.every((one) => isObject(one) && isSlot(one.slot) && typeof one.raw === 'string') &&
  [value.sum, value.least, value.most].every((one) => one === null || typeof one === 'string');

/** The message, if it is an order to the reader; else null. */
export const readerOrder = (message: unknown): ReaderOrder | null => {
  if (!isObject(message)) return null;
  const { kind, cells, slots, block, at, quote, asked, passing, url, own, totals } = message;
  if (kind === 'clear' || kind === 'still-there') return { kind };
  if (kind === 'read' && typeof asked === 'boolean') return { kind, asked, passing: passing === true };
  if (kind === 'list-more' && typeof url === 'string') return { kind, url };
  if (kind === 'read-attachment' && typeof url === 'string' && Array.isArray(own))
    return { kind, url, own, totals: totals === true };
  if (kind === 'mark' && Array.isArray(cells) && cells.every(isMarkedCell)) return { kind, cells };
  if (kind === 'follow' && Array.isArray(slots) && slots.every(isSlot)) return { kind, slots };
  if (
    kind === 'mark-quote' &&
    typeof block === 'number' &&
    typeof at === 'number' &&
    typeof quote === 'string'
  )
    return { kind, block, at, quote };
  return null;
};

/** Is it the background's answer that it has failed? */
export const isFailure = (answer: unknown): answer is Failure =>
  isObject(answer) && isObject(answer.failed) && typeof answer.failed.what === 'string';

/** The message, if it is an order to the panel; else null. */
export const panelOrder = (message: unknown): PanelOrder | null => {
  if (!isObject(message)) return null;
  const { kind, frame, slot, measured, at } = message;
  if (kind === 'state-changed' || kind === 'panel-toggle' || kind === 'panel-show' || kind === 'go-on')
    return { kind };
  if (kind === 'cell-picked' && typeof frame === 'number' && isSlot(slot)) return { kind, frame, slot };
  if (
    kind === 'measured' &&
    typeof frame === 'number' &&
    typeof at === 'number' &&
    (measured === null || isMeasure(measured))
  )
    return { kind, frame, measured, at };
  return null;
};

/** Is it the question to the panel beside the pages of this window whether it is there? */
export const asksForSide = (message: unknown, window: number): boolean =>
  isObject(message) && message.kind === 'side-asked' && message.window === window;

/** The message, if it is an order to the panel beside the page; else null. */
export const sideOrder = (message: unknown): SideOrder | null => {
  if (!isObject(message) || message.kind !== 'to-side' || typeof message.tab !== 'number') return null;
  const order = panelOrder(message.order);
  return order && { kind: 'to-side', tab: message.tab, order };
};
