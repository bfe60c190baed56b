import BufferReader from 'word-extractor/lib/buffer-reader.js';
import WordOleExtractor, { type Piece } from 'word-extractor/lib/word-ole-extractor.js';
import type { Obscurity } from '../../issue.ts';
import { OldStyles, propertiesOf } from './doc-looks.ts';
import { doubtAt, numberMark, setMarks, unmarked } from './doc-marks.ts';
import { plain, type RunSetting, Seen } from './seen.ts';

/**
 * The text of a DOC with the ends of its table rows. word-extractor looks for the property that ends a row, but not where a row
 * has so many cells that its properties are kept elsewhere (MS-DOC 2.6.2, sprmPHugePapx), and writes the end of a row as it
 * writes the end of a line within a cell. Characters for private use tell them apart here.
 */

export const rowEnd = '\uE001';
export const lineInCell = '\uE002';

/** The same at the end of a paragraph before which a number is printed that is not written. */
const numberedLine = '\uE003';
const numberedCell = '\uE004';

const inTable = 0x2416;
const endOfRow = 0x2417;
const kept = new Set([0x6645, 0x6646]);

type DocRun = { from: number; to: number; list: Buffer };

/** Pages of 512 bytes that hold where paragraphs, or runs of characters, end, and where their properties are (2.9.175, 2.9.33). */
function* pagesOf(
  document: Buffer,
  table: Buffer,
  place: number,
): Generator<{ runs: Buffer; count: number }> {
  const start = document.readUInt32LE(place);
  const pages = Math.floor((document.readUInt32LE(place + 4) - 4) / 8);
  for (let page = 0; page < pages; page++) {
    const block = table.readUInt32LE(start + (pages + 1 + page) * 4);
    const runs = document.subarray(block * 512, (block + 1) * 512);
    yield { runs, count: runs.readUInt8(511) };
  }
}

/** Runs of characters with their properties. */
function* charactersOf(document: Buffer, table: Buffer): Generator<DocRun> {
  for (const { runs, count } of pagesOf(document, table, 0x00fa))
    for (let run = 0; run < count; run++) {
      const at = runs.readUInt8((count + 1) * 4 + run) * 2;
      const list = runs.subarray(at + 1, at === 0 ? 1 : at + 1 + runs.readUInt8(at));
      yield { from: runs.readUInt32LE(run * 4), to: runs.readUInt32LE((run + 1) * 4), list };
    }
}

/** Paragraphs with their properties. The first two bytes of these name the style. */
function* paragraphsOf(document: Buffer, table: Buffer): Generator<DocRun & { properties: Set<number> }> {
  for (const { runs, count } of pagesOf(document, table, 0x0102))
    for (let run = 0; run < count; run++) {
      const at = runs.readUInt8((count + 1) * 4 + run * 13) * 2;
      const words = runs.readUInt8(at);
      const list =
        words > 0
          ? runs.subarray(at + 1, at + 2 * words)
          : runs.subarray(at + 2, at + 2 + 2 * runs.readUInt8(at + 1));
      yield {
        from: runs.readUInt32LE(run * 4),
        to: runs.readUInt32LE((run + 1) * 4),
        list,
        properties: new Set([...propertiesOf(list, 2)].map(({ code }) => code)),
      };
    }
}

/** Writes a mark over the last character before a position of the file. */
const markBefore = (pieces: readonly Piece[], to: number, mark: string, over: string): void => {
  const piece = pieces.find((one) => to > one.startFilePos && to <= one.startFilePos + one.size);
  if (!piece) return;
  const at = (to - piece.startFilePos) / piece.bpc - 1;
  if (piece.text[at] === over) piece.text = piece.text.slice(0, at) + mark + piece.text.slice(at + 1);
};

/** Characters that may be a part of a figure, as others for private use while they are set in a way that is noted beside. */
const firstSet = 0xe100;
const settable = /[ -~]/;
/** Ways in which text is set are few in a document; of more, no figure is sure. */
const mostLooks = 40;
const perLook = 128;

const plainKey = JSON.stringify(plain);

class RowExtractor extends WordOleExtractor {
  readonly looks: RunSetting[] = [];
  readonly #numbers = new Map<string, number>();

