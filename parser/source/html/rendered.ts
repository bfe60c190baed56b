import { isClear } from './colors.ts';
import { isBordered, type Values } from './hiding.ts';
import { type Look, lookOf } from './look.ts';
import { selectorApart, toldApartIn } from './told-apart.ts';

/** How the elements of a live page are set: the browser knows, and is asked. */

/** Words of a report's tables: only of these is the look of every cell asked. */
const ofReport =
  /尚\s*未\s*[审審]\s*[结結]|勾\s*稽\s*[关關]|第\s*二\s*十\s*[条條]\s*第|本\s*年\s*新\s*收\s*政\s*府\s*信\s*息/;

const sides = ['top', 'right', 'bottom', 'left'];

/** Attributes that say how an element is set. */
const hints = ['hidden', 'popover', 'dir', 'color', 'face', 'size', 'bgcolor', 'background'];

const plainContent = /^(?:|none|normal|""|"\s+"|'')$/;

/** Marks of lists that are no figures. */
const bullets = /^(?:none|disc|circle|square|disclosure-)/;

/** Is anything seen of what stands before or behind the content of an element: a text, or a line or a ground laid over it? */
const showsSomething = (style: CSSStyleDeclaration): boolean => {
  if (!plainContent.test(style.content)) return true;
  if (/^(?:|none|normal)$/.test(style.content) || !/absolute|fixed/.test(style.position)) return false;
  const isBordered = [style.borderTopWidth, style.borderBottomWidth].some(
    (width) => Number.parseFloat(width) > 0,
  );
  return isBordered || style.backgroundImage !== 'none' || !isClear(style.backgroundColor);
};

const breaking = /^(?:word-break|overflow-wrap)$/;

/** Does what stands in an element take more than one line? */
const isBroken = (element: Element): boolean => {
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  const boxes = range.getClientRects();
  let lowestTop = Number.NEGATIVE_INFINITY;
  let highestBottom = Number.POSITIVE_INFINITY;
  for (let at = 0; at < boxes.length; at++) {
    const box = boxes[at];
    if (!box || box.width === 0 || box.height === 0) continue;
    lowestTop = Math.max(lowestTop, box.top);
    highestBottom = Math.min(highestBottom, box.bottom);
  }
  return lowestTop >= highestBottom;
};

export class Rendered {
  readonly #view: Window & typeof globalThis;
  /** Elements with the same name, classes, style and surroundings look alike where no style sheet tells them apart: they are asked of once. */
  readonly #looks = new Map<string, Look>();
  readonly #besides = new Map<string, 'generated' | 'drawn' | null>();
  readonly #keys = new Map<Element, string>();
  /** Of the table that was opened last: elements that may look otherwise than others of their kind; null where any may. */
  #apart: ReadonlySet<Element> | null = null;
  #selector: string | null | undefined;
  /** Elements in tables, in the order of the page: is the look of every cell of their table asked? */
  readonly #asked = new Map<Element, boolean>();

  constructor(view: Window & typeof globalThis) {
    this.#view = view;
  }

  /** @returns null where no more is known than names and attributes say. */
  look(element: Element, name: string, parent: Look): Look | null {
    if (name === 'details' && !element.hasAttribute('open')) return { ...parent, why: 'hidden' };
    if (name === 'table') return this.#lookOfTable(element, parent);
    const asked = this.#isAsked(element);
    if (asked === undefined) return this.#isGone(element) ? { ...parent, gone: true } : null;
    if (!asked) return null;
    const key = this.#keyOf(element, name);
    let look = this.#looks.get(key);
    if (!look) {
      const values = this.#valuesOf(element);
      look = lookOf(name, values, parent);
      // How much is seen of what overflows rests on the width of its column; what stands apart does so from its like too.
      if (values('overflow') === 'visible' && look.apart === parent.apart) this.#looks.set(key, look);
    }
    if (look.why !== 'wrapped' || parent.why === 'wrapped' || isBroken(element)) return look;
    // Its box is narrow, and yet this figure stands on one line in it.
    const value = this.#valuesOf(element);
    return lookOf(name, (property) => (breaking.test(property) ? 'normal' : value(property)), parent);
  }

