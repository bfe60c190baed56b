import { deflateSync } from 'node:zlib';

/** Small PDFs, written object by object (ISO 32000-1, 7.5). */

type Body = string | { dictionary: string; stream: Uint8Array };

/** A file of these objects, numbered from 1; the first is the catalogue. */
export const pdfOf = (bodies: readonly Body[]): Uint8Array => {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const add = (piece: string | Uint8Array) => {
    const bytes = typeof piece === 'string' ? new TextEncoder().encode(piece) : piece;
    pieces.push(bytes);
    length += bytes.length;
  };
  add('%PDF-1.7\n');
  const places = bodies.map((body, at) => {
    const place = length;
    add(`${at + 1} 0 obj\n`);
    if (typeof body === 'string') add(body);
    else {
      add(`<<${body.dictionary}/Length ${body.stream.length}>>\nstream\n`);
      add(body.stream);
      add('\nendstream');
    }
    add('\nendobj\n');
    return place;
  });
  const table = length;
  add(`xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n`);
  for (const place of places) add(`${String(place).padStart(10, '0')} 00000 n \n`);
  add(`trailer\n<</Size ${bodies.length + 1}/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`);
  return new Uint8Array(Buffer.concat(pieces));
};

export const deflated = (content: string | Uint8Array, dictionary = ''): Body => ({
  dictionary: `${dictionary}/Filter/FlateDecode`,
  stream: deflateSync(content),
});

/** The font that Chinese documents name without holding it; its characters are UTF-16 through a map that the reader must have. */
const songFont = [
  '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-H/DescendantFonts[5 0 R]>>',
  '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000/FontDescriptor 6 0 R>>',
  '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
];

const hex = (text: string): string =>
  [...text].map((character) => character.charCodeAt(0).toString(16).padStart(4, '0')).join('');

/** Draws text at a place from the lower left corner. */
export const shown = (text: string, x: number, y: number, size = 10): string =>
  `BT /F ${size} Tf 1 0 0 1 ${x} ${y} Tm <${hex(text)}> Tj ET\n`;

/** A document of pages with these contents. */
export const pagesOf = (contents: readonly string[]): Uint8Array => {
  const first = 7;
  const pages = contents.map((_, at) => `${first + at * 2} 0 R`).join(' ');
  return pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${contents.length}/Kids[${pages}]/MediaBox[0 0 400 300]/Resources<</Font<</F 4 0 R>>>>>>`,
    '<<>>',
    ...songFont,
    ...contents.flatMap((content, at) => [
      `<</Type/Page/Parent 2 0 R/Contents ${first + at * 2 + 1} 0 R>>`,
      deflated(content),
    ]),
  ]);
};
