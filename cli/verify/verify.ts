import packageJson from '../../package.json' with { type: 'json' };
import { differencesBetween, type RowDifference, type TextTable } from '../../parser/export/difference.ts';
import { readExported } from '../../parser/export/exported.ts';
import { extractionTables } from '../../parser/export/extraction-tables.ts';
import { prove } from '../../parser/export/prove.ts';
import { proveTables } from '../../parser/export/prove-tables.ts';
import type { Language } from '../../parser/messages/words.ts';
import { wordsIn } from '../../parser/messages/words-in.ts';
import type { ExitCode } from '../exit.ts';
import { paintFor, say, warn } from '../terminal.ts';
import { commandWordsIn } from '../words-in.ts';
import { exportedAt } from './exported.ts';
import { identitiesIn, jsonExtractions, pairedWith } from './identities.ts';
import type { ExportedRows, ExportLayout } from './layouts.ts';
import { type MatchedPages, matched, type Page, pagesAt, sourceName } from './pages.ts';
import { proofLines } from './proof-lines.ts';
import { reportLines, type VerifiedExport } from './report-lines.ts';
import { verifyWordsIn } from './words-in.ts';

/**
 * `gouji verify`: reads the pages again, makes of them what the export must hold, and holds the two against each other: every row once, none
 * missing, doubled or altered in any column. What the shelf has kept is held against its pages figure by figure.
 */
export const verify = async (
  path: string,
  paths: readonly string[],
  language: Language,
): Promise<ExitCode> => {
  const phrases = verifyWordsIn(language);
  const fail = (sentence: string): ExitCode => {
    warn(sentence);
    return 2;
  };
  const exported = await exportedAt(path);
  if (exported === null) return fail(phrases.notFound(path));
  if (exported.layout === 'damaged') return fail(phrases.unreadable(path, exported.at));
  const kept = exported.layout === 'text' ? readExported(exported.text) : null;
  if (kept?.kind === 'unreadable') return fail(phrases.unreadable(path, kept.at));
  if (kept?.kind === 'newer') return fail(phrases.newer(path, kept.schema));
  if (isEmpty(exported, kept)) return fail(phrases.empty(path));

  const withTables = exported.layout === 'folder' || (kept?.kind === 'data' && kept.tables.length > 0);
  const pages = await pagesAt(paths, withTables, (folder, endings) =>
    warn(commandWordsIn(language).passedOver(folder, endings)),
  );
  // A page of tables that the shelf has kept is none without a report.
  sayUnread(
    kept && withTables ? pages.filter(({ tabulation }) => !tabulation?.tables.length) : pages,
    language,
  );
  const paint = paintFor(process.stdout, process.env);
  const values = exported.layout === 'text' ? jsonExtractions(exported.text) : null;
  if (kept && values === null) {
    const proofs = prove(
      kept.reports,
      kept.notation,
      pages.map(({ told }) => told.extraction),
    );
    const ofTables = proveTables(
      kept.tables,
      pages.flatMap(({ tabulation }) => tabulation ?? []),
      packageJson.version,
    );
    const { lines, exit } = proofLines([...proofs, ...ofTables], language, paint);
    say(lines.join('\n'));
    return exit;
  }
  const whole =
    exported.layout === 'text' ? wholeJson(values ?? [], pages) : await wholeRows(exported, pages);
  const { lines, exit } = reportLines(whole, language, paint);
  say(lines.join('\n'));
  return exit;
};

const isEmpty = (exported: ExportLayout, kept: ReturnType<typeof readExported> | null): boolean => {
  if (kept)
    return (
      kept.kind === 'data' && kept.tables.length === 0 && !kept.reports.some(({ rows }) => rows.length > 0)
    );
  return 'tables' in exported && !exported.tables.some(({ rows }) => rows.length > 0);
};

