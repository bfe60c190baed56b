import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openPool } from '../../cli/runs/pool.ts';
import type { Asked } from '../../cli/runs/request.ts';
import { root } from './gouji.ts';

const asked: Asked = {
  text: null,
  reports: true,
  entries: false,
  rows: false,
  past: false,
  notes: false,
  language: 'en',
  colours: false,
  all: false,
  forms: [],
};
const sound = readFileSync(join(root, 'samples/consistent-2020.html'));
const page = (at: number, bytes: Uint8Array = sound) =>
  ({ kind: 'page', key: String(at), origin: { path: `${at}.html` }, bytes }) as const;

describe('a thread that does not come back', () => {
  test('from a source that takes too long: that one is named, the others are read', async () => {
    // A thread starts in more time than this; whoever is first has no chance.
    const pool = await openPool(asked, 1, { seconds: 0.001, megabytes: 512 });
    const first = await pool.answer(page(0));
    await pool.close();
    expect(first.reports[0]?.extraction.issues).toEqual([
      { code: 'file_excessive', what: 'seconds', limit: 0.001 },
    ]);
    expect(first.counted).toEqual([{ exit: 2, violated: false }]);
  });

  test('where there is no memory to be had: every source is answered all the same', async () => {
    const pool = await openPool(asked, 2, { seconds: 60, megabytes: 4 });
    const answers = await Promise.all([0, 1, 2, 3, 4].map((at) => pool.answer(page(at))));
    await pool.close();
    expect(answers.map(({ reports }) => reports[0]?.extraction.source.path)).toEqual(
      [0, 1, 2, 3, 4].map((at) => `${at}.html`),
    );
    for (const { reports, counted } of answers) {
      expect(reports[0]?.extraction.issues[0]).toMatchObject({
        code: 'file_failed',
        detail: expect.stringMatching(/ERR_WORKER_OUT_OF_MEMORY|memory/),
      });
      expect(counted).toEqual([{ exit: 2, violated: false }]);
    }
  });
});
