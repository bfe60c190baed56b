import { sum } from '../../parser/text/decimal.ts';
import type { Report } from '../corpus-pages/report.ts';

/** A report that prints in each cell the sum of what others print there; all of them on one form, every cell a number. */
export const sumOf = (parts: readonly Report[], authority: string): Report => {
  const [first] = parts;
  if (!first) throw new Error('Nothing to add up');
  const figure = (printed: string | undefined): number => Number.parseFloat(printed ?? '');
  return {
    ...first,
    authority,
    facts: Object.fromEntries(
      Object.keys(first.facts).map((ref) => [ref, String(sum(parts.map(({ facts }) => figure(facts[ref]))))]),
    ),
  };
};
