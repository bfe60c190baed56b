import type { Slot } from '../../parser/source/blocks.ts';
import type { MarkedCell, PanelOrder, ReaderOrder } from './protocol.ts';

/**
 * Narrow checks, without a library, of what the scripts in the page receive. Anything else is not for them and is left unanswered.
 */

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const isSlot = (value: unknown): value is Slot =>
  isObject(value) && [value.table, value.row, value.column].every((place) => Number.isInteger(place));

const isMarkedCell = (value: unknown): value is MarkedCell =>
  isObject(value) && isSlot(value.slot) && ['left', 'right', 'cell'].includes(String(value.side));

/** The message, if it is an order to the reader; else null. */
export const readerOrder = (message: unknown): ReaderOrder | null => {
  if (!isObject(message)) return null;
  const { kind, cells, slots, block, at, quote, asked, url } = message;
  if (kind === 'clear' || kind === 'still-there') return { kind };
  if (kind === 'read' && typeof asked === 'boolean') return { kind, asked };
  if (kind === 'read-attachment' && typeof url === 'string') return { kind, url };
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

/** The message, if it is an order to the panel; else null. */
export const panelOrder = (message: unknown): PanelOrder | null => {
  if (!isObject(message)) return null;
  const { kind, frame, slot } = message;
  if (kind === 'state-changed' || kind === 'panel-toggle') return { kind };
  if (kind === 'cell-picked' && typeof frame === 'number' && isSlot(slot)) return { kind, frame, slot };
  return null;
};
