import { documentsOf, type Origin } from './documents.ts';
import { extract } from './extract.ts';
import { asFormsSay } from './form-relations.ts';
import type { OpenForm } from './forms/open-form.ts';
import { forms, openForms } from './forms/registry.ts';
import type { Form } from './forms/schema.ts';
import type { Issue } from './issue.ts';
import type { AttachmentReaders } from './source/attachments.ts';
import type { SourceDocument } from './source/blocks.ts';
import { readTokens } from './source/html/tree.ts';
import { type PageText, wholeOf } from './source/page-text.ts';
import { tables } from './tables.ts';
import type { TableReading, Tabulation } from './tabulation.ts';

const readPage = async (html: PageText): Promise<SourceDocument> =>
  readTokens(html) ?? (await import('./source/html/html.ts')).readTree(wholeOf(html));

/** How many tables a document has, layout and nested ones too. */
const countIn = ({ blocks }: SourceDocument): number =>
  blocks.reduce((most, block) => (block.kind === 'table' ? Math.max(most, block.index + 1) : most), 0);

/**
 * Reads the tables of one file, whatever they are about. Frames of a saved page follow one another; their tables are counted on.
 * @param sha256 of the bytes, hex.
 * @param open forms with open rows that are looked for; all that ship, where none are named.
 * @param closed the other forms, likewise: where a report of theirs is recognised, what they state stands in place of what is inferred.
 */
export const readTables = async (
  origin: Origin,
  bytes: Uint8Array,
  sha256: string,
  readers: AttachmentReaders = {},
  open: readonly OpenForm[] = openForms,
  closed: readonly Form[] = forms,
): Promise<Tabulation> => {
  const parts = await documentsOf(origin, bytes, readers, readPage);
  const where = 'path' in origin ? { path: origin.path } : { url: origin.url };
  const source = { ...where, sha256, bytes: bytes.length, format: parts[0]?.format ?? 'unknown' };
  const issues: Issue[] = [];
  const read: TableReading[] = [];
  let before = 0;
  for (const { document, issues: early } of parts) {
    if (document === null) {
      issues.push(...early);
      continue;
    }
    const shifted = before === 0 ? document : shiftedBy(document, before);
    const part = tables(shifted, source, early, open);
    // Where no table holds a figure, no form has anything to say.
    const reports = part.tables.length > 0 ? extract(shifted, source, [], closed) : [];
    read.push(...asFormsSay(part.tables, reports));
    issues.push(...part.issues);
    before += countIn(document);
  }
  return { schema: 'gouji/tables/1', source, tables: read, issues };
};

const shiftedBy = (document: SourceDocument, before: number): SourceDocument => ({
  ...document,
  blocks: document.blocks.map((block) =>
    block.kind === 'table' ? { ...block, index: block.index + before } : block,
  ),
});
