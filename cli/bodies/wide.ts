import { csvLines, csvOf } from '../../parser/export/csv.ts';
import { wideExtras, wideStart, wideTable } from '../../parser/export/wide.ts';
import type { Language } from '../../parser/messages/words.ts';
import type { ExitCode } from '../exit.ts';
import type { Refusal } from '../runs/words.ts';
import { openText } from '../tables/outputs.ts';
import { warn } from '../terminal.ts';
import { eachReport, type ReadingOptions, sayLacks } from './reading.ts';
import { wideWordsIn } from './words-in.ts';

export type WideOptions = ReadingOptions & {
  format?: 'csv' | 'xlsx';
  output?: string;
  ref?: string[];
  share?: true;
  change?: true;
};

/** `gouji wide`: the years as columns, a row for each body and cell. */
export const wide = async (
  paths: readonly string[],
  options: WideOptions,
  language: Language,
): Promise<ExitCode | Refusal> => {
  const output = options.output ?? null;
  const format = options.format ?? (/\.xlsx$/i.test(output ?? '') ? 'xlsx' : 'csv');
  if (format === 'xlsx' && output === null) return { code: 'output_needed', format };
  if (output !== null) await (await import('../outputs/claim.ts')).claimOutput(output, language);
  const phrases = wideWordsIn(language);
  const extras = wideExtras.filter((extra) => options[extra]);
  const table = wideTable(await wantedBy(options.ref ?? []), phrases, extras);
  const lacks = await eachReport(paths, options, language, (extraction) => table.add(extraction));
  if ('code' in lacks) return lacks;
  if (format === 'xlsx') await inWorkbook(output ?? '', table, phrases.sheet);
  else {
    const text = await openText(output);
    await text.write(csvOf(table.columns(), []));
    for (const row of table.rows()) await text.write(csvLines([row]));
    await text.end();
  }
  sayLacks(lacks, language);
  for (const { source, missing } of lacks) if (missing.length > 0) warn(phrases.takesNoPart(source, missing));
  return lacks.some(({ issues }) => issues.length > 0) ? 2 : 0;
};

/** Refs that a glob means; `requests.*` is a table, `*.total` a column. */
const wantedBy = async (globs: readonly string[]): Promise<(ref: string) => boolean> => {
  if (globs.length === 0) return () => true;
  const { default: picomatch } = await import('picomatch');
  return picomatch([...globs]);
};

const inWorkbook = async (path: string, table: ReturnType<typeof wideTable>, name: string): Promise<void> => {
  const { openSheet } = await import('../outputs/sheet.ts');
  const { mostRows, sharedTexts } = await import('../../parser/export/spreadsheet.ts');
  const { packWorkbook } = await import('../outputs/workbook.ts');
  const { OutputProblem, writingTo } = await import('../outputs/problem.ts');
  const widths: Readonly<Record<string, number>> = {
    authority: 28,
    row_label: 34,
    column_label: 18,
    ref: 34,
  };
  const shared = sharedTexts();
  const columns = table.columns().map((column) => {
    const isStart = (wideStart as readonly string[]).includes(column);
    return { name: column, width: widths[column] ?? 12, ...(isStart && { repeated: true as const }) };
  });
  await writingTo(path, async () => {
    const sheet = openSheet(name, `${path}.wide.part`, columns, shared);
    for (const row of table.rows()) {
      if (sheet.rows() >= mostRows) throw new OutputProblem({ code: 'workbook_too_large', path });
      await sheet.add(row);
    }
    await packWorkbook(path, [sheet], shared);
  });
};
