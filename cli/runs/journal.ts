import type { YearReport } from '../../parser/check/history.ts';
import type { ExitCode } from '../exit.ts';
import type { Answer, Past } from './asked.ts';
import type { Place, Spool } from './spool.ts';

/**
 * What a run has done, a line for each source, in the order of the output: enough to go on after an interruption, to count, and to compare
 * the reports of each body over the years without holding them.
 */

/** Figures in the order of the refs of an earlier line: the refs of a form are the same in thousands of reports. */
type Noted = [authority: string, year: number, form: string, refs: number, figures: (number | string)[]];

export type Line =
  | { format: typeof format; task: string }
  | { refs: readonly string[] }
  | {
      key: string;
      /** Bytes of the output after this source; 0 where the output tells by itself. */
      end: number;
      counts: Counts;
      past: Noted[];
    };

export const format = 'gouji/journal/1';

export const journalPath = (output: string): string => `${output}.journal`;
/** Where an output stands until it is whole. */
export const partPath = (output: string): string => `${output}.part`;

export type Counts = { reports: number; violated: number; unread: number; exit: ExitCode };

export const noCounts: Counts = { reports: 0, violated: 0, unread: 0, exit: 0 };

export const add = (one: Counts, other: Counts): Counts => ({
  reports: one.reports + other.reports,
  violated: one.violated + other.violated,
  unread: one.unread + other.unread,
  exit: one.exit > other.exit ? one.exit : other.exit,
});

export const countsOf = ({ counted }: Pick<Answer, 'counted'>): Counts =>
  counted.reduce<Counts>(
    (sum, { exit, violated }) =>
      add(sum, { reports: 1, violated: Number(violated), unread: Number(exit === 2), exit }),
    noCounts,
  );

export type Journal = {
  /** What was done before and by now. */
  counts: () => Counts;
  note: (key: string, end: number, answer: Pick<Answer, 'counted' | 'past'>) => void;
  /** A line of an earlier run, as `note` wrote it. */
  recall: (line: Line, place: Place) => void;
  reports: () => YearReport[];
  close: (keep: boolean) => void;
};

/** @param task what must be the same for a later run to go on: a journal of another task is no start for this one. */
export const journalIn = (spool: Spool, task: string | null): Journal => {
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
      spool.append(JSON.stringify({ refs } satisfies Line));
    }
    return [authority, year, form, at, facts.map(({ value, state }) => value ?? state)];
  };

  const factsAt = (place: Place, nth: number): ReturnType<YearReport['facts']> => {
    const line = JSON.parse(spool.read(place)) as Line;
    const noted = 'past' in line ? line.past[nth] : undefined;
    if (!noted) return [];
    const refs = refLists[noted[3]] ?? [];
    return noted[4].map((figure, at) =>
      typeof figure === 'number'
        ? { ref: refs[at] ?? '', value: figure, state: 'number' }
        : { ref: refs[at] ?? '', value: null, state: figure as 'blank' | 'mark' | 'unreadable' },
    );
  };

  const remember = (line: Extract<Line, { key: string }>, place: Place): void => {
    counts = add(counts, line.counts);
    line.past.forEach(([authority, year, form], nth) => {
      reports.push({ authority, year, form, facts: () => factsAt(place, nth) });
    });
  };

  if (task !== null) spool.append(JSON.stringify({ format, task } satisfies Line));
  return {
    counts: () => counts,
    note: (key, end, answer) => {
      const line = { key, end, counts: countsOf(answer), past: answer.past.map(compact) };
      remember(line, spool.append(JSON.stringify(line satisfies Line)));
    },
    recall: (line, place) => {
      if ('refs' in line) listRefs(line.refs);
      else if ('key' in line) remember(line, place);
    },
    reports: () => reports,
    close: (keep) => spool.close(keep),
  };
};
