import type { Extraction } from '../extraction.ts';
import { bodyKey } from './body-names.ts';

/** Which report of one set is compared with which of another. */
type MatchedReports = {
  pairs: (readonly [one: Extraction, other: Extraction])[];
  /** Reports that have no counterpart, or more than one. */
  alone: { which: 'one' | 'other'; report: Extraction }[];
};

/** Takes out of both sets the reports that share a key which each of them has just once. */
const pairBy = (
  keyOf: (report: Extraction) => string | null,
  ones: readonly Extraction[],
  others: readonly Extraction[],
): { pairs: [Extraction, Extraction][]; ones: Extraction[]; others: Extraction[] } => {
  const single = (reports: readonly Extraction[]): Map<string, Extraction> => {
    const groups = Map.groupBy(reports, keyOf);
    return new Map(
      [...groups].flatMap(([key, [first, ...more]]) =>
        key !== null && first && more.length === 0 ? [[key, first] as const] : [],
      ),
    );
  };
  const [left, right] = [single(ones), single(others)];
  const pairs = [...left].flatMap(([key, one]): [Extraction, Extraction][] => {
    const other = right.get(key);
    return other ? [[one, other]] : [];
  });
  const paired = new Set(pairs.flat());
  const rest = (reports: readonly Extraction[]): Extraction[] =>
    reports.filter((report) => !paired.has(report));
  return { pairs, ones: rest(ones), others: rest(others) };
};

/**
 * One report on each side are compared, whatever they are. Otherwise reports of one body and year belong together, and of what is left
 * those of one body, where each side has one: so two folders may hold two versions, or two years.
 */
export const matchReports = (ones: readonly Extraction[], others: readonly Extraction[]): MatchedReports => {
  const [one, other] = [ones[0], others[0]];
  if (one && other && ones.length === 1 && others.length === 1) return { pairs: [[one, other]], alone: [] };
  const body = ({ authority }: Extraction): string | null => authority && bodyKey(authority.value);
  const sameYear = pairBy(
    (report) => (report.authority && report.year ? `${report.year.value} ${body(report)}` : null),
    ones,
    others,
  );
  const anyYear = pairBy(body, sameYear.ones, sameYear.others);
  return {
    pairs: [...sameYear.pairs, ...anyYear.pairs],
    alone: [
      ...anyYear.ones.map((report) => ({ which: 'one' as const, report })),
      ...anyYear.others.map((report) => ({ which: 'other' as const, report })),
    ],
  };
};
