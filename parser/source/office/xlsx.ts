import type { Issue } from '../../issue.ts';
import type { SourceDocument } from '../blocks.ts';
import { detailOf, refused } from '../refused.ts';
import { type Package, packageOf, relationsOf } from './ooxml.ts';
import { blocksOf, holdsTooMuch, mostSheetCells, obscure, type WorkbookSheet } from './sheet.ts';
import { drawingsOn } from './xlsx-drawings.ts';
import { sheetOf, type Workbook } from './xlsx-sheet.ts';
import { XlsxStyles } from './xlsx-styles.ts';
import { sharedTexts } from './xlsx-text.ts';
import { childOf, elementsIn, treeOf } from './xml.ts';

/** Workbooks since 2007 (ECMA-376 part 1, 12.3). */

const limits = { bytes: 64 * 2 ** 20, elements: 1_500_000 };

/** Reads an XLSX. Never rejects: what cannot be read is an issue (`file_damaged`, `file_excessive`). */
export const readXlsx = async (bytes: Uint8Array): Promise<SourceDocument> => {
  const parts = packageOf(bytes, 'XLSX', limits, /\.vml$/i);
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
    for (const range of drawingsOn(parts, relation.target, sheet.sizes)) obscure(sheet, range, 'drawn');
    sheets.push(sheet);
  }
  if (holdsTooMuch(sheets)) return refused({ code: 'file_excessive', what: 'cells', limit: mostSheetCells });
  return { title: null, metas: [], blocks: blocksOf(sheets), ...(issues.length > 0 && { issues }) };
};
