import type { FormProblem } from '../forms/own-form.ts';

export type FormPhrases = {
  problem: (problem: FormProblem) => string;
  wholeFile: string;
  said: (where: string, what: string) => string;
};

/** Of many that are allowed these are named. */
const mostNamed = 12;

export const listed = (allowed: readonly string[], comma: string): string => {
  const shown = allowed.slice(0, mostNamed).join(comma);
  return allowed.length > mostNamed ? `${shown} ……` : shown;
};