  override writePieces(document: Buffer, table: Buffer): void {
    super.writePieces(document, table);
    // A piece that claims more text than there is would be filled up to what it claims.
    for (const { text, size, bpc } of this._pieces)
      if (size / bpc > text.length + 1) throw new Error('a piece of text is cut');
    setMarks(this._pieces);
  }

  /** Each character that is not plainly set is written as one that tells how it is set. */
  override writeCharacterProperties(document: Buffer, table: Buffer): void {
    const styles = new OldStyles(document, table);
    const paragraphs = [...paragraphsOf(document, table)].map(({ from, to, list }) => ({
      from,
      to,
      style: list.length >= 2 ? list.readUInt16LE(0) : 0,
    }));
    for (const { from, to, list } of charactersOf(document, table))
      for (const paragraph of paragraphs)
        if (paragraph.from < to && paragraph.to > from)
          this.#set(
            Math.max(from, paragraph.from),
            Math.min(to, paragraph.to),
            styles.setting(list, paragraph.style),
          );
  }

  #set(from: number, to: number, set: RunSetting): void {
    const look = this.#numberOf(set);
    if (look === null) return;
    for (const piece of this._pieces) {
      const start = Math.max(0, Math.ceil((from - piece.startFilePos) / piece.bpc));
      const end = Math.min(piece.text.length, Math.ceil((to - piece.startFilePos) / piece.bpc));
      if (start >= end) continue;
      const changed = [...piece.text.slice(start, end)]
        .map((sign) =>
          settable.test(sign) ? String.fromCharCode(firstSet + look * perLook + sign.charCodeAt(0)) : sign,
        )
        .join('');
      piece.text = piece.text.slice(0, start) + changed + piece.text.slice(end);
    }
  }

  /** The size alone tells something beside others in the same cell only. */
  #numberOf(set: RunSetting): number | null {
    const key = JSON.stringify(set);
    if (key === plainKey) return null;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    if (this.looks.length >= mostLooks) return mostLooks;
    this.looks.push(set);
    this.#numbers.set(key, this.looks.length - 1);
    return this.looks.length - 1;
  }

  override writeParagraphProperties(document: Buffer, table: Buffer): void {
    const styles = new OldStyles(document, table);
    for (const { from, to, list, properties } of paragraphsOf(document, table)) {
      const short = to - from <= 2;
      if (properties.has(endOfRow) || (short && [...kept].some((code) => properties.has(code))))
        markBefore(this._pieces, to, rowEnd, '\x07');
      else if (properties.has(inTable)) {
        const numbered = styles.isNumbered(list);
        markBefore(this._pieces, to, numbered ? numberedLine : lineInCell, '\r');
        if (numbered) markBefore(this._pieces, to, numberedCell, '\x07');
      }
    }
  }
}

/** The text of a document, and how it is set. */
export type OldText = {
  /** Paragraphs end with a line feed, cells with a tab, lines within cells and rows with the marks above. */
  text: string;
  /** The text of a cell as it is seen. */
  seenIn: (text: string) => { text: string; why: Obscurity | null };
  /** A text outside of tables. */
  plain: (text: string) => string;
};

export const textWithRows = async (bytes: Buffer): Promise<OldText> => {
  const extractor = new RowExtractor();
  const document = await extractor.extract(new BufferReader(bytes));
  const lookOf = (sign: string): { sign: string; set: RunSetting } => {
    const code = sign.charCodeAt(0) - firstSet;
    if (code < 0 || code >= (mostLooks + 1) * perLook) return { sign, set: plain };
    const set = extractor.looks[Math.floor(code / perLook)] ?? { ...plain, why: 'raised' };
    return { sign: String.fromCharCode(code % perLook), set };
  };
  return {
    text: document
      .getBody({ filterUnicode: false })
      .replaceAll(numberedLine, numberMark + lineInCell)
      .replaceAll(numberedCell, `${numberMark}\t`),
    seenIn: (text) => {
      const seen = new Seen();
      let shown = '';
      for (const one of text) {
        const why = doubtAt(one);
        if (why !== null) {
          seen.doubt(why);
          continue;
        }
        const { sign, set } = lookOf(one);
        shown += seen.add(sign, set);
      }
      const { text: gone, why } = seen.whole();
      return { text: shown.trim() === '' ? gone : shown, why };
    },
    plain: (text) => [...unmarked(text)].map((one) => lookOf(one).sign).join(''),
  };
};
