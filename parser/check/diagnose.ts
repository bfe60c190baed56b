import type { Check, Diagnosis, Fact } from '../extraction.ts';
import { localise } from './localise.ts';
import { partsOf, systemOf } from './part.ts';
import { likelihood, settingOf } from './slips.ts';

/** More would not be read by anyone; `capped` says that there are more. */
const mostListed = 50;

/** Reached only where figures are wrong throughout; then no change of a few cells is an answer. */
const bounds = { looks: 20_000, repairs: 2_000 };

/**
 * Says which figures may be wrong: for each connected part of the identity graph that holds a violation, the smallest sets of cells
 * whose change satisfies every identity of that part, with the new values. Exact: all such sets, the likeliest first.
 *
 * Identities that hold bind as well, since two errors may cancel in them, and so do those without any number (a number put there would
 * have to add up). Any other undetermined identity does not bind: with a cell left out or unread, no change could be shown to satisfy
 * it or to break it. What does not bind connects nothing either.
 *
 * New values are whole and not negative. A blank cell that was counted as zero may change (`from: null`). Where a smallest set leaves a
 * choice of values, those with the least change in all are given. Printed figures are never touched: this only speaks of them.
 *
 * @returns one for each such part, in the order of the first violation. `capped`: there are more sets than are listed, or the search
 *   was ended by its bound; without alternatives, it was ended before the smallest size was reached.
 */
export const diagnose = (facts: readonly Fact[], checks: readonly Check[]): Diagnosis[] => {
  if (!checks.some(({ outcome }) => outcome === 'violated')) return [];
  const setting = settingOf(facts, checks);
  return partsOf(facts, checks).map((part) => {
    const system = systemOf(part);
    const { repairs, complete } = localise(system, bounds);
    const ranked = repairs
      .map((repair) => {
        const changes = repair.flatMap(({ cell, value }) => {
          const fact = part.facts[cell];
          return fact ? [{ ref: fact.ref, from: fact.value, to: value / system.unit }] : [];
        });
        const by = changes.reduce((sum, { from, to }) => sum + Math.abs(to - (from ?? 0)), 0);
        return { changes, by, ...likelihood(changes, setting) };
      })
      // The sort is stable: what is equally likely and equally small stays in the order of the form.
      .sort((a, b) => a.cost - b.cost || a.by - b.by);
    return {
      explains: part.violated,
      alternatives: ranked
        .slice(0, mostListed)
        .map(({ changes, likely }, at) => ({ changes, likely, rank: at + 1 })),
      capped: !complete || ranked.length > mostListed,
    };
  });
};
