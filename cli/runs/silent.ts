import { warn } from '../terminal.ts';

/** How far a long run has come: a bar on standard error with rate and time left, for who looks on. */
export type Progress = {
  /** What stands on standard error beside the bar. */
  say: (line: string) => void;
  done: () => void;
  expect: (total: number) => void;
  end: () => void;
};

export const noProgress: Progress = {
  say: (line) => warn(line),
  done: () => {},
  expect: () => {},
  end: () => {},
};
