import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { hostileInputs } from './hostile-inputs.ts';
import type { Read } from './hostile-run.ts';

/**
 * The stated bound: a megabyte of anything at all (a tenth of one, but in a full run) gives an extraction, with an issue where it was not read, in so many steps and in a
 * heap of 300 MB. A reading that grows faster than its input takes a thousand times as many. (`npm run bench:hostile` measures the time.)
 */
const mostSteps = 30_000_000;

const script = fileURLToPath(new URL('hostile-run.ts', import.meta.url));
const { stdout, stderr } = spawnSync(process.execPath, ['--max-old-space-size=300', script], {
  encoding: 'utf8',
  maxBuffer: 1 << 26,
});
const read = new Map(
  stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Read)
    .map((one) => [one.name, one]),
);

describe('bounded steps and memory', () => {
  test.each(hostileInputs)('$file: $name', ({ name }) => {
    const { steps, extractions, reports, issues } = read.get(name) ?? {};
    expect(extractions, `reading ended before or at this one: ${stderr.slice(-400)}`).toBeGreaterThan(0);
    if (reports === 0) expect(issues, 'nothing was read, and nothing says why').not.toEqual([]);
    expect(steps).toBeGreaterThan(0);
    expect(steps).toBeLessThan(mostSteps);
  });

  test('are told apart by their names', () => {
    expect(new Set(hostileInputs.map(({ name }) => name)).size).toBe(hostileInputs.length);
  });
});
