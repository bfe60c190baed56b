import { readFile } from 'node:fs/promises';
import { type ParentSum, parentSum } from '../../parser/compare/parent-sum.ts';
import type { Extraction } from '../../parser/extraction.ts';
import { namesOf } from '../../parser/messages/names.ts';
import { sumWords } from '../../parser/messages/sums.ts';
import type { Language } from '../../parser/messages/words.ts';
import type { ExitCode } from '../exit.ts';
import type { Refusal } from '../runs/words.ts';
import { type Paint, paintFor, say, warn } from '../terminal.ts';
import { headOf } from './head.ts';
import { type ReadingOptions, readReports, sayLacks } from './reading.ts';
import type { SumData } from './schemas.ts';
import { bodyWordsIn } from './words-in.ts';

export type SumOptions = ReadingOptions & { format?: 'text' | 'json'; expect?: string; all?: boolean };

/** `gouji sum`: a report beside the sum of others. A difference is a hint, and no exit code tells of it. */
export const sum = async (
  parentPath: string,
  childPaths: readonly string[],
  options: SumOptions,
  language: Language,
): Promise<ExitCode | Refusal> => {
  const phrases = bodyWordsIn(language);
  const fail = (sentence: string): ExitCode => {
    warn(sentence);
    return 2;
  };
  const expected = options.expect === undefined ? [] : await namesIn(options.expect);
  if (expected === null) return fail(phrases.listUnreadable(options.expect ?? ''));
  const whole = await readReports([parentPath], { progress: false }, language);
  if ('code' in whole) return whole;
  sayLacks(whole.lacks, language);
  const [parent, ...more] = whole.reports.filter(({ form }) => form !== null);
  if (!parent) return fail(phrases.noParent(parentPath));
  if (more.length > 0) return fail(phrases.severalParents(parentPath, more.length + 1));

  const parts = await readReports(childPaths, options, language);
  if ('code' in parts) return parts;
  sayLacks(parts.lacks, language);
  const result = parentSum(parent, parts.reports, expected);
  const lacks = [...whole.lacks, ...parts.lacks];
  if (options.format === 'json') {
    const data: SumData = {
      schema: 'gouji/sum/1',
      level: 'hint',
      parent: headOf(parent),
      ...result,
      lacks,
    };
    console.log(JSON.stringify(data, null, 2));
  } else {
    const paint = paintFor(process.stdout, process.env);
    const shown = { parent, reports: parts.reports, result, all: options.all ?? false };
    say(linesOf(shown, language, paint).join('\n'));
  }
  return lacks.some(({ issues }) => issues.length > 0) || result.missing.length > 0 ? 2 : 0;
};

/** The names of a list, one a line; null where there is none to be had. */
const namesIn = async (path: string): Promise<string[] | null> => {
  const text = await readFile(path, 'utf8').catch(() => null);
  const names = text
    ?.replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return names && names.length > 0 ? names : null;
};

type ShownSum = { parent: Extraction; reports: readonly Extraction[]; result: ParentSum; all: boolean };

const linesOf = ({ parent, reports, result, all }: ShownSum, language: Language, paint: Paint): string[] => {
  const phrases = bodyWordsIn(language);
  const words = sumWords([parent, ...reports], language);
  const names = namesOf(parent);
  const counted = result.children.filter(({ part }) => ['counted', 'other_form'].includes(part)).length;
  const hint = paint('dim', '·');
  const doubt = paint('yellow', '?');
  const lines = [
    `${paint('bold', phrases.titleOf(headOf(parent)))}  ${headOf(parent).source}`,
    `  ${phrases.besideSum(counted)}`,
  ];
  for (const child of result.children) {
    const sentence = words.child(child);
    if (sentence !== null) lines.push(`  ${doubt} ${sentence}`);
  }
  if (result.missing.length > 0) lines.push(`  ${doubt} ${phrases.missing(result.missing)}`);
  if (!result.whole) lines.push(`  ${doubt} ${phrases.notWhole}`);
  for (const { table, ...counts } of result.tables) {
    lines.push(`  ${hint} ${phrases.tableSummed({ title: names.table(table), ...counts })}`);
    lines.push(...words.differing(result, table).map((line) => `      ${line}`));
    if (all) lines.push(...words.undetermined(result, table).map((line) => `    ? ${line}`));
  }
  const unknown = words.unknown(result);
  if (unknown.length > 0) {
    lines.push(`  ${doubt} ${phrases.unknownFigures}`);
    lines.push(...unknown.map((line) => `      ${line}`));
  }
  const beyond = words.notInParent(result);
  if (beyond.length > 0) {
    lines.push(`  ${doubt} ${phrases.notInParent}`);
    lines.push(...beyond.map((line) => `      ${line}`));
  }
  if (!all && result.cells.some(({ outcome }) => outcome === 'undetermined'))
    lines.push(`  ${paint('dim', phrases.allUndetermined)}`);
  return [...lines, `  ${paint('dim', phrases.whyOnlyHint)}`];
};
