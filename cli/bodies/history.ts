import { type HistoryFinding, stepsOf } from '../../parser/compare/history.ts';
import { bodiesOf, seriesOf } from '../../parser/compare/series.ts';
import type { YearReport } from '../../parser/compare/year-report.ts';
import { historySentence, seriesSentences } from '../../parser/messages/history.ts';
import type { Language } from '../../parser/messages/words.ts';
import type { ExitCode } from '../exit.ts';
import { namedBy } from '../run-options.ts';
import { begin } from '../runs/begin.ts';
import type { Lack } from '../runs/request.ts';
import { asking } from '../runs/request.ts';
import type { Refusal } from '../runs/words.ts';
import { coloursOn, type Paint, paintIn, printable } from '../terminal.ts';
import { type ReadingOptions, sayLacks } from './reading.ts';
import type { HistoryLine } from './schemas.ts';
import type { HistoryCounts } from './words.ts';
import { bodyWordsIn } from './words-in.ts';

export type HistoryOptions = ReadingOptions & { format?: 'text' | 'ndjson' };

const schema = 'gouji/history/1' as const;

/** What there is to say of one body. */
type BodyHistory = {
  body: Extract<HistoryLine, { kind: 'body' }>;
  findings: Extract<HistoryLine, { kind: 'finding' }>[];
};

const levels: readonly HistoryFinding['level'][] = ['firm', 'warning', 'hint'];
const outcomes: readonly HistoryFinding['outcome'][] = ['violated', 'undetermined', 'satisfied'];
/** What is violated comes first, the firm before the hints. */
const rank = ({ outcome, level }: HistoryFinding): number =>
  outcomes.indexOf(outcome) * levels.length + levels.indexOf(level);

/** One body after the other; the figures of two reports are held at a time. */
function* toldOf(
  reports: readonly YearReport[],
  sourceOf: (report: YearReport) => string,
): Generator<BodyHistory> {
  for (const body of bodiesOf(reports)) {
    const end = (report: YearReport) => ({ authority: report.authority, source: sourceOf(report) });
    const findings = [...stepsOf(body)]
      .flatMap(({ earlier, later, findings: found }) =>
        found.map((finding) => ({
          schema,
          kind: 'finding' as const,
          ...finding,
          earlier: end(earlier),
          later: end(later),
        })),
      )
      .sort((a, b) => rank(a) - rank(b));
    const count = (outcome: HistoryFinding['outcome'], hint = false): number =>
      findings.filter((finding) => finding.outcome === outcome && (finding.level === 'hint') === hint).length;
    const counts = {
      violated: count('violated'),
      hints: count('violated', true),
      undetermined: count('undetermined'),
      satisfied: count('satisfied'),
    };
    yield { body: { schema, kind: 'body', ...seriesOf(body), ...counts }, findings };
  }
}

/** `gouji history`: what the reports of each body say of each other from year to year, and which of them are missing. */
export const history = async (
  paths: readonly string[],
  options: HistoryOptions,
  language: Language,
): Promise<ExitCode | Refusal> => {
  const asData = options.format === 'ndjson';
  const paint = paintIn(!asData && coloursOn(process.stdout, process.env));
  const phrases = bodyWordsIn(language);
  const sources: string[] = [];
  const lacks: Lack[] = [];
  let exit: ExitCode = 0;
  const refusal = await begin(
    {
      named: namedBy(paths, options),
      asked: asking(language, { past: true, lacks: true }),
      format: 'ndjson',
      output: null,
      resume: false,
      jobs: options.jobs ?? null,
      progress: options.progress ?? null,
      also: async (answer) => {
        sources.push(...answer.past.map(({ source }) => source));
        lacks.push(...answer.lacks);
      },
    },
    async (journal, destination) => {
      const reports = journal.reports();
      // Both are in the order of the run.
      const named = new Map(reports.map((report, at) => [report, sources[at] ?? '']));
      const counts: HistoryCounts = {
        bodies: 0,
        reports: reports.length,
        apart: lacks.filter(takesNoPart).length,
        ...{ violated: 0, warnings: 0, hints: 0, undetermined: 0, satisfied: 0 },
      };
      const single: BodyHistory['body'][] = [];
      for (const told of toldOf(reports, (report) => named.get(report) ?? '')) {
        const { body, findings } = told;
        counts.bodies += 1;
        counts.violated += body.violated;
        counts.warnings += warningsOf(findings);
        counts.hints += body.hints;
        counts.undetermined += body.undetermined;
        counts.satisfied += body.satisfied;
        if (findings.some(({ level, outcome }) => level === 'firm' && outcome === 'violated')) exit = 1;
        if (asData) await destination.say([body, ...findings].map((line) => JSON.stringify(line)));
        else if (body.years.length === 1 && body.before === null && findings.length === 0) single.push(body);
        else await destination.say([...linesOf(told, language, paint).map(printable), '']);
      }
      if (asData) await destination.say(lacks.map((lack) => JSON.stringify(lackLine(lack))));
      else {
        const lines = single.length > 0 ? [phrases.oneYearOnly(single), ''] : [];
        for (const lack of lacks.filter(takesNoPart))
          lines.push(`${paint('yellow', '?')} ${phrases.takesNoPart(lack)}`);
        await destination.say([...lines, phrases.historyTotal(counts)].map(printable));
      }
    },
  );
  sayLacks(lacks, language);
  if (lacks.some(({ issues }) => issues.length > 0)) exit = 2;
  return refusal ?? exit;
};

/** How many of the relations that do not hold may have another explanation. */
const warningsOf = (findings: BodyHistory['findings']): number =>
  findings.filter(({ level, outcome }) => level === 'warning' && outcome === 'violated').length;

const takesNoPart = ({ missing }: Lack): boolean => missing.length > 0;

const lackLine = (lack: Lack): HistoryLine => ({
  schema,
  kind: 'lack',
  ...lack,
  takesPart: !takesNoPart(lack),
});

const linesOf = ({ body, findings }: BodyHistory, language: Language, paint: Paint): string[] => {
  const phrases = bodyWordsIn(language);
  const signs = { firm: paint('red', '✗'), warning: paint('yellow', '!'), hint: paint('dim', '·') };
  return [
    `${paint('bold', body.authority)}  ${body.years.join(phrases.comma)}`,
    ...findings.flatMap((finding) =>
      finding.outcome === 'violated'
        ? [`  ${signs[finding.level]} ${historySentence(finding, language)}`]
        : [],
    ),
    ...placesOf(findings).map((places) => `    ${paint('dim', places)}`),
    ...seriesSentences(body, language).map((sentence) => `  ${paint('yellow', '?')} ${sentence}`),
    `  ${paint(body.violated + body.hints === 0 && body.satisfied > 0 ? 'green' : 'dim', phrases.relations({ ...body, warnings: warningsOf(findings) }))}`,
  ];
};

/** Where the two reports stand of which something is said. */
const placesOf = (findings: BodyHistory['findings']): string[] => [
  ...new Set(
    findings
      .filter(({ outcome }) => outcome === 'violated')
      .map(({ earlier, later }) => `${earlier.source} → ${later.source}`),
  ),
];
