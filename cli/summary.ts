import { keyFigures, overviewOf } from '../parser/check/key-figures.ts';
import type { Extraction } from '../parser/extraction.ts';
import type { Finding } from '../parser/findings/finding.ts';
import { likeliestOf } from '../parser/findings/likeliest.ts';
import { reasonsOf, type Verdict } from '../parser/findings/verdict.ts';
import type { Issue } from '../parser/issue.ts';
import { printed } from '../parser/messages/figure.ts';
import { type FindingWords, findingWords } from '../parser/messages/finding-words.ts';
import { headline } from '../parser/messages/headline.ts';
import { overviewWords } from '../parser/messages/overview-words.ts';
import { shownQuote } from '../parser/messages/quote.ts';
import { relationWords } from '../parser/messages/relations.ts';
import { isBlank, type ReportWords, type Words } from '../parser/messages/words.ts';
import { type Severity, severity } from '../parser/severity.ts';
import { type Paint, padTo, widthOf } from './terminal.ts';
import type { CommandWords } from './words.ts';

/** The checked summary of one report: what it is, its key figures, then only what needs a look. Fits one screen. */

/** More than these would push the verdict off the screen; the rest is counted, and stands in the JSON. */
const mostShown: Record<Severity, number> = { unread: 8, note: 3 };
const mostViolated = 15;
const mostSaid = 6;
const mostEqual = 3;

/** `all`: every possible mend instead of the likeliest only. */
type Voice = { words: Words; phrases: CommandWords; paint: Paint; all?: boolean };

const heading = (extraction: Extraction): string => extraction.source.path ?? extraction.source.url ?? '';

/** Label and value, the values in one column. */
const aligned = (pairs: readonly (readonly [label: string, value: string])[], paint: Paint): string[] => {
  const width = Math.max(...pairs.map(([label]) => widthOf(label)));
  return pairs.map(([label, value]) => `  ${paint('dim', padTo(label, width))}  ${value}`);
};

/** A label that is said within a line elsewhere. */
const capital = (label: string): string => label.charAt(0).toUpperCase() + label.slice(1);

const figurePairs = (extraction: Extraction, { words }: Voice): (readonly [string, string])[] => {
  const overview = overviewOf(extraction);
  if (!overview) return [];
  const figures = keyFigures(extraction);
  const { ui, language } = words;
  const { lines, rate, figure } = overviewWords(overview, language);
  const shown = (id: string): string => {
    const value = figures[id] ?? null;
    return `${figure(id)} ${value === null ? ui.noFigure : printed(value)}`;
  };
  return lines.flatMap((line): (readonly [string, string])[] => {
    if (line !== 'rate') return [[line.label, line.figures.map(shown).join(' · ')]];
    const division = rate?.division(figures) ?? null;
    return rate
      ? [[capital(rate.label), division === null ? ui.noFigure : `${rate.value(figures)} = ${division}`]]
      : [];
  });
};

const colours = { violated: 'red', open: 'yellow', holds: 'green', unread: 'yellow' } as const;

const verdictLine = (verdict: Verdict, { words, paint }: Voice): string =>
  paint(colours[verdict.verdict], headline(reasonsOf(verdict), words.language));

const issueLines = (
  issues: readonly Issue[],
  level: Severity,
  sentence: (issue: Issue) => string,
  { phrases, paint }: Voice,
): string[] => {
  const ours = issues.filter((issue) => severity[issue.code] === level);
  const mark = level === 'unread' ? paint('yellow', '!') : paint('dim', '·');
  const lines = ours.slice(0, mostShown[level]).map((issue) => `  ${mark} ${sentence(issue)}`);
  const left = ours.length - lines.length;
  if (left > 0) lines.push(`  ${mark} ${paint('dim', phrases.moreIssues(left, level))}`);
  return lines;
};

