import type { Told } from '../../parser/findings/finding.ts';
import { proseFindings } from '../../parser/prose/prose-findings.ts';
import type { Tabulation } from '../../parser/tabulation.ts';
import { readSource } from '../read.ts';
import { sourcesOf } from '../sources/sources.ts';

/** A report read again from its page, and the tables of its source where it is the first of it. */
export type Page = {
  told: Told;
  tabulation: Tabulation | null;
  /** Where it was read now. */
  at: string;
};

export const sourceName = ({ told: { extraction } }: Pick<Page, 'told'>): string =>
  extraction.source.path ?? extraction.source.url ?? '';

/** @param tables whether every table is read too. */
export const pagesAt = async (
  paths: readonly string[],
  tables: boolean,
  passedOver: (path: string, kinds: ReadonlyMap<string, number>) => void,
): Promise<Page[]> => {
  const pages: Page[] = [];
  for await (const found of sourcesOf({ paths }, () => process.stdin)) {
    if (found.kind === 'passed_over') {
      passedOver(found.path, found.kinds);
      continue;
    }
    const { readings, tabulation } = await readSource(found, { summed: true, tables });
    for (const [at, { extraction, text, start }] of readings.entries())
      pages.push({
        told: { extraction, statements: proseFindings(text, extraction, start) },
        tabulation: at === 0 ? (tabulation ?? null) : null,
        at: extraction.source.path ?? extraction.source.url ?? '',
      });
  }
  return pages;
};

/** What an export says a report is from, and how many of its rows say so. */
export type ExportedOrigin = {
  source: string;
  sha256: string;
  authority: string;
  year: string;
  form: string;
  weight: number;
};

/** The pages as an export calls them, what is not the same file any more, and what has no page at all. */
export type MatchedPages = {
  pages: Page[];
  /** Sources of the export whose page is another file than the one that was exported from. */
  otherBytes: Set<string>;
  noPage: Set<string>;
};

const named = (page: Page, source: string): Page => {
  const { extraction } = page.told;
  const { path, url, ...rest } = extraction.source;
  const where = path === undefined && url !== undefined ? { url: source } : { path: source };
  const renamed = { ...where, ...rest };
  return {
    ...page,
    told: { ...page.told, extraction: { ...extraction, source: renamed } },
    tabulation: page.tabulation && { ...page.tabulation, source: { ...page.tabulation.source, ...where } },
  };
};

const withSum = (page: Page, sha256: string): Page => ({
  ...page,
  told: {
    ...page.told,
    extraction: {
      ...page.told.extraction,
      source: { ...page.told.extraction.source, sha256 },
    },
  },
});

/** The folders in which two paths differ: what is before the steps that both end in. */
const moveOf = (from: string, to: string): string => {
  const [one, other] = [from.split(/[/\\]/), to.split(/[/\\]/)];
  while (one.length > 0 && other.length > 0 && one.at(-1) === other.at(-1)) {
    one.pop();
    other.pop();
  }
  return `${one.join('/')}\n${other.join('/')}`;
};

const grouped = <One>(all: readonly One[], keyOf: (one: One) => string): Map<string, One[]> => {
  const groups = new Map<string, One[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
};

/**
 * Finds each report of an export among the pages: by its bytes, else by what it says of itself. A folder may have been moved since: where the
 * rows agree on where it was, its pages are called as they were then. A row that disagrees with the others is a row that differs.
 */
export const matched = (identities: readonly ExportedOrigin[], pages: readonly Page[]): MatchedPages => {
  const bySum = grouped(pages, ({ told }) => told.extraction.source.sha256);
  const exportedSums = grouped(identities, ({ sha256 }) => sha256);
  const calledAs = new Map<Page, string>();
  const votes = new Map<string, number>();
  const moves: { page: Page; source: string; move: string }[] = [];
  for (const [sum, own] of exportedSums) {
    const there = bySum.get(sum) ?? [];
    const sources = new Set(there.map(sourceName));
    const left = own.filter(({ source }) => !sources.has(source)).sort((a, b) => b.weight - a.weight);
    const exact = new Set(own.map(({ source }) => source));
    const free = [...sources].filter((source) => !exact.has(source));
    for (const [at, { source, weight }] of left.entries()) {
      const name = free[at];
      if (name === undefined) break;
      const move = moveOf(source, name);
      votes.set(move, (votes.get(move) ?? 0) + weight);
      for (const page of there) if (sourceName(page) === name) moves.push({ page, source, move });
    }
  }
  const [most, times] = [...votes].sort(([, a], [, b]) => b - a)[0] ?? ['', 0];
  if (times > 1) for (const { page, source, move } of moves) if (move === most) calledAs.set(page, source);
  const otherBytes = new Set<string>();
  const sums = new Map<Page, string>();
  const isFree = (page: Page): boolean =>
    page.told.extraction.form !== null &&
    !exportedSums.has(page.told.extraction.source.sha256) &&
    !sums.has(page);
  const bodyOf = ({ told: { extraction } }: Page): string =>
    [extraction.authority?.value ?? '', extraction.year?.value ?? ''].join('\n');
  const unmatched = identities
    .filter(({ sha256, form }) => form !== '' && !bySum.has(sha256))
    .sort((a, b) => b.weight - a.weight);
  for (const { source, sha256, authority, year, form } of unmatched) {
    const sameBody = (page: Page): boolean => bodyOf(page) === [authority, year].join('\n');
    const free = pages.filter(isFree);
    const page =
      free.find((one) => sourceName(one) === source && sameBody(one)) ??
      free.find((one) => sameBody(one) && one.told.extraction.form?.id === form) ??
      (identities.length === 1 && free.length === 1 ? free[0] : undefined);
    if (!page) continue;
    sums.set(page, sha256);
    calledAs.set(page, source);
    otherBytes.add(source);
  }
  const called = pages.map((page) => {
    const sum = sums.get(page);
    const source = calledAs.get(page);
    const summed = sum === undefined ? page : withSum(page, sum);
    return source === undefined ? summed : named(summed, source);
  });
  const there = new Set(called.map(sourceName));
  // One file that could not be read may be exported without a sum; it is there by its name.
  const noPage = new Set(identities.map(({ source }) => source).filter((source) => !there.has(source)));
  for (const { source, sha256 } of identities) if (bySum.has(sha256) && sha256 !== '') noPage.delete(source);
  return { pages: called, otherBytes, noPage };
};
