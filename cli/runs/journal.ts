import type { YearReport } from '../../parser/compare/year-report.ts';
import type { ExitCode } from '../exit.ts';
import type { LinePlace, LineStore } from './line-store.ts';
import type { Answer, Past } from './request.ts';
import type { Task } from './task.ts';

/**
 * What a run has done, a line for each source, in the order of the output: enough to go on after an interruption, to count, and to compare
 * the reports of each body over the years without holding them.
 */

/** Figures in the order of the refs of an earlier line: the refs of a form are the same in thousands of reports. */
type Noted = [authority: string, year: number, form: string, refs: number, figures: (number | string)[]];

export type JournalLine =
  | { format: typeof format; version: string; task: Task }
  | { refs: readonly string[] }
  | {
      key: string;
      /** Bytes of the output after this source; 0 where the output tells by itself. */
      end: number;
      /** CRC-32 of those that this source has added. */
      sum: number;
      input: InputFile | null;
      counts: RunCounts;
      past: Noted[];
    };

/** The file that a source was read from: its own, or the archive that it stands in. */
export type InputFile = {
  path: string;
  /** The bytes of the path in hexadecimal, where they are no UTF-8. */
  name?: string | undefined;
  bytes: number;
  /** When it was last written to, in milliseconds. */
  modified: number;
  /** SHA-256 of the file; null for an archive, which is told by size and time alone. */
  sha256: string | null;
};

/** What a step has done to the output. */
export type OutputStep = { end: number; sum: number };

export const format = 'gouji/journal/2';

export const journalPath = (output: string): string => `${output}.journal`;

type RunCounts = { reports: number; violated: number; unread: number; exit: ExitCode };

const noCounts: RunCounts = { reports: 0, violated: 0, unread: 0, exit: 0 };

const add = (one: RunCounts, other: RunCounts): RunCounts => ({
  reports: one.reports + other.reports,
  violated: one.violated + other.violated,
  unread: one.unread + other.unread,
  exit: one.exit > other.exit ? one.exit : other.exit,
});

const countsOf = ({ counted }: Pick<Answer, 'counted'>): RunCounts =>
  counted.reduce<RunCounts>(
    (sum, { exit, violated }) =>
      add(sum, { reports: 1, violated: Number(violated), unread: Number(exit === 2), exit }),
    noCounts,
  );

export type Journal = {
  /** What was done before and by now. */
  counts: () => RunCounts;
  note: (
    key: string,
    step: OutputStep,
    input: InputFile | null,
    answer: Pick<Answer, 'counted' | 'past'>,
  ) => void;
  /** Waits until what was noted survives a power cut. */
  sync: () => void;
  /** A line of an earlier run, as `note` wrote it. */
  recall: (line: JournalLine, place: LinePlace) => void;
  reports: () => YearReport[];
  close: (keep: boolean) => void;
};

/** @param head whose run it is: a journal of another task or version is no start for this one. Null where one goes on. */
export const journalIn = (store: LineStore, head: { version: string; task: Task } | null): Journal => {
  let counts = noCounts;
  const refLists: (readonly string[])[] = [];
  const listed = new Map<string, number>();
  const reports: YearReport[] = [];

  const listRefs = (refs: readonly string[]): number => {
    const name = refs.join(' ');
    listed.set(name, refLists.length);
    refLists.push(refs);
    return refLists.length - 1;
  };

  const compact = ({ authority, year, form, facts }: Past): Noted => {
    const refs = facts.map(({ ref }) => ref);
    let at = listed.get(refs.join(' '));
    if (at === undefined) {
      at = listRefs(refs);
      store.append(JSON.stringify({ refs } satisfies JournalLine));
    }
    return [authority, year, form, at, facts.map(({ value, state }) => value ?? state)];
  };

  const factsAt = (place: LinePlace, nth: number): ReturnType<YearReport['facts']> => {
    const line = JSON.parse(store.read(place)) as JournalLine;
    const noted = 'past' in line ? line.past[nth] : undefined;
    if (!noted) return [];
    const refs = refLists[noted[3]] ?? [];
    return noted[4].map((figure, at) =>
      typeof figure === 'number'
        ? { ref: refs[at] ?? '', value: figure, state: 'number' }
        : { ref: refs[at] ?? '', value: null, state: figure as 'blank' | 'mark' | 'unreadable' },
    );
  };

  const remember = (line: Extract<JournalLine, { key: string }>, place: LinePlace): void => {
    counts = add(counts, line.counts);
    line.past.forEach(([authority, year, form], nth) => {
      reports.push({ authority, year, form, facts: () => factsAt(place, nth) });
    });
  };

  if (head !== null) store.append(JSON.stringify({ format, ...head } satisfies JournalLine));
  return {
    counts: () => counts,
    sync: store.sync,
    note: (key, { end, sum }, input, answer) => {
      const line = { key, end, sum, input, counts: countsOf(answer), past: answer.past.map(compact) };
      remember(line, store.append(JSON.stringify(line satisfies JournalLine)));
    },
    recall: (line, place) => {
      if ('refs' in line) listRefs(line.refs);
      else if ('key' in line) remember(line, place);
    },
    reports: () => reports,
    close: (keep) => store.close(keep),
  };
};
