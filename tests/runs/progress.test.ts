import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { progressBar } from '../../cli/runs/progress.ts';
import { noProgress } from '../../cli/runs/silent.ts';

let shown = '';
const terminal = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
const taken = (): string => {
  const text = shown;
  shown = '';
  return text;
};

beforeEach(() => {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
  vi.spyOn(terminal, 'write').mockImplementation((text: unknown) => {
    shown += String(text);
    return true;
  });
  vi.spyOn(process, 'stderr', 'get').mockReturnValue(terminal as unknown as typeof process.stderr);
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const clear = '\u001B[K';

test('a bar moves by itself, and gives its line back at the end', () => {
  const bar = progressBar('en');
  const handlers = process.listenerCount('SIGINT');
  const start = taken();
  expect(start).toContain('0  0.0 a second');
  // The cursor would jump about.
  expect(start).toContain('\u001B[?25l');
  bar.expect(4);
  bar.done();
  vi.advanceTimersByTime(200);
  expect(taken()).toContain('1 / 4  5.0 a second  0:01 left');
  // Drawn again though nothing has changed: somebody else may have written over it.
  vi.advanceTimersByTime(10_000);
  const before = taken();
  vi.advanceTimersByTime(200);
  expect([before, taken()].every((text) => text.includes('1 / 4'))).toBe(true);
  bar.end();
  // Its line is cleared and the cursor is there again.
  const end = taken();
  expect(end).toContain('\u001B[?25h');
  expect(end.endsWith('\u001B[2K')).toBe(true);
  expect(process.listenerCount('SIGINT')).toBe(handlers - 1);
  vi.advanceTimersByTime(10_000);
  expect(taken()).toBe('');
});

test('a page that takes long does not stop the bar: it is drawn with the next that is done', () => {
  const bar = progressBar('en');
  taken();
  vi.setSystemTime(1_700_000_005_000);
  bar.done();
  expect(taken()).toContain('1  0.2 a second');
  bar.end();
});

test('a sentence takes the place of the bar, and what a terminal would obey in it is shown', () => {
  const bar = progressBar('zh-CN');
  taken();
  bar.say('甲.html：\u001B[31m不能读取');
  expect(taken()).toBe(`\r${clear}甲.html：␛[31m不能读取\n`);
  bar.end();
});

test('where nobody looks on, only sentences are told', () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => {});
  noProgress.expect(3);
  noProgress.done();
  noProgress.say('a.html: not found');
  noProgress.end();
  expect(told.mock.calls).toEqual([['a.html: not found']]);
});
