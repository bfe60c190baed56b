import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inOrder } from '../../cli/runs/in-order.ts';
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

describe('working ahead', () => {
  const from = async function* <Item>(items: readonly Item[]): AsyncGenerator<Item> {
    yield* items;
  };

  test('keeps the order and the bounds, whatever takes how long', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({ weight: fc.integer({ min: 0, max: 9 }), turns: fc.integer({ min: 0, max: 5 }) }),
          { maxLength: 40 },
        ),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 12 }),
        async (items, most, heaviest) => {
          let [underWay, weight, worst, heaviestSeen] = [0, 0, 0, 0];
          const seen: number[] = [];
          const work = async (at: number): Promise<number> => {
            const item = items[at] ?? { weight: 0, turns: 0 };
            underWay += 1;
            weight += item.weight;
            worst = Math.max(worst, underWay);
            if (underWay > 1) heaviestSeen = Math.max(heaviestSeen, weight);
            for (let turn = item.turns; turn > 0; turn--) await Promise.resolve();
            return at;
          };
          const results = inOrder(from(items.map((_, at) => at)), work, {
            most,
            heaviest,
            weight: (at) => items[at]?.weight ?? 0,
          });
          for await (const { item, result } of results) {
            expect(result).toBe(item);
            seen.push(result);
            underWay -= 1;
            weight -= items[item]?.weight ?? 0;
          }
          expect(seen).toEqual(items.map((_, at) => at));
          // One more may begin between a result's leaving and its being counted here.
          expect(worst).toBeLessThanOrEqual(most + 1);
          expect(heaviestSeen).toBeLessThanOrEqual(heaviest + 18);
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });

  test('hands on a failure of the sources after what came before it', async () => {
    const failing = async function* (): AsyncGenerator<number> {
      yield 1;
      throw new Error('no more');
    };
    const seen: number[] = [];
    const run = async (): Promise<void> => {
      for await (const { result } of inOrder(failing(), async (item) => item, {
        most: 4,
        heaviest: 9,
        weight: () => 1,
      }))
        seen.push(result);
    };
    await expect(run()).rejects.toThrow('no more');
    expect(seen).toEqual([1]);
  });
});
