import type { RowDifference } from '../../parser/export/difference.ts';
import type { Language } from '../../parser/messages/words.ts';
import { wordsIn } from '../../parser/messages/words-in.ts';
import type { ExitCode } from '../exit.ts';
import type { Paint } from '../terminal.ts';
import { type MatchedPages, type Page, sourceName } from './pages.ts';
import { verifyWordsIn } from './words-in.ts';

/** What `gouji verify` has found of a whole export. */
export type VerifiedExport = MatchedPages & {
  /** Exported rows of each source that were held against its page. */
  rows: ReadonlyMap<string, { facts: number; others: number }>;
  differences: (RowDifference & { source: string })[];
  /** Files of a folder that are not what they must be. */
  files: readonly string[];
};

/** More would push the verdict off the screen; the rest is counted. */
const mostShown = 20;
/** Of this many reports each has its lines; of more only those that are not proven. */
const mostReports = 50;

const plain = (text: string | undefined): string => {
  if (text === undefined) return '';
  return /^"/.test(text) ? String(JSON.parse(text)) : text;
};

const labelOf = ({ table, row }: RowDifference, page: Page | undefined, language: Language): string => {
  const ref = plain(row.ref);
  if (table === 'facts' && ref !== '' && page) return wordsIn(language).about(page.told.extraction).cell(ref);
  const [first] = ['check', 'id', 'code', 'rule', 'ref', 'quote', 'relation', 'slot', 'ordinal']
    .map((name) => plain(row[name]))
    .filter((text) => text !== '');
  return first === undefined ? table : `${table} ${first}`;
};

const isAddress = (source: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(source);

export const reportLines = (
  { pages, otherBytes, noPage, rows, differences, files }: VerifiedExport,
  language: Language,
  paint: Paint,
): { lines: string[]; exit: ExitCode } => {
  const phrases = verifyWordsIn(language);
  const sentence = (one: RowDifference, page: Page | undefined): string => {
    const cell = labelOf(one, page, language);
    const line = one.line ?? 0;
    switch (one.kind) {
      case 'altered':
        return phrases.differs(line, cell, one.column, one.exported, one.onPage);
      case 'unknown':
        return phrases.absent(line, cell);
      case 'doubled':
        return phrases.doubled(line, cell);
      case 'missing':
        return phrases.missing(cell);
      case 'columns':
        return phrases.columns(one.table, one.exported, one.onPage);
    }
  };
  const bySource = new Map<string, typeof differences>();
  for (const one of differences) bySource.set(one.source, [...(bySource.get(one.source) ?? []), one]);
  const shown: string[][] = [];
  let [proven, unproven] = [0, 0];
  const reports = [
    ...pages.filter((page) => page.told.extraction.form !== null || rows.has(sourceName(page))),
  ];
  const seen = new Set<string>();
  const notExported: string[] = [];
  for (const page of reports) {
    const source = sourceName(page);
    if (seen.has(source)) continue;
    seen.add(source);
    const own = bySource.get(source) ?? [];
    const { facts, others } = rows.get(source) ?? { facts: 0, others: 0 };
    if (facts + others === 0) {
      if (page.told.extraction.form !== null) notExported.push(source);
      unproven += own.length;
      continue;
    }
    const lines = new Set(own.map(({ table, line }) => `${table} ${line}`)).size;
    const wrong = own.filter(({ kind }) => kind !== 'missing').length > 0 ? lines : 0;
    const missing = own.filter(({ kind }) => kind === 'missing').length;
    const exportedWrong = Math.max(0, wrong - Number(missing > 0 && wrong > 0));
    proven += facts + others - exportedWrong;
    unproven += own.length;
    if (own.length === 0 && !otherBytes.has(source) && reports.length > mostReports) continue;
    const { authority, year } = page.told.extraction;
    const name = [authority?.value, year?.value].filter((part) => part !== undefined).join(' ');
    shown.push([
      `${paint('bold', name || phrases.unknownBody)}  ${source} ← ${page.at}`,
      own.length === 0
        ? `  ${paint('green', '✓')} ${phrases.allProven(facts > 0 ? facts : others)}${facts > 0 && others > 0 ? phrases.othersProven(others) : ''}`
        : `  ${paint('red', '✗')} ${phrases.someUnproven(facts + others - exportedWrong, Math.max(exportedWrong, missing))}`,
      ...own.slice(0, mostShown).map((one) => `    ${sentence(one, page)}`),
      ...(own.length > mostShown ? [`    ${phrases.more(own.length - mostShown)}`] : []),
      `  ${paint('dim', '·')} ${otherBytes.has(source) ? phrases.otherBytes : phrases.sameBytes}`,
    ]);
  }
  for (const [source, own] of bySource) {
    if (seen.has(source)) continue;
    unproven += own.length;
    shown.push([
      ...(source === '' ? [] : [source]),
      ...own.slice(0, mostShown).map((one) => `  ${paint('red', '✗')} ${sentence(one, undefined)}`),
      ...(own.length > mostShown ? [`    ${phrases.more(own.length - mostShown)}`] : []),
    ]);
  }
  for (const source of noPage) shown.push([source, `  ${paint('yellow', '?')} ${phrases.noPage}`]);
  for (const source of notExported) shown.push([source, `  ${paint('red', '✗')} ${phrases.reportMissing}`]);
  for (const file of files) shown.push([`${paint('red', '✗')} ${phrases.otherFile(file)}`]);
  const lines = shown.map((block) => block.join('\n'));
  if (seen.size + noPage.size > 1)
    lines.push(phrases.total({ reports: seen.size, proven, unproven, noPage: noPage.size }));
  const changed = [...otherBytes].some((source) => !isAddress(source));
  const exit = noPage.size > 0 ? 2 : unproven + notExported.length + files.length > 0 || changed ? 1 : 0;
  return { lines: [lines.join('\n\n')], exit };
};
