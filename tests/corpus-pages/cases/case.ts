import type { Expected, ExpectedReport } from '../../corpus-case.ts';
import { type HtmlPage, htmlOf } from '../html.ts';
import { type HtmlOptions, renderHtml } from '../layouts.ts';
import { outcomesOf } from '../outcomes.ts';
import type { PageBlock } from '../printed.ts';
import type { Report } from '../report.ts';
import { type Dialect, textOf } from '../text.ts';

/** One case of the corpus, as `write.ts` puts it into `tests/corpus/<slug>/`. */
export type CorpusCase = {
  readonly slug: string;
  /** Which variant it keeps, in a line or two. */
  readonly about: string;
  readonly file: 'source.html' | 'source.txt' | 'source.md' | 'source.mhtml';
  /** null: the file was made outside (saved by a browser, say) and is kept as it is. */
  readonly content: string | Uint8Array | null;
  readonly expected: Expected;
};

type Known = Partial<Omit<Expected, 'reports'>>;

/** Everything a report says, with the outcome of each identity. */
export const reading = (report: Report, changes: Partial<ExpectedReport> = {}): ExpectedReport => ({
  form: report.formId,
  year: report.year,
  authority: report.authority,
  facts: report.facts,
  outcomes: outcomesOf(report),
  ...(report.extraRows
    ? { extras: Object.fromEntries(report.extraRows.map((row) => [row.label, row.figures])) }
    : {}),
  ...changes,
});

export const expecting = (reports: readonly ExpectedReport[], known: Known = {}): Expected => ({
  reports,
  issues: [],
  ...known,
});

/** A report that must be read wholly, in one layout. */
export const layoutCase = (
  slug: string,
  about: string,
  report: Report,
  options: Partial<HtmlOptions>,
  known: Known = {},
): CorpusCase => ({
  slug,
  about,
  file: 'source.html',
  content: renderHtml(report, options),
  expected: expecting([reading(report)], known),
});

/** A page put together block by block. */
export const pageCase = (
  slug: string,
  about: string,
  blocks: readonly PageBlock[],
  expected: Expected,
  page: Partial<HtmlPage> = {},
): CorpusCase => ({
  slug,
  about,
  file: 'source.html',
  content: htmlOf(blocks, { markup: 'tidy', surroundings: 'plain', charset: 'utf-8', ...page }),
  expected,
});

export const textCase = (
  slug: string,
  about: string,
  blocks: readonly PageBlock[],
  dialect: Dialect,
  expected: Expected,
): CorpusCase => ({
  slug,
  about,
  file: dialect === 'pipes' ? 'source.md' : 'source.txt',
  content: textOf(blocks, dialect),
  expected,
});
