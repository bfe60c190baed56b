import type { Extraction, Fact } from '../extraction.ts';
import { decimalOf, subtract, sum, toNumber } from '../text/decimal.ts';
import { compareNames, type SameBody } from './body-names.ts';
import { type Body, bodiesOf } from './series.ts';

/**
 * Relations between the reports of one body over the years. None is printed on the form: each compares two reports, so a
 * difference says that one of them, or the body itself, has changed.
 */
export type HistoryFinding = {
  /** `history.carried_over@COLUMN`, `history.in_force@ROW`, `history.items_last_year@ROW`, `history.unchanged@TABLE`, `history.two_reports`. */
  id: string;
  /**
   * `firm`: the total of what was carried forward, which only a change of the body itself explains.
   * `warning`: should hold, and often has an innocent reason. `hint`: worth a look.
   */
  level: 'firm' | 'warning' | 'hint';
  outcome: 'satisfied' | 'violated' | 'undetermined';
  /** The body, as the later report names it. */
  authority: string;
  /** Form of the later report: it lends the names of rows and columns. */
  form: string;
  /** The earlier and the later year. */
  years: [number, number];
  /** How sure it is that both reports are of one body. */
  names: SameBody;
  /** Sum of the earlier report's terms; null where undetermined, or where no sum is compared. */
  expected: number | null;
  /** The later report's figure. */
  printed: number | null;
  /** printed − expected. */
  difference: number | null;
  terms: { year: number; ref: string; weight: 1 | -1; value: number | null }[];
};

export type PastFact = Pick<Fact, 'ref' | 'value' | 'state'>;

/**
 * What a comparison over the years needs of one report. The figures are asked for when their turn comes, so that a run over a hundred
 * thousand reports need not hold them.
 */
export type YearReport = {
  authority: string;
  year: number;
  /** Id of the form. */
  form: string;
  facts: () => readonly PastFact[];
};

const numberOf = (fact: PastFact | undefined): number | null => fact?.value ?? null;

type Relation = {
  id: string;
  level: HistoryFinding['level'];
  earlier: { ref: string; weight: 1 | -1 }[];
  later: string;
};

const relations = (earlier: readonly PastFact[], later: readonly PastFact[]): Relation[] => {
  const columns = later.flatMap(({ ref }) => /^requests\.carried_over\.(\w+)$/.exec(ref)?.[1] ?? []);
  const carried = columns.map(
    (column): Relation => ({
      id: `history.carried_over@${column}`,
      level: column === 'total' ? 'firm' : 'warning',
      earlier: [{ ref: `requests.carried_forward.${column}`, weight: 1 }],
      later: `requests.carried_over.${column}`,
    }),
  );
  const rowsWith = (facts: readonly PastFact[], column: string): string[] =>
    facts.flatMap(({ ref }) => {
      const [table, row, name] = ref.split('.');
      return table === 'proactive_disclosure' && name === column && row ? [row] : [];
    });
  const inForce = rowsWith(earlier, 'in_force').map((row): Relation => {
    const ref = (column: string): string => `proactive_disclosure.${row}.${column}`;
    return {
      id: `history.in_force@${row}`,
      level: 'warning',
      earlier: [{ ref: ref('in_force'), weight: 1 }],
      later: ref('in_force'),
    };
  });
  const items = rowsWith(earlier, 'items_last_year').map((row): Relation => {
    const ref = (column: string): string => `proactive_disclosure.${row}.${column}`;
    return {
      id: `history.items_last_year@${row}`,
      level: 'warning',
      earlier: [
        { ref: ref('items_last_year'), weight: 1 },
        { ref: ref('change'), weight: 1 },
      ],
      later: ref('items_last_year'),
    };
  });
  return [...carried, ...inForce, ...items];
};

const compare = (earlier: YearReport, later: YearReport, names: SameBody): HistoryFinding[] => {
  const [earlierFacts, laterFacts] = [earlier.facts(), later.facts()];
  const before = new Map(earlierFacts.map((fact) => [fact.ref, fact]));
  const after = new Map(laterFacts.map((fact) => [fact.ref, fact]));
  return relations(earlierFacts, laterFacts).flatMap((relation): HistoryFinding[] => {
    const terms: HistoryFinding['terms'] = relation.earlier.map(({ ref, weight }) => ({
      year: earlier.year,
      ref,
      weight,
      value: numberOf(before.get(ref)),
    }));
    // in_force(t) = in_force(t−1) + issued(t) − repealed(t): what was issued and repealed stands in the later report.
    if (relation.id.startsWith('history.in_force@')) {
      const row = relation.later.slice(0, relation.later.lastIndexOf('.'));
      terms.push({
        year: later.year,
        ref: `${row}.issued`,
        weight: 1,
        value: numberOf(after.get(`${row}.issued`)),
      });
      terms.push({
        year: later.year,
        ref: `${row}.repealed`,
        weight: -1,
        value: numberOf(after.get(`${row}.repealed`)),
      });
    }
    const target = after.get(relation.later);
    if (!target) return [];
    const printed = numberOf(target);
    const expected = terms.every(({ value }) => value !== null)
      ? sum(terms.map(({ value, weight }) => (value ?? 0) * weight))
      : null;
    const difference =
      printed === null || expected === null
        ? null
        : toNumber(subtract(decimalOf(printed), decimalOf(expected)));
    return [
      {
        id: relation.id,
        // That both are reports of one body is itself in doubt: then nothing is firm.
        level: relation.level === 'firm' && names !== 'same' ? 'warning' : relation.level,
        outcome: difference === null ? 'undetermined' : difference === 0 ? 'satisfied' : 'violated',
        authority: later.authority,
        form: later.form,
        years: [earlier.year, later.year],
        names,
        expected: difference === null ? null : expected,
        printed,
        difference,
        terms: [...terms, { year: later.year, ref: relation.later, weight: -1, value: printed }],
      },
    ];
  });
};

