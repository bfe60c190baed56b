import { describe, expect, test } from 'vitest';
import { type Pace, paceFrom } from '../../cli/runs/pace.ts';

const start = 1_700_000_000_000;

/** A run that has done so many of so many after so many seconds. */
const shownAfter = (seconds: number, done: number, total: number | null, language: 'en' | 'zh-CN' = 'en') => {
  const pace = paceFrom(start, language);
  if (total !== null) pace.expect(total);
  doing(pace, done);
  return pace.line(start + seconds * 1000);
};

const doing = (pace: Pace, times: number): void => {
  for (let at = 0; at < times; at++) pace.done();
};

describe('while nobody knows how many there are', () => {
  test.each([
    [0, 0, '0  0.0 a second'],
    [2, 3, '3  1.5 a second'],
    [1, 9, '9  9.0 a second'],
    // From ten on no decimal is told.
    [1, 10, '10  10 a second'],
    [2, 25, '25  13 a second'],
    [10, 1234, '1,234  123 a second'],
  ])('after %d s, %d done: %s', (seconds, done, line) => {
    expect(shownAfter(seconds, done, null)).toBe(line);
  });
});

describe('once that is known', () => {
  const bar = (full: number): string => '█'.repeat(full) + '░'.repeat(24 - full);
  test.each([
    [0, 0, 1000, `${bar(0)}  0 / 1,000  0.0 a second`],
    [10, 250, 1000, `${bar(6)}  250 / 1,000  25 a second  0:30 left`],
    [10, 1, 1000, `${bar(0)}  1 / 1,000  0.1 a second  2:46:30 left`],
    [10, 100, 700, `${bar(3)}  100 / 700  10 a second  1:00 left`],
    [1, 1, 3601, `${bar(0)}  1 / 3,601  1.0 a second  1:00:00 left`],
    [1, 1, 3600, `${bar(0)}  1 / 3,600  1.0 a second  59:59 left`],
    [10, 20, 20, `${bar(24)}  20 / 20  2.0 a second  0:00 left`],
    // A folder may grow while it is read.
    [10, 40, 20, `${bar(24)}  40 / 20  4.0 a second  0:00 left`],
  ])('after %d s, %d of %d: %s', (seconds, done, total, line) => {
    expect(shownAfter(seconds, done, total)).toBe(line);
  });

  test('in Chinese', () => {
    expect(shownAfter(10, 250, 1000, 'zh-CN')).toBe(`${bar(6)}  250 / 1,000  每秒 25 份  还需 0:30`);
  });
});

describe('the rate is that of the last twenty seconds', () => {
  const rates = (steps: readonly [seconds: number, done: number][]): (string | undefined)[] => {
    const pace = paceFrom(start, 'en');
    let before = 0;
    return steps.map(([seconds, done]) => {
      doing(pace, done - before);
      before = done;
      return pace.line(start + seconds * 1000).split('  ')[1];
    });
  };

  test('what was fast before that is forgotten', () => {
    expect(
      rates([
        [10, 1000],
        [19, 1018],
        // Now since second 10, when it became slow.
        [20, 1020],
        [29, 1038],
      ]),
    ).toEqual(['100 a second', '54 a second', '2.0 a second', '2.0 a second']);
  });

  test('after a long pause it is that since the last time anybody looked', () => {
    expect(
      rates([
        [1, 10],
        [2, 20],
        [100, 118],
      ]),
    ).toEqual(['10 a second', '10 a second', '1.0 a second']);
  });
});
