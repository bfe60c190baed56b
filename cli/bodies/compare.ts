import { overviewOf } from '../../parser/check/key-figures.ts';
import { type CellPair, compareReports, type ReportComparison } from '../../parser/compare/differences.ts';
import { matchReports } from '../../parser/compare/match.ts';
import type { Extraction, Fact } from '../../parser/extraction.ts';
import { forms } from '../../parser/forms/registry.ts';
import type { Overview } from '../../parser/forms/schema.ts';
import { comparisonWords } from '../../parser/messages/comparisons.ts';
import { printed } from '../../parser/messages/figure.ts';
import { namesOf } from '../../parser/messages/names.ts';
import { overviewWords } from '../../parser/messages/overview-words.ts';
import type { Language } from '../../parser/messages/words.ts';
import { wordsIn } from '../../parser/messages/words-in.ts';
import type { ExitCode } from '../exit.ts';
import type { Refusal } from '../runs/words.ts';
import { type Paint, padTo, paintFor, say, widthOf } from '../terminal.ts';
import { headOf } from './head.ts';
import { type ReadingOptions, readReports, sayLacks } from './reading.ts';
import type { ComparisonData } from './schemas.ts';
import { bodyWordsIn } from './words-in.ts';

export type CompareOptions = Omit<ReadingOptions, 'filesFrom'> & { format?: 'text' | 'json' };

/** `gouji compare`: what two reports print differently, or the reports of two folders. */
export const compare = async (
  one: string,
  other: string,
  options: CompareOptions,
  language: Language,
): Promise<ExitCode | Refusal> => {
  const [first, second] = [
    await readReports([one], options, language),
    await readReports([other], options, language),
  ];
  if ('code' in first) return first;
  if ('code' in second) return second;
  const phrases = bodyWordsIn(language);
  const lacks = [...first.lacks, ...second.lacks];
  sayLacks(lacks, language);
  const known = ({ reports }: typeof first): Extraction[] => reports.filter(({ form }) => form !== null);
  const { pairs, alone } = matchReports(known(first), known(second));
  const compared = pairs.map(([a, b]) => ({ one: a, other: b, comparison: compareReports(a, b, forms) }));
  if (options.format === 'json') {
    const data: ComparisonData = {
      schema: 'gouji/comparison/1',
      pairs: compared.map((pair) => dataOf(pair)),
      alone: alone.map(({ which, report }) => ({ which, ...headOf(report) })),
      lacks,
    };
    console.log(JSON.stringify(data, null, 2));
  } else {
    const paint = paintFor(process.stdout, process.env);
    const parts = compared.map((pair) => linesOf(pair, language, paint).join('\n'));
    if (alone.length > 0)
      parts.push(
        alone
          .map(({ which, report }) => `${paint('yellow', '?')} ${phrases.alone(which, headOf(report))}`)
          .join('\n'),
      );
    if (compared.length !== 1 || alone.length > 0) {
      const same = compared.filter(({ comparison }) => comparison.same).length;
      parts.push(phrases.compareTotal({ same, differing: compared.length - same, alone: alone.length }));
    }
    say(parts.join('\n\n'));
  }
  const unread = lacks.some(({ issues }) => issues.length > 0);
  if (unread || compared.length === 0) return 2;
  return alone.length > 0 || compared.some(({ comparison }) => !comparison.same) ? 1 : 0;
};

type Pair = { one: Extraction; other: Extraction; comparison: ReportComparison };

const figureOf = (fact: Fact | null): Omit<Fact, 'ref'> | null => {
  if (fact === null) return null;
  const { ref: _, ...figure } = fact;
  return figure;
};

const dataOf = ({ one, other, comparison }: Pair): ComparisonData['pairs'][number] => ({
  one: headOf(one),
  other: headOf(other),
  ...comparison,
  cells: comparison.cells.flatMap((cell: CellPair) =>
    cell.how === null
      ? []
      : [
          {
            ref: cell.ref,
            how: cell.how,
            one: figureOf(cell.one),
            other: figureOf(cell.other),
            difference: cell.difference,
          },
        ],
  ),
});

const linesOf = ({ one, other, comparison }: Pair, language: Language, paint: Paint): string[] => {
  const phrases = bodyWordsIn(language);
  const said = comparisonWords([one, other], language);
  const names = namesOf(other);
  const lines = [
    `${paint('bold', phrases.titleOf(headOf(one)))}  ${headOf(one).source}`,
    `${paint('bold', phrases.titleOf(headOf(other)))}  ${headOf(other).source}`,
  ];
  const checkLines = (): string[] => {
    if (comparison.checks.length === 0) return [`  ${paint('dim', phrases.checksSame)}`];
    const checks = [...one.checks, ...other.checks];
    return [
      `  ${phrases.checksDiffer(comparison.checks.length)}`,
      ...comparison.checks.map((check) => `      ${said.check(check, checks)}`),
    ];
  };
  if (comparison.same) {
    lines.push(`  ${paint('green', '✓')} ${phrases.sameFigures(comparison.cells.length)}`);
    return comparison.checks.length > 0 ? [...lines, ...checkLines()] : lines;
  }
  if (one.form?.id !== other.form?.id) lines.push(`  ${paint('dim', '·')} ${phrases.otherForms}`);
  const overview = overviewOf(one) ?? overviewOf(other);
  if (overview) lines.push(...keyFigureLines(comparison, overview, language, paint, said.difference));
  for (const { table, common, differing, onlyOne, onlyOther } of comparison.tables) {
    const title = names.table(table);
    const sign =
      differing > 0 ? paint('yellow', '≠') : paint(common > 0 ? 'green' : 'dim', common > 0 ? '=' : '·');
    lines.push(`  ${sign} ${phrases.tableCompared({ title, common, differing })}`);
    lines.push(...said.differing(comparison, table).map((line) => `      ${line}`));
    if (onlyOne > 0)
      lines.push(`      ${phrases.onlyIn('one', said.onlyIn(comparison, table, 'one'), onlyOne)}`);
    if (onlyOther > 0)
      lines.push(`      ${phrases.onlyIn('other', said.onlyIn(comparison, table, 'other'), onlyOther)}`);
  }
  lines.push(...said.folded(comparison.folded).map((line) => `  ${paint('dim', '·')} ${line}`));
  return [...lines, ...checkLines()];
};

/** Name, both figures and the difference, in columns. */
const keyFigureLines = (
  { keyFigures }: ReportComparison,
  overview: Overview,
  language: Language,
  paint: Paint,
  signed: (difference: number | null) => string,
): string[] => {
  const { ui } = wordsIn(language);
  const { figure } = overviewWords(overview, language);
  const shown = (value: number | null): string => (value === null ? ui.noFigure : printed(value));
  const rows = keyFigures.map(({ name, one, other, difference }) => [
    figure(name),
    shown(one),
    shown(other),
    signed(difference),
  ]);
  const widths = [0, 1, 2].map((at) => Math.max(...rows.map((row) => widthOf(row[at] ?? ''))));
  return rows.map(([name = '', one = '', other = '', difference = '']) =>
    `  ${paint('dim', padTo(name, widths[0] ?? 0))}  ${padTo(one, widths[1] ?? 0)}  ${padTo(other, widths[2] ?? 0)}  ${difference}`.trimEnd(),
  );
};
