import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkIdentities } from '../../parser/check/identities.ts';
import type { Check, Fact } from '../../parser/extraction.ts';
import { forms } from '../../parser/forms/registry.ts';
import type { Form } from '../../parser/forms/schema.ts';
import { refsOf, reportOf } from '../check/figures.ts';
import { runs, seeded } from './seed.ts';

/** Figures that satisfy every identity: random parts, totals formed from them; 结转 takes what is left over. */
const consistent = (form: Form): fc.Arbitrary<Record<string, number>> =>
  fc.infiniteStream(fc.nat({ max: 400 })).map((parts) => {
    const next = () => parts.next().value ?? 0;
    const cells: Record<string, number> = {};
    for (const ref of refsOf(form)) cells[ref] = next();
    const results = form.identities.find((one) => one.id === 'requests.results_sum');
    const applicants = form.identities.find((one) => one.id === 'requests.applicants_sum');
    const columns = applicants?.left ?? [];
    const total = (refs: string[]) => refs.reduce((sum, ref) => sum + (cells[ref] ?? 0), 0);
    for (const column of columns) {
      const processed = total((results?.left ?? []).map((row) => `requests.${row}.${column}`));
      cells[`requests.total_processed.${column}`] = processed;
      const forward = next();
      cells[`requests.carried_forward.${column}`] = forward;
      const over = Math.min(next(), processed + forward);
      cells[`requests.carried_over.${column}`] = over;
      cells[`requests.received_new.${column}`] = processed + forward - over;
    }
    // Columns first: what adds up in every column adds up in their total.
    for (const identity of form.identities.toSorted((a, b) => a.over.localeCompare(b.over))) {
      const [whole, ...further] = identity.right;
      if (whole === undefined || further.length > 0) continue;
      const at = identity.over === 'rows' ? 1 : 2;
      const lines = new Set(
        refsOf(form).flatMap((ref) => (ref.startsWith(`${identity.table}.`) ? [ref.split('.')[at]] : [])),
      );
      const refOf = (line: string | undefined, term: string): string =>
        at === 1 ? `${identity.table}.${line}.${term}` : `${identity.table}.${term}.${line}`;
      for (const line of lines)
        if (refOf(line, whole) in cells)
          cells[refOf(line, whole)] = total(identity.left.map((term) => refOf(line, term)));
    }
    return cells;
  });

const names = (check: Check, ref: string): boolean => check.terms.some((term) => term.ref === ref);

describe.each(forms.map((form) => [form.id, form] as const))('%s', (_, form) => {
  const refs = refsOf(form);
  const figures = consistent(form);
  const check = (facts: readonly Fact[]) => checkIdentities(form, facts);

  test(`consistent figures satisfy every identity (${seeded})`, () => {
    fc.assert(
      fc.property(figures, (cells) => {
        expect(check(reportOf(form, cells)).filter(({ outcome }) => outcome !== 'satisfied')).toEqual([]);
      }),
      runs(50),
    );
  });

  test(`one cell changed: exactly its identities are violated, by that difference (${seeded})`, () => {
    fc.assert(
      fc.property(
        figures,
        fc.constantFrom(...refs),
        fc.integer({ min: 1, max: 1000 }),
        fc.boolean(),
        (cells, ref, by, down) => {
          const change = down ? -by : by;
          const before = check(reportOf(form, cells));
          const after = check(reportOf(form, { ...cells, [ref]: (cells[ref] ?? 0) + change }));
          after.forEach((one, at) => {
            const weight = one.terms.find((term) => term.ref === ref)?.weight;
            if (weight === undefined) expect(one).toEqual(before[at]);
            else
              expect([one.id, one.outcome, one.difference]).toEqual([
                before[at]?.id,
                'violated',
                weight * change,
              ]);
          });
        },
      ),
      runs(200),
    );
  });

  test(`one cell not read: exactly its identities are undetermined (${seeded})`, () => {
    fc.assert(
      fc.property(figures, fc.constantFrom(...refs), fc.constantFrom('1?', null), (cells, ref, raw) => {
        const before = check(reportOf(form, cells));
        const after = check(reportOf(form, { ...cells, [ref]: raw }));
        after.forEach((one, at) => {
          if (names(one, ref)) {
            expect(one.outcome).toBe('undetermined');
            expect(one.reason?.refs).toEqual([ref]);
          } else expect(one).toEqual(before[at]);
        });
      }),
      runs(100),
    );
  });

  test(`zeros left blank never turn a satisfied identity into a violated one (${seeded})`, () => {
    fc.assert(
      fc.property(figures, fc.infiniteStream(fc.boolean()), (cells, toss) => {
        const thinned = Object.fromEntries(
          Object.entries(cells).map(([ref, value]) => [ref, value % 3 === 0 ? 0 : value]),
        );
        const withZeros = new Map(check(reportOf(form, thinned)).map((one) => [one.id, one]));
        const blanked = Object.fromEntries(
          Object.entries(thinned).map(([ref, value]) => [ref, value === 0 && toss.next().value ? '' : value]),
        );
        for (const one of check(reportOf(form, blanked)))
          if (one.outcome !== 'undetermined')
            expect([one.id, one.outcome]).toEqual([one.id, withZeros.get(one.id)?.outcome]);
      }),
      runs(100),
    );
  });
});
