import { type Candidate, candidate } from './candidate.ts';
import type { Figures } from './figures.ts';
import type { Series } from './series.ts';

const positions = ({ parts }: Candidate): number[] => parts.map(({ position }) => position);

/**
 * A sum that skips a subtotal between its parts, and counts the parts of that one instead: as printed, the subtotal is what is added. Only where
 * that holds on as many lines.
 */
export const throughSubtotals = (
  one: Candidate,
  figures: Figures,
  series: Series,
  taken: readonly Candidate[],
): Candidate => {
  let nested = one;
  for (const inner of taken) {
    const own = new Set(positions(nested));
    const parts = positions(inner);
    if (inner.target === nested.target || own.has(inner.target) || parts.length >= own.size) continue;
    if (![...nested.parts, ...inner.parts].every(({ weight }) => weight === 1)) continue;
    if (!parts.every((part) => own.has(part))) continue;
    const [from, to] = [Math.min(nested.target, ...own), Math.max(nested.target, ...own)];
    if (inner.target < from || inner.target > to) continue;
    const counted = new Set(parts);
    const left = [
      ...nested.parts.filter(({ position }) => !counted.has(position)),
      { position: inner.target, weight: 1 as const },
    ];
    const { target, cue, complete } = nested;
    const instead = candidate(figures, series, {
      target,
      cue,
      complete,
      parts: left.toSorted((a, b) => a.position - b.position),
    });
    if (
      instead.fit.satisfied + instead.fit.single >= nested.fit.satisfied + nested.fit.single &&
      instead.fit.violated <= nested.fit.violated
    )
      nested = instead;
  }
  return nested;
};
