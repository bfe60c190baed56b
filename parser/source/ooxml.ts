import { strFromU8, unzipSync, zipSync } from 'fflate';
import type { Issue } from '../issue.ts';
import { detailOf } from './refused.ts';

/** Office Open XML (DOCX, XLSX): a ZIP of XML parts. Looked through before any reader unpacks it. */

const mostParts = 5000;

class Excess extends Error {}

/** ECMA-376 part 2 forbids document types; entities that grow without end need one. */
const declares = (part: Uint8Array): boolean => /<!(?:DOCTYPE|ENTITY)/i.test(strFromU8(part, true));

/**
 * The same package with its XML parts only, stored without compression, so that whoever opens it next meets no surprise. Sizes
 * are held to what the directory of the ZIP declares: a part that goes on behind it is cut there.
 *
 * @param limit most bytes that all XML parts may have together.
 */
export const harmlessPackage = (
  bytes: Uint8Array,
  looksLike: string,
  limit: number,
): { bytes: Uint8Array } | { issue: Issue } => {
  let total = 0;
  let count = 0;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.(xml|rels)$/i.test(name)) return false;
        total += originalSize;
        count++;
        if (total > limit || count > mostParts) throw new Excess();
        return true;
      },
    });
    if (Object.values(parts).some(declares))
      return { issue: { code: 'file_damaged', looksLike, detail: 'DOCTYPE' } };
    return { bytes: zipSync(parts, { level: 0 }) };
  } catch (error) {
    if (error instanceof Excess) return { issue: { code: 'file_excessive', what: 'bytes', limit } };
    return { issue: { code: 'file_damaged', looksLike, detail: detailOf(error) } };
  }
};
