import type { Slot } from '../../parser/source/blocks.ts';
import type { MarkedCell, PanelOrder, ProbeOrder } from './protocol.ts';

/**
 * Narrow checks, without a library, of what the scripts in the page receive. Anything else is not for them and is left unanswered.
 */

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const isSlot = (value: unknown): value is Slot =>
  isObject(value) && [value.table, value.row, value.column].every((place) => Number.isInteger(place));

const isMarkedCell = (value: unknown): value is MarkedCell =>
  isObject(value) && isSlot(value.slot) && (value.side === 'left' || value.side === 'right');

/** The message, if it is an order to the probe; else null. */
export const probeOrder = (message: unknown): ProbeOrder | null => {
  if (!isObject(message)) return null;
  const { kind, cells } = message;
  if (kind === 'clear' || kind === 'still-there') return { kind };
  if (kind === 'mark' && Array.isArray(cells) && cells.every(isMarkedCell)) return { kind, cells };
  return null;
};

/** The message, if it is an order to the panel; else null. */
export const panelOrder = (message: unknown): PanelOrder | null => {
  const kind = isObject(message) ? message.kind : null;
  return kind === 'readings-changed' || kind === 'panel-open' ? { kind } : null;
};
