import type { Said } from '../overview/entry.ts';
import packageJson from '../package.json' with { type: 'json' };
import type { HistoryFinding } from '../parser/compare/history.ts';
import type { Language } from '../parser/messages/words.ts';
import type { CheckOptions } from './check-options.ts';
import type { ExitCode } from './exit.ts';
import { namedBy, ownFormsOf } from './run-options.ts';
import { begin } from './runs/begin.ts';
import type { Journal } from './runs/journal.ts';
import { asking } from './runs/request.ts';
import type { Refusal } from './runs/words.ts';
import { standardOutput } from './standard-output.ts';
import { coloursOn, type Paint, paintIn, printable } from './terminal.ts';
import { commandWordsIn } from './words-in.ts';

const texts = { json: 'verdict-json', ndjson: 'verdict-ndjson', csv: 'findings-csv', xlsx: null } as const;

/** `gouji check`: one summary for each report, then what the reports of one body say of each other from year to year. */
export const check = async (
  paths: readonly string[],
  options: CheckOptions,
  language: Language,
): Promise<ExitCode | Refusal> => {
  const output = options.output ?? null;
  if (options.report !== undefined && options.resume) return { code: 'report_not_resumable' };
  const forms = await ownFormsOf(options);
  if ('code' in forms) return forms;
  const colours = output === null && coloursOn(standardOutput, process.env);
  const page = options.report === undefined ? null : await openPage(options.report, language);
  const remarks: Said[] = [];
  let exit: ExitCode = 0;
  const refusal = await begin(
    {
      named: namedBy(paths, options),
      asked: asking(language, {
        text: options.format === undefined ? 'summary' : texts[options.format],
        rows: options.format === 'xlsx',
        notes: options.format !== undefined,
        entries: page !== null,
        past: true,
        totals: true,
        colours,
        all: options.all ?? false,
        forms,
      }),
      format: options.format ?? 'summary',
      output,
      resume: options.resume ?? false,
      jobs: options.jobs ?? null,
      progress: options.progress ?? null,
      passedOver: (path, kinds) => {
        remarks.push({
          zh: commandWordsIn('zh-CN').passedOver(path, kinds),
          en: commandWordsIn('en').passedOver(path, kinds),
        });
      },
      ...(page === null
        ? {}
        : {
            also: async ({ entries }) => {
              for (const entry of entries) await page.write(entry);
            },
          }),
    },
    async (journal, destination) => {
      const counts = journal.counts();
      const years = await overYears(journal);
      exit = worseOf(counts.exit, years.broken);
      if (options.format === undefined) {
        const lines = await linesOverYears(years, language, paintIn(colours));
        const firm = years.broken.filter(({ level }) => level === 'firm').length;
        if (counts.reports > 1) lines.push(`\n${commandWordsIn(language).total({ ...counts, years: firm })}`);
        await destination.say(lines.map(printable));
      }
      await page?.end({
        tool: `gouji ${packageJson.version}`,
        made: new Date().toISOString(),
        overYears: await saidOverYears(years),
        remarks,
      });
    },
  );
  return refusal ?? exit;
};

/** The page for people, this run's own. */
const openPage = async (path: string, language: Language) => {
  await (await import('./outputs/claim.ts')).claimOutput(path, language);
  return (await import('./overview/report.ts')).openReport(path);
};

type YearsSaid = { any: boolean; satisfied: number; broken: HistoryFinding[] };

/** What the reports of one body say of each other; nothing where there are not two of one body. */
const overYears = async (journal: Journal): Promise<YearsSaid> => {
  const years: YearsSaid = { any: false, satisfied: 0, broken: [] };
  const reports = journal.reports();
  if (reports.length < 2) return years;
  const { historyOf } = await import('../parser/compare/history.ts');
  for (const finding of historyOf(reports)) {
    years.any = true;
    if (finding.outcome === 'satisfied') years.satisfied += 1;
    if (finding.outcome === 'violated') years.broken.push(finding);
  }
  return years;
};

/** Only a firm relation is a mistake of a report by itself. */
const worseOf = (exit: ExitCode, broken: readonly HistoryFinding[]): ExitCode =>
  exit === 0 && broken.some(({ level }) => level === 'firm') ? 1 : exit;

const linesOverYears = async (
  { any, satisfied, broken }: YearsSaid,
  language: Language,
  paint: Paint,
): Promise<string[]> => {
  if (!any) return [];
  const { historySentence } = await import('../parser/messages/history.ts');
  const signs = { firm: paint('red', '✗'), warning: paint('yellow', '!'), hint: paint('dim', '·') };
  return [
    `\n${commandWordsIn(language).overYears(satisfied)}`,
    ...broken.flatMap((finding, at) => [
      ...(broken[at - 1]?.authority === finding.authority ? [] : [`  ${paint('bold', finding.authority)}`]),
      `  ${signs[finding.level]} ${historySentence(finding, language)}`,
    ]),
  ];
};

const saidOverYears = async ({ broken }: YearsSaid) => {
  if (broken.length === 0) return [];
  const { historySentence } = await import('../parser/messages/history.ts');
  return broken.map((finding) => ({
    id: finding.id,
    authority: finding.authority,
    level: finding.level,
    said: { zh: historySentence(finding, 'zh-CN'), en: historySentence(finding, 'en') },
  }));
};
