import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { hostileInputs } from './hostile-inputs.ts';
import type { Cost } from './hostile-run.ts';

/**
 * The stated bound: a megabyte of anything at all gives an extraction, with an issue where it was not read, in less than a
 * second of processor time and with less than 300 MB. Each input has a process of its own, whose heap ends at that size.
 */
const mostMilliseconds = 1000;
const mostBytes = 300_000_000;

const run = promisify(execFile);
const script = fileURLToPath(new URL('hostile-run.ts', import.meta.url));

const costOf = async (ordinal: number): Promise<Cost> => {
  const { stdout } = await run(process.execPath, ['--max-old-space-size=300', script, String(ordinal)]);
  return JSON.parse(stdout) as Cost;
};

/** What else a machine does makes processor time longer, never shorter: the best of a few runs counts. */
const bestOf = async (runs: number, ordinal: number): Promise<Cost> => {
  const cost = await costOf(ordinal);
  const within = cost.cpu < mostMilliseconds && cost.memory < mostBytes;
  return within || runs <= 1 ? cost : bestOf(runs - 1, ordinal);
};

describe('less than a second and 300 MB', () => {
  test.concurrent.each(hostileInputs.map(({ name, file }, ordinal) => ({ name, file, ordinal })))(
    '$file: $name',
    async ({ ordinal }) => {
      const { cpu, memory, extractions, reports, issues } = await bestOf(3, ordinal);
      expect(extractions).toBeGreaterThan(0);
      if (reports === 0) expect(issues, 'nothing was read, and nothing says why').not.toEqual([]);
      expect(cpu, 'milliseconds of processor time').toBeLessThan(mostMilliseconds);
      expect(memory, 'bytes').toBeLessThan(mostBytes);
    },
    60_000,
  );
});
