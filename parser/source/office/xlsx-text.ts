import { type ShownCell, shownNumber, shownText } from './number-format.ts';
import { plain, Seen } from './seen.ts';
import type { WorkbookCell } from './sheet.ts';
import { type Font, fontOf, type XlsxStyle } from './xlsx-styles.ts';
import { childOf, type Element, elementsIn, readXml, textIn } from './xml.ts';

/** Texts of workbooks with the runs in which they are set (ECMA-376 part 1, 18.4). */

export type TextRun = { text: string; font: Font | null };

/** A text item: runs, or one text. Guides to the reading of characters (18.4.6) are printed beside them, if at all. */
export const runsOf = (item: Element): TextRun[] =>
  elementsIn(item).flatMap((part): TextRun[] => {
    if (part.name === 't') return [{ text: textIn(part), font: null }];
    if (part.name !== 'r') return [];
    const text = childOf(part, 't');
    const set = childOf(part, 'rPr');
    return text ? [{ text: textIn(text), font: set ? fontOf(set) : null }] : [];
  });

/** `_x000D_` stands for a character that XML cannot hold (22.9.2.19). */
const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** The texts that all sheets share, in their order. */
export const sharedTexts = (xml: string | undefined): TextRun[][] => {
  const items: TextRun[][] = [];
  if (xml === undefined) return items;
  const open: Element[] = [];
  readXml(xml, {
    open: (name, attributes) => {
      const element: Element = { name, attributes, children: [] };
      open.at(-1)?.children.push(element);
      if (open.length > 0 || name === 'si') open.push(element);
    },
    text: (data) => open.at(-1)?.children.push(data),
    close: (name) => {
      const element = open.pop();
      if (name === 'si' && element && open.length === 0) items.push(runsOf(element));
    },
  });
  return items;
};

/** Lines as they are shown, white space at their ends not. */
const tidy = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');

/** A cell of runs set in the style of the cell where they say nothing else. */
export const cellOf = (
  runs: readonly TextRun[],
  style: XlsxStyle,
  shown: ShownCell['why'] = null,
): WorkbookCell => {
  const seen = new Seen();
  let text = '';
  for (const run of runs)
    text += seen.add(unescaped(run.text), { ...plain, ...style.font, ...run.font, ground: style.ground });
  if (shown) seen.doubt(shown);
  if (style.repeated && /\d/.test(text)) seen.doubt('generated');
  const { why } = seen.whole();
  return why && text !== '' ? { text: tidy(text), obscured: why } : { text: tidy(text) };
};

/** A text as its format shows it: only where it is one run can the format be told. */
export const textCell = (runs: readonly TextRun[], style: XlsxStyle): WorkbookCell => {
  const [only] = runs;
  if (!only || runs.length > 1) return cellOf(runs, style);
  const { text, why } = shownText(only.text, style.format);
  return cellOf([{ ...only, text }], style, why);
};

/** A text that all sheets share; where there is none at its place, the workbook does not say what stands here. */
export const sharedCell = (
  text: readonly TextRun[] | undefined,
  place: string,
  style: XlsxStyle,
): WorkbookCell => (text ? textCell(text, style) : { text: place, obscured: 'uncomputed' });

/** A stored number as its format shows it; what is stored there and is none is not sure to be seen. */
export const numberCell = (
  stored: string,
  style: XlsxStyle,
  { dates1904, zeros }: { dates1904: boolean; zeros: boolean },
): WorkbookCell => {
  const value = Number(stored);
  if (!Number.isFinite(value)) return { text: stored, obscured: 'uncomputed' };
  const { text, why } = shownNumber(value, style.format, dates1904);
  return cellOf([{ text, font: null }], style, why ?? (value === 0 && !zeros ? 'formatted' : null));
};
