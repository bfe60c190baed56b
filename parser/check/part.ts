import type { Check, Fact } from '../extraction.ts';
import { decimalOf, toScale } from '../text/decimal.ts';
import type { System } from './localise.ts';

/** A connected part of the identity graph that holds a violation. */
type GraphPart = {
  /** Its identities that bind, in the order of the checks. */
  checks: Check[];
  /** Ids of those that are violated. */
  violated: string[];
  /** Its cells, in the order of the facts. */
  facts: Fact[];
};

/**
 * Does a mended report have to satisfy it? One that holds does: errors may cancel in it. One without any number does too: nothing is
 * claimed there, but a number put there would have to add up. Any other undetermined identity does not bind: a cell of it was left
 * out, not read or not printed, so that no change could be shown to satisfy it or to break it.
 */
const binds = (check: Check): boolean =>
  check.outcome !== 'undetermined' || check.reason?.code === 'no_number';

/** The connected parts that hold a violation, in the order of their first violation. */
export const partsOf = (facts: readonly Fact[], checks: readonly Check[]): GraphPart[] => {
  const binding = checks.filter(binds);
  const naming = new Map<string, Check[]>();
  for (const check of binding)
    for (const { ref } of check.terms) naming.set(ref, [...(naming.get(ref) ?? []), check]);

  const reached = new Set<Check>();
  const connected = (from: Check): Set<Check> => {
    const found = new Set([from]);
    for (const check of found)
      for (const { ref } of check.terms) for (const next of naming.get(ref) ?? []) found.add(next);
    for (const check of found) reached.add(check);
    return found;
  };

  return binding.flatMap((check) => {
    if (check.outcome !== 'violated' || reached.has(check)) return [];
    const part = connected(check);
    const refs = new Set([...part].flatMap(({ terms }) => terms.map(({ ref }) => ref)));
    const ordered = binding.filter((one) => part.has(one));
    return [
      {
        checks: ordered,
        violated: ordered.filter((one) => one.outcome === 'violated').map(({ id }) => id),
        facts: facts.filter(({ ref }) => refs.has(ref)),
      },
    ];
  });
};

/** A part as whole numbers: decimals are scaled away. A blank or a mark stands as zero. */
export const systemOf = ({ checks, facts }: GraphPart): System => {
  const decimals = facts.map(({ value }) => decimalOf(value ?? 0));
  const scale = Math.max(0, ...decimals.map((decimal) => decimal.scale));
  const cellOf = new Map(facts.map(({ ref }, cell) => [ref, cell]));
  return {
    values: decimals.map((decimal) => Number(toScale(decimal, scale))),
    unit: 10 ** scale,
    equations: checks.map(({ terms }) =>
      terms.flatMap(({ ref, weight }) => {
        const cell = cellOf.get(ref);
        return cell === undefined ? [] : [{ cell, weight }];
      }),
    ),
  };
};
