import type { Parameters } from 'fast-check';

/** Every run tries the same cases. `GOUJI_SEED=123 npm test` tries others; a seed that finds something becomes a fixture. */
export const seed = Number(process.env.GOUJI_SEED ?? 20190415);

/** Goes into the name of a property's test, so that every report of a run says which seed it used. */
export const seeded = `seed ${seed}`;

export const runs = (numRuns: number): Parameters<unknown> => ({ seed, numRuns, verbose: 1 });
