import { unzipSync } from 'fflate';
import type { Issue } from '../../issue.ts';
import { detailOf } from '../refused.ts';
import { elementsIn, treeOf } from './xml.ts';
import { shapeOf } from './xml-shape.ts';

/** Office Open XML (DOCX, XLSX): a ZIP of XML parts (ECMA-376 part 2). */

const mostParts = 5000;

/** What deflate can do at most (RFC 1951: 258 bytes for two bits). */
const mostGrowth = 1032;

class PackageExcess extends Error {}

/** ECMA-376 part 2 forbids document types; entities that grow without end need one. */
const declares = (xml: string): boolean => /<!(?:DOCTYPE|ENTITY)/i.test(xml);

/** Parts stand in UTF-8 or UTF-16 (ECMA-376 part 2, 8.1.1). */
const textOfPart = (bytes: Uint8Array): string => {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0))
    return new TextDecoder('utf-16le').decode(bytes);
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c))
    return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder().decode(bytes);
};

/** Parts by their names, which differ by more than the case of their letters (part 2, 6.2.2.3). */
class Parts<Part> extends Map<string, Part> {
  override get(name: string): Part | undefined {
    return super.get(name.toLowerCase());
  }

  override set(name: string, part: Part): this {
    return super.set(name.toLowerCase(), part);
  }
}

export type Package = {
  /** XML parts by their names, without the slash before them. */
  xml: ReadonlyMap<string, string>;
  /** Other parts that were asked for. */
  others: ReadonlyMap<string, Uint8Array>;
};

/**
 * The parts of a package, held to what they may be together before anything is made of them. Sizes are those that the directory of
 * the ZIP declares: a part that goes on behind it is cut there.
 *
 * @param limits most bytes and elements that all XML parts may have together.
 * @param other which parts that are no XML are wanted too.
 */
export const packageOf = (
  bytes: Uint8Array,
  looksLike: string,
  limits: { bytes: number; elements: number },
  other?: RegExp,
): Package | { issue: Issue } => {
  let total = 0;
  let count = 0;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize, size }) => {
        if (!/\.(xml|rels)$/i.test(name) && !other?.test(name)) return false;
        if (originalSize > size * mostGrowth) throw new Error(`${name} cannot have the size it declares`);
        total += originalSize;
        count++;
        if (total > limits.bytes || count > mostParts) throw new PackageExcess();
        return true;
      },
    });
    const xml = new Parts<string>();
    const others = new Parts<Uint8Array>();
    let elements = 0;
    for (const [path, part] of Object.entries(parts)) {
      const name = path.replaceAll('\\', '/').replace(/^\//, '');
      if (!/\.(xml|rels)$/i.test(name)) {
        others.set(name, part);
        continue;
      }
      const text = textOfPart(part);
      if (declares(text)) return { issue: { code: 'file_damaged', looksLike, detail: 'DOCTYPE' } };
      const shape = shapeOf(text);
      if (!shape.nested) return { issue: { code: 'file_damaged', looksLike, detail: name } };
      elements += shape.elements;
      if (elements > limits.elements)
        return { issue: { code: 'file_excessive', what: 'words', limit: limits.elements } };
      xml.set(name, text);
    }
    return { xml, others };
  } catch (error) {
    if (error instanceof PackageExcess)
      return { issue: { code: 'file_excessive', what: 'bytes', limit: limits.bytes } };
    return { issue: { code: 'file_damaged', looksLike, detail: detailOf(error) } };
  }
};

type PartRelation = { id: string; type: string; target: string };

/** What a part refers to (part 2, 9.3), by addresses within the package. */
export const relationsOf = ({ xml }: Package, part: string): PartRelation[] => {
  const cut = part.lastIndexOf('/') + 1;
  const rels = xml.get(`${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`);
  if (rels === undefined) return [];
  return elementsIn(treeOf(rels)).flatMap(
    ({ attributes: { Id = '', Type = '', Target = '', TargetMode } }) =>
      TargetMode === 'External'
        ? []
        : [{ id: Id, type: Type.replace(/^.*\//, ''), target: withinPackage(part.slice(0, cut), Target) }],
  );
};

/** The name of the part at an address that a part in `folder` names. */
export const withinPackage = (folder: string, target: string): string => {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
};
