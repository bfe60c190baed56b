import type { Block } from '../source/blocks.ts';
import { tight } from '../text/label.ts';
import { cellsFrom, isBlank, type Sheet } from './sheet.ts';

/** What a table is called and in what it counts: said in its first rows, or in the lines above it. */

const unitLine =
  /(?:计量)?单位\s{0,3}[:：]\s{0,3}([^\s　()（）]{1,12})|[(（]\s{0,3}(?:单位\s{0,3}[:：]?\s{0,3})?([万亿千百]?(?:元|美元|吨|人|户|件|亩|公顷|个|平方米)|%)\s{0,3}[)）]\s{0,3}$/;
/** A longer paragraph is text, and names no table. */
const longestCaption = 80;
const linesAbove = 4;

const unitIn = (text: string): string | null => {
  const found = unitLine.exec(text);
  return found?.[1] ?? found?.[2] ?? null;
};

/** Unit of measure, the body that reports, or the number of a form: said of the table, and no name of it. */
const isBesideTitle = (text: string): boolean =>
  (/^(?:[^:：]{0,24}单位|部门)[:：]/.test(tight(text)) && tight(text).length < 40) ||
  /^[财政决预算公开]{2,6}\d{1,2}表$/.test(tight(text));

const unitInBrackets = /[(（](?:计量)?单位[:：][^()（）]{1,12}[)）]\s{0,3}$/;

/** 收支总表（单位：万元） → 收支总表 */
const withoutUnit = (text: string): string => text.replace(unitInBrackets, '').trim();

/** The lines between the table and what comes before it, nearest first. */
export const textsAbove = (blocks: readonly Block[], at: number): string[] => {
  const texts: string[] = [];
  for (let before = at - 1; before >= 0 && texts.length < linesAbove; before--) {
    const block = blocks[before];
    if (block?.kind === 'table') break;
    if (block?.kind === 'paragraph' || block?.kind === 'heading')
      texts.push(...block.text.split('\n').toReversed());
  }
  return texts.slice(0, linesAbove);
};

/** @param above lines above the table, nearest first. */
export const titles = (sheet: Sheet, above: readonly string[]): Sheet => {
  const textsOf = (kind: string): string[] =>
    sheet.rows.flatMap((one, row) =>
      one === kind ? cellsFrom(sheet, row).flatMap((cell) => (isBlank(cell) ? [] : [cell.text])) : [],
    );
  const inside = textsOf('title');
  const said = [...inside, ...above];
  const captions = said
    .map(withoutUnit)
    .filter((text) => text !== '' && !isBesideTitle(text) && text.length <= longestCaption);
  return {
    ...sheet,
    caption: captions[0] ?? null,
    unit: said.map(unitIn).find((unit) => unit !== null) ?? null,
    notes: textsOf('note'),
  };
};
