import * as z from 'zod';

const words = z.string().min(1);
const names = z.array(words);
const wording = z.array(
  z.strictObject({
    id: words,
    words: words.exactOptional(),
    close: words.exactOptional(),
    some: words.exactOptional(),
  }),
);

/** How a form that ships says by what words texts name what it counts, and in which cells. */
export const proseShape = z.strictObject({
  rows: wording,
  columns: wording,
  routes: wording,
  applicants: wording,
  cells: z.strictObject({
    requests: z.strictObject({
      table: words,
      total: words,
      received: words,
      carriedOver: words,
      processed: words,
      carriedForward: words,
      granted: words,
      partlyGranted: words,
      groups: names,
      unanswered: names,
    }),
    applicants: z.strictObject({ person: words, all: words, organisations: names, remaining: words }),
    disputes: z.strictObject({
      table: words,
      total: words,
      remaining: words,
      pending: words,
      review: names,
      litigation: names,
    }),
  }),
});
