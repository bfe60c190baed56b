import type { Parameters } from 'fast-check';

/**
 * Whether every property is tried as often as it says, and every input in its full size: where `CI` is set, and with
 * `npm run test:full`. A person who waits for an answer gets an eighth of that.
 */
export const full = Boolean(process.env.CI) || process.env.GOUJI_FULL === '1';

/** Every run tries the same cases. `GOUJI_SEED=123 npm test` tries others; a seed that finds something becomes a fixture. */
export const seed = Number(process.env.GOUJI_SEED ?? 20190415);

/** Goes into the name of a property's test, so that every report of a run says which seed it used. */
export const seeded = `seed ${seed}`;

/** All of them in a full run; else one in so many, which ones by the seed. For what is slow and alike: processes, files, pages. */
export const oneIn = <One>(many: number, all: readonly One[]): readonly One[] =>
  full ? all : all.filter((_, nth) => nth % many === seed % many);

/** How often something is tried that a full run tries so often. */
export const times = (inFull: number): number => (full ? inFull : Math.ceil(inFull / 8));

export const runs = (numRuns: number): Parameters<unknown> => ({
  seed,
  numRuns: times(numRuns),
  verbose: 1,
});
