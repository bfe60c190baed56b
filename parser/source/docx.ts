import type { SourceDocument } from './blocks.ts';
import { readHtml } from './html.ts';
import { harmlessPackage } from './ooxml.ts';
import { detailOf, refused } from './refused.ts';

/** Word documents since 2007, through mammoth's HTML, in which spans are kept. */

/** A report of ten pages has less than one million bytes of XML, and some twenty thousand elements. */
const limits = { bytes: 32 * 2 ** 20, elements: 200_000 };

/** A colour of highlighting that no document has. */
const hiddenText = 'hidden';

/**
 * What mammoth passes over, in words that it knows (ECMA-376 part 1). It leaves out a field that is one element, with the figure
 * that it shows (17.16.19); it prints text that is not shown (17.3.2.41); and rows that are printed again on every page it makes a
 * group of their own, in which the cells that span them and the rows below are cut (17.4.78).
 */
const inMammothsWords = (xml: string): string =>
  xml
    .replace(/<\/?w:fldSimple(?=[\s/>])[^<>]*>/g, '')
    .replace(/<w:tblHeader(?=[\s/>])[^<>]*\/>/g, '')
    .replace(/<w:vanish(?:\s+w:val="(?:1|true|on)")?\s*\/>/g, `<w:highlight w:val="${hiddenText}"/>`);

/** Reads a DOCX. Never rejects: what cannot be read is an issue (`file_damaged`, `file_excessive`). */
export const readDocx = async (bytes: Uint8Array): Promise<SourceDocument> => {
  const checked = harmlessPackage(bytes, 'DOCX', limits, inMammothsWords);
  if ('issue' in checked) return refused(checked.issue);
  try {
    const { default: mammoth } = await import('mammoth');
    // Mammoth asks for a buffer in Node and for an ArrayBuffer in browsers.
    const buffer = checked.bytes.buffer as ArrayBuffer;
    const input = { buffer, arrayBuffer: buffer } as unknown as { arrayBuffer: ArrayBuffer };
    const { value } = await mammoth.convertToHtml(input, {
      styleMap: [
        "p[style-name='Title'] => h1:fresh",
        "p[style-name='标题'] => h1:fresh",
        `highlight[color='${hiddenText}'] => !`,
      ],
      includeEmbeddedStyleMap: false,
      // That there is a picture is enough.
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
    });
    return readHtml(value);
  } catch (error) {
    return refused({ code: 'file_damaged', looksLike: 'DOCX', detail: detailOf(error) });
  }
};
