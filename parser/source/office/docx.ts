import type { Issue } from '../../issue.ts';
import type { Block, SourceDocument } from '../blocks.ts';
import { decode } from '../encoding.ts';
import { readHtml } from '../html/html.ts';
import { htmlParts } from '../html/mhtml.ts';
import { readText } from '../plain-text/text.ts';
import { detailOf, refused } from '../refused.ts';
import { BodyReader, notesIn } from './docx-body.ts';
import { DocxStyles } from './docx-styles.ts';
import { type Package, packageOf, relationsOf } from './ooxml.ts';
import { childOf, treeOf } from './xml.ts';

/** Word documents since 2007 (ECMA-376 part 1, 11.3). */

/** A report of ten pages has less than one million bytes of XML, and some twenty thousand elements. */
const limits = { bytes: 32 * 2 ** 20, elements: 200_000 };

/** Parts that a document takes in as they stand. */
const included = /\.(?:x?html?|mht|mhtml|docx|txt|rtf|bin|dat)$/i;

/** Documents that hold documents that hold documents. */
const deepest = 2;

/** Reads a DOCX. Never rejects: what cannot be read is an issue (`file_damaged`, `file_excessive`). */
export const readDocx = (bytes: Uint8Array): Promise<SourceDocument> => readNested(bytes, 0);

const readNested = async (bytes: Uint8Array, depth: number): Promise<SourceDocument> => {
  const parts = packageOf(bytes, 'DOCX', limits, included);
  if ('issue' in parts) return refused(parts.issue);
  try {
    return await documentOf(parts, depth);
  } catch (error) {
    return refused({ code: 'file_damaged', looksLike: 'DOCX', detail: detailOf(error) });
  }
};

const documentOf = async (parts: Package, depth: number): Promise<SourceDocument> => {
  const main =
    relationsOf(parts, '').find(({ type }) => type === 'officeDocument')?.target ?? 'word/document.xml';
  const relations = relationsOf(parts, main);
  const partOf = (type: string): string | undefined => {
    const target = relations.find((one) => one.type === type)?.target;
    return target === undefined ? undefined : parts.xml.get(target);
  };
  const xml = parts.xml.get(main);
  const body = xml === undefined ? undefined : childOf(treeOf(xml), 'w:body');
  if (!body) return refused({ code: 'file_damaged', looksLike: 'DOCX', detail: main });
  const chunks = new Map<string, readonly Block[] | null>();
  const issues: Issue[] = [];
  for (const { id, type, target } of relations) {
    if (type !== 'aFChunk') continue;
    const read = await chunkOf(parts, target, depth);
    chunks.set(id, read?.blocks ?? null);
    issues.push(...(read?.issues ?? [{ code: 'part_unread' as const, part: target }]));
  }
  const notes = (['footnotes', 'endnotes'] as const).flatMap((kind) => {
    const part = partOf(kind);
    return part === undefined ? [] : notesIn(kind, treeOf(part));
  });
  const blocks = new BodyReader(new DocxStyles(partOf('styles')), chunks, new Map(notes)).read(body);
  return { title: null, metas: [], blocks, ...(issues.length > 0 && { issues }) };
};

/** What an included part says; null where it is of a kind that is not read. */
const chunkOf = async (parts: Package, target: string, depth: number): Promise<SourceDocument | null> => {
  const xml = parts.xml.get(target);
  const bytes = parts.others.get(target) ?? (xml === undefined ? undefined : new TextEncoder().encode(xml));
  if (!bytes) return null;
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return depth < deepest ? readNested(bytes, depth + 1) : null;
  const [page] = htmlParts(bytes) ?? [];
  const { text, binary } = await decode(page?.bytes ?? bytes, page?.charset ?? null);
  if (binary !== null || text === '') return null;
  return page || /^\s*</.test(text) || /<(?:html|body|table|p)\b/i.test(text)
    ? readHtml(text)
    : readText(text);
};
