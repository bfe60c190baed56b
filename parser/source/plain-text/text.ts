import type { Block, SourceDocument } from '../blocks.ts';
import { mustBeText } from '../given.ts';
import { alignedTables, printedLines } from './aligned.ts';
import { barTables } from './bars.ts';
import { blockTables } from './blocks.ts';
import { cellLines } from './cells.ts';
import { holdsTables, readEmbedded } from './embedded.ts';
import { isFigure, linesOf, type PlainLine, sectionHeading, sectionStarts } from './lines.ts';
import { rowOf, type Stretch, type TextPart } from './part.ts';
import { pipeTables } from './pipes.ts';
import { tabTables } from './tabs.ts';

/** Markdown's headings (CommonMark 4.2). */
const markdownHeading = /^(#{1,6})[ \t]+(\S.*)$/;

/**
 * Reads plain text. Tables in it may be tab-separated (each cell opened by a tab, a row a line, or a tab on a line of its
 * own between cells), Markdown, laid out in columns as `pdftotext -layout` prints them, or printed one cell a line; one text
 * can hold several of these. All else is paragraphs, a line each, and headings of sections.
 */
export const readText = (text: string): SourceDocument => {
  mustBeText(text, 'readText');
  return holdsTables(text) ? readEmbedded(text, readLines) : readLines(text);
};

const readLines = (text: string): SourceDocument => {
  if (hasMoreWords(text, mostWords)) {
    const issue = { code: 'file_excessive' as const, what: 'words' as const, limit: mostWords };
    return { title: null, metas: [], blocks: [], issues: [issue] };
  }
  const lines = linesOf(text);
  const blocks: Block[] = [];
  let tables = 0;
  const line = (content: string): void => {
    if (content === '') return;
    const marked = markdownHeading.exec(content);
    if (marked?.[1] && marked[2]) blocks.push({ kind: 'heading', level: marked[1].length, text: marked[2] });
    else if (sectionHeading.test(content)) blocks.push({ kind: 'heading', level: 2, text: content });
    else blocks.push({ kind: 'paragraph', text: content });
  };
  const add = (part: TextPart): void => {
    if (part.kind === 'line') line(part.text);
    else
      blocks.push({
        kind: 'table',
        index: tables++,
        geometry: part.geometry,
        rows: part.rows.map(rowOf),
      });
  };

  let at = 0;
  for (const stretch of stretchesOf(lines)) {
    for (const { text: free } of lines.slice(at, stretch.from)) line(free);
    for (const part of stretch.parts) add(part);
    at = stretch.to;
  }
  for (const { text: free } of lines.slice(at)) line(free);
  return { title: null, metas: [], blocks };
};

/** Any word may turn out to be a cell. No report has a twentieth of these. */
const mostWords = 100_000;

const hasMoreWords = (text: string, limit: number): boolean => {
  const word = /\S+/g;
  let words = 0;
  while (words <= limit && word.test(text)) words++;
  return words > limit;
};

/** Every table of the text, in order; no line belongs to two of them. */
const stretchesOf = (lines: readonly PlainLine[]): Stretch[] => {
  const found: Stretch[] = [];
  const owned = new Uint8Array(lines.length);
  const taken = (at: number): boolean => owned[at] === 1;
  const claim = (stretches: readonly Stretch[]): void => {
    for (const stretch of stretches) {
      if (owned.subarray(stretch.from, stretch.to).includes(1)) continue;
      owned.fill(1, stretch.from, stretch.to);
      found.push(stretch);
    }
  };
  claim(blockTables(lines));
  claim(tabTables(lines));
  claim(barTables(lines));
  claim(pipeTables(lines));
  const printed = printedLines(lines);
  const nextLine = nextOf(lines);
  const sections = sectionStarts(
    lines,
    (at) => (printed[at]?.figures.length ?? 0) > 0 || isFigure(lines[nextLine[at] ?? -1]?.text ?? ''),
  );
  claim(alignedTables(lines, printed, sections, taken));
  claim(cellLines(lines, sections, taken));
  return found.sort((one, other) => one.from - other.from);
};

/** For each line, the next one that is not empty. */
const nextOf = (lines: readonly PlainLine[]): Int32Array => {
  const next = new Int32Array(lines.length);
  let later = lines.length;
  for (let at = lines.length - 1; at >= 0; at--) {
    next[at] = later;
    if (lines[at]?.text !== '') later = at;
  }
  return next;
};
