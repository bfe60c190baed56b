import type { Block, SourceDocument } from '../blocks.ts';
import { readText } from '../plain-text/text.ts';
import { detailOf, refused } from '../refused.ts';
import type { OldText } from './doc-rows.ts';
import { hasSoundChains } from './ole-chains.ts';
import { streamOf } from './ole-streams.ts';

/** Word documents up to 2003. Their text comes without spans: a merged cell stands empty in the rows below its first. */

const mostBytes = 64 * 2 ** 20;

/**
 * Reads a DOC. Never rejects: what cannot be read is an issue (`file_damaged`, `file_excessive`).
 *
 * @param bytes as a buffer of Node: word-extractor works with those only.
 */
export const readDoc = async (bytes: Buffer): Promise<SourceDocument> => {
  if (bytes.length > mostBytes) return refused({ code: 'file_excessive', what: 'bytes', limit: mostBytes });
  if (!hasSoundChains(bytes)) return refused({ code: 'file_damaged', looksLike: 'DOC', detail: 'MS-CFB' });
  // The version of the format: Word 6.0 and 95 wrote another (2.5.2).
  const head = streamOf(bytes, ['WordDocument']);
  if (head && head.length > 4 && (head[2] ?? 0) + (head[3] ?? 0) * 256 < 0x00c1)
    return refused({ code: 'source_binary', looksLike: 'DOC (Word 6.0/95)' });
  try {
    const { lineInCell, rowEnd, textWithRows } = await import('./doc-rows.ts');
    return { title: null, metas: [], blocks: blocksOf(await textWithRows(bytes), rowEnd, lineInCell) };
  } catch (error) {
    return refused({ code: 'file_damaged', looksLike: 'DOC', detail: detailOf(error) });
  }
};

const blocksOf = ({ text, seenIn, plain }: OldText, rowEnd: string, lineInCell: string): Block[] => {
  const blocks: Block[] = [];
  let free: string[] = [];
  let tables = 0;
  const closeFree = () => {
    for (const block of readText(plain(free.join('\n'))).blocks)
      blocks.push(block.kind === 'table' ? { ...block, index: tables++ } : block);
    free = [];
  };
  for (const line of text.split('\n')) {
    const rows = line.split(rowEnd);
    // What follows the last row of a table on its line is a paragraph.
    const rest = rows.pop() ?? '';
    if (rows.length > 0) {
      closeFree();
      blocks.push({
        kind: 'table',
        index: tables++,
        geometry: 'sequence',
        rows: rows.map((row) => ({
          group: 0,
          cells: row
            .replace(/\t$/, '')
            .split('\t')
            .map((cell) => {
              const { text: seen, why } = seenIn(cell);
              return {
                text: seen
                  .replaceAll(lineInCell, '\n')
                  .replace(/[\r\v]/g, '\n')
                  .trim(),
                colspan: 1,
                rowspan: 1,
                ...(why && { obscured: why }),
              };
            }),
        })),
      });
    }
    free.push(rest);
  }
  closeFree();
  return blocks;
};
