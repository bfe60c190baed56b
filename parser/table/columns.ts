import { tight } from '../text/label.ts';
import { goOn } from './counting.ts';
import { type ColumnKind, cellFrom, type Half, isBlank, isNumber, isWords, type Sheet } from './sheet.ts';

/** What each column holds, and where a second table stands beside the first. */

const ordinalHeading = /^(?:序号|编号|序|No\.?|#|№|行次|栏次|项次|排名|位次|名次|rank)$/i;
const codeHeading =
  /编码|代码|编号|科目号|电话|手机|传真|邮编|邮政|身份证|证号|文号|账号|卡号|经度|纬度|\bcode\b|\bphone\b|\bzip\b/i;
/** 00, 01, 02 name and do not count. */
const leadingZero = /^0\d+$/;
/** A code printed level by level, each in a column of its own: 类 201, 款 03, 项 01. */
const levelHeading = /^[类款项目节]$/;
const level = /^\d{1,4}$/;
const yearHeading = /^(?:年份|年度|年|year|years|日期|时间|月份|date|period)$/i;
/** 单位 alone may head the names of bodies as well as units of measure. */
const unitHeading = /^计量单位$|^units? of measure$/i;
const perhapsUnitHeading = /^单位$|^units?$/i;
const noteHeading = /备注|说明|^注$|remark|notes?$/i;
const unitWords =
  /^(?:[万亿千百]?(?:元|美元|人|户|吨|亩|个|件|条|项|次|份|篇|家|所|套|辆|台|张|平方米|平方公里|公顷|公里|米|千瓦时|立方米|人次|人民币|%|‰|倍)|%|百分点|万千瓦时|件次|万人次|公斤|千克|兆瓦时|标准箱|TEU|元\/.{1,5})$/i;

/** Rows looked at: enough to tell, however long the table. */
const mostRows = 400;

type Tally = {
  numbers: number;
  words: number;
  marks: number;
  units: number;
  values: number[];
  texts: string[];
};

const tallyOf = (sheet: Sheet, column: number): Tally => {
  const tally: Tally = { numbers: 0, words: 0, marks: 0, units: 0, values: [], texts: [] };
  const step = Math.max(1, Math.ceil(sheet.height / mostRows));
  for (let row = 0; row < sheet.height; row += step) {
    if (sheet.rows[row] !== 'body') continue;
    const cell = cellFrom(sheet, row, column);
    // A cell across a label and what should name it says what the row is, not what the column holds.
    if (!cell || isBlank(cell)) continue;
    if (cell.figure.state === 'number') {
      tally.numbers++;
      tally.values.push(cell.figure.value);
      tally.texts.push(cell.text);
    } else if (isWords(cell)) {
      tally.words++;
      if (unitWords.test(tight(cell.text))) tally.units++;
    } else tally.marks++;
  }
  return tally;
};

/** Years that come again in each group, with words between them: 2022, 2023, 增长%. */
const areYears = (values: readonly number[]): boolean =>
  values.length > 1 && values.every((one) => Number.isInteger(one) && one >= 1900 && one <= 2100);

const isYears = (values: readonly number[]): boolean =>
  areYears(values) && new Set(values).size === values.length;

/** 1,000 under a heading such as Unit says in what a row counts. */
const isPower = (value: number): boolean => /^10*$/.test(`${value}`);

const isCounting = (values: readonly number[]): boolean =>
  values.length > 1 && values[0] === 1 && goOn(values);

/** Fewer numbers may follow one another by chance. */
const fewestInOrder = 5;

/** 33, 34, 35: the numbers of the rows of a form, where a piece of it begins in the middle. */
const isInOrder = (values: readonly number[], texts: readonly string[]): boolean =>
  values.length >= fewestInOrder && texts.every((text) => /^\d{1,3}$/.test(text)) && goOn(values);

/** Codes name by their prefixes: 201, 20103, 2010301. */
const isCodes = (texts: readonly string[]): boolean => {
  const codes = texts.filter((text) => /^\d{3,11}$/.test(text));
  if (codes.length < 2 || codes.length < texts.length) return false;
  const all = new Set(codes);
  const below = codes.filter((code) => [2, 3].some((digits) => all.has(code.slice(0, -digits))));
  // Figures may begin one another by chance; codes do so throughout, and are printed in their order.
  const isOrdered = codes.every((code, at) => at === 0 || code > (codes[at - 1] ?? ''));
  return all.size === codes.length && isOrdered && below.length * 3 >= codes.length;
};

const kindOf = (sheet: Sheet, column: number, stubBefore: boolean): ColumnKind => {
  const tally = tallyOf(sheet, column);
  const path = sheet.headings[column] ?? [];
  const heading = tight(path.at(-1) ?? '');
  const said = tally.numbers + tally.words + tally.marks;
  if (noteHeading.test(heading) && tally.words >= tally.numbers && column > 0) return 'note';
  if (unitHeading.test(heading) || (tally.units > 0 && tally.units === said)) return 'unit';
  if (perhapsUnitHeading.test(heading) && tally.units * 2 > said) return 'unit';
  if (perhapsUnitHeading.test(heading) && tally.numbers > 0 && tally.values.every(isPower)) return 'unit';
  if (ordinalHeading.test(heading)) return 'ordinal';
  // English headings are told by whole words.
  if (codeHeading.test(heading) || codeHeading.test(path.at(-1) ?? '')) return 'code';
  if (levelHeading.test(heading) && tally.words <= 1 && tally.texts.every((text) => level.test(text)))
    return 'code';
  if (tally.words > tally.numbers + tally.marks) return 'label';
  if (column > 0 && stubBefore && tally.marks === 0 && tally.words > 0 && areYears(tally.values))
    return 'label';
  if (tally.numbers === 0)
    return column === 0 || (tally.marks > 0 && yearHeading.test(heading)) ? 'label' : 'figures';
  if (areZeroLed(tally.texts)) return 'code';
  if (!stubBefore) return 'figures';
  if (isCodes(tally.texts)) return 'code';
  if (isYears(tally.values) || yearHeading.test(heading)) return 'label';
  if (column === 0 && isCounting(tally.values)) return 'ordinal';
  if (isInOrder(tally.values, tally.texts)) return 'ordinal';
  return 'figures';
};

/** Digits of one length, some of which begin with a zero, are codes, wherever they stand. */
const areZeroLed = (texts: readonly string[]): boolean =>
  texts.some((text) => leadingZero.test(text)) &&
  texts.every((text) => /^\d+$/.test(text) && text.length === texts[0]?.length);

const isStub = (kind: ColumnKind | undefined): boolean =>
  kind === 'label' || kind === 'code' || kind === 'ordinal' || kind === 'unit';

/** A label behind figures and before others begins a table of its own, printed beside the first. */
const halvesOf = (columns: readonly ColumnKind[]): Half[] => {
  const halves: Half[] = [];
  let from = 0;
  let figures = false;
  columns.forEach((kind, column) => {
    const begins = kind === 'label' || kind === 'code';
    if (begins && figures && columns.slice(column).includes('figures')) {
      halves.push({ from, to: column });
      from = column;
      figures = false;
    }
    if (kind === 'figures') figures = true;
  });
  halves.push({ from, to: columns.length });
  return halves;
};

/** Says of each column what it holds, and cuts the sheet into its halves. */
export const columns = (sheet: Sheet): Sheet => {
  const kinds: ColumnKind[] = [];
  for (let column = 0; column < sheet.width; column++) {
    const before = kinds.at(-1);
    const stubBefore = column === 0 || isStub(before) || isWordsBehind(sheet, column);
    kinds.push(kindOf(sheet, column, stubBefore));
  }
  // Numbers alone are figures, whatever they look like: a table without any figure would say nothing.
  if (!kinds.includes('figures'))
    kinds.forEach((kind, column) => {
      if (kind === 'label' && column > 0 && tallyOf(sheet, column).numbers > 0) kinds[column] = 'figures';
    });
  // Behind the figures of the last half, words are remarks.
  for (let column = kinds.length - 1; column > 0 && kinds[column] !== 'figures'; column--)
    if (kinds.includes('figures')) kinds[column] = 'note';
  return { ...sheet, columns: kinds, halves: halvesOf(kinds) };
};

/** Are there words in the next column, so that digits here may be their code? */
const isWordsBehind = (sheet: Sheet, column: number): boolean => {
  const tally = tallyOf(sheet, column + 1);
  return tally.words > tally.numbers && isNumber(cellFrom(sheet, sheet.rows.indexOf('body'), column));
};