/** Which figures may be wrong, for each part that does not add up: the likeliest mends, and how many others there are. */
const diagnosisLines = (
  { diagnoses, checks }: Extraction,
  report: ReportWords,
  { phrases, paint, all = false }: Voice,
): string[] =>
  diagnoses.flatMap((diagnosis) => {
    const { alternatives, remark } = report.diagnosis(diagnosis, checks);
    const arrow = paint('bold', '→');
    if (alternatives.length === 0) return remark === null ? [] : [`  ${arrow} ${remark}`];
    // Of two that are as likely neither is put first.
    const equal = Math.min(likeliestOf(diagnosis).length, mostEqual);
    const lines = alternatives.slice(0, equal).map((one) => `  ${arrow} ${one}`);
    const others = alternatives.slice(equal);
    const hint = others.length > 0 && !all ? phrases.allListed : '';
    if (remark !== null) lines.push(`    ${paint('dim', `${remark}${hint}`)}`);
    if (all) lines.push(...others.map((other) => `    · ${other}`));
    return lines;
  });

/** Which cell of a table may be wrong where a total of it fails. */
const mendLines = (violated: readonly Finding[], { words, paint }: Voice): string[] => {
  const tables = new Set(violated.flatMap((finding) => (finding.kind === 'total' ? [finding.table] : [])));
  return [...tables].flatMap((table) => {
    const { mend } = relationWords(table, words.language);
    return table.diagnoses.flatMap((diagnosis) => {
      const mended = mend(diagnosis);
      return mended === null ? [] : [`  ${paint('bold', '→')} ${mended}`];
    });
  });
};

/** Findings of some kinds, each with the words of the report that it is about. */
const findingLines = (
  findings: readonly Finding[],
  most: number,
  said: FindingWords,
  { phrases, paint, words }: Voice,
): string[] => {
  const cross = paint('red', '✗');
  const lines = findings.slice(0, most).map((finding) => {
    const quoted =
      finding.quote === undefined
        ? ''
        : `${words.language === 'zh-CN' ? '' : ' '}${paint('dim', phrases.quoted(shownQuote(finding.quote)))}`;
    return `  ${cross} ${said.sentence(finding)}${quoted}`;
  });
  const left = findings.length - lines.length;
  return left > 0 ? [...lines, `  ${cross} ${phrases.moreViolated(left)}`] : lines;
};

/** Lines without a line break at the end. What holds, and what the text leaves undecided, is not mentioned. */
export const summaryOf = (extraction: Extraction, verdict: Verdict, voice: Voice): string => {
  const { words, paint } = voice;
  const { form, authority, year, coverage, checks, issues } = extraction;
  const { ui } = words;
  const lines = [paint('bold', heading(extraction))];
  const report = words.about(extraction);
  if (form) {
    lines.push(
      ...aligned(
        [
          [ui.authority, authority?.value ?? ui.unknown],
          [ui.year, year ? ui.yearValue(year.value) : ui.unknown],
          [ui.form, ui.formValue(form)],
          [ui.coverage, ui.coverageValue(coverage, isBlank(extraction))],
          ...figurePairs(extraction, voice),
          [ui.verdict, verdictLine(verdict, voice)],
        ],
        paint,
      ),
    );
  }
  // A page without a report has a verdict by the totals of its tables.
  const byTotals = form === null && verdict.verdict !== 'unread';
  if (byTotals) lines.push(...aligned([[ui.verdict, verdictLine(verdict, voice)]], paint));
  const said = findingWords(words.language, extraction);
  const violated = verdict.findings.filter(({ strength }) => strength === 'violated');
  const inTables = violated.filter(({ kind }) => kind === 'identity' || kind === 'total');
  const inText = violated.filter(({ kind }) => kind === 'claim' || kind === 'statement');
  lines.push(...findingLines(inTables, mostViolated, said, voice));
  lines.push(...diagnosisLines(extraction, report, voice));
  lines.push(...mendLines(violated, voice));
  lines.push(...findingLines(inText, mostSaid, said, voice));
  for (const group of report.undetermined(checks)) lines.push(`  ${paint('yellow', '?')} ${group.text}`);
  const isSaid = ({ code }: Issue): boolean => !(byTotals && code === 'no_report');
  lines.push(...issueLines(issues.filter(isSaid), 'unread', report.issue, voice));
  if (byTotals) lines.push(`  ${paint('dim', `· ${voice.phrases.byTotals}`)}`);
  lines.push(...issueLines(issues, 'note', report.issue, voice));
  return lines.join('\n');
};
