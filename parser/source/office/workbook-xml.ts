import type { Issue } from '../../issue.ts';
import type { SourceDocument } from '../blocks.ts';
import { refused } from '../refused.ts';
import { plain } from './seen.ts';
import {
  blocksOf,
  holdsTooMuch,
  mostSheetCells,
  type Range,
  type WorkbookCell,
  type WorkbookSheet,
} from './sheet.ts';
import { plainFont, type XlsxStyle } from './xlsx-styles.ts';
import { cellOf, numberCell, textCell } from './xlsx-text.ts';
import { childOf, type Element, elementsIn, textIn, treeOf } from './xml.ts';

/** Workbooks in one XML file (XML Spreadsheet of Excel 2002 and 2003), as web systems write them under the ending .xls. */

const longest = 64 * 2 ** 20;

/** Formats that have a name; those that are not here show a figure in a way of their own. */
const formats: Readonly<Record<string, string>> = {
  'General Number': 'General',
  Fixed: '0.00',
  Standard: '#,##0.00',
  Percent: '0.00%',
  Scientific: '0.00E+00',
};

const sixDigits = (color: string | undefined): string | null =>
  color !== undefined && /^#[0-9a-f]{6}$/i.test(color) ? color.slice(1).toUpperCase() : null;

type Styles = ReadonlyMap<string, XlsxStyle>;

const unset: XlsxStyle = { font: plainFont, ground: plain.ground, format: 'General', repeated: false };

/** Styles by their names; each sets anew what it says, and keeps the rest of the one that it is based on. */
const stylesIn = (top: Element): Styles => {
  const styles = new Map<string, XlsxStyle>();
  for (const { attributes, children } of elementsIn(childOf(top, 'ss:Styles'))) {
    const part = (name: string): Element | undefined => childOf({ name: '', attributes: {}, children }, name);
    const base = styles.get(attributes['ss:Parent'] ?? 'Default') ?? unset;
    const font = part('ss:Font')?.attributes;
    const shift = font?.['ss:VerticalAlign'] ?? 'None';
    const fill = part('ss:Interior')?.attributes;
    const format = part('ss:NumberFormat')?.attributes['ss:Format'];
    styles.set(attributes['ss:ID'] ?? '', {
      font: font
        ? {
            ...plainFont,
            struck: font['ss:StrikeThrough'] === '1',
            shift: shift === 'None' ? '' : shift,
            mark: shift !== 'None',
            size: Number(font['ss:Size'] ?? 0) || 0,
            color: sixDigits(font['ss:Color']) ?? plainFont.color,
          }
        : base.font,
      ground: fill?.['ss:Pattern'] === 'Solid' ? (sixDigits(fill['ss:Color']) ?? base.ground) : base.ground,
      format: format === undefined ? base.format : (formats[format] ?? format),
      repeated: part('ss:Alignment')?.attributes['ss:Horizontal'] === 'Fill',
    });
  }
  return styles;
};

/** Markup in a text that changes nothing of a figure. */
const harmless = /^(?:html:|ss:)?(?:B|I|U|Font)$/;

const cellIn = (cell: Element, styles: Styles): WorkbookCell => {
  const style = styles.get(cell.attributes['ss:StyleID'] ?? 'Default') ?? unset;
  const data = childOf(cell, 'ss:Data');
  const text = data ? textIn(data).trim() : '';
  if (cell.attributes['ss:Formula'] !== undefined && text === '') return { text: '', obscured: 'uncomputed' };
  if (!data || text === '') return { text: '' };
  switch (data.attributes['ss:Type']) {
    case 'Number':
      return /^[A-Z][a-z]+(?: [A-Z][a-z]+|\/[A-Z][a-z]+)?$/.test(style.format) && style.format !== 'General'
        ? { text, obscured: 'formatted' }
        : numberCell(text, style, { dates1904: false, zeros: true });
    case 'Error':
      return { text, obscured: 'uncomputed' };
    case 'String': {
      const marked = elementsIn(data).some(
        (part) => !harmless.test(part.name) || Object.keys(part.attributes).length > 1,
      );
      const shown = marked
        ? cellOf([{ text, font: null }], style, 'raised')
        : textCell([{ text, font: null }], style);
      return shown;
    }
    default:
      return { text };
  }
};

const placeOf = (element: Element, next: number): number => {
  const index = Number(element.attributes['ss:Index'] ?? 0);
  return index > 0 ? index - 1 : next;
};

const isOff = ({ attributes }: Element, size: string): boolean =>
  attributes['ss:Hidden'] === '1' || Number(attributes[size] ?? 15) < 1;

const sheetIn = (worksheet: Element, styles: Styles): WorkbookSheet => {
  const table = childOf(worksheet, 'ss:Table');
  const rows = new Map<number, Map<number, WorkbookCell>>();
  const merges: Range[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns: { from: number; to: number }[] = [];
  let [row, column] = [0, 0];
  for (const part of elementsIn(table)) {
    const span = Number(part.attributes['ss:Span'] ?? 0) || 0;
    if (part.name === 'ss:Column') {
      const from = placeOf(part, column);
      if (isOff(part, 'ss:Width')) hiddenColumns.push({ from, to: from + span });
      column = from + span + 1;
    }
    if (part.name !== 'ss:Row') continue;
    row = placeOf(part, row);
    if (isOff(part, 'ss:Height'))
      for (let at = row; at <= row + Math.min(span, 1000); at++) hiddenRows.add(at);
    const line = new Map<number, WorkbookCell>();
    let at = 0;
    for (const cell of elementsIn(part)) {
      if (cell.name !== 'ss:Cell') continue;
      at = placeOf(cell, at);
      line.set(at, cellIn(cell, styles));
      const across = Number(cell.attributes['ss:MergeAcross'] ?? 0) || 0;
      const down = Number(cell.attributes['ss:MergeDown'] ?? 0) || 0;
      if (across + down > 0) merges.push({ top: row, left: at, bottom: row + down, right: at + across });
      at += across + 1;
    }
    rows.set(row, line);
    row += span + 1;
  }
  return {
    name: worksheet.attributes['ss:Name'] ?? '',
    rows,
    merges,
    isHiddenRow: (at) => hiddenRows.has(at),
    isHiddenColumn: (at) => hiddenColumns.some(({ from, to }) => at >= from && at <= to),
  };
};

/** Reads a workbook in XML. Any text gives a document; what is too large is an issue (`file_excessive`). */
export const readWorkbookXml = (xml: string): SourceDocument => {
  if (xml.length > longest) return refused({ code: 'file_excessive', what: 'bytes', limit: longest });
  const top = treeOf(xml);
  const styles = stylesIn(top);
  const sheets: WorkbookSheet[] = [];
  const issues: Issue[] = [];
  for (const worksheet of elementsIn(top)) {
    if (worksheet.name !== 'ss:Worksheet') continue;
    const shown = textIn(
      childOf(childOf(worksheet, 'x:WorksheetOptions'), 'x:Visible') ?? {
        name: '',
        attributes: {},
        children: [],
      },
    );
    if (/Hidden/.test(shown))
      issues.push({ code: 'sheet_hidden', sheet: worksheet.attributes['ss:Name'] ?? '' });
    else sheets.push(sheetIn(worksheet, styles));
  }
  if (holdsTooMuch(sheets)) return refused({ code: 'file_excessive', what: 'cells', limit: mostSheetCells });
  return { title: null, metas: [], blocks: blocksOf(sheets), ...(issues.length > 0 && { issues }) };
};
