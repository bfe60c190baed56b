import packageJson from '../../package.json' with { type: 'json' };
import type { Language } from '../../parser/messages/words.ts';
import { type NamedPaths, sourcesOf } from '../sources/sources.ts';
import { standardOutput } from '../standard-output.ts';
import { commandWordsIn } from '../words-in.ts';
import {
  type Destination,
  toDataset,
  toFindings,
  toStandardOutput,
  toTables,
  toTextFile,
} from './destination.ts';
import { type Format, isTable } from './formats.ts';
import { type Journal, journalIn, journalPath } from './journal.ts';
import { type LineStore, memoryStore } from './line-store.ts';
import type { Answer, Asked } from './request.ts';
import type { Left } from './resume.ts';
import { run } from './run.ts';
import { noProgress, type Progress } from './silent.ts';
import { type Task, taskOf } from './task.ts';
import type { Refusal } from './words.ts';
import { runWordsIn } from './words-in.ts';

/** From what a command line asks to a run that is under way: outputs opened, an earlier run's journal taken up, progress shown. */

export type RunOrder = {
  named: NamedPaths;
  asked: Asked;
  format: Format | 'summary';
  /** null: standard output. */
  output: string | null;
  resume: boolean;
  jobs: number | null;
  /** Whether progress is shown; null: where a person looks on. */
  progress: boolean | null;
  also?: (answer: Answer) => Promise<void>;
  /** Told besides of what was passed over. */
  passedOver?: (path: string, kinds: ReadonlyMap<string, number>) => void;
};

const noneLeft: Left = { kind: 'none', finished: false };

const refusalOf = ({ asked, format, output, resume }: RunOrder): Refusal | null => {
  if (isTable(format) && output === null) return { code: 'output_needed', format };
  if (resume && output === null) return { code: 'resume_needs_output' };
  if (resume && (format === 'xlsx' || format === 'parquet' || asked.dataset))
    return { code: 'not_resumable', format };
  if (asked.dataset && format !== 'parquet' && format !== 'csv') return { code: 'not_a_folder', format };
  return null;
};

const textIn = ({ asked }: RunOrder): NonNullable<Asked['text']> => asked.text ?? 'ndjson';

/** Bars are for eyes, and summaries on the same terminal show well enough how far a run has come. */
const progressFor = async ({ progress, output, named }: RunOrder, language: Language): Promise<Progress> => {
  // One page is read before a bar would be seen.
  if (!mayBeMany(named)) return noProgress;
  const isWatched = (): boolean =>
    process.stderr.isTTY === true && (output !== null || !standardOutput.isTTY);
  if (!(progress ?? isWatched())) return noProgress;
  const { progressBar } = await import('./progress.ts');
  const bar = progressBar(language);
  const { countOf } = await import('../sources/count.ts');
  void countOf(named).then((count) => {
    if (count !== null) bar.expect(count);
  });
  return bar;
};

/** Whose journal it is. */
type JournalHead = { version: string; task: Task };

type Opened = { destination: Destination; store: LineStore; left: Left; head: JournalHead | null };

/** A folder is known by its descriptor, and is one run's as a file is. */
const inFolder = async (folder: string): Promise<string> => {
  const { mkdir } = await import('node:fs/promises');
  const { writingTo } = await import('../outputs/problem.ts');
  await writingTo(folder, () => mkdir(folder, { recursive: true }));
  return (await import('../outputs/dataset.ts')).descriptorIn(folder);
};

const open = async (order: RunOrder): Promise<Opened | Refusal> => {
  const { format, resume, asked } = order;
  const output = asked.dataset && order.output !== null ? await inFolder(order.output) : order.output;
  if (output === null) {
    // What is compared over the years is kept on disk, where there may be more of it than memory holds.
    const store =
      asked.past && mayBeMany(order.named)
        ? (await import('./journal-file.ts')).temporaryStore()
        : memoryStore();
    return { destination: await toStandardOutput(textIn(order)), store, left: noneLeft, head: null };
  }
  await (await import('../outputs/claim.ts')).claimOutput(output, asked.language);
  const head = { version: packageJson.version, task: taskOf(asked, format, order.named) };
  const tables = asked.dataset
    ? await toDataset(order.output ?? '', format === 'csv' ? 'csv' : 'parquet')
    : asked.rows
      ? await toFindings(output, asked.language)
      : isTable(format)
        ? await toTables(output, format, asked.language, resume)
        : null;
  const left = resume
    ? await (await import('./resume.ts')).whatIsLeft(output, head, tables?.tells ?? null)
    : noneLeft;
  if (left.kind === 'other_task') return { code: 'other_task', output, options: left.options };
  if (left.kind === 'other_version')
    return { code: 'other_version', output, found: left.found, here: head.version };
  if (left.kind === 'damaged') return { code: 'database_damaged', output, detail: left.detail };
  if (left.kind === 'none' && left.finished && tables === null) return { code: 'nothing_to_resume', output };
  const from = left.kind === 'some' ? left.end : 0;
  const any = left.kind === 'some' && left.done.size > 0;
  const destination = tables ?? (await toTextFile(output, textIn(order), { any, from }));
  const { fileStore } = await import('./journal-file.ts');
  const store = fileStore(journalPath(output), left.kind === 'some' ? left.journalEnd : 0);
  return { destination, store, left, head: left.kind === 'some' ? null : head };
};

const mayBeMany = ({ paths, list }: NamedPaths): boolean =>
  list !== undefined || paths.length > 1 || !/\.(?:s?html?|pdf|docx?|txt)$/i.test(paths[0] ?? '');

/**
 * Does what is ordered, and hands over what was noted.
 * @param then told of the journal while its figures can still be read.
 */
export const begin = async (
  order: RunOrder,
  then: (journal: Journal, destination: Destination) => Promise<void>,
): Promise<Refusal | null> => {
  const refusal = refusalOf(order);
  if (refusal) return refusal;
  const { language } = order.asked;
  const opened = await open(order);
  if ('code' in opened) return opened;
  const { destination, store, left, head } = opened;
  const journal = journalIn(store, head);
  const done = left.kind === 'some' ? left.done : new Map<string, number>();
  if (left.kind === 'some') for (const [line, place] of left.lines) journal.recall(line, place);
  const progress = await progressFor(order, language);
  const phrases = runWordsIn(language);
  if (left.kind === 'some' && (left.lost.again > 0 || left.lost.damaged !== null))
    for (const line of phrases.lost(left.lost)) progress.say(line);
  if (left.kind === 'none' && left.damaged) progress.say(phrases.journalLost);
  if (done.size > 0) progress.say(phrases.goesOn([...done.values()].reduce((a, b) => a + b, 0)));
  try {
    await run({
      sources: sourcesOf(order.named, () => process.stdin),
      asked: { ...order.asked, noted: order.output !== null },
      jobs: order.jobs,
      threads: 'where many',
      destination,
      journal,
      done,
      progress,
      added: (paths) => progress.say(phrases.added(paths)),
      passedOver: (path, kinds) => {
        progress.say(commandWordsIn(language).passedOver(path, kinds));
        order.passedOver?.(path, kinds);
      },
      ...(order.also ? { also: order.also } : {}),
    });
  } catch (error) {
    progress.end();
    journal.close(true);
    throw error;
  }
  progress.end();
  await then(journal, destination);
  await destination.end();
  journal.close(false);
  return null;
};
