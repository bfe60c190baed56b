import { blocks, headings, setOf } from './kinds.ts';
import type { Tag } from './tag.ts';

/** HTML elements that end foreign content where they start (HTML Standard 13.2.6.5), apart from blocks and headings. */
const brokenOut = setOf(
  'b big body br code dd dt em embed font head hr i img li meta nobr p ruby s small span strike strong sub sup table tt u ul var',
);
/** Start tags that may stand in a `select` without ending it. */
const selectable = setOf('option optgroup hr script');
/** Elements whose content is tokenised otherwise inside `svg`. */
const otherwiseInSvg = setOf(
  'title style script textarea iframe xmp noembed noframes noscript desc foreignobject',
);

/** A `select` or an `svg`, which is passed over as a whole: nothing of it is text of the page, as long as it ends where it says. */
export class PassedOver {
  readonly #open: string[] = [];

  get isOpen(): boolean {
    return this.#open.length > 0;
  }

  /** A start tag, that of the element itself or of one in it. False where the whole algorithm is needed. */
  start({ name, attributes }: Tag): boolean {
    // options need no end tag: only what ends the select itself is of interest
    if (this.#open[0] === 'select') return selectable.has(name);
    const leaves =
      this.isOpen &&
      (otherwiseInSvg.has(name) || brokenOut.has(name) || blocks.has(name) || headings.has(name));
    const selfClosing = attributes.endsWith('/');
    if (!selfClosing) this.#open.push(name);
    // <svg width=16/> is not self-closing: the slash belongs to the value
    return !leaves && (!selfClosing || /["'\s]/.test(attributes.at(-2) ?? ' '));
  }

  /** An end tag while it is open. False likewise. */
  end(name: string): boolean {
    if (this.#open[0] !== 'select') return this.#open.pop() === name;
    if (name === 'select') this.#open.length = 0;
    return name === 'select' || selectable.has(name);
  }
}
