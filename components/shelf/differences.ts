import type { Extraction, Fact } from '../../parser/extraction.ts';

/** One cell of two reports. */
export type CellPair = {
  ref: string;
  one: Fact | null;
  other: Fact | null;
  /** The two reports print something else here: another number, or a number against a blank. */
  differs: boolean;
};

/** Every cell of either report, in the order of the first; what only the second has comes last. */
export const cellPairs = (one: Extraction, other: Extraction): CellPair[] => {
  const first = new Map(one.facts.map((fact) => [fact.ref, fact]));
  const second = new Map(other.facts.map((fact) => [fact.ref, fact]));
  return [...new Set([...first.keys(), ...second.keys()])].map((ref) => {
    const pair = { ref, one: first.get(ref) ?? null, other: second.get(ref) ?? null };
    return { ...pair, differs: !same(pair.one, pair.other) };
  });
};

/** 124 and 124件 are the same number; two blanks are the same; two unreadable cells only if they print the same. */
const same = (one: Fact | null, other: Fact | null): boolean => {
  if (one === null || other === null) return one === other;
  if (one.state !== other.state) return false;
  if (one.state === 'number') return one.value === other.value && one.unit === other.unit;
  return one.state === 'blank' || one.raw === other.raw;
};
