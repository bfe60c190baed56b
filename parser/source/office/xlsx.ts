import type { Issue, Obscurity } from '../../issue.ts';
import type { SourceDocument } from '../blocks.ts';
import { detailOf, refused } from '../refused.ts';
import { type Package, packageOf, relationsOf } from './ooxml.ts';
import { blocksOf, holdsTooMuch, mostSheetCells, type Range, type WorkbookSheet } from './sheet.ts';
import { sheetOf, type Workbook } from './xlsx-sheet.ts';
import { XlsxStyles } from './xlsx-styles.ts';
import { sharedTexts } from './xlsx-text.ts';
import { childOf, type Element, elementsIn, textIn, treeOf } from './xml.ts';

/** Workbooks since 2007 (ECMA-376 part 1, 12.3). */

const limits = { bytes: 64 * 2 ** 20, elements: 1_500_000 };

/** Reads an XLSX. Never rejects: what cannot be read is an issue (`file_damaged`, `file_excessive`). */
export const readXlsx = async (bytes: Uint8Array): Promise<SourceDocument> => {
  const parts = packageOf(bytes, 'XLSX', limits);
  if ('issue' in parts) return refused(parts.issue);
  try {
    return documentOf(parts);
  } catch (error) {
    return refused({ code: 'file_damaged', looksLike: 'XLSX', detail: detailOf(error) });
  }
};

const documentOf = (parts: Package): SourceDocument => {
  const main =
    relationsOf(parts, '').find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const xml = parts.xml.get(main);
  if (xml === undefined) return refused({ code: 'file_damaged', looksLike: 'XLSX', detail: main });
  const top = treeOf(xml);
  const relations = relationsOf(parts, main);
  const partOf = (type: string): string | undefined => {
    const target = relations.find((one) => one.type === type)?.target;
    return target === undefined ? undefined : parts.xml.get(target);
  };
  const book: Workbook = {
    texts: sharedTexts(partOf('sharedStrings')),
    styles: new XlsxStyles(partOf('styles')),
    dates1904: /^(?:1|true)$/.test(childOf(top, 'workbookPr')?.attributes.date1904 ?? ''),
  };
  const sheets: WorkbookSheet[] = [];
  const issues: Issue[] = [];
  for (const { attributes } of elementsIn(childOf(top, 'sheets'))) {
    const relation = relations.find(({ id }) => id === attributes['r:id']);
    // Sheets of charts and dialogs hold no cells.
    if (relation?.type !== 'worksheet') continue;
    const { name = '', state } = attributes;
    if (state === 'hidden' || state === 'veryHidden') {
      issues.push({ code: 'sheet_hidden', sheet: name });
      continue;
    }
    const part = parts.xml.get(relation.target);
    if (part === undefined) {
      issues.push({ code: 'part_unread', part: relation.target });
      continue;
    }
    const sheet = sheetOf(name, part, book);
    for (const range of sheet.doubtful) obscure(sheet, range, 'formatted');
    for (const { range, why } of drawingsOn(parts, relation.target)) obscure(sheet, range, why);
    sheets.push(sheet);
  }
  if (holdsTooMuch(sheets)) return refused({ code: 'file_excessive', what: 'cells', limit: mostSheetCells });
  return { title: null, metas: [], blocks: blocksOf(sheets), ...(issues.length > 0 && { issues }) };
};

/** A drawing over more than a table lies behind it, or is none of it. */
const mostCovered = 2000;

const obscure = ({ rows }: WorkbookSheet, { top, left, bottom, right }: Range, why: Obscurity): void => {
  for (const [row, line] of rows) {
    if (row < top || row > bottom) continue;
    for (const [column, cell] of line)
      if (column >= left && column <= right && /^[^\p{Script=Han}]*$/u.test(cell.text)) cell.obscured ??= why;
  }
  if (why !== 'drawn' || (bottom - top + 1) * (right - left + 1) > mostCovered) return;
  for (let row = top; row <= bottom; row++) {
    const line = rows.get(row);
    for (let column = left; line && column <= right; column++)
      if (!line.has(column)) line.set(column, { text: '', obscured: why });
  }
};

const numberIn = (marker: Element | undefined, name: string): number => {
  const child = childOf(marker, name);
  return child ? Number(textIn(child)) : Number.NaN;
};

/** EMU (20.1.2.1): so little of a cell that a drawing only touches it. */
const touched = 60_000;

/** The cells over which pictures, text boxes and lines of a sheet lie (20.5). */
const drawingsOn = (parts: Package, sheet: string): { range: Range; why: Obscurity }[] => {
  const target = relationsOf(parts, sheet).find(({ type }) => type === 'drawing')?.target;
  const xml = target === undefined ? undefined : parts.xml.get(target);
  if (xml === undefined) return [];
  return elementsIn(treeOf(xml)).flatMap((anchor) => {
    const from = childOf(anchor, 'xdr:from');
    const to = childOf(anchor, 'xdr:to') ?? from;
    if (childOf(anchor, 'xdr:graphicFrame')) return [];
    const top = numberIn(from, 'xdr:row');
    const left = numberIn(from, 'xdr:col');
    const bottom = numberIn(to, 'xdr:row') - (to !== from && numberIn(to, 'xdr:rowOff') < touched ? 1 : 0);
    const right = numberIn(to, 'xdr:col') - (to !== from && numberIn(to, 'xdr:colOff') < touched ? 1 : 0);
    if (![top, left, bottom, right].every(Number.isFinite)) return [];
    const range = { top, left, bottom: Math.max(top, bottom), right: Math.max(left, right) };
    return [{ range, why: 'drawn' as const }];
  });
};
