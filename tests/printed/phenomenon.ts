/** What a person sees in the cell: a figure, nothing, or something of which nobody can say that it is a figure. */
export type Seen = number | 'blank' | 'unsure';

/** One way of setting a cell, in the words of the program that makes the files of it. */
export type Phenomenon = {
  /** The name of its files. */
  readonly name: string;
  readonly seen: Seen;
  /** What stands in the cell, marked up. */
  readonly cell: string;
  /** Attributes of the cell's element. */
  readonly attributes?: string;
  /** Style rules, or style elements. */
  readonly styles?: string;
  /** What is seen in the files of a format, where its writer sets the cell otherwise; null where it does not keep what the case is about. */
  readonly as?: Readonly<Record<string, Seen | null>>;
};

export const phenomenon = (
  name: string,
  seen: Seen,
  cell: string,
  more: Omit<Partial<Phenomenon>, 'name' | 'seen' | 'cell'> = {},
): Phenomenon => ({ name, seen, cell, ...more });

/** What is seen in the file of a format; null where there is no such case. */
export const seenIn = (one: Phenomenon, format: string): Seen | null => {
  const there = one.as?.[format];
  return there === undefined ? one.seen : there;
};

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
