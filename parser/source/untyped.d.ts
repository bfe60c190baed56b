/** Parts of packages that their published types leave out. */

declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';

declare module 'word-extractor/lib/buffer-reader.js' {
  export default class BufferReader {
    constructor(buffer: Buffer);
  }
}

declare module 'word-extractor/lib/word-ole-extractor.js' {
  import type BufferReader from 'word-extractor/lib/buffer-reader.js';

  /** A stretch of text and where it stands in the file; `bpc` bytes make a character. */
  export type Piece = { text: string; startFilePos: number; size: number; bpc: number };

  export default class WordOleExtractor {
    _pieces: Piece[];
    extract(reader: BufferReader): Promise<{ getBody(options: { filterUnicode: boolean }): string }>;
    /** Finds `_pieces`. */
    writePieces(document: Buffer, table: Buffer): void;
    /** Called with the streams WordDocument and 0Table or 1Table before the text is put together. */
    writeParagraphProperties(document: Buffer, table: Buffer): void;
  }
}