  /** What stands in an element without being written there. */
  beside(element: Element, name: string): 'generated' | 'drawn' | null {
    if (!this.#isAsked(element)) return null;
    const key = this.#keyOf(element, name);
    const known = this.#besides.get(key);
    if (known !== undefined) return known;
    const { display, listStyleType, backgroundImage } = this.#view.getComputedStyle(element);
    const isNumbered = display === 'list-item' && !bullets.test(listStyleType);
    const generated = ['::before', '::after'].some((part) =>
      showsSomething(this.#view.getComputedStyle(element, part)),
    );
    const drawn = backgroundImage.includes('url(');
    const found = generated || isNumbered ? 'generated' : drawn ? 'drawn' : null;
    this.#besides.set(key, found);
    return found;
  }

  #lookOfTable(table: Element, parent: Look): Look | null {
    const asked = ofReport.test(table.textContent ?? '');
    const within = this.#asked.get(table.parentElement ?? table) === true;
    this.#asked.set(table, asked);
    // What is set on one table says nothing of another.
    this.#keys.set(table, `t${this.#keys.size}`);
    if (parent.gone || this.#isGone(table)) return { ...parent, gone: true };
    if (!asked) return null;
    // Of what is in a table in a cell is known already.
    if (!within) {
      if (this.#selector === undefined) this.#selector = selectorApart(table.ownerDocument);
      this.#apart = toldApartIn(table, this.#selector);
    }
    const look = lookOf('table', this.#valuesOf(table), parent);
    let struck = look.struck;
    for (let at = table.parentElement; at && !struck; at = at.parentElement)
      struck = this.#view.getComputedStyle(at).textDecorationLine.includes('line-through');
    // What is see-through, or not shown, further up.
    const shown = table.checkVisibility?.({ opacityProperty: true, visibilityProperty: true }) ?? true;
    return { ...look, struck, why: look.why ?? (shown ? null : 'hidden') };
  }

  #isGone(element: Element): boolean {
    return this.#view.getComputedStyle(element).display === 'none';
  }

  /** Undefined outside tables. */
  #isAsked(element: Element): boolean | undefined {
    const parent = element.parentElement;
    const asked = parent ? this.#asked.get(parent) : undefined;
    if (asked !== undefined) this.#asked.set(element, asked);
    return asked;
  }

  #keyOf(element: Element, name: string): string {
    const known = this.#keys.get(element);
    if (known !== undefined) return known;
    if (!this.#apart || this.#apart.has(element)) {
      const own = `t${this.#keys.size}`;
      this.#keys.set(element, own);
      return own;
    }
    const parent = element.parentElement;
    const around = parent ? (this.#keys.get(parent) ?? '') : '';
    const { className } = element;
    let key = `${around}>${name}.${className}#${element.id}[${element.getAttribute('style') ?? ''}]`;
    for (const hint of hints) key += element.getAttribute(hint) ?? '-';
    // Numbered, so that keys do not grow with depth.
    const short = this.#numbers.get(key) ?? `${this.#numbers.size}`;
    this.#numbers.set(key, short);
    this.#keys.set(element, short);
    return short;
  }

  readonly #numbers = new Map<string, string>();

  #valuesOf(element: Element): Values {
    const style = this.#view.getComputedStyle(element);
    return (property) => {
      const value = style.getPropertyValue(property);
      // Of sides that are not alike nothing is computed as one.
      if (property === 'border' && value === '')
        return sides.map((side) => style.getPropertyValue(`border-${side}`)).find(isBordered) ?? '';
      if (property !== 'background-image' || !value.includes('url(')) return value;
      // How a picture lies tells whether it is a line through the text.
      return [value, style.backgroundRepeat, style.backgroundPosition, style.backgroundSize].join(' ');
    };
  }
}
