import type { Form, FormTable } from '../forms/schema.ts';
import type { TableBlock } from '../source/blocks.ts';
import { labelKey } from '../text/label.ts';
import { simplified } from '../text/traditional.ts';
import { lexiconFor } from './lexicon.ts';

/**
 * With which tables of the forms does a table share words? Most tables of a page are layout and lists of links: they are told
 * apart by one look at each character, before anything is laid out.
 */

/** So many characters of a label in a row, with nothing but other signs between them, are no chance. */
const run = 3;

/** Enough bits for each character of the labels. */
const bits = 10;

type Alphabet = {
  /**
   * Ordinal of each UTF-16 unit among the characters of the labels; 0 for other Chinese characters; `skipped` for all else;
   * `unfolded` for radicals and compatibility characters that no page has shown yet.
   */
  ordinals: Uint16Array;
  /** Which tables of the forms have each run of characters in their labels. */
  runs: ReadonlyMap<number, ReadonlySet<FormTable>>;
};

const skipped = 0xffff;
const unfolded = 0xfffe;

const alphabetOf = (keys: Iterable<readonly [string, FormTable]>): Alphabet => {
  const ordinals = new Uint16Array(0x1_0000).fill(skipped);
  ordinals.fill(0, 0x3400, 0xa000);
  const runs = new Map<number, Set<FormTable>>();
  let characters = 0;
  for (const [key, table] of keys) {
    let last = 0;
    for (let at = 0; at < key.length; at++) {
      const code = key.charCodeAt(at);
      // Digits are skipped in labels as in print.
      if (ordinals[code] === skipped) continue;
      ordinals[code] ||= ++characters;
      last = next(last, ordinals[code] ?? 0);
      if (last > mostOfTwo) runs.set(last, (runs.get(last) ?? new Set()).add(table));
    }
  }
  // A character counts in whatever form it is printed: traditional, as a radical, or for compatibility.
  for (const [traditional, simple] of simplified)
    ordinals[traditional.charCodeAt(0)] ||= ordinals[simple.charCodeAt(0)] ?? 0;
  ordinals.fill(unfolded, 0x2e80, 0x2fe0);
  ordinals.fill(unfolded, 0xf900, 0xfb00);
  return { ordinals, runs };
};

/** The ordinal of a radical or a compatibility character: that of the character it stands for. */
const folded = (code: number, ordinals: Uint16Array): number => {
  const ordinal = ordinals[labelKey(String.fromCharCode(code)).charCodeAt(0)] ?? skipped;
  // Some stand for nothing but themselves.
  ordinals[code] = ordinal === unfolded ? skipped : ordinal;
  return ordinals[code];
};

/** The last characters with one more: as many as make a run. */
const next = (last: number, ordinal: number): number => ((last << bits) | ordinal) & (2 ** (run * bits) - 1);

/** More than this, and all characters of the run are those of labels. */
const mostOfTwo = 2 ** ((run - 1) * bits);

/** The keys without those that only put the labels of groups before another of them. */
const ownKeys = (keys: ReadonlySet<string>): string[] => {
  const all = [...keys];
  return all.filter((key) => !all.some((other) => other !== key && key.endsWith(other)));
};

/** Made once for each list of forms. */
const alphabets = new WeakMap<readonly Form[], Alphabet>();

const labelsOf = (forms: readonly Form[]): Alphabet => {
  const before = alphabets.get(forms);
  if (before) return before;
  const alphabet = alphabetOf(
    forms.flatMap((form) =>
      form.tables.flatMap((table) => {
        const { rows, bands, rowGroups, columnGroups } = lexiconFor(table);
        const entries = [...rows, ...bands.flatMap((band) => band.columns)];
        const keys = [...entries.flatMap((entry) => ownKeys(entry.keys)), ...rowGroups, ...columnGroups];
        return keys.map((key) => [key, table] as const);
      }),
    ),
  );
  alphabets.set(forms, alphabet);
  return alphabet;
};

/** A table with less than this part of the runs that the likest has is like it by chance: 行政 and 信息公开 are in all of them. */
const leastShare = 1 / 4;

/** What a table of a source shares with the forms, whatever its cells and lines do to their labels. */
type Familiarity = {
  /** The tables of the forms that it shares the most with; empty where it shares nothing. */
  like: ReadonlySet<FormTable>;
  /** How many different runs of characters it shares with the likest. */
  shared: number;
};

export const familiarity = (table: TableBlock, forms: readonly Form[]): Familiarity => {
  const { ordinals, runs } = labelsOf(forms);
  const found = new Set<number>();
  let last = 0;
  for (const { cells } of table.rows)
    for (const { text } of cells)
      for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at);
        let ordinal = ordinals[code] ?? skipped;
        if (ordinal === unfolded) ordinal = folded(code, ordinals);
        if (ordinal === skipped) continue;
        last = ordinal === 0 ? 0 : next(last, ordinal);
        if (last > mostOfTwo && runs.has(last)) found.add(last);
      }
  const counts = new Map<FormTable, number>();
  for (const one of found)
    for (const like of runs.get(one) ?? []) counts.set(like, (counts.get(like) ?? 0) + 1);
  const shared = Math.max(0, ...counts.values());
  const like = [...counts].flatMap(([one, count]) => (count >= shared * leastShare ? [one] : []));
  return { like: new Set(like), shared };
};
