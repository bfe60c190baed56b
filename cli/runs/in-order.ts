/** What may be under way at the same time. */
type FlowBounds<Item> = {
  /** Items. */
  most: number;
  /** Their weights together; one item is let through however heavy it is. */
  heaviest: number;
  weight: (item: Item) => number;
};

/** A wait that another part ends. */
const signal = (): { wait: () => Promise<void>; give: () => void } => {
  let resolve: (() => void) | null = null;
  let given = false;
  return {
    wait: () =>
      new Promise((done) => {
        if (given) done();
        else resolve = done;
        given = false;
      }),
    give: () => {
      if (resolve) resolve();
      else given = true;
      resolve = null;
    },
  };
};

/**
 * Works on items ahead of who takes the results, within bounds, and gives the results in the order of the items, each as soon as it and
 * all before it are there: whoever waits for an answer before sending the next item gets it.
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  work: (item: Item) => Promise<Result>,
  { most, heaviest, weight }: FlowBounds<Item>,
): AsyncGenerator<{ item: Item; result: Result }> {
  const underWay: { item: Item; result: Promise<Result> }[] = [];
  const [room, more] = [signal(), signal()];
  let held = 0;
  let state: 'taking' | 'taken' | 'left' = 'taking';
  let failure: unknown = null;
  const take = async (): Promise<void> => {
    try {
      for await (const item of items) {
        while (underWay.length >= most || (held > 0 && held + weight(item) > heaviest)) {
          await room.wait();
          if (state === 'left') return;
        }
        held += weight(item);
        const result = work(item);
        // Whoever takes it is told of its failure; until then it is nobody's.
        result.catch(() => {});
        underWay.push({ item, result });
        more.give();
      }
    } catch (error) {
      failure = error;
    }
    if (state === 'taking') state = 'taken';
    more.give();
  };
  void take();
  try {
    for (;;) {
      const first = underWay[0];
      if (first) {
        const result = await first.result;
        underWay.shift();
        held -= weight(first.item);
        room.give();
        yield { item: first.item, result };
      } else if (state === 'taking') await more.wait();
      else break;
    }
    if (failure !== null) throw failure;
  } finally {
    state = 'left';
    room.give();
  }
}
