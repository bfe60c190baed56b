import { keyFigures } from '../parser/check/key-figures.ts';
import type { ProseFinding } from '../parser/check/prose-findings.ts';
import type { Extraction } from '../parser/extraction.ts';
import type { Issue } from '../parser/issue.ts';
import { type ClaimWords, claimWordsIn } from '../parser/messages/claim-words.ts';
import { printed } from '../parser/messages/figure.ts';
import { type ReportWords, tallyOf, type Words } from '../parser/messages/words.ts';
import { type Severity, severity } from '../parser/severity.ts';
import type { Phrases } from './phrases.ts';
import { type Paint, padTo, widthOf } from './terminal.ts';

/** The checked summary of one report: what it is, its key figures, then only what needs a look. Fits one screen. */

/** More than these would push the verdict off the screen; the rest is counted, and stands in the JSON. */
const mostShown: Record<Severity, number> = { unread: 8, note: 3 };
const mostViolated = 15;
const mostSaid = 6;

/** `all`: every possible mend instead of the likeliest only. */
type Voice = { words: Words; phrases: Phrases; paint: Paint; all?: boolean };

const heading = (extraction: Extraction): string => extraction.source.path ?? extraction.source.url ?? '';

/** Label and value, the values in one column. */
const aligned = (pairs: readonly (readonly [label: string, value: string])[], paint: Paint): string[] => {
  const width = Math.max(...pairs.map(([label]) => widthOf(label)));
  return pairs.map(([label, value]) => `  ${paint('dim', padTo(label, width))}  ${value}`);
};

/** A label that is said within a line elsewhere. */
const capital = (label: string): string => label.charAt(0).toUpperCase() + label.slice(1);

const figurePairs = (extraction: Extraction, { words }: Voice): (readonly [string, string])[] => {
  const figures = keyFigures(extraction);
  const { ui, keyFigure, rate } = words;
  const shown = (name: keyof typeof figures): string =>
    `${keyFigure[name]} ${figures[name] === null ? ui.noFigure : printed(figures[name])}`;
  const division = rate.division(figures);
  return [
    [
      ui.requests,
      ['received', 'carriedOver', 'processed', 'carriedForward']
        .map((name) => shown(name as keyof typeof figures))
        .join(' · '),
    ],
    [capital(rate.label), division === null ? ui.noFigure : `${rate.value(figures)} = ${division}`],
    [ui.disputes, `${shown('reviews')} · ${shown('lawsuits')}`],
  ];
};

const verdictLine = (extraction: Extraction, { words, paint }: Voice): string => {
  const tally = tallyOf(extraction.checks);
  const verdict = words.verdict(tally);
  if (tally.violated > 0) return paint('red', verdict);
  return paint(tally.undetermined > 0 || tally.satisfied === 0 ? 'yellow' : 'green', verdict);
};

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

/** Which figures may be wrong, for each part that does not add up: the likeliest mend, and how many others there are. */
const diagnosisLines = (
  { diagnoses, checks }: Extraction,
  report: ReportWords,
  { phrases, paint, all = false }: Voice,
): string[] =>
  diagnoses.flatMap((diagnosis) => {
    const { alternatives, remark } = report.diagnosis(diagnosis, checks);
    const [first, ...others] = alternatives;
    const arrow = paint('bold', '→');
    if (first === undefined) return remark === null ? [] : [`  ${arrow} ${remark}`];
    const lines = [`  ${arrow} ${first}`];
    const hint = others.length > 0 && !all ? phrases.allListed : '';
    if (remark !== null) lines.push(`    ${paint('dim', `${remark}${hint}`)}`);
    if (all) lines.push(...others.map((other) => `    · ${other}`));
    return lines;
  });

/** What the text says against the tables, then against itself, each with the words that say it. */
const textLines = (
  { claims }: Extraction,
  findings: readonly ProseFinding[],
  said: ClaimWords,
  { phrases, paint }: Voice,
): string[] => {
  const violated = [
    ...claims.flatMap((claim) => (claim.outcome === 'violated' ? [[said.claim(claim), claim.quote]] : [])),
    ...findings.flatMap((one) => (one.outcome === 'violated' ? [[said.finding(one), one.quote]] : [])),
  ];
  const lines = violated
    .slice(0, mostSaid)
    .map(
      ([sentence, quote = '']) => `  ${paint('red', '✗')} ${sentence} ${paint('dim', phrases.quoted(quote))}`,
    );
  const left = violated.length - lines.length;
  return left > 0 ? [...lines, `  ${paint('red', '✗')} ${phrases.moreViolated(left)}`] : lines;
};

/**
 * Lines without a line break at the end.
 *
 * @param findings what the report's text says of itself (`proseFindings`); those that hold or are undecided are not mentioned.
 */
export const summaryOf = (
  extraction: Extraction,
  voice: Voice,
  findings: readonly ProseFinding[] = [],
): string => {
  const { words, phrases, paint } = voice;
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
          [ui.coverage, ui.coverageValue(coverage)],
          ...figurePairs(extraction, voice),
          [ui.checks, verdictLine(extraction, voice)],
        ],
        paint,
      ),
    );
  }
  const violated = checks.filter((check) => check.outcome === 'violated');
  for (const check of violated.slice(0, mostViolated)) {
    lines.push(`  ${paint('red', '✗')} ${report.equation(check)}`);
  }
  if (violated.length > mostViolated) {
    lines.push(`  ${paint('red', '✗')} ${phrases.moreViolated(violated.length - mostViolated)}`);
  }
  lines.push(...diagnosisLines(extraction, report, voice));
  const said = claimWordsIn(words.language, extraction, extraction.facts);
  lines.push(...textLines(extraction, findings, said, voice));
  for (const group of report.undetermined(checks)) lines.push(`  ${paint('yellow', '?')} ${group.text}`);
  lines.push(...issueLines(issues, 'unread', report.issue, voice));
  lines.push(...issueLines(issues, 'note', report.issue, voice));
  return lines.join('\n');
};
