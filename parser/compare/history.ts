import { surelyRead } from '../check/doubts.ts';
import type { Extraction } from '../extraction.ts';
import { forms as shipped } from '../forms/registry.ts';
import type { Form, YearlyRelation } from '../forms/schema.ts';
import { decimalOf, subtract, sum, toNumber } from '../text/decimal.ts';
import { refParts } from '../text/ref.ts';
import { compareNames, type SameBody } from './body-names.ts';
import { type BodyReports, bodiesOf } from './series.ts';
import type { PastFact, YearReport } from './year-report.ts';

/**
 * Relations between the reports of one body over the years, as the form of the earlier one has them. None is printed on the form: each
 * compares two reports, so a difference says that one of them, or the body itself, has changed.
 */
export type HistoryFinding = {
  /** `history.ID@KEY` of a form's yearly relation, such as `history.carried_over@COLUMN`; `history.unchanged@TABLE`, `history.two_reports`. */
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

const numberOf = (fact: PastFact | undefined): number | null => fact?.value ?? null;

/** Ids that stand at `at` in the refs `table.row.column` of a table's facts which hold `other` at the other place. */
const keysWith = (facts: readonly PastFact[], { table, over }: YearlyRelation, other: string): string[] =>
  facts.flatMap(({ ref }) => {
    const { table: own, row, column } = refParts(ref);
    const [key, term] = over === 'columns' ? [column, row] : [row, column];
    return own === table && term === other ? [key] : [];
  });

const compare = (
  earlier: YearReport,
  later: YearReport,
  names: SameBody,
  forms: readonly Form[],
): HistoryFinding[] => {
  const [earlierFacts, laterFacts] = [earlier.facts(), later.facts()];
  const before = new Map(earlierFacts.map((fact) => [fact.ref, fact]));
  const after = new Map(laterFacts.map((fact) => [fact.ref, fact]));
  const yearly = forms.find(({ id }) => id === earlier.form)?.yearly ?? [];
  return yearly.flatMap((relation) =>
    keysWith(laterFacts, relation, relation.later).flatMap((key): HistoryFinding[] => {
      const refOf = (id: string): string =>
        relation.over === 'columns' ? `${relation.table}.${id}.${key}` : `${relation.table}.${key}.${id}`;
      // A row that the earlier report does not have was not carried on from it.
      const [first] = relation.earlier;
      if (relation.over === 'rows' && first && !before.has(refOf(first.id))) return [];
      const terms: HistoryFinding['terms'] = [
        ...relation.earlier.map(({ id, weight }) => ({ year: earlier.year, id, weight, facts: before })),
        ...relation.during.map(({ id, weight }) => ({ year: later.year, id, weight, facts: after })),
      ].map(({ year, id, weight, facts }) => ({
        year,
        ref: refOf(id),
        weight,
        value: numberOf(facts.get(refOf(id))),
      }));
      const target = refOf(relation.later);
      const printed = numberOf(after.get(target));
      const expected = terms.every(({ value }) => value !== null)
        ? sum(terms.map(({ value, weight }) => (value ?? 0) * weight))
        : null;
      const difference =
        printed === null || expected === null
          ? null
          : toNumber(subtract(decimalOf(printed), decimalOf(expected)));
      // That both are reports of one body is itself in doubt: then nothing is firm.
      const firm = key === relation.firm && names === 'same';
      return [
        {
          id: `history.${relation.id}@${key}`,
          level: firm ? 'firm' : 'warning',
          outcome: difference === null ? 'undetermined' : difference === 0 ? 'satisfied' : 'violated',
          authority: later.authority,
          form: later.form,
          years: [earlier.year, later.year],
          names,
          expected: difference === null ? null : expected,
          printed,
          difference,
          terms: [...terms, { year: later.year, ref: target, weight: -1, value: printed }],
        },
      ];
    }),
  );
};

/** A table with fewer figures other than zero may well be the same twice. */
const leastFigures = 5;

/** Tables that are equal to last year's in every cell. */
const unchanged = (earlier: YearReport, later: YearReport, names: SameBody): HistoryFinding[] => {
  const [earlierFacts, laterFacts] = [earlier.facts(), later.facts()];
  const tables = new Set(laterFacts.map(({ ref }) => refParts(ref).table));
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
const yearReportOf = ({ form, year, authority, facts, issues }: Extraction): YearReport | null =>
  form && year && authority
    ? {
        authority: authority.value,
        year: year.value,
        form: form.id,
        facts: () => surelyRead({ facts, issues }),
      }
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
 * @param forms where the relations are taken from; all that ship, where none are named.
 * @returns every relation of every pair of consecutive years, satisfied ones too, by authority, year and relation.
 */
export const checkHistory = (
  extractions: readonly Extraction[],
  forms: readonly Form[] = shipped,
): HistoryFinding[] => [
  ...historyOf(
    extractions.flatMap((extraction) => yearReportOf(extraction) ?? []),
    forms,
  ),
];

/** As `checkHistory`, one finding after the other; the figures of two reports are held at a time. */
export function* historyOf(
  reports: readonly YearReport[],
  forms: readonly Form[] = shipped,
): Generator<HistoryFinding> {
  for (const body of bodiesOf(reports)) for (const { findings } of stepsOf(body, forms)) yield* findings;
}

/** Two reports of one body, of consecutive years or of one year, and what they say of each other. */
type YearStep = { earlier: YearReport; later: YearReport; findings: HistoryFinding[] };

/** What the reports of one body say of each other, year by year. */
export function* stepsOf(
  { reports, before }: BodyReports,
  forms: readonly Form[] = shipped,
): Generator<YearStep> {
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
      findings: [...compare(earlier, later, names, forms), ...unchanged(earlier, later, names)],
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
