import BufferReader from 'word-extractor/lib/buffer-reader.js';
import WordOleExtractor, { type Piece } from 'word-extractor/lib/word-ole-extractor.js';

/**
 * The text of a DOC with the ends of its table rows. word-extractor looks for the property that ends a row, but not where a row
 * has so many cells that its properties are kept elsewhere (MS-DOC 2.6.2, sprmPHugePapx), and writes the end of a row as it
 * writes the end of a line within a cell. Characters for private use tell them apart here.
 */

export const rowEnd = '\uE001';
export const lineInCell = '\uE002';

const inTable = 0x2416;
const endOfRow = 0x2417;
const kept = new Set([0x6645, 0x6646]);

/** How many bytes follow a property's code, by its highest three bits (2.2.5.1); −1: the next byte says. */
const operandBytes = [1, 1, 2, 4, 2, 2, -1, 3];

function* propertiesOf(list: Buffer): Generator<number> {
  // The first two bytes name the style.
  for (let at = 2; at + 2 < list.length; ) {
    const code = list.readUInt16LE(at);
    yield code;
    at += 2;
    const length = operandBytes[code >> 13] ?? 0;
    at += length >= 0 ? length : list.readUInt8(at) + 1;
  }
}

/** Paragraphs with their properties: pages of 512 bytes that hold the ends of paragraphs and where their properties are (2.9.175). */
function* paragraphsOf(
  document: Buffer,
  table: Buffer,
): Generator<{ from: number; to: number; properties: Set<number> }> {
  const start = document.readUInt32LE(0x0102);
  const pages = Math.floor((document.readUInt32LE(0x0106) - 4) / 8);
  for (let page = 0; page < pages; page++) {
    const block = table.readUInt32LE(start + (pages + 1 + page) * 4);
    const runs = document.subarray(block * 512, (block + 1) * 512);
    const count = runs.readUInt8(511);
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
        properties: new Set(propertiesOf(list)),
      };
    }
  }
}

/** Writes a mark over the last character before a position of the file. */
const markBefore = (pieces: readonly Piece[], to: number, mark: string, over: string): void => {
  const piece = pieces.find((one) => to > one.startFilePos && to <= one.startFilePos + one.size);
  if (!piece) return;
  const at = (to - piece.startFilePos) / piece.bpc - 1;
  if (piece.text[at] === over) piece.text = piece.text.slice(0, at) + mark + piece.text.slice(at + 1);
};

class RowExtractor extends WordOleExtractor {
  override writePieces(document: Buffer, table: Buffer): void {
    super.writePieces(document, table);
    // A piece that claims more text than there is would be filled up to what it claims.
    for (const { text, size, bpc } of this._pieces)
      if (size / bpc > text.length + 1) throw new Error('a piece of text is cut');
  }

  override writeParagraphProperties(document: Buffer, table: Buffer): void {
    for (const { from, to, properties } of paragraphsOf(document, table)) {
      const short = to - from <= 2;
      if (properties.has(endOfRow) || (short && [...kept].some((code) => properties.has(code))))
        markBefore(this._pieces, to, rowEnd, '\x07');
      else if (properties.has(inTable)) markBefore(this._pieces, to, lineInCell, '\r');
    }
  }
}

/** @returns paragraphs end with a line feed, cells with a tab, lines within cells and rows with the marks above. */
export const textWithRows = async (bytes: Buffer): Promise<string> => {
  const document = await new RowExtractor().extract(new BufferReader(bytes));
  return document.getBody({ filterUnicode: false });
};
