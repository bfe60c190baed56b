import type { Obscurity } from '../../issue.ts';
import { strike } from '../../text/struck.ts';

/**
 * What a reader sees in a cell of a document or a workbook: the rule of this room. A cell is a figure only where all that is seen in
 * it is that figure, plainly set. Every reader of the room says how its runs of text are set, and asks here what comes of it.
 */

/** How a run of text is set. */
export type RunSetting = {
  /** It takes no room in print. */
  gone: boolean;
  struck: boolean;
  /** Where its line stands beside that of the others; '' where nothing moves it. */
  shift: string;
  /** Raised or lowered by name, as marks are, and not only by a measure. */
  mark: boolean;
  /** Height of its letters in points; 0 where it is not known. */
  size: number;
  /** RRGGBB, or null for the colour that is seen on every ground. */
  color: string | null;
  /** Colour of the ground on which it stands. */
  ground: string;
  /** Why, for any other reason, it is not sure how it looks. */
  why: Obscurity | null;
};

export const plain: RunSetting = {
  gone: false,
  struck: false,
  shift: '',
  mark: false,
  size: 0,
  color: null,
  ground: 'FFFFFF',
  why: null,
};

/** Letters of fewer points are not seen. */
const tiny = 3;
/** Letters that much smaller than others beside them are those of a mark. */
const leastRatio = 0.7;
/** Colours whose parts differ by less, all together, cannot be told apart. */
const leastContrast = 40;

const rgb = (color: string): [number, number, number] => [
  Number.parseInt(color.slice(0, 2), 16),
  Number.parseInt(color.slice(2, 4), 16),
  Number.parseInt(color.slice(4, 6), 16),
];

const sameColor = (one: string, other: string): boolean => {
  const [a, b] = [rgb(one), rgb(other)];
  return Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]) + Math.abs(a[2] - b[2]) < leastContrast;
};

const isUnseen = ({ size, color, ground }: RunSetting): boolean =>
  (size > 0 && size < tiny) || (color !== null && sameColor(color, ground));

/** Struck text as the characters that look so: 1̶2̶. */
const struckOut = (text: string): string => text.replace(/\S/gu, `$&${strike}`);

/** The runs of one cell, one beside the other. */
export class Seen {
  #why: Obscurity | null = null;
  #shifts = new Set<string>();
  #smallest = Number.POSITIVE_INFINITY;
  #largest = 0;
  #shown = false;
  #gone = '';
  #deleted = false;

  /** @returns the text as it stands in the cell; nothing for a run that is not shown, which `whole` gives back where there is no other. */
  add(text: string, set: RunSetting): string {
    if (text.trim() === '') return set.gone ? '' : text;
    if (set.gone) {
      this.#gone += text;
      return '';
    }
    this.#shown = true;
    if (set.why) this.#why ??= set.why;
    if (isUnseen(set)) this.#why ??= 'hidden';
    if (set.struck) return struckOut(text);
    this.#shifts.add(set.shift);
    if (set.mark) this.#why ??= 'raised';
    if (set.size > 0) {
      this.#smallest = Math.min(this.#smallest, set.size);
      this.#largest = Math.max(this.#largest, set.size);
    }
    return text;
  }

  /** Something else in the cell, of which a reader sees more than its text says. */
  doubt(why: Obscurity): void {
    this.#why ??= why;
  }

  /** Something was taken out of the cell, and nobody has agreed to that yet. */
  delete(): void {
    this.#deleted = true;
  }

  /** What is left of a cell of which nothing is shown, and why it is not sure what is seen in a cell; null where all is plainly set. */
  whole(): { text: string; why: Obscurity | null } {
    if (!this.#shown && this.#gone !== '') return { text: this.#gone, why: this.#why ?? 'hidden' };
    if (!this.#shown && this.#deleted) return { text: '', why: this.#why ?? 'revised' };
    const uneven = this.#shifts.size > 1 || this.#smallest < this.#largest * leastRatio;
    return { text: '', why: this.#why ?? (uneven ? 'raised' : null) };
  }
}
