import type { Extraction, Fact } from '../extraction.ts';
import { decimalOf, subtract, sum, toNumber } from '../text/decimal.ts';
import { simplify, tight } from '../text/label.ts';

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
  names: 'same' | 'office' | 'alike';
  /** Sum of the earlier report's terms; null where undetermined, or where no sum is compared. */
  expected: number | null;
  /** The later report's figure. */
  printed: number | null;
  /** printed − expected. */
  difference: number | null;
  terms: { year: number; ref: string; weight: 1 | -1; value: number | null }[];
};

type Dated = { extraction: Extraction; year: number; name: string };

const governmentOnly = /人民政府$/;
const office = /(?:人民政府|政府)?办公(?:室|厅)$/;

/** Key under which reports are certainly of one body: 济宁市兖州区 and 济宁市兖州区人民政府. */
const bodyKey = (name: string): string => simplify(tight(name)).replace(governmentOnly, '');

/**
 * Are two names names of one body? The office of a government compiles the government's report, but also has one of its own;
 * a body that was renamed or merged keeps most of its name. Both are told apart from the same name.
 */
export const compareNames = (a: string, b: string): HistoryFinding['names'] | null => {
  const [one, other] = [bodyKey(a), bodyKey(b)];
  if (one === other) return 'same';
  if (one.replace(office, '') === other.replace(office, '')) return 'office';
  const place = /^.{2,12}?(?:省|市|区|县|州|旗|镇|乡|街道)/.exec(one)?.[0];
  if (place === undefined || !other.startsWith(place)) return null;
  const [left, right] = [new Set(one.slice(place.length)), new Set(other.slice(place.length))];
  const shared = [...left].filter((character) => right.has(character)).length;
  return shared >= 2 && shared / Math.max(left.size, right.size) >= 0.6 ? 'alike' : null;
};

const numberOf = (fact: Fact | undefined): number | null => fact?.value ?? null;

type Relation = {
  id: string;
  level: HistoryFinding['level'];
  earlier: { ref: string; weight: 1 | -1 }[];
  later: string;
};

const relations = (earlier: Extraction, later: Extraction): Relation[] => {
  const columns = later.facts.flatMap(({ ref }) => /^requests\.carried_over\.(\w+)$/.exec(ref)?.[1] ?? []);
  const carried = columns.map(
    (column): Relation => ({
      id: `history.carried_over@${column}`,
      level: column === 'total' ? 'firm' : 'warning',
      earlier: [{ ref: `requests.carried_forward.${column}`, weight: 1 }],
      later: `requests.carried_over.${column}`,
    }),
  );
  const rowsWith = (extraction: Extraction, column: string): string[] =>
    extraction.facts.flatMap(({ ref }) => {
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

const compare = (earlier: Dated, later: Dated, names: HistoryFinding['names']): HistoryFinding[] => {
  const before = new Map(earlier.extraction.facts.map((fact) => [fact.ref, fact]));
  const after = new Map(later.extraction.facts.map((fact) => [fact.ref, fact]));
  return relations(earlier.extraction, later.extraction).flatMap((relation): HistoryFinding[] => {
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
        authority: later.name,
        form: later.extraction.form?.id ?? '',
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
const unchanged = (earlier: Dated, later: Dated, names: HistoryFinding['names']): HistoryFinding[] => {
  const tables = new Set(later.extraction.facts.map(({ ref }) => ref.split('.')[0] ?? ''));
  return [...tables].flatMap((table): HistoryFinding[] => {
    const own = (extraction: Extraction): Map<string, string> =>
      new Map(
        extraction.facts
          .filter(({ ref }) => ref.startsWith(`${table}.`))
          .map((fact) => [fact.ref, fact.value === null ? fact.state : String(fact.value)]),
      );
    const [before, after] = [own(earlier.extraction), own(later.extraction)];
    const figures = [...after.values()].filter((value) => /[1-9]/.test(value)).length;
    if (figures < leastFigures || before.size !== after.size) return [];
    if ([...after].some(([ref, value]) => before.get(ref) !== value)) return [];
    return [
      {
        id: `history.unchanged@${table}`,
        level: 'hint',
        outcome: 'violated',
        authority: later.name,
        form: later.extraction.form?.id ?? '',
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

const dated = (extraction: Extraction): Dated[] =>
  extraction.form && extraction.year && extraction.authority
    ? [{ extraction, year: extraction.year.value, name: extraction.authority.value }]
    : [];

const sameFigures = (a: Extraction, b: Extraction): boolean =>
  JSON.stringify(a.facts.map(({ ref, raw }) => [ref, raw])) ===
  JSON.stringify(b.facts.map(({ ref, raw }) => [ref, raw]));

/**
 * Compares the reports of each body from year to year.
 *
 * @param extractions reports of any bodies and years, in any order; those without authority or year take no part.
 * @returns every relation of every pair of consecutive years, satisfied ones too, by authority, year and relation.
 */
export const checkHistory = (extractions: readonly Extraction[]): HistoryFinding[] => {
  const reports = extractions.flatMap(dated);
  const bodies = new Map<string, Dated[]>();
  for (const report of reports) {
    const key = bodyKey(report.name);
    bodies.set(key, [...(bodies.get(key) ?? []), report]);
  }
  const findings: HistoryFinding[] = [];
  for (const [key, own] of [...bodies].sort(([a], [b]) => (a < b ? -1 : 1))) {
    own.sort((a, b) => a.year - b.year);
    own.forEach((later, at) => {
      const twin = own[at - 1];
      if (twin?.year === later.year) {
        const said = findings.some(
          (one) =>
            one.id === 'history.two_reports' && one.authority === later.name && one.years[1] === later.year,
        );
        if (!said && !sameFigures(twin.extraction, later.extraction)) findings.push(twoReports(twin, later));
        return;
      }
      const before = own.filter(({ year }) => year === later.year - 1);
      const earlier = before[0] ?? otherName(bodies, key, own, later);
      if (!earlier) return;
      const names = compareNames(earlier.name, later.name) ?? 'alike';
      findings.push(...compare(earlier, later, names), ...unchanged(earlier, later, names));
    });
  }
  return findings;
};

/** Last year's report of a body that was called otherwise then: only where there is exactly one, and neither name goes on. */
const otherName = (
  bodies: ReadonlyMap<string, Dated[]>,
  key: string,
  own: readonly Dated[],
  later: Dated,
): Dated | undefined => {
  if (own[0] !== later) return undefined;
  const earlier = [...bodies].flatMap(([other, reports]) =>
    other !== key &&
    Math.max(...reports.map(({ year }) => year)) === later.year - 1 &&
    compareNames(other, key) !== null
      ? reports.filter(({ year }) => year === later.year - 1).slice(0, 1)
      : [],
  );
  return earlier.length === 1 ? earlier[0] : undefined;
};

const twoReports = (one: Dated, other: Dated): HistoryFinding => ({
  id: 'history.two_reports',
  level: 'hint',
  outcome: 'violated',
  authority: other.name,
  form: other.extraction.form?.id ?? '',
  years: [one.year, other.year],
  names: 'same',
  expected: null,
  printed: null,
  difference: null,
  terms: [],
});
