import type { BlockBuilder } from '../builder.ts';
import type { PageText } from '../page-text.ts';
import { cell, doubtful, ofGrid, onStack } from './kinds.ts';
import type { Tag } from './tag.ts';
import { nothing, type Telling, type TellingKeys, tellingKeysOf, tellingSheets } from './telling.ts';

/** What is more than one plain declaration of `display`. */
const beyondDisplay = /visibility|opacity|line-through|filter|mso-hide|\\|!|display[\s\S]*display|\/\*/i;

/**
 * What markup and style sheets tell of how a page looks, as far as one pass can say it. Where they may change what is seen of a figure
 * in a way that only the whole cascade can tell, the builder is told to doubt the cell, or the page has to be read otherwise.
 */
export class Appearance {
  readonly #page: PageText;
  readonly #builder: BlockBuilder;
  /** What the style sheets of the page tell; null before the first. */
  #keys: TellingKeys | null = null;
  /** What they tell of the tags that came by. */
  readonly #told = new Map<Tag, Telling>();
  /** Has any element been opened? */
  #begun = false;
  /** Place of the outermost part of a table that may change what is seen in all its cells. */
  #doubtFrom: number | null = null;
  /** Name of such a part that is about to be opened. */
  #doubtNext: string | null = null;
  /** The same of the outermost element whose text may not be seen at all. */
  #awayFrom: number | null = null;
  #awayNext: string | null = null;
  /**
   * Size of letters that was set last in the open cell, '?' where what set it has ended; the element that set it; and the size of
   * the text before. '' is that of the cell.
   */
  #size = '';
  #sizedBy = '';
  #sizeBefore: string | null = null;

  constructor(page: PageText, builder: BlockBuilder) {
    this.#page = page;
    this.#builder = builder;
  }

  /** May text that is written now not be seen at all? */
  get isAway(): boolean {
    return this.#awayFrom !== null;
  }

  /** Text of the page. Letters of two sizes in one figure may be those of a mark. */
  text(data: string): void {
    if (this.#size === '' || !/\S/.test(data)) return;
    if (this.#sizeBefore !== null && (this.#sizeBefore !== this.#size || this.#size === '?'))
      this.#builder.doubt();
    this.#sizeBefore = this.#size;
  }

  /** A `style` element. At the first, all are looked at. False where one tells something of what has gone by. */
  sheet(source: string, from: number, next: number): boolean {
    if (this.#keys !== null) return true;
    this.#keys = tellingSheets([source.slice(from), ...this.#page.slice(next)]);
    return !this.#begun || this.#keys.size === 0;
  }

  /** A start tag. False where the element may change what is seen in a way that only the whole cascade can tell. */
  isPlain(tag: Tag, kind: number, inCell: boolean): boolean {
    const { name, telling: found } = tag;
    if (inCell && (kind & doubtful) !== 0) {
      if (name === 'details' || name === 'select') return false;
      this.#builder.doubt();
    }
    if ((kind & cell) !== 0) {
      this.#size = '';
      this.#sizeBefore = null;
    }
    const told = this.#keys && this.#keys.size > 0 ? this.#toldBySheets(this.#keys, tag) : nothing;
    if (inCell) return this.#isPlainInCell(name, kind, found, told);
    if (found === nothing && told === nothing) return true;
    if ((kind & ofGrid) !== 0) this.#doubtNext = found.alters || told.alters ? name : null;
    const stacked = (kind & onStack) !== 0;
    if (told.hides && stacked) return false;
    if (stacked && (kind & ofGrid) === 0) this.#awayNext = found.away || told.away ? name : null;
    // What takes a whole part off the page the builder sees by itself; of what only sets text otherwise the end is not known here.
    return !found.hides || (stacked && name !== 'form' && !beyondDisplay.test(tag.attributes));
  }

  #toldBySheets(keys: TellingKeys, tag: Tag): Telling {
    let told = this.#told.get(tag);
    if (!told) {
      told = tellingKeysOf(keys, tag.selectors);
      this.#told.set(tag, told);
    }
    return told;
  }

  #isPlainInCell(name: string, kind: number, found: Telling, told: Telling): boolean {
    if (found.hides || told.hides) return false;
    if (found.alters || found.inLine || told.alters || told.inLine) this.#builder.doubt();
    // What has lines of its own by its name is parted from the text beside it anyway.
    if ((found.apart || told.apart) && name !== 'p' && (kind & onStack) === 0) this.#builder.doubt();
    const size = found.size ?? told.size;
    if (size !== null) {
      if (this.#size === '' && this.#builder.begun()) this.#sizeBefore = '';
      this.#size = size;
      this.#sizedBy = name;
    } else if (this.#size !== '' && (name === 'p' || (kind & onStack) !== 0)) this.#size = '?';
    return true;
  }

  /** An end tag. */
  endTag(name: string): void {
    if (this.#size !== '' && this.#sizedBy === name) this.#size = '?';
  }

  /** A cell has been opened. */
  openedCell(): void {
    if (this.#doubtFrom !== null) this.#builder.doubt();
  }

  /** An element has been put on the stack of open elements, at this place. */
  opened(name: string, place: number): void {
    this.#begun = true;
    if (this.#awayNext === name) {
      this.#awayNext = null;
      this.#awayFrom ??= place;
    }
    if (this.#doubtNext !== name) return;
    this.#doubtNext = null;
    this.#doubtFrom ??= place;
  }

  /** Of the stack so many elements are left. */
  closedTo(size: number): void {
    if (this.#doubtFrom !== null && size <= this.#doubtFrom) this.#doubtFrom = null;
    if (this.#awayFrom !== null && size <= this.#awayFrom) this.#awayFrom = null;
  }
}
