import { expect, it } from 'vitest';
import { cellsOf, fileNameOf } from '../../components/cells.ts';
import type { Check } from '../../parser/extraction.ts';
import { consistent, undetermined } from './extractions.ts';

it.each([
  ['某市/某局', '某市某局-2020.csv'],
  ['..\\..\\con:*?"<>|', 'con-2020.csv'],
  ['\u202e伪装', '伪装-2020.csv'],
])('names a file after %j without what a file system refuses', (value, name) => {
  expect(fileNameOf({ ...consistent(), authority: { value, evidence: value } })).toBe(name);
});

it('names a file of an unknown report after the tool', () => {
  expect(fileNameOf({ ...consistent(), authority: null, year: null })).toBe('gouji.csv');
});

it('puts the cells at fault first, and leaves out a term that is not on the page', () => {
  const extraction = undetermined(1);
  const check = extraction.checks[0] as Check;
  const fault = check.reason?.refs[0];
  const slotOf = (ref: string | undefined) => extraction.facts.find((fact) => fact.ref === ref)?.slot;
  expect(cellsOf(check, extraction)[0]?.slot).toEqual(slotOf(fault));
  const facts = extraction.facts.filter(({ ref }) => ref !== fault);
  expect(cellsOf(check, { ...extraction, facts })).toHaveLength(check.terms.length - 1);
});
