import { checkIdentities } from '../../parser/check/identities.ts';
import type { Diagnosis, Fact } from '../../parser/extraction.ts';
import { type FormId, formFor, inventReport, type Report } from '../corpus-pages/report.ts';
import { factOf } from './figures.ts';

/** Reports that add up, and mistakes put into them. The same random numbers give the same report and the same mistakes. */

type Random = () => number;

const whole = (random: Random, below: number): number => Math.floor(random() * below);

const pick = <Item>(random: Random, items: readonly Item[]): Item => {
  const item = items[whole(random, items.length)];
  if (item === undefined) throw new RangeError('Nothing to pick from');
  return item;
};

/** `dense`: figures in nearly every cell, as a city prints them. `sparse`: mostly zeros, as a small bureau does. */
export type Density = 'dense' | 'sparse';

/** An invented report that satisfies every identity. */
export const factsOf = (formId: FormId, seed: number, density: Density, random: Random): Fact[] => {
  const report = inventReport(formId, seed);
  const printed = density === 'dense' ? report.facts : thinned(report, random);
  return Object.entries(printed).map(([ref, text]) => factOf(ref, text));
};

/** Most requests taken out again, in every sum that they are part of. */
const thinned = (report: Report, random: Random): Record<string, string> => {
  const values = Object.fromEntries(Object.entries(report.facts).map(([ref, text]) => [ref, Number(text)]));
  const take = (ref: string, by: number): void => {
    values[ref] = (values[ref] ?? 0) - by;
  };
  const flow = ['received_new', 'carried_over', 'total_processed', 'carried_forward'];
  for (const [ref, value] of Object.entries(values)) {
    const [table, row = '', column = ''] = ref.split('.');
    if (column === 'total') continue;
    if (table === 'review_litigation') {
      const by = value - (random() < 0.3 ? 1 + whole(random, 3) : 0);
      for (const where of [column, 'total']) take(`${table}.${row}.${where}`, by);
    } else if (table === 'requests' && !flow.includes(row)) {
      const likely = column === 'natural_person' ? 0.4 : 0.04;
      const by = value - (random() < likely ? 1 + whole(random, 12) : 0);
      for (const one of [row, 'total_processed', 'received_new'])
        for (const where of [column, 'total']) take(`requests.${one}.${where}`, by);
    } else if (row === 'carried_over') {
      for (const where of [column, 'total']) {
        take(`requests.carried_over.${where}`, value);
        take(`requests.received_new.${where}`, -value);
      }
    } else if (row === 'carried_forward') {
      const by = value - (random() < 0.2 ? 1 + whole(random, 3) : 0);
      for (const one of [row, 'received_new'])
        for (const where of [column, 'total']) take(`requests.${one}.${where}`, by);
    }
  }
  return Object.fromEntries(Object.entries(values).map(([ref, value]) => [ref, String(value)]));
};

/** Refs of the cells that some identity names. */
export const checkedRefs = (formId: FormId, facts: readonly Fact[]): string[] => {
  const named = checkIdentities(formFor({ formId }), facts).flatMap(({ terms }) =>
    terms.map(({ ref }) => ref),
  );
  return [...new Set(named)];
};

/** A figure as it may come out wrong: a slip of the typist, or some other number of about the size. */
const slip = (printed: string, random: Random): string => {
  const at = whole(random, printed.length);
  const digit = String(whole(random, 10));
  switch (whole(random, 5)) {
    case 0:
      return (
        printed.slice(0, at) +
        printed
          .slice(at, at + 2)
          .split('')
          .reverse()
          .join('') +
        printed.slice(at + 2)
      );
    case 1:
      return printed.slice(0, at) + printed.slice(at + 1);
    case 2:
      return printed.slice(0, at) + digit + printed.slice(at);
    case 3:
      return printed.slice(0, at) + digit + printed.slice(at + 1);
    default:
      return String(whole(random, 2 * Number(printed) + 3));
  }
};

const misprinted = (printed: string, random: Random): string => {
  for (;;) {
    const text = slip(printed, random);
    if (/^(?:0|[1-9]\d*)$/.test(text) && text !== printed) return text;
  }
};

/** The same report with `count` of the cells wrong, and the refs of those, in the order of the facts. */
export const withMistakes = (
  facts: readonly Fact[],
  among: readonly string[],
  count: number,
  random: Random,
): { facts: Fact[]; wrong: string[] } => {
  const chosen = new Set<string>();
  while (chosen.size < count) chosen.add(pick(random, among));
  const spoilt = facts.map((fact) =>
    chosen.has(fact.ref) ? factOf(fact.ref, misprinted(fact.raw, random)) : fact,
  );
  return { facts: spoilt, wrong: facts.flatMap(({ ref }) => (chosen.has(ref) ? [ref] : [])) };
};

/** The report as an alternative would have it. */
export const mended = (
  facts: readonly Fact[],
  changes: Diagnosis['alternatives'][number]['changes'],
): Fact[] => {
  const to = new Map(changes.map((change) => [change.ref, change.to]));
  return facts.map((fact) => (to.has(fact.ref) ? factOf(fact.ref, String(to.get(fact.ref))) : fact));
};
