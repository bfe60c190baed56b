import type { ProseCells } from '../forms/schema.ts';

/** Every outcome of an application, each a row or a heading over rows. */
export const outcomesOf = ({ requests }: ProseCells): readonly string[] => [
  requests.granted,
  requests.partlyGranted,
  ...requests.groups,
];

/** Is a row this outcome, or one of the rows under it? */
export const isOf = (row: string, outcome: string): boolean =>
  row === outcome || (outcome.endsWith('*') && row.startsWith(outcome.slice(0, -1)));
