import { describe, expect, test } from 'vitest';
import { diagnose } from '../../parser/check/diagnose.ts';
import { checkIdentities } from '../../parser/check/identities.ts';
import type { Check, Diagnosis, Fact } from '../../parser/extraction.ts';
import { formFor, formIds, seeded } from '../corpus-pages/report.ts';
import { seed, seeded as seedNamed } from '../properties/seed.ts';
import { checkedRefs, type Density, factsOf, mended, withMistakes } from './mistakes.ts';

type Alternative = Diagnosis['alternatives'][number];
type Trial = {
  facts: Fact[];
  wrong: string[];
  checks: Check[];
  diagnoses: Diagnosis[];
  again: (facts: Fact[]) => Check[];
};

/** Reports with that many wrong cells, and what is made of them. */
const trials = function* (mistakes: number, count: number): Generator<Trial> {
  for (let run = 0; run < count; run += 1) {
    const random = seeded(seed + run * 31 + mistakes);
    const formId = formIds[run % 2] ?? formIds[0];
    const density: Density = run % 4 < 2 ? 'dense' : 'sparse';
    const right = factsOf(formId, seed + run, density, random);
    const { facts, wrong } = withMistakes(right, checkedRefs(formId, right), mistakes, random);
    const again = (one: Fact[]): Check[] => checkIdentities(formFor({ formId }), one);
    const checks = again(facts);
    yield { facts, wrong, checks, diagnoses: diagnose(facts, checks), again };
  }
};

const refs = ({ changes }: Alternative): string[] => changes.map(({ ref }) => ref);

describe(`random reports (${seedNamed})`, () => {
  test('are right before anything is made wrong', () => {
    for (const formId of formIds)
      for (const density of ['dense', 'sparse'] as const) {
        const facts = factsOf(formId, seed, density, seeded(seed));
        const outcomes = checkIdentities(formFor({ formId }), facts).map(({ outcome }) => outcome);
        expect(new Set(outcomes)).toEqual(new Set(['satisfied']));
        expect(diagnose(facts, checkIdentities(formFor({ formId }), facts))).toEqual([]);
      }
  });

  test('one wrong cell is always listed, with the number that stood there; first where no other is possible', () => {
    for (const { wrong, diagnoses, facts } of trials(1, 240)) {
      expect(diagnoses).toHaveLength(1);
      const [{ alternatives = [], capped } = {}] = diagnoses;
      expect(capped).toBe(false);
      expect(alternatives.map(refs)).toContainEqual(wrong);
      if (alternatives.length === 1) expect(alternatives[0] && refs(alternatives[0])).toEqual(wrong);
      const own = alternatives.find((one) => refs(one)[0] === wrong[0])?.changes[0];
      expect(own?.from).toBe(facts.find(({ ref }) => ref === wrong[0])?.value);
    }
  });

  test.each([1, 2, 3, 5])(
    '%i wrong: every alternative mends all that it explains and breaks nothing',
    (mistakes) => {
      for (const { facts, diagnoses, checks, again } of trials(mistakes, 60)) {
        const violated = checks.filter(({ outcome }) => outcome === 'violated').map(({ id }) => id);
        expect(diagnoses.flatMap(({ explains }) => explains).toSorted()).toEqual(violated.toSorted());
        for (const { explains, alternatives } of diagnoses) {
          expect(alternatives.length).toBeGreaterThan(0);
          const left = violated.filter((id) => !explains.includes(id));
          for (const { changes } of alternatives) {
            const after = again(mended(facts, changes)).filter(({ outcome }) => outcome === 'violated');
            expect(after.map(({ id }) => id)).toEqual(left);
            for (const { from, to } of changes) {
              expect(to).not.toBe(from);
              expect(Number.isInteger(to) && to >= 0).toBe(true);
            }
          }
        }
      }
    },
  );

  test.each([2, 3])(
    '%i wrong: no alternative is larger than what made the mistakes, none comes twice',
    (mistakes) => {
      let listed = 0;
      let runs = 0;
      for (const { wrong, diagnoses } of trials(mistakes, 120)) {
        const size = diagnoses.reduce(
          (sum, { alternatives }) => sum + (alternatives[0]?.changes.length ?? 0),
          0,
        );
        expect(size).toBeLessThanOrEqual(mistakes);
        for (const { alternatives } of diagnoses) {
          const sets = alternatives.map((one) => refs(one).join(' '));
          expect(new Set(sets).size).toBe(sets.length);
          expect(new Set(alternatives.map(({ changes }) => changes.length)).size).toBe(1);
          expect(alternatives.map(({ rank }) => rank)).toEqual(alternatives.map((_, at) => at + 1));
        }
        const found = new Set(
          diagnoses
            .flatMap(
              ({ alternatives }) =>
                alternatives.find((one) => refs(one).every((ref) => wrong.includes(ref)))?.changes ?? [],
            )
            .map(({ ref }) => ref),
        );
        runs += 1;
        if (wrong.every((ref) => found.has(ref))) listed += 1;
      }
      expect(listed / runs).toBeGreaterThan(0.95);
    },
  );

  test('where two cells are said to be wrong, no single cell would have done', () => {
    let tried = 0;
    for (const { facts, checks, diagnoses, again } of trials(2, 40)) {
      for (const { explains, alternatives } of diagnoses) {
        if (alternatives[0]?.changes.length !== 2) continue;
        tried += 1;
        const of = checks.filter(({ id }) => explains.includes(id));
        const amounts = new Set(of.map(({ difference }) => Math.abs(difference ?? 0)));
        for (const ref of new Set(of.flatMap(({ terms }) => terms.map((term) => term.ref))))
          for (const amount of amounts)
            for (const by of [amount, -amount]) {
              const to = (facts.find((fact) => fact.ref === ref)?.value ?? 0) + by;
              if (to < 0) continue;
              const after = again(mended(facts, [{ ref, from: null, to }]));
              expect(after.some(({ id, outcome }) => explains.includes(id) && outcome === 'violated')).toBe(
                true,
              );
            }
      }
      if (tried >= 10) break;
    }
    expect(tried).toBeGreaterThanOrEqual(10);
  });
});
