import { bodyKey, compareNames, type SameBody } from './body-names.ts';
import type { YearReport } from './year-report.ts';

/** The reports of one body from year to year: which years there are, which are missing, and what it may have been called before. */
export type BodySeries = {
  /** As the latest report names it. */
  authority: string;
  /** Years of which there is a report, in order. */
  years: number[];
  /** Years between the first and the last of which there is none. */
  missing: number[];
  /** The report of the year before the first one under another name, where there is exactly one that may be of the same body. */
  before: { authority: string; year: number; names: SameBody } | null;
};

/** The reports of one body by year; `before` as in its series. */
export type BodyReports = { reports: readonly YearReport[]; before: YearReport | null };

/** The reports of each body together, in the order of their names. */
export const bodiesOf = (reports: readonly YearReport[]): BodyReports[] => {
  const bodies = new Map<string, YearReport[]>();
  for (const report of reports) {
    const key = bodyKey(report.authority);
    const own = bodies.get(key);
    if (own) own.push(report);
    else bodies.set(key, [report]);
  }
  const ended = lastYears(bodies);
  return [...bodies]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, own]) => {
      own.sort((a, b) => a.year - b.year);
      const first = own[0];
      return { reports: own, before: first ? otherName(ended, key, first) : null };
    });
};

export const seriesOf = ({ reports, before }: BodyReports): BodySeries => {
  const years = [...new Set(reports.map(({ year }) => year))];
  const authority = reports.at(-1)?.authority ?? '';
  const first = reports[0];
  return {
    authority,
    years,
    missing: years.flatMap((year, at) => {
      const last = years[at - 1] ?? year;
      return Array.from({ length: Math.max(0, year - last - 1) }, (_, nth) => last + 1 + nth);
    }),
    before:
      before && first
        ? {
            authority: before.authority,
            year: before.year,
            names: compareNames(before.authority, first.authority) ?? 'alike',
          }
        : null,
  };
};

/** How a name begins: names of one body under two names begin alike, so that not every pair need be compared. */
const beginning = (key: string, year: number): string => `${year} ${key.slice(0, 2)}`;

/** Each body by its last year: of a body that was renamed, the old name ends there. */
type Ended = ReadonlyMap<string, { key: string; report: YearReport }[]>;

const lastYears = (bodies: ReadonlyMap<string, readonly YearReport[]>): Ended => {
  const ended = new Map<string, { key: string; report: YearReport }[]>();
  for (const [key, reports] of bodies) {
    const year = Math.max(...reports.map((report) => report.year));
    const report = reports.find((one) => one.year === year);
    if (!report) continue;
    const place = beginning(key, year);
    const there = ended.get(place);
    if (there) there.push({ key, report });
    else ended.set(place, [{ key, report }]);
  }
  return ended;
};

/** Last year's report of a body that was called otherwise then: only where there is exactly one, and neither name goes on. */
const otherName = (ended: Ended, key: string, later: YearReport): YearReport | null => {
  const earlier = (ended.get(beginning(key, later.year - 1)) ?? []).filter(
    (one) => one.key !== key && compareNames(one.key, key) !== null,
  );
  return earlier.length === 1 ? (earlier[0]?.report ?? null) : null;
};
