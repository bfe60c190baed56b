import type { AnyForm } from '../../parser/forms/open-form.ts';
import { openWithOwn, withOwn } from '../../parser/forms/registry.ts';
import type { Language } from '../../parser/messages/words.ts';
import { wordsIn } from '../../parser/messages/words-in.ts';
import { readTables } from '../../parser/read-tables.ts';
import { severity } from '../../parser/severity.ts';
import type { Tabulation } from '../../parser/tabulation.ts';
import { attachmentReaders } from '../attachments.ts';
import type { ExitCode } from '../exit.ts';
import { failedItem, openItem, sha256, unreadItem } from '../read.ts';
import { namedBy, ownFormsOf, type RunOptions } from '../run-options.ts';
import type { Refusal } from '../runs/words.ts';
import type { Item } from '../sources/item.ts';
import { sourcesOf } from '../sources/sources.ts';
import { standardOutput } from '../standard-output.ts';
import { coloursOn, paintIn, printable, warn } from '../terminal.ts';
import { commandWordsIn } from '../words-in.ts';
import { openTables, openText, type TablesFormat, type TablesOutput, tablesFormats } from './outputs.ts';
import { tablesSummary } from './summary.ts';
import { tableWordsIn } from './words-in.ts';

export type TablesOptions = Pick<
  RunOptions,
  'include' | 'exclude' | 'follow' | 'filesFrom' | 'form' | 'output'
> & {
  format?: TablesFormat;
  relations?: string;
};

/** `gouji tables`: every table with figures, and the totals in it. */
export const tables = async (
  paths: readonly string[],
  options: TablesOptions,
  language: Language,
): Promise<ExitCode | Refusal> => {
  const format = formatOf(options);
  const path = options.output ?? null;
  if ((format === 'xlsx' || format === 'parquet') && path === null) return { code: 'output_needed', format };
  const forms = await ownFormsOf(options);
  if ('code' in forms) return forms;
  for (const output of [path, options.relations ?? null])
    if (output !== null) await (await import('../outputs/claim.ts')).claimOutput(output, language);
  const counts = { sources: 0, tables: 0, violated: 0 };
  const output =
    format === null
      ? await inWords(path, language)
      : await openTables(format, path, options.relations ?? null);
  let exit: ExitCode = 0;
  for await (const found of sourcesOf(namedBy(paths, options), () => process.stdin)) {
    if (found.kind === 'passed_over') {
      warn(commandWordsIn(language).passedOver(found.path, found.kinds));
      continue;
    }
    const tabulation = await tabulated(found, forms);
    const own = exitOf(tabulation);
    exit = own > exit ? own : exit;
    counts.sources++;
    counts.tables += tabulation.tables.length;
    counts.violated += asserted(tabulation);
    if (format !== null) sayUnread(tabulation, language);
    await output.write(tabulation);
  }
  await output.end();
  if (format === null && path === null && counts.sources > 1)
    await standardOutput.write(new TextEncoder().encode(`\n${tableWordsIn(language).total(counts)}\n`));
  return exit;
};

/** The format asked for, else the one that the name of the output tells; null: words. */
const formatOf = ({ format, output }: TablesOptions): TablesFormat | null => {
  if (format) return format;
  const ending = /\.(\w+)$/.exec(output ?? '')?.[1]?.toLowerCase() ?? '';
  return ending === 'jsonl' ? 'ndjson' : (tablesFormats.find((one) => one === ending) ?? null);
};

const inWords = async (path: string | null, language: Language): Promise<TablesOutput> => {
  const text = await openText(path);
  const paint = paintIn(path === null && coloursOn(standardOutput, process.env));
  let any = false;
  return {
    write: async (tabulation) => {
      await text.write(`${any ? '\n' : ''}${printable(tablesSummary(tabulation, language, paint))}\n`);
      any = true;
    },
    end: text.end,
  };
};

const unread = ({ extraction: { source, issues } }: ReturnType<typeof unreadItem>): Tabulation => ({
  schema: 'gouji/tables/1',
  source,
  tables: [],
  issues,
});

/**
 * Reads one source. A fault of ours on one page must not cost the others: it is reported as that page's.
 * @param own the person's own forms, looked for beside those that ship.
 */
export const tabulated = async (item: Item, own: readonly AnyForm[] = []): Promise<Tabulation> => {
  const opened = openItem(item);
  if ('code' in opened) return unread(unreadItem(item, opened));
  const { origin, bytes } = opened;
  try {
    const closed = withOwn(own);
    return await readTables(origin, bytes, await sha256(bytes), attachmentReaders, openWithOwn(own), closed);
  } catch (error) {
    return unread(failedItem(item, error));
  }
};

const asserted = ({ tables: read }: Tabulation): number =>
  read
    .flatMap(({ relations }) => relations.flatMap(({ lines }) => lines))
    .filter(({ outcome, strength }) => outcome === 'violated' && strength === 'asserted').length;

const exitOf = (tabulation: Tabulation): ExitCode => {
  if (tabulation.issues.some(({ code }) => severity[code] === 'unread')) return 2;
  return asserted(tabulation) > 0 ? 1 : 0;
};

export const sayUnread = ({ source, issues }: Tabulation, language: Language): void => {
  const about = wordsIn(language).about({ form: null, issues });
  for (const issue of issues)
    if (severity[issue.code] === 'unread') warn(`${source.path ?? source.url}: ${about.issue(issue)}`);
};
