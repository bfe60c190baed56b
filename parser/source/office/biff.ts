import { pictureFont } from '../picture-fonts.ts';
import type { Font } from './xlsx-styles.ts';

/** Records of a workbook stream of Excel 97–2003 (MS-XLS 2.1.4), and the texts in them. */

export type BiffRecord = {
  type: number;
  /** Its data, and that of the records that continue it: characters of a text do not run over from one piece to the next unmarked. */
  pieces: Uint8Array[];
};

const continued = 0x3c;

export function* recordsIn(stream: Uint8Array, from = 0): Generator<BiffRecord & { at: number }> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  let open: (BiffRecord & { at: number }) | null = null;
  for (let at = from; at + 4 <= stream.length; ) {
    const type = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    const data = stream.subarray(at + 4, at + 4 + length);
    if (type === continued && open) open.pieces.push(data);
    else {
      if (open) yield open;
      open = { type, pieces: [data], at };
    }
    at += 4 + length;
  }
  if (open) yield open;
}

export class Cut extends Error {}

/** Reads through the data of a record, piece after piece. */
export class BiffReader {
  readonly #pieces: readonly Uint8Array[];
  #piece = 0;
  #at: number;

  constructor(pieces: readonly Uint8Array[], at = 0) {
    this.#pieces = pieces;
    this.#at = at;
  }

  get #here(): Uint8Array {
    return this.#pieces[this.#piece] ?? new Uint8Array();
  }

  /** Goes on to the next piece where this one is used up. */
  #turn(): void {
    while (this.#at >= this.#here.length) {
      if (this.#piece + 1 >= this.#pieces.length) throw new Cut('a record is cut');
      this.#piece += 1;
      this.#at = 0;
    }
  }

  byte(): number {
    this.#turn();
    return this.#here[this.#at++] ?? 0;
  }

  short(): number {
    return this.byte() | (this.byte() << 8);
  }

  long(): number {
    return (this.short() | (this.short() << 16)) >>> 0;
  }

  skip(count: number): void {
    for (let left = count; left > 0; ) {
      this.#turn();
      const step = Math.min(left, this.#here.length - this.#at);
      this.#at += step;
      left -= step;
    }
  }

  /** Characters; where they go on in the next piece, that says anew whether each takes one byte or two (2.5.293). */
  characters(count: number, wide: boolean): string {
    let text = '';
    let two = wide;
    for (let left = count; left > 0; ) {
      if (this.#at >= this.#here.length) {
        this.#turn();
        two = (this.byte() & 1) === 1;
      }
      const room = Math.floor((this.#here.length - this.#at) / (two ? 2 : 1));
      const taken = Math.min(left, room);
      if (taken === 0) throw new Cut('a text is cut');
      const bytes = this.#here.subarray(this.#at, this.#at + taken * (two ? 2 : 1));
      text += new TextDecoder(two ? 'utf-16le' : 'latin1').decode(bytes);
      this.#at += bytes.length;
      left -= taken;
    }
    return text;
  }

  /** A text with the places from which other fonts hold (XLUnicodeRichExtendedString, 2.5.293). */
  richText(count: number): { text: string; fonts: { from: number; font: number }[] } {
    const flags = this.byte();
    const runs = flags & 8 ? this.short() : 0;
    const extra = flags & 4 ? this.long() : 0;
    const text = this.characters(count, (flags & 1) === 1);
    const fonts = Array.from({ length: runs }, () => ({ from: this.short(), font: this.short() }));
    if (extra > 0) this.skip(extra);
    return { text, fonts };
  }
}

/** Colours that a workbook names by a number (2.5.161): of these, black, white and what goes with every ground. */
const indexed: Readonly<Record<number, string>> = { 0: '000000', 1: 'FFFFFF', 8: '000000', 9: 'FFFFFF' };

export const paletteColor = (index: number, palette: readonly string[]): string | null =>
  (index >= 8 && index < 64 ? palette[index - 8] : undefined) ?? indexed[index] ?? null;

/** The name of a font, behind fourteen bytes and its length. */
const nameIn = (data: Uint8Array): string =>
  new TextDecoder((data[15] ?? 0) & 1 ? 'utf-16le' : 'latin1').decode(data.subarray(16));

/** A font (2.4.122). */
export const fontIn = (data: Uint8Array, palette: readonly string[]): Font => {
  const reader = new BiffReader([data]);
  const size = reader.short() / 20;
  const flags = reader.short();
  const color = paletteColor(reader.short(), palette);
  reader.short();
  const raised = reader.short();
  return {
    why: pictureFont.test(nameIn(data)) ? 'glyphs' : null,
    struck: (flags & 8) !== 0,
    shift: raised === 1 ? 'superscript' : raised === 2 ? 'subscript' : '',
    mark: raised === 1 || raised === 2,
    size,
    color,
  };
};

/** A number in 30 bits (RkNumber, 2.5.217). */
export const rkNumber = (rk: number): number => {
  let value: number;
  if (rk & 2) value = rk >> 2;
  else {
    const view = new DataView(new ArrayBuffer(8));
    view.setUint32(4, (rk & ~3) >>> 0, true);
    value = view.getFloat64(0, true);
  }
  return rk & 1 ? value / 100 : value;
};
