import type { Language } from '../../parser/messages/words.ts';
import { phrasesIn } from '../phrases.ts';
import { type Named, sourcesOf } from '../sources/sources.ts';
import { standardOutput } from '../standard-output.ts';
import type { Answer, Asked } from './asked.ts';
import { type Destination, toStandardOutput, toTables, toTextFile } from './destination.ts';
import { type Format, isTable } from './formats.ts';
import { type Journal, journalIn, journalPath } from './journal.ts';
import type { Left } from './resume.ts';
import { run } from './run.ts';
import { type Refusal, runPhrasesIn } from './run-phrases.ts';
import { noProgress, type Progress } from './silent.ts';
import { fileSpool, memorySpool, type Spool, temporarySpool } from './spool.ts';

/** From what a command line asks to a run that is under way: outputs opened, an earlier run's journal taken up, progress shown. */

export type Order = {
  named: Named;
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

const refusalOf = ({ format, output, resume }: Order): Refusal | null => {
  if (isTable(format) && output === null) return { code: 'output_needed', format };
  if (resume && output === null) return { code: 'resume_needs_output' };
  if (resume && (format === 'xlsx' || format === 'parquet')) return { code: 'not_resumable', format };
  return null;
};

/** What must be the same for a run to be gone on with: what stands in the output depends on it. */
const taskOf = ({ asked, format, named }: Order): string =>
  JSON.stringify([
    format,
    asked.language,
    asked.all,
    asked.past,
    named.paths,
    named.list ?? null,
    named.choice ?? null,
  ]);

const textIn = ({ asked }: Order): NonNullable<Asked['text']> => asked.text ?? 'ndjson';

/** Bars are for eyes, and summaries on the same terminal show well enough how far a run has come. */
const progressFor = async ({ progress, output, named }: Order, language: Language): Promise<Progress> => {
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

type Opened = { destination: Destination; spool: Spool; left: Left; task: string | null };

const open = async (order: Order): Promise<Opened | Refusal> => {
  const { output, format, resume, asked } = order;
  if (output === null) {
    // What is compared over the years is kept on disk, where there may be more of it than memory holds.
    const spool = asked.past && mayBeMany(order.named) ? temporarySpool() : memorySpool();
    return { destination: await toStandardOutput(textIn(order)), spool, left: noneLeft, task: null };
  }
  await (await import('../outputs/replaceable.ts')).mustBeReplaceable(output);
  const task = taskOf(order);
  const tables = isTable(format) ? await toTables(output, format, asked.language) : null;
  const left = resume
    ? await (await import('./resume.ts')).whatIsLeft(output, task, tables?.has ?? null)
    : noneLeft;
  if (left.kind === 'other') return { code: 'other_task', output };
  if (left.kind === 'none' && left.finished && tables === null) return { code: 'nothing_to_resume', output };
  const from = left.kind === 'some' ? left.end : 0;
  const any = left.kind === 'some' && left.done.size > 0;
  const destination = tables ?? (await toTextFile(output, textIn(order), { any, from }));
  const spool = fileSpool(journalPath(output), left.kind === 'some' ? left.journalEnd : 0);
  return { destination, spool, left, task: left.kind === 'some' ? null : task };
};

const mayBeMany = ({ paths, list }: Named): boolean =>
  list !== undefined || paths.length > 1 || !/\.(?:s?html?|pdf|docx?|txt)$/i.test(paths[0] ?? '');

/**
 * Does what is ordered, and hands over what was noted.
 * @param then told of the journal while its figures can still be read.
 */
export const begin = async (
  order: Order,
  then: (journal: Journal, destination: Destination) => Promise<void>,
): Promise<Refusal | null> => {
  const refusal = refusalOf(order);
  if (refusal) return refusal;
  const { language } = order.asked;
  const opened = await open(order);
  if ('code' in opened) return opened;
  const { destination, spool, left, task } = opened;
  const journal = journalIn(spool, task);
  const done = left.kind === 'some' ? left.done : new Map<string, number>();
  if (left.kind === 'some') for (const [line, place] of left.lines) journal.recall(line, place);
  const progress = await progressFor(order, language);
  if (done.size > 0)
    progress.say(runPhrasesIn(language).goesOn([...done.values()].reduce((a, b) => a + b, 0)));
  try {
    await run({
      sources: sourcesOf(order.named, () => process.stdin),
      asked: order.asked,
      jobs: order.jobs,
      threads: 'where many',
      destination,
      journal,
      done,
      progress,
      passedOver: (path, kinds) => {
        progress.say(phrasesIn(language).passedOver(path, kinds));
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
