import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inOrder } from '../../cli/runs/in-order.ts';

const from = async function* <Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
};

/** Whatever can happen without anything from outside has happened. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Work that ends when it is told to. */
const onDemand = () => {
  const begun: number[] = [];
  const ends = new Map<number, (result: string) => void>();
  return {
    begun,
    work: (item: number): Promise<string> => {
      begun.push(item);
      return new Promise((resolve) => ends.set(item, resolve));
    },
    end: (item: number): void => ends.get(item)?.(`result ${item}`),
  };
};

const none = { most: 99, heaviest: 99, weight: () => 0 };

describe('working ahead', () => {
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

describe('what is under way at the same time', () => {
  test('is as many as may be, and the next when one has been taken', async () => {
    const { begun, work, end } = onDemand();
    const results = inOrder(from([1, 2, 3, 4]), work, { ...none, most: 2 });
    const first = results.next();
    await settled();
    expect(begun).toEqual([1, 2]);
    // Done out of turn, it still waits for the one before it, and keeps its place.
    end(2);
    await settled();
    expect(begun).toEqual([1, 2]);
    end(1);
    expect((await first).value).toEqual({ item: 1, result: 'result 1' });
    await settled();
    expect(begun).toEqual([1, 2, 3]);
  });

  test.each([
    // As heavy as may be is not too heavy.
    [
      [4, 5, 1],
      [1, 2],
    ],
    [[4, 6, 1], [1]],
    // One alone may be too heavy, so may the one after items that weigh nothing.
    [[20, 0, 1], [1]],
    [
      [0, 20, 1],
      [1, 2],
    ],
  ])('weighs no more than may be: of %j begin %j', async (weights, expected) => {
    const { begun, work } = onDemand();
    const items = weights.map((_, at) => at + 1);
    void inOrder(from(items), work, {
      most: 99,
      heaviest: 9,
      weight: (item) => weights[item - 1] ?? 0,
    }).next();
    await settled();
    expect(begun).toEqual(expected);
  });

  test('its weight is free again when the result has been taken', async () => {
    const { begun, work, end } = onDemand();
    const results = inOrder(from([1, 2, 3]), work, { most: 99, heaviest: 9, weight: () => 6 });
    for (const item of [1, 2]) {
      const next = results.next();
      await settled();
      expect(begun.at(-1)).toBe(item);
      end(item);
      expect((await next).value?.result).toBe(`result ${item}`);
    }
    await settled();
    expect(begun).toEqual([1, 2, 3]);
  });
});

test('whoever waits for an answer before sending the next item gets it', async () => {
  let send: (item: number | null) => void = () => {};
  const sent = async function* (): AsyncGenerator<number> {
    for (;;) {
      const item = await new Promise<number | null>((resolve) => {
        send = resolve;
      });
      if (item === null) return;
      yield item;
    }
  };
  const results = inOrder(sent(), async (item) => item * 2, none);
  for (const item of [1, 2, 3]) {
    const next = results.next();
    await settled();
    send(item);
    expect((await next).value).toEqual({ item, result: item * 2 });
  }
  const last = results.next();
  await settled();
  send(null);
  expect((await last).done).toBe(true);
});

test('a failure of the work is that of its item: what came before it is handed on', async () => {
  const seen: number[] = [];
  const run = async (): Promise<void> => {
    const work = async (item: number): Promise<number> => {
      if (item === 2) throw new Error('broken off');
      return item;
    };
    for await (const { result } of inOrder(from([1, 2, 3]), work, none)) seen.push(result);
  };
  await expect(run()).rejects.toThrow('broken off');
  expect(seen).toEqual([1]);
});

test('who has seen enough leaves: nothing more is begun, and the sources are closed', async () => {
  const begun: number[] = [];
  let closed = false;
  const sources = async function* (): AsyncGenerator<number> {
    try {
      yield* [1, 2, 3, 4];
    } finally {
      closed = true;
    }
  };
  const work = async (item: number): Promise<number> => {
    begun.push(item);
    return item;
  };
  for await (const { item } of inOrder(sources(), work, { ...none, most: 2 })) {
    await settled();
    if (item === 1) break;
  }
  await settled();
  expect(begun).toEqual([1, 2, 3]);
  expect(closed).toBe(true);
});
