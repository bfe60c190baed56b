/** Parts of packages that their published types leave out. */

declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: { initializeFromPort: (port: unknown) => void };
}

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
    /** Called with the streams WordDocument and 0Table or 1Table when `_pieces` are known. */
    writeCharacterProperties(document: Buffer, table: Buffer): void;
    /** Called with the streams WordDocument and 0Table or 1Table before the text is put together. */
    writeParagraphProperties(document: Buffer, table: Buffer): void;
  }
}

declare module 'css-tree/parser' {
  type Options = Record<'parseValue' | 'parseRulePrelude', boolean> &
    Partial<Record<'parseAtrulePrelude' | 'parseCustomProperty', boolean>>;
  /** Never throws: what cannot be parsed is left out or kept raw (CSS Syntax 3). */
  export default function parse(sheet: string, options: Options): { type: string; children: Iterable<never> };
}

// Its published types are named where they are not.
declare module 'numfmt' {
  type Options = { throws?: boolean; nbsp?: boolean };
  export function format(pattern: string, value: number | string, options?: Options): string;
  export function isDateFormat(pattern: string): boolean;
  export function formatColor(pattern: string, value: number | string): string | undefined;
}
