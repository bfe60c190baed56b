import { pictureFont } from '../picture-fonts.ts';
import { plain, type RunSetting } from './seen.ts';

/** How characters of a DOC are set (MS-DOC 2.6.1): from their own properties and those of their styles. */

/** How many bytes follow a property's code, by its highest three bits (2.2.5.1); −1: the next byte says. */
const operandBytes = [1, 1, 2, 4, 2, 2, -1, 3];

/** The definition of a table says its length in two bytes (2.9.321). */
const definition = 0xd608;

/** The properties of a list with the bytes that follow them. */
export function* propertiesOf(list: Buffer, from = 0): Generator<{ code: number; operand: Buffer }> {
  for (let at = from; at + 2 < list.length; ) {
    const code = list.readUInt16LE(at);
    at += 2;
    const fixed = operandBytes[code >> 13] ?? 0;
    const long = code === definition && at + 1 < list.length;
    const length = fixed >= 0 ? fixed : (long ? list.readUInt16LE(at) : list.readUInt8(at)) + 1;
    yield { code, operand: list.subarray(at, at + length) };
    at += length;
  }
}

const codes = {
  deleted: 0x0800,
  strike: 0x0837,
  vanish: 0x083c,
  doubleStrike: 0x2a53,
  raised: 0x2a48,
  position: 0x4845,
  size: 0x4a43,
  color: 0x6870,
  oldColor: 0x2a42,
  style: 0x4a30,
  rightToLeft: 0x085a,
  symbol: 0x6a09,
  shading: 0xca71,
  spacing: 0x8840,
  scale: 0x4852,
  font: 0x4a4f,
  eastAsian: 0xca78,
  numbering: 0x460b,
} as const;

/** Letters nearer to one another, in twentieths of a point, stand one over the other. */
const mostCondensed = -40;
/** Narrower letters, in hundredths of their width, are not seen. */
const leastScale = 20;

/** Of the colours by number (2.9.119) those that may be that of a ground. */
const oldColors: Readonly<Record<number, string>> = { 1: '000000', 8: 'FFFFFF' };
const dark = '808080';

/** Is a property on that may be on, off, as in the style (128), or otherwise than there (129)? */
const turned = (operand: Buffer, inStyle: boolean): boolean => {
  const value = operand[0] ?? 0;
  return value === 128 ? inStyle : value === 129 ? !inStyle : value !== 0;
};

const hex = (bytes: Buffer): string => bytes.toString('hex', 0, 3).toUpperCase();

/**
 * Properties set over others, those of a style.
 * @param pictured numbers of the fonts whose letters are pictures.
 */
export const settingOf = (
  list: Buffer,
  style: RunSetting,
  pictured: ReadonlySet<number> = new Set(),
): RunSetting => {
  const set: RunSetting = { ...style };
  let raised = '';
  let position = '';
  for (const { code, operand } of propertiesOf(list)) {
    switch (code) {
      case codes.deleted:
        if (turned(operand, false)) set.gone = true;
        break;
      case codes.vanish:
        set.gone = turned(operand, style.gone);
        break;
      case codes.strike:
      case codes.doubleStrike:
        set.struck = turned(operand, style.struck);
        break;
      case codes.raised:
        raised = ['', 'superscript', 'subscript'][operand[0] ?? 0] ?? '';
        set.mark = raised !== '';
        break;
      case codes.position:
        position = operand.length >= 2 && operand.readInt16LE(0) !== 0 ? String(operand.readInt16LE(0)) : '';
        break;
      case codes.size:
        if (operand.length >= 2) set.size = operand.readUInt16LE(0) / 2;
        break;
      case codes.color:
        // The fourth byte says that the colour goes with every ground (2.9.43).
        set.color = operand[3] === 0xff ? null : hex(operand);
        break;
      case codes.oldColor:
        set.color = oldColors[operand[0] ?? 0] ?? null;
        break;
      case codes.shading:
        // Foreground, background, pattern (2.9.247); one that is not clear is neither white nor black.
        if (operand.length >= 11)
          set.ground =
            operand[8] === 0xff
              ? plain.ground
              : operand.readUInt16LE(9) === 0
                ? hex(operand.subarray(5))
                : dark;
        break;
      case codes.rightToLeft:
        if (turned(operand, false)) set.why ??= 'reordered';
        break;
      case codes.spacing:
        if (operand.length >= 2 && operand.readInt16LE(0) < mostCondensed) set.why ??= 'covered';
        break;
      case codes.scale:
        if (operand.length >= 2 && operand.readUInt16LE(0) < leastScale) set.why ??= 'hidden';
        break;
      case codes.font:
        if (operand.length >= 2 && pictured.has(operand.readUInt16LE(0))) set.why ??= 'glyphs';
        break;
      case codes.eastAsian:
        // Two lines in one, or characters put together (2.9.90).
        if (((operand[1] ?? 0) & 6) !== 0) set.why ??= 'raised';
        break;
      case codes.symbol:
        set.why ??= 'glyphs';
        break;
      default:
    }
  }
  if (raised !== '' || position !== '') set.shift = `${raised} ${position}`;
  return set;
};