/** A file without a report beside the right page does no harm; where it stands in its place, that report has no page. */
const sayUnread = (pages: readonly Page[], language: Language): void => {
  for (const { told } of pages) {
    const { extraction } = told;
    if (extraction.form !== null) continue;
    const about = wordsIn(language).about(extraction);
    for (const issue of extraction.issues) warn(`${extraction.source.path}: ${about.issue(issue)}`);
  }
};

const wholeRows = async (exported: ExportedRows, read: readonly Page[]): Promise<VerifiedExport> => {
  const { expectedTables, otherFiles } = await import('./expected.ts');
  const matching = matched(identitiesIn(exported), read);
  const expected = await expectedTables(exported, matching.pages);
  const files = exported.layout === 'folder' ? otherFiles(exported, expected) : [];
  return {
    ...compared(exported.tables, expected, matching),
    ...matching,
    files,
  };
};

const wholeJson = (values: readonly unknown[], read: readonly Page[]): VerifiedExport => {
  const { matching, numbered } = pairedWith(values, read);
  const exported = extractionTables(values.map((extraction, number) => ({ number, extraction })));
  const expected = extractionTables(numbered);
  return { ...compared(exported, expected, matching), ...matching, files: [] };
};

type Compared = Pick<VerifiedExport, 'rows' | 'differences'>;

/** By which source a row is told. */
const sourcesBy = (
  { columns }: TextTable,
  reports: ReadonlyMap<string, string>,
): ((cells: readonly string[]) => string) => {
  const at = columns.indexOf('source');
  if (at >= 0) return (cells) => cells[at] ?? '';
  const by = columns.findIndex((name) => name === 'report' || name === 'number');
  return by >= 0 ? (cells) => reports.get(cells[by] ?? '') ?? '' : () => '';
};

/** What the ids or numbers of reports stand for, from the table that has one row for each. */
const reportSources = (tables: readonly TextTable[]): Map<string, string> => {
  const reports = new Map<string, string>();
  for (const { columns, rows } of tables) {
    const [id, source] = [columns.indexOf('report'), columns.indexOf('source')];
    if (id >= 0 && source >= 0)
      for (const { cells } of rows) reports.set(cells[id] ?? '', cells[source] ?? '');
    const [number, path, url] = ['number', 'source.path', 'source.url'].map((name) => columns.indexOf(name));
    if (number === undefined || path === undefined || url === undefined || path < 0) continue;
    for (const { cells } of rows)
      reports.set(cells[number] ?? '', nameIn(cells[path] ?? '') || nameIn(cells[url] ?? ''));
  }
  return reports;
};

const nameIn = (json: string): string => (json === '' ? '' : String(JSON.parse(json)));

const compared = (
  exported: readonly TextTable[],
  expected: readonly TextTable[],
  { noPage, pages }: MatchedPages,
): Compared => {
  const reports = new Map([...reportSources(expected), ...reportSources(exported)]);
  const rows = new Map<string, { facts: number; others: number }>();
  const differences: VerifiedExport['differences'] = [];
  const known = new Set(pages.map(sourceName));
  for (const table of expected) {
    const own = exported.find(({ name }) => name === table.name) ?? { ...table, columns: [], rows: [] };
    const sourceOf = sourcesBy(own, reports);
    const there = own.rows.filter(({ cells }) => !noPage.has(sourceOf(cells)));
    for (const { cells } of there) {
      const counted = rows.get(sourceOf(cells)) ?? { facts: 0, others: 0 };
      counted[table.name === 'facts' ? 'facts' : 'others'] += 1;
      rows.set(sourceOf(cells), counted);
    }
    const at = (difference: RowDifference): string => {
      const source = sourcesBy(table, reports)(table.columns.map((name) => difference.row[name] ?? ''));
      // What was altered is told by the page, what no page has by its own words.
      return known.has(source) || difference.kind === 'unknown' ? source : '';
    };
    for (const one of differencesBetween({ ...own, rows: there }, table))
      differences.push({ ...one, source: at(one) });
  }
  return { rows, differences };
};
