import type { Check, Diagnosis, Extraction } from '../parser/extraction.ts';
import type { Slot } from '../parser/source/blocks.ts';

/** A cell of the page to mark: on a side of an equation, or looked at by itself. */
export type MarkCell = { slot: Slot; side: 'left' | 'right' | 'cell' };

/** What was marked: how many things, and, where the panel shares their window, how far they reach from left to right (CSS pixels). */
export type ShownCells = { found: number; span: { left: number; right: number } | null };

type Term = Check['terms'][number];

export const sideOf = ({ weight }: Term): 'left' | 'right' => (weight === 1 ? 'left' : 'right');

const slotsOf = ({ facts }: Extraction): Map<string, Slot> =>
  new Map(facts.map(({ ref, slot }) => [ref, slot]));

/** The cells of a check's terms, those at fault first where it is undetermined. A term that is not on the page has none. */
export const cellsOf = (check: Check, extraction: Extraction): MarkCell[] => {
  const slots = slotsOf(extraction);
  const atFault = new Set(check.reason?.refs);
  const ordered = [...check.terms].sort((a, b) => Number(atFault.has(b.ref)) - Number(atFault.has(a.ref)));
  return ordered.flatMap((term) => {
    const slot = slots.get(term.ref);
    return slot ? [{ slot, side: sideOf(term) }] : [];
  });
};

/** Cells by their references. */
export const cellsAt = (refs: readonly string[], extraction: Extraction): MarkCell[] => {
  const slots = slotsOf(extraction);
  return refs.flatMap((ref) => {
    const slot = slots.get(ref);
    return slot ? [{ slot, side: 'cell' as const }] : [];
  });
};

type Alternative = Diagnosis['alternatives'][number];

/** The cells that an alternative would change. */
export const changedCells = ({ changes }: Alternative, extraction: Extraction): MarkCell[] =>
  cellsAt(
    changes.map(({ ref }) => ref),
    extraction,
  );

/** `兖州区人民政府-2020.csv`, without what a file system would refuse. */
export const fileNameOf = ({ authority, year }: Extraction, ending = 'csv'): string => {
  const name = [authority?.value, year?.value].filter((part) => part !== undefined).join('-');
  // Characters that Windows forbids, and controls.
  const safe = name
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, '')
    .replace(/^[.\s]+/, '')
    .replace(/[.\s]{1,80}$/, '');
  return `${safe || 'gouji'}.${ending}`;
};
