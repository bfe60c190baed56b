import type { Issue } from '../../issue.ts';

/** How long a document may take, and how much it may bring. */

/** A file that has too much of something. */
export class PdfExcess extends Error {
  readonly issue: Issue;

  constructor(what: 'strokes' | 'seconds', limit: number) {
    super(what);
    this.issue = { code: 'file_excessive', what, limit };
  }
}

/** Lets a promise be waited for until the reading of its document is given up. */
export type Within = <Value>(promise: Promise<Value>) => Promise<Value>;

/** A reading that is given up after a time, or when it is told to be. */
export const bounded = (
  milliseconds: number,
): { within: Within; giveUp: (excess: PdfExcess) => void; end: () => void } => {
  let giveUp: (excess: PdfExcess) => void = () => undefined;
  const given = new Promise<never>((_, reject) => {
    giveUp = reject;
  });
  given.catch(() => undefined);
  const timer = setTimeout(() => giveUp(new PdfExcess('seconds', milliseconds / 1000)), milliseconds);
  return {
    within: (promise) => Promise.race([promise, given]),
    giveUp: (excess) => giveUp(excess),
    end: () => clearTimeout(timer),
  };
};

/** As long as a worker may take that has been told to end. */
export const moment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1_000));
