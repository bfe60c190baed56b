import type { Slot } from '../parser/source/blocks.ts';

/** Words about cells that the person has chosen. */
export type MeasureWords = {
  title: string;
  chosen: (numbers: number, others: number) => string;
  sum: string;
  least: string;
  most: string;
  place: (slot: Slot, raw: string) => string;
  /** Places of figures that are the same as the sum. */
  equal: (places: readonly string[]) => string;
  copy: string;
  show: string;
  close: string;
};
