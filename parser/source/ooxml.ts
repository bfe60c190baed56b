import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Issue } from '../issue.ts';
import { detailOf } from './refused.ts';
import { shapeOf } from './xml-shape.ts';

/** Office Open XML (DOCX, XLSX): a ZIP of XML parts. Looked through before any reader unpacks it. */

const mostParts = 5000;

/** What deflate can do at most (RFC 1951: 258 bytes for two bits). */
const mostGrowth = 1032;

class Excess extends Error {}

/** ECMA-376 part 2 forbids document types; entities that grow without end need one. */
const declares = (part: Uint8Array): boolean => /<!(?:DOCTYPE|ENTITY)/i.test(strFromU8(part, true));

/**
 * The same package with its XML parts only, stored without compression, so that whoever opens it next meets no surprise. Sizes
 * are held to what the directory of the ZIP declares: a part that goes on behind it is cut there.
 *
 * @param limits most bytes and elements that all XML parts may have together.
 * @param rewritten gives a part in other words, where whoever opens the package next would not understand it.
 */
export const harmlessPackage = (
  bytes: Uint8Array,
  looksLike: string,
  limits: { bytes: number; elements: number },
  rewritten?: (xml: string) => string,
): { bytes: Uint8Array } | { issue: Issue } => {
  let total = 0;
  let count = 0;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize, size }) => {
        if (!/\.(xml|rels)$/i.test(name)) return false;
        if (originalSize > size * mostGrowth) throw new Error(`${name} cannot have the size it declares`);
        total += originalSize;
        count++;
        if (total > limits.bytes || count > mostParts) throw new Excess();
        return true;
      },
    });
    if (Object.values(parts).some(declares))
      return { issue: { code: 'file_damaged', looksLike, detail: 'DOCTYPE' } };
    let elements = 0;
    for (const [name, part] of Object.entries(parts)) {
      const xml = strFromU8(part);
      const shape = shapeOf(xml);
      if (!shape.nested) return { issue: { code: 'file_damaged', looksLike, detail: name } };
      elements += shape.elements;
      if (rewritten) parts[name] = strToU8(rewritten(xml));
    }
    if (elements > limits.elements)
      return { issue: { code: 'file_excessive', what: 'words', limit: limits.elements } };
    return { bytes: zipSync(parts, { level: 0 }) };
  } catch (error) {
    if (error instanceof Excess)
      return { issue: { code: 'file_excessive', what: 'bytes', limit: limits.bytes } };
    return { issue: { code: 'file_damaged', looksLike, detail: detailOf(error) } };
  }
};
