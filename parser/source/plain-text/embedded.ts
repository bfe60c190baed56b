import type { Block, SourceDocument } from '../blocks.ts';
import { readTokens } from '../html/tree.ts';

/** Markdown may hold tables as HTML (CommonMark 4.6), as converters write them that keep merged cells. */

type TextSlice = { html: boolean; text: string };

/** The text cut where a table begins and where it ends; tables in tables stay with the outermost. */
const piecesOf = (text: string): TextSlice[] => {
  const lower = text.toLowerCase();
  const pieces: TextSlice[] = [];
  let at = 0;
  for (;;) {
    const open = lower.indexOf('<table', at);
    if (open < 0) break;
    let depth = 1;
    let end = open + 1;
    while (depth > 0) {
      const inner = lower.indexOf('<table', end);
      const close = lower.indexOf('</table', end);
      if (close < 0) {
        end = text.length;
        break;
      }
      const deeper = inner >= 0 && inner < close;
      depth += deeper ? 1 : -1;
      end = deeper ? inner + 1 : lower.indexOf('>', close) + 1 || text.length;
    }
    pieces.push({ html: false, text: text.slice(at, open) }, { html: true, text: text.slice(open, end) });
    at = end;
  }
  pieces.push({ html: false, text: text.slice(at) });
  return pieces;
};

export const holdsTables = (text: string): boolean => /<table[\s>]/i.test(text);

/**
 * Reads a text with HTML tables in it.
 * @param readPlain how what stands between them is read.
 */
export const readEmbedded = (text: string, readPlain: (text: string) => SourceDocument): SourceDocument => {
  const blocks: Block[] = [];
  const issues: NonNullable<SourceDocument['issues']> = [];
  let tables = 0;
  for (const piece of piecesOf(text)) {
    if (piece.text.trim() === '') continue;
    const read = (piece.html ? readTokens([piece.text]) : null) ?? readPlain(piece.text);
    issues.push(...(read.issues ?? []));
    let count = 0;
    for (const block of read.blocks) {
      if (block.kind === 'table') count = Math.max(count, block.index + 1);
      blocks.push(block.kind === 'table' ? { ...block, index: block.index + tables } : block);
    }
    tables += count;
  }
  return { title: null, metas: [], blocks, ...(issues.length > 0 && { issues }) };
};