/** Which style of characters a list names (2.6.1, sprmCIstd); undefined for none. */
const styleIn = (list: Buffer): number | undefined => {
  for (const { code, operand } of propertiesOf(list))
    if (code === codes.style && operand.length >= 2) return operand.readUInt16LE(0);
  return undefined;
};

/** The numbers of fonts whose letters are pictures (2.9.286, 2.9.95). */
const picturedFonts = (document: Buffer, table: Buffer): Set<number> => {
  const start = document.readUInt32LE(0x0112);
  const names = table.subarray(start, start + document.readUInt32LE(0x0116));
  const found = new Set<number>();
  let number = 0;
  for (let at = 4; at < names.length; at += (names[at] ?? 0) + 1, number++) {
    const name = names.toString('utf16le', at + 40, at + 1 + (names[at] ?? 0));
    if (pictureFont.test(name)) found.add(number);
  }
  return found;
};

/** Does a list of properties of a paragraph make it one of a numbered list, or take it out of one? Null where it says nothing. */
const numberedIn = (list: Buffer): boolean | null => {
  let numbered: boolean | null = null;
  for (const { code, operand } of propertiesOf(list, 2))
    if (code === codes.numbering && operand.length >= 2) numbered = operand.readInt16LE(0) !== 0;
  return numbered;
};

/** The styles of a document by their numbers, each with what it says of characters (2.9.271, 2.9.260). */
export class OldStyles {
  readonly #based: (number | null)[] = [];
  readonly #lists: (Buffer | null)[] = [];
  readonly #known = new Map<number, RunSetting>();
  readonly #numbered: (boolean | null)[] = [];
  readonly #pictured: ReadonlySet<number>;

  constructor(document: Buffer, table: Buffer) {
    this.#pictured = picturedFonts(document, table);
    const start = document.readUInt32LE(0x00a2);
    const sheet = table.subarray(start, start + document.readUInt32LE(0x00a6));
    if (sheet.length < 8) return;
    const count = sheet.readUInt16LE(2);
    const base = sheet.readUInt16LE(4);
    let at = 2 + sheet.readUInt16LE(0);
    for (let style = 0; style < count && at + 2 <= sheet.length; style++) {
      const length = sheet.readUInt16LE(at);
      this.#add(sheet.subarray(at + 2, at + 2 + length), base);
      at += 2 + length;
    }
  }

  #add(style: Buffer, base: number): void {
    this.#based.push(null);
    this.#lists.push(null);
    this.#numbered.push(null);
    if (style.length < base + 4) return;
    const kinds = style.readUInt16LE(2);
    const parent = kinds >> 4;
    this.#based[this.#based.length - 1] = parent === 0x0fff ? null : parent;
    // Behind the name, which ends with a zero: for paragraphs first what is said of them, then of characters.
    let at = base + 2 + (style.readUInt16LE(base) + 1) * 2;
    for (let skip = (kinds & 15) === 1 ? 1 : 0; ; skip--) {
      if (at + 2 > style.length) return;
      const length = style.readUInt16LE(at);
      if (skip === 0) {
        if ((kinds & 15) === 1 || (kinds & 15) === 2)
          this.#lists[this.#lists.length - 1] = style.subarray(at + 2, at + 2 + length);
        return;
      }
      this.#numbered[this.#numbered.length - 1] = numberedIn(style.subarray(at + 2, at + 2 + length));
      at += 2 + length + (length % 2);
    }
  }

  of(style: number, deep = 0): RunSetting {
    const known = this.#known.get(style);
    if (known) return known;
    const parent = this.#based[style] ?? null;
    const below = parent === null || deep > 20 ? plain : this.of(parent, deep + 1);
    const list = this.#lists[style];
    const set = list ? settingOf(list, below, this.#pictured) : below;
    this.#known.set(style, set);
    return set;
  }

  /** How characters with these properties are set, in a paragraph of a style. */
  setting(list: Buffer, paragraph: number): RunSetting {
    const own = styleIn(list);
    const around = this.of(paragraph);
    if (own === undefined) return settingOf(list, around, this.#pictured);
    const style = this.of(own);
    const both: RunSetting = {
      ...around,
      ...(style.size > 0 && { size: style.size }),
      ...(style.color !== null && { color: style.color }),
      ...(style.shift !== '' && { shift: style.shift, mark: style.mark }),
      gone: around.gone !== style.gone,
      struck: around.struck !== style.struck,
      why: style.why ?? around.why,
    };
    return settingOf(list, both, this.#pictured);
  }

  /** Does a number or a sign that is not written stand before a paragraph with these properties? */
  isNumbered(list: Buffer): boolean {
    const own = numberedIn(list);
    if (own !== null || list.length < 2) return own === true;
    for (let style: number | null = list.readUInt16LE(0), deep = 0; style !== null && deep < 20; deep++) {
      const said = this.#numbered[style] ?? null;
      if (said !== null) return said;
      style = this.#based[style] ?? null;
    }
    return false;
  }
}
