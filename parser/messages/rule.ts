/** What is checked, rule by rule, for people: made from the forms, so that a new form brings its own. */
export type Rule = {
  id: string;
  /** `error`: the figures contradict each other. `firm`, `warning` and `hint` as in `check/history.ts`. */
  level: 'error' | 'firm' | 'warning' | 'hint';
  /** The relation in words. */
  relation: string;
  /** Where it is checked: of each column, of each row, between two years. */
  scope: string;
  /** The words of the form that state it, quoted; null where the form states it by its layout only; absent where no form does. */
  wording?: string | null;
  /** Where these words, or that layout, are published. */
  source: string;
  /** Figures that would break it. */
  example: string;
};
