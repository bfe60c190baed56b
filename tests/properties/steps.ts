import { Session } from 'node:inspector/promises';
import { fileURLToPath } from 'node:url';

/**
 * How many steps of the parser something takes: executed blocks of its functions, as V8 counts them for coverage, and what the built-in
 * functions that pass over lists and texts (includes, indexOf, slice, join …) pass over meanwhile: to V8 each call of them is one step, so that a
 * search within a loop would look linear. The same on every machine, however busy it is. Regular expressions are proved apart.
 */
export const stepsOf = async (work: () => unknown): Promise<number> => {
  const { session, isOurs } = await counting();
  // Counting begins anew with each look.
  await session.post('Profiler.takePreciseCoverage');
  const passed = await passedOver(work);
  const { result } = await session.post('Profiler.takePreciseCoverage');
  let steps = passed;
  for (const { url, functions } of result)
    if (isOurs(url)) for (const { ranges } of functions) for (const { count } of ranges) steps += count;
  return steps;
};

type Counting = { session: Session; isOurs: (url: string) => boolean };
let started: Promise<Counting> | null = null;

/** Counting makes everything slower: it begins with the first question. */
const counting = (): Promise<Counting> => {
  started ??= (async () => {
    const session = new Session();
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    const parser = new URL('../../parser/', import.meta.url);
    // Node names a module by its address, the test runner by its path.
    const names = [parser.href, fileURLToPath(parser)];
    return { session, isOurs: (url) => names.some((name) => url.startsWith(name)) };
  })();
  return started;
};

type Listed = { readonly length: number };
const lengthOf = (of: unknown): number =>
  typeof of === 'string' || Array.isArray(of) ? (of satisfies Listed).length : 0;

/** Elements passed over by a search that ended at `found`, or at the end. */
const searched = (self: unknown, [, from]: readonly unknown[], found: unknown): number => {
  const start = typeof from === 'number' ? Math.max(0, from) : 0;
  return typeof found === 'number' && found >= 0 ? Math.abs(found - start) + 1 : lengthOf(self) - start;
};

const passing: readonly (readonly [object, string, typeof searched])[] = [
  [Array.prototype, 'indexOf', searched],
  [Array.prototype, 'includes', (self, args) => searched(self, args, -1)],
  [Array.prototype, 'slice', (_, __, result) => lengthOf(result)],
  [Array.prototype, 'concat', (_, __, result) => lengthOf(result)],
  [Array.prototype, 'join', (self) => lengthOf(self)],
  [Array.prototype, 'unshift', (self) => lengthOf(self)],
  [Array.prototype, 'shift', (self) => lengthOf(self)],
  [String.prototype, 'indexOf', searched],
];

/** Does the work, and counts what built-in functions pass over in it. */
const passedOver = async (work: () => unknown): Promise<number> => {
  let passed = 0;
  const replaced = passing.map(([of, name, over]) => {
    const original: unknown = Reflect.get(of, name);
    if (typeof original !== 'function') throw new Error(`no function ${name}`);
    const value = function (this: unknown, ...args: unknown[]): unknown {
      const result: unknown = Reflect.apply(original, this, args);
      passed += over(this, args, result);
      return result;
    };
    Object.defineProperty(of, name, { value, writable: true, configurable: true });
    return () => Object.defineProperty(of, name, { value: original, writable: true, configurable: true });
  });
  try {
    await work();
  } finally {
    for (const restore of replaced) restore();
  }
  return passed;
};
