import { describe, expect, test } from 'vitest';
import { type Journal, type JournalLine, journalIn, journalPath } from '../../cli/runs/journal.ts';
import type { LinePlace, LineStore } from '../../cli/runs/line-store.ts';
import { asking, type Past } from '../../cli/runs/request.ts';
import { taskOf } from '../../cli/runs/task.ts';

const head = { version: '1.2.3', task: taskOf(asking('en', {}), 'csv', { paths: ['reports'] }) };
const step = { end: 10, sum: 7 };

/** A store that shows what was written into it. */
const openStore = () => {
  const lines: string[] = [];
  const told: string[] = [];
  const store: LineStore = {
    append: (line) => ({ at: lines.push(line) - 1, length: line.length }),
    read: ({ at }) => lines[at] ?? '',
    sync: () => told.push('sync'),
    close: (keep) => told.push(`close ${keep}`),
  };
  return {
    store,
    lines,
    told,
    written: (): JournalLine[] => lines.map((line) => JSON.parse(line) as JournalLine),
  };
};

const past = (authority: string, year: number, figures: Record<string, number | string>): Past => ({
  source: 'a.html',
  authority,
  year,
  form: 'disclosure-2021',
  facts: Object.entries(figures).map(([ref, figure]) =>
    typeof figure === 'number'
      ? { ref, value: figure, state: 'number' }
      : { ref, value: null, state: figure as 'blank' | 'mark' | 'unreadable' },
  ),
});

const remembered = (journal: Journal) =>
  journal.reports().map(({ facts, ...report }) => ({ ...report, facts: facts() }));

test('stands beside the output', () => {
  expect(journalPath('out/all.csv')).toBe('out/all.csv.journal');
});

test('begins with whose run it is; one that is gone on with has its beginning', () => {
  const { store, written } = openStore();
  journalIn(store, head);
  expect(written()).toEqual([{ format: 'gouji/journal/2', ...head }]);
  const other = openStore();
  journalIn(other.store, null);
  expect(other.lines).toEqual([]);
});

test('has a line for each source: what it is from, what it has added to the output, what it counts', () => {
  const { store, written } = openStore();
  const journal = journalIn(store, null);
  const input = { path: 'a.html', bytes: 3, modified: 5, sha256: 'ab' };
  journal.note('a.html', step, input, { counted: [{ exit: 1, violated: true }], past: [] });
  journal.note('-', { end: 20, sum: 8 }, null, { counted: [], past: [] });
  expect(written()).toEqual([
    { key: 'a.html', ...step, input, counts: { reports: 1, violated: 1, unread: 0, exit: 1 }, past: [] },
    {
      key: '-',
      end: 20,
      sum: 8,
      input: null,
      counts: { reports: 0, violated: 0, unread: 0, exit: 0 },
      past: [],
    },
  ]);
});

test('counts reports, those with something violated, those that could not be read; the gravest decides the exit', () => {
  const journal = journalIn(openStore().store, head);
  const note = (...counted: { exit: 0 | 1 | 2; violated: boolean }[]): void =>
    journal.note('a', step, null, { counted, past: [] });
  expect(journal.counts()).toEqual({ reports: 0, violated: 0, unread: 0, exit: 0 });
  note({ exit: 0, violated: false }, { exit: 1, violated: true });
  expect(journal.counts()).toEqual({ reports: 2, violated: 1, unread: 0, exit: 1 });
  note({ exit: 2, violated: true }, { exit: 2, violated: false });
  note({ exit: 0, violated: false });
  expect(journal.counts()).toEqual({ reports: 5, violated: 2, unread: 2, exit: 2 });
});

describe('figures for the comparison over the years', () => {
  const figures = { 'requests.granted.total': 5, 'requests.other.total': 'blank' };
  const others = { 'requests.granted.total': 'mark', 'requests.other.total': 0 };
  const short = { 'requests.granted.total': 'unreadable' };

  test('are read again as they were noted: a blank is no zero, and a zero no blank', () => {
    const journal = journalIn(openStore().store, head);
    const noted = [past('甲市', 2020, figures), past('甲市', 2021, others), past('乙县', 2021, short)];
    journal.note('a.html', step, null, { counted: [], past: noted.slice(0, 2) });
    journal.note('b.html', step, null, { counted: [], past: noted.slice(2) });
    expect(remembered(journal)).toEqual(noted.map(({ source, ...report }) => report));
  });

  test('name the refs of a form once, however many reports print them', () => {
    const { store, written } = openStore();
    const journal = journalIn(store, null);
    for (const one of [figures, others, short, figures])
      journal.note('a.html', step, null, { counted: [], past: [past('甲市', 2020, one)] });
    expect(written().flatMap((line) => ('refs' in line ? [line.refs] : []))).toEqual([
      Object.keys(figures),
      Object.keys(short),
    ]);
    expect(written().flatMap((line) => ('key' in line ? line.past : []))).toEqual([
      ['甲市', 2020, 'disclosure-2021', 0, [5, 'blank']],
      ['甲市', 2020, 'disclosure-2021', 0, ['mark', 0]],
      ['甲市', 2020, 'disclosure-2021', 1, ['unreadable']],
      ['甲市', 2020, 'disclosure-2021', 0, [5, 'blank']],
    ]);
  });

  test('and counts of an earlier run are there again, and its refs are not named anew', () => {
    const { store, lines } = openStore();
    const before = journalIn(store, head);
    const counted = [{ exit: 1 as const, violated: true }];
    before.note('a.html', step, null, { counted, past: [past('甲市', 2020, figures)] });
    before.note('b.html', step, null, { counted, past: [past('甲市', 2021, short)] });

    const after = journalIn(store, null);
    const left: [JournalLine, LinePlace][] = lines.map((line, at) => [
      JSON.parse(line) as JournalLine,
      { at, length: line.length },
    ]);
    for (const [line, place] of left) after.recall(line, place);
    expect(after.counts()).toEqual(before.counts());
    expect(remembered(after)).toEqual(remembered(before));
    const size = lines.length;
    after.note('c.html', step, null, { counted: [], past: [past('甲市', 2022, short)] });
    expect(lines).toHaveLength(size + 1);
    expect(remembered(after).at(-1)?.facts).toEqual(past('甲市', 2022, short).facts);
  });

  test('are read from the place of their line: of a line that has none there are none', () => {
    const { store, lines } = openStore();
    const journal = journalIn(store, head);
    journal.note('a.html', step, null, { counted: [], past: [past('甲市', 2020, figures)] });
    lines.fill(JSON.stringify({ refs: [] }));
    expect(remembered(journal)[0]?.facts).toEqual([]);
  });
});

test('its end is that of its store, which keeps the lines where the run may be gone on with', () => {
  const { store, told } = openStore();
  const journal = journalIn(store, head);
  journal.sync();
  journal.close(true);
  journal.close(false);
  expect(told).toEqual(['sync', 'close true', 'close false']);
});
