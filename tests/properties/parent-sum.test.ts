import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parentSum } from '../../parser/compare/parent-sum.ts';
import type { Extraction, Fact } from '../../parser/extraction.ts';
import { forms } from '../../parser/forms/registry.ts';
import { unread } from '../../parser/unread.ts';
import { factOf, refsOf } from '../check/figures.ts';
import { runs, seeded } from './seed.ts';

/** A report of some body with these cells, as it is read. */
const reportOf = (form: string, authority: string, facts: Fact[]): Extraction => ({
  ...unread({ path: `${authority}.html`, sha256: '', bytes: 0, format: 'html' }, []),
  form: { id: form, title: '', issuedAs: '' },
  authority: { value: authority, evidence: '' },
  year: { value: 2023, evidence: '' },
  facts,
});

/** Hundredths, so that binary floating point would go astray. */
const hundredths = (value: number): string => (value / 100).toFixed(2);

const arbitrary = fc.constantFrom(...forms).chain((form) => {
  const refs = refsOf(form);
  const child = fc.array(fc.integer({ min: -99_999, max: 9_999_999 }), {
    minLength: refs.length,
    maxLength: refs.length,
  });
  return fc.record({
    form: fc.constant(form.id),
    refs: fc.constant(refs),
    children: fc.array(child, { minLength: 1, maxLength: 6 }),
    touched: fc.nat({ max: refs.length - 1 }),
    by: fc.integer({ min: 1, max: 999 }),
    nth: fc.nat(),
  });
});

const outcomes = (parent: Extraction, children: readonly Extraction[]) =>
  parentSum(parent, children).cells.flatMap(({ ref, outcome, difference }) =>
    outcome === 'same' ? [] : [[ref, outcome, difference]],
  );

test(`the sum of any reports agrees with them; what is changed in it differs, alone and exactly (${seeded})`, () => {
  fc.assert(
    fc.property(arbitrary, ({ form, refs, children, touched, by, nth }) => {
      const read = children.map((figures, at) =>
        reportOf(
          form,
          `甲县第${at}局`,
          refs.map((ref, cell) => factOf(ref, hundredths(figures[cell] ?? 0))),
        ),
      );
      const totals = refs.map((_, cell) => children.reduce((all, figures) => all + (figures[cell] ?? 0), 0));
      const ref = refs[touched] ?? '';
      const parent = (more: number): Extraction =>
        reportOf(
          form,
          '甲县人民政府',
          totals.map((total, cell) =>
            factOf(refs[cell] ?? '', hundredths(total + (cell === touched ? more : 0))),
          ),
        );
      expect(outcomes(parent(0), read)).toEqual([]);
      expect(outcomes(parent(by), read)).toEqual([[ref, 'differs', by / 100]]);

      // One child leaves the cell blank: nothing is known of that cell, and all of the others.
      const silent = read.map((child, at) =>
        at === nth % read.length
          ? { ...child, facts: child.facts.map((fact) => (fact.ref === ref ? factOf(ref, '') : fact)) }
          : child,
      );
      expect(outcomes(parent(0), silent)).toEqual([[ref, 'undetermined', null]]);
    }),
    runs(100),
  );
});
