import type { Check, Extraction } from '../parser/extraction.ts';
import type { Slot } from '../parser/source/blocks.ts';

/** A cell of the page, and the side of the equation it stands on. */
export type EquationCell = { slot: Slot; side: 'left' | 'right' };

/** What was marked: how many cells, and, where the panel shares their window, how far they reach from left to right (CSS pixels). */
export type Shown = { found: number; span: { left: number; right: number } | null };

type Term = Check['terms'][number];

export const sideOf = ({ weight }: Term): EquationCell['side'] => (weight === 1 ? 'left' : 'right');

/** The cells of a check's terms, those at fault first where it is undetermined. A term that is not on the page has none. */
export const cellsOf = (check: Check, { facts }: Extraction): EquationCell[] => {
  const slots = new Map(facts.map(({ ref, slot }) => [ref, slot]));
  const atFault = new Set(check.reason?.refs);
  const ordered = [...check.terms].sort((a, b) => Number(atFault.has(b.ref)) - Number(atFault.has(a.ref)));
  return ordered.flatMap((term) => {
    const slot = slots.get(term.ref);
    return slot ? [{ slot, side: sideOf(term) }] : [];
  });
};

/** `兖州区人民政府-2020.csv`, without what a file system would refuse. */
export const fileNameOf = ({ authority, year }: Extraction): string => {
  const name = [authority?.value, year?.value].filter((part) => part !== undefined).join('-');
  // Characters that Windows forbids, and controls.
  const safe = name
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, '')
    .replace(/^[.\s]+/, '')
    .replace(/[.\s]{1,80}$/, '');
  return `${safe || 'gouji'}.csv`;
};