/** A table with fewer figures other than zero may well be the same twice. */
const leastFigures = 5;

/** Tables that are equal to last year's in every cell. */
const unchanged = (earlier: YearReport, later: YearReport, names: SameBody): HistoryFinding[] => {
  const [earlierFacts, laterFacts] = [earlier.facts(), later.facts()];
  const tables = new Set(laterFacts.map(({ ref }) => ref.split('.')[0] ?? ''));
  return [...tables].flatMap((table): HistoryFinding[] => {
    const own = (facts: readonly PastFact[]): Map<string, string> =>
      new Map(
        facts
          .filter(({ ref }) => ref.startsWith(`${table}.`))
          .map((fact) => [fact.ref, fact.value === null ? fact.state : String(fact.value)]),
      );
    const [before, after] = [own(earlierFacts), own(laterFacts)];
    const figures = [...after.values()].filter((value) => /[1-9]/.test(value)).length;
    if (figures < leastFigures || before.size !== after.size) return [];
    if ([...after].some(([ref, value]) => before.get(ref) !== value)) return [];
    return [
      {
        id: `history.unchanged@${table}`,
        level: 'hint',
        outcome: 'violated',
        authority: later.authority,
        form: later.form,
        years: [earlier.year, later.year],
        names,
        expected: null,
        printed: null,
        difference: null,
        terms: [],
      },
    ];
  });
};

/** What `historyOf` needs of an extraction; none where authority or year is not known. */
export const yearReportOf = ({ form, year, authority, facts }: Extraction): YearReport | null =>
  form && year && authority
    ? { authority: authority.value, year: year.value, form: form.id, facts: () => facts }
    : null;

const sameFigures = (a: YearReport, b: YearReport): boolean => {
  const figures = (report: YearReport): string =>
    JSON.stringify(report.facts().map(({ ref, value, state }) => [ref, value, state]));
  return figures(a) === figures(b);
};

/**
 * Compares the reports of each body from year to year.
 *
 * @param extractions reports of any bodies and years, in any order; those without authority or year take no part.
 * @returns every relation of every pair of consecutive years, satisfied ones too, by authority, year and relation.
 */
export const checkHistory = (extractions: readonly Extraction[]): HistoryFinding[] => [
  ...historyOf(extractions.flatMap((extraction) => yearReportOf(extraction) ?? [])),
];

/** As `checkHistory`, one finding after the other; the figures of two reports are held at a time. */
export function* historyOf(reports: readonly YearReport[]): Generator<HistoryFinding> {
  for (const body of bodiesOf(reports)) for (const { findings } of stepsOf(body)) yield* findings;
}

/** Two reports of one body, of consecutive years or of one year, and what they say of each other. */
export type Step = { earlier: YearReport; later: YearReport; findings: HistoryFinding[] };

/** What the reports of one body say of each other, year by year. */
export function* stepsOf({ reports, before }: Body): Generator<Step> {
  const saidTwice = new Set<number>();
  for (const [at, later] of reports.entries()) {
    const twin = reports[at - 1];
    if (twin?.year === later.year) {
      if (!saidTwice.has(later.year) && !sameFigures(twin, later)) {
        saidTwice.add(later.year);
        yield { earlier: twin, later, findings: [twoReports(twin, later)] };
      }
      continue;
    }
    const earlier = reports.find(({ year }) => year === later.year - 1) ?? (at === 0 ? before : null);
    if (!earlier) continue;
    const names = compareNames(earlier.authority, later.authority) ?? 'alike';
    yield {
      earlier,
      later,
      findings: [...compare(earlier, later, names), ...unchanged(earlier, later, names)],
    };
  }
}

const twoReports = (one: YearReport, other: YearReport): HistoryFinding => ({
  id: 'history.two_reports',
  level: 'hint',
  outcome: 'violated',
  authority: other.authority,
  form: other.form,
  years: [one.year, other.year],
  names: 'same',
  expected: null,
  printed: null,
  difference: null,
  terms: [],
});
