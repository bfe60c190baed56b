import type { Obscurity } from '../issue.ts';
import { floated, isUnseen, type Look } from './html/look.ts';

/** An ordinal before words: 1.属于国家秘密. */
const ordinal = /^[（(]?\d{1,2}[)）.．、]\s*\p{Script=Han}/u;
const han = /\p{Script=Han}/u;
/** More is a text. */
const longest = 60;

/** Could a cell with this text hold a figure? One with nothing written in it could. */
export const mayBeFigure = (text: string): boolean => {
  if (text === '') return true;
  if (text.length > longest) return false;
  return !han.test(text) || (/\p{N}/u.test(text) && !ordinal.test(text));
};

/** Letters that much smaller than others in the same figure are those of a mark. */
const leastRatio = 0.85;

/** How the runs of text of one cell are set, one beside the other. */
export class Runs {
  #shift: string | null = null;
  #smallest = Number.POSITIVE_INFINITY;
  #largest = 0;
  #why: Obscurity | null = null;
  #apart: Look['apart'] = null;

  add(text: string, look: Look): void {
    if (text.trim() === '') return;
    if (this.#shift !== null && this.#shift !== look.shift)
      this.#why ??= `${this.#shift}${look.shift}`.includes(floated) ? 'reordered' : 'raised';
    if (this.#largest > 0 && this.#apart !== look.apart)
      this.#why ??= (look.apart ?? this.#apart)?.why ?? null;
    this.#apart = look.apart;
    this.#shift = look.shift;
    this.#smallest = Math.min(this.#smallest, look.size);
    this.#largest = Math.max(this.#largest, look.size);
    if (this.#smallest < this.#largest * leastRatio) this.#why ??= 'raised';
    if (look.why) this.#why ??= look.why;
    if (!look.visible || isUnseen(look)) this.#why ??= 'hidden';
  }

  /** Why it is not sure what a reader sees; null where all is set alike and plainly. */
  get why(): Obscurity | null {
    return this.#why;
  }
}
