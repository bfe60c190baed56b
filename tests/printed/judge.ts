import { readBytes } from '../../cli/read.ts';
import type { Extraction } from '../../parser/extraction.ts';
import { report, target } from './base.ts';
import type { Case } from './cases.ts';

/**
 * - `right`: every figure is read
 * - `told`: some are not read, and it is said that they are not
 * - `wrong`: a figure is read that nobody sees there, or the report is said to contradict itself
 * - `blank`: a figure that is there is said to be none
 */
export type Judgement = { outcome: 'right' | 'told' | 'wrong' | 'blank'; why: string };

const expected = new Map(
  Object.entries(report.facts).map(([ref, printed]) => [ref, Number.parseFloat(printed)]),
);

const judged = (extraction: Extraction, seen: Case['seen']): Judgement => {
  const facts = new Map(extraction.facts.map((fact) => [fact.ref, fact]));
  let told = false;
  let blank: Judgement | null = null;
  for (const [ref, printed] of expected) {
    const right = ref === target ? seen : printed;
    const fact = facts.get(ref);
    if (!fact || fact.state === 'unreadable') {
      if (right !== 'unsure') told = true;
    } else if (fact.state === 'number') {
      if (fact.value !== right)
        return { outcome: 'wrong', why: `${ref}: ${right} is read as ${fact.value} (${fact.raw})` };
    } else if (right !== 'blank')
      blank ??= { outcome: 'blank', why: `${ref}: ${right} is said to be ${fact.state}` };
  }
  if (blank) return blank;
  // A report whose figures are all as they are seen adds up, unless the case has put another in its cell.
  const violated = extraction.checks.find(({ outcome }) => outcome === 'violated');
  const adds = seen === 'unsure' || seen === expected.get(target);
  if (violated && adds) return { outcome: 'wrong', why: `${violated.id} is said to be violated` };
  if (!told) return { outcome: 'right', why: '' };
  return extraction.issues.length > 0 || extraction.facts.some(({ state }) => state === 'unreadable')
    ? { outcome: 'told', why: extraction.issues.map(({ code }) => code).join(' ') }
    : { outcome: 'blank', why: 'figures are missing, and nothing is said' };
};

/** What is made of one case: of the report in its file. */
export const judge = async ({ file, bytes, seen }: Case): Promise<Judgement> => {
  const [first, ...others] = await readBytes(file, bytes);
  if (!first) return { outcome: 'blank', why: 'there is no extraction' };
  return judged(
    others.reduce((most, one) => (one.facts.length > most.facts.length ? one : most), first),
    seen,
  );
};
