import type { SourceDocument } from './blocks.ts';
import { readHtml } from './html.ts';
import { harmlessPackage } from './ooxml.ts';
import { detailOf, refused } from './refused.ts';

/** Word documents since 2007, through mammoth's HTML, in which spans are kept. */

/** A report of ten pages has less than one million bytes of XML, and some twenty thousand elements. */
const limits = { bytes: 32 * 2 ** 20, elements: 200_000 };

/** Reads a DOCX. Never rejects: what cannot be read is an issue (`file_damaged`, `file_excessive`). */
export const readDocx = async (bytes: Uint8Array): Promise<SourceDocument> => {
  const checked = harmlessPackage(bytes, 'DOCX', limits);
  if ('issue' in checked) return refused(checked.issue);
  try {
    const { default: mammoth } = await import('mammoth');
    // Mammoth asks for a buffer in Node and for an ArrayBuffer in browsers.
    const buffer = checked.bytes.buffer as ArrayBuffer;
    const input = { buffer, arrayBuffer: buffer } as unknown as { arrayBuffer: ArrayBuffer };
    const { value } = await mammoth.convertToHtml(input, {
      styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='标题'] => h1:fresh"],
      includeEmbeddedStyleMap: false,
      // That there is a picture is enough.
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
    });
    return readHtml(value);
  } catch (error) {
    return refused({ code: 'file_damaged', looksLike: 'DOCX', detail: detailOf(error) });
  }
};
