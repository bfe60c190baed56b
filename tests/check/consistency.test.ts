import { describe, expect, test } from 'vitest';
import { checkIdentities } from '../../parser/check/identities.ts';
import { forms } from '../../parser/forms/registry.ts';
import type { Form } from '../../parser/forms/schema.ts';

/** What the identities of a form say of each other, as a system of linear equations over its cells. */

const printed = (form: Form, value: number) =>
  form.tables.flatMap((table) =>
    table.bands.flatMap((band) =>
      band.rows
        .filter((row) => !row.insteadOf)
        .flatMap((row) =>
          band.columns.map((column) => ({
            ref: `${table.id}.${row.id}.${column.id}`,
            value,
            state: 'number' as const,
            raw: String(value),
            unit: null,
            slot: { table: 0, row: 0, column: 0 },
          })),
        ),
    ),
  );

/** Identities that follow from the others, and the cells that stand in none, by the first table of a form that has identities. */
const known: Record<string, { follow: string[]; alone: RegExp }> = {
  // Along （七） from the sums down the columns and along the other rows; along 四 from those and the balances.
  requests: {
    follow: ['requests.applicants_sum@total_processed', 'requests.applicants_sum@carried_forward'],
    alone: /^proactive_disclosure\./,
  },
  statistics: { follow: [], alone: /\.(?:disclosed\w*|fees_waived|complaints|reconsiderations|lawsuits)\./ },
  // The units' totals add up where the kinds do.
  penalties: { follow: ['penalties.units_sum@total'], alone: /^$/ },
};

type Equation = { id: string; terms: Map<string, number> };

/** Equations that are sums of multiples of those before them (Gaussian elimination; every pivot is ±1 here). */
const dependent = (equations: readonly Equation[]): string[] => {
  const pivots = new Map<string, Map<string, number>>();
  return equations.flatMap(({ id, terms }) => {
    const rest = new Map(terms);
    for (let again = true; again; ) {
      again = false;
      for (const [ref, weight] of rest) {
        const pivot = pivots.get(ref);
        if (!pivot) continue;
        const factor = weight / (pivot.get(ref) ?? 1);
        for (const [other, value] of pivot) {
          const sum = (rest.get(other) ?? 0) - factor * value;
          if (sum === 0) rest.delete(other);
          else rest.set(other, sum);
        }
        again = true;
        break;
      }
    }
    const first = rest.keys().next();
    if (first.done) return [id];
    pivots.set(first.value, rest);
    return [];
  });
};

describe.each(forms.map((form) => [form.id, form] as const))('the identities of %s', (_, form) => {
  const checks = checkIdentities(form, printed(form, 0));
  const expected = known[form.identities[0]?.table ?? ''];
  const equations = checks.map(({ id, terms }) => ({
    id,
    terms: new Map(terms.map(({ ref, weight }) => [ref, weight as number])),
  }));

  test('do not contradict each other: every report of zeros, and every multiple of a sound one, satisfies all', () => {
    expect(checks.filter(({ outcome }) => outcome !== 'satisfied')).toEqual([]);
    // Homogeneous, each with terms on both sides: no sum of them can say that a number other than zero is zero for all reports.
    for (const { terms } of checks)
      expect(new Set(terms.map(({ weight }) => weight))).toEqual(new Set([1, -1]));
  });

  test('each says something of its own, but for those that follow from the others', () => {
    expect(dependent(equations)).toEqual(expected?.follow ?? expect.any(Array));
  });

  test('naming one that is wrong is no accident: a cell that alone is off breaks some identity', () => {
    const named = new Set(equations.flatMap(({ terms }) => [...terms.keys()]));
    const facts = printed(form, 0).filter(({ ref }) =>
      expected ? !expected.alone.test(ref) : named.has(ref),
    );
    for (const fact of facts) {
      const changed = facts.map((one) => (one === fact ? { ...one, value: 1 } : one));
      expect(
        checkIdentities(form, changed).some(({ outcome }) => outcome === 'violated'),
        fact.ref,
      ).toBe(true);
    }
  });
});
