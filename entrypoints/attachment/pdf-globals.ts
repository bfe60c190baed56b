import { ReadableStream as OwnStream } from 'web-streams-polyfill';

/**
 * What pdfjs asks a page for, apart from the page. In the frame that lends itself to reading, `document` and `FontFace` would be the
 * page's: the fonts of the file would be seen in it, and nothing is drawn here. Streams would be the page's as well in Firefox, and such
 * a stream may not look into what a script of ours gives it.
 */
export const ReadableStream = OwnStream;

export const document = { fonts: new Set<FontFace>() };

export class FontFace {
  readonly family: string;
  readonly loaded = Promise.resolve(this);

  constructor(family: string) {
    this.family = family;
  }
}
