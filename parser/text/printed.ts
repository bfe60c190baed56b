import { withoutLooseSpaces } from './spaces.ts';
import { strike, withoutStruck } from './struck.ts';

/**
 * The figures of any statistical table, as they are printed: how many decimals stand there says how exact a figure is. `readFigure`
 * (value.ts) reads the cells of a form, of which everybody knows what they may hold; here brackets may mean less than zero, a comma
 * may be the decimal sign, and a letter may stand for what is not told.
 */

/** How a table writes its numbers. One table has one way; a figure in another way cannot be read. */
type Notation = 'point' | 'comma' | 'space' | 'space_comma';

export type PrintedFigure =
  /** `units` × 10^−`decimals`; `units` is a whole number that a double holds exactly. */
  | { state: 'number'; units: number; decimals: number; value: number; unit: string | null }
  | { state: 'blank' }
  /** A dash or the like. `zero`: it says that there is nothing, and not that nothing is known. */
  | { state: 'mark'; zero: boolean }
  /** `digits`: a figure that does not parse, rather than words; so is a bound such as >10,000, and a letter for a figure withheld. */
  | { state: 'unreadable'; digits: boolean };

const blank: PrintedFigure = { state: 'blank' };
const nothing: PrintedFigure = { state: 'mark', zero: true };
const unknown: PrintedFigure = { state: 'mark', zero: false };
const words: PrintedFigure = { state: 'unreadable', digits: false };
const garbled: PrintedFigure = { state: 'unreadable', digits: true };

/** Longer texts are no figures. */
const longest = 60;

const nothingSaid = /^(?:[-‐‑–—―−─﹣_]{1,9}|[/\\]|无|無|零|nil|none)$/i;
const notKnown =
  /^(?:\.{1,6}|…{1,3}|[*×xX~、|╱#]|n[./]?a\.?|\((?:na|x|n\.a\.)\)|未统计|不详|暂缺|不适用|not applicable|unknown)$/i;
/** Statistical offices print a letter where a figure would tell of one respondent, or rounds to nothing: (Z), (D), (S), (B). */
const withheld = /^\(?[A-Z]\)?$/;

const units =
  '%|‰|万元|亿元|千元|百万元|元|美元|万美元|亿美元|人次|万人次|万人|万户|人|户|件次|件|条|个|项|宗|次|份|篇|起|例|名|家|所|套|辆|台|张|批|只|头|亩|万亩|公顷|平方米|万平方米|平方公里|公里|米|吨|万吨|千克|千瓦时|万千瓦时|兆瓦时|立方米|万立方米|百分点';

const grouped = {
  point: String.raw`\d{1,3}(?:,\d{3}){1,5}`,
  comma: String.raw`\d{1,3}(?:\.\d{3}){1,5}`,
  space: String.raw`\d{1,3}(?: \d{3}){1,5}`,
  space_comma: String.raw`\d{1,3}(?: \d{3}){1,5}`,
} as const;

const figureIn = (notation: Notation): RegExp => {
  const decimal = notation === 'point' || notation === 'space' ? String.raw`\.` : ',';
  // Sign, brackets, digits with or without separators, decimals, unit; then what is noted beside the figure.
  return new RegExp(
    `^(\\()?([+\\-−–]|减|负)?(\\$|¥|￥|€|£)?(${grouped[notation]}|\\d{1,16})?(?:${decimal}(\\d{1,12}))?(${units})?(\\))?(?:\\([^()]{0,40}[\\p{Script=Han}a-z][^()]{0,40}\\))?$`,
    'u',
  );
};

const patterns: Readonly<Record<Notation, RegExp>> = {
  point: figureIn('point'),
  comma: figureIn('comma'),
  space: figureIn('space'),
  space_comma: figureIn('space_comma'),
};

/** £000 over a column says in what it counts. */
const thousands = /^[$¥￥€£]'?0{3}(?:'?s)?$/;

/** A point in time is a label. */
const date = /^\d{1,4}(?:年|月|日|季度|-\d{1,2}-\d{1,2}$|\/\d{1,2}\/\d{1,2}$)/;

const plain = /^\d{1,9}$/;
const footnoteMark = /\p{No}/u;
const invisible = /[\u200B-\u200D\u2060\uFEFF\u00AD]/g;

const numberOf = (
  units: number,
  decimals: number,
  unit: string | null,
  value = Number(`${units}e-${decimals}`),
): PrintedFigure => ({
  state: 'number',
  units,
  decimals,
  value,
  unit,
});

/** Reads the text of one cell of a table that writes its numbers in this way. */
export const readPrinted = (raw: string, notation: Notation = 'point'): PrintedFigure => {
  if (plain.test(raw)) return numberOf(Number(raw), 0, null);
  if (raw.length > longest) return words;
  if (raw.includes(strike)) {
    const left = readPrinted(withoutStruck(raw), notation);
    // Where nothing is left, nobody can say what the cell holds.
    return left.state === 'blank' ? garbled : left;
  }
  // Folding would make one number of a figure and the mark of its footnote: 12① is not 121.
  if (footnoteMark.test(raw)) return /\d/.test(raw) ? garbled : words;
  const text = raw.normalize('NFKC').replace(invisible, '').replace(/\s+/g, ' ').trim();
  if (text === '') return blank;
  if (nothingSaid.test(text)) return nothing;
  if (notKnown.test(text)) return unknown;
  if (thousands.test(text)) return words;
  if (!/\d/.test(text)) return withheld.test(text) ? garbled : words;
  return readDigits(text, notation);
};

/** Of the digits that a machine writes of a fraction, so many say something. */
const mostTold = 15;

/** 49060.513999999996 stands for what a machine rounds to it, such as 49060.514; its value is what is printed. */
const machineNumber = (
  before: string,
  decimals: string,
  direction: 1 | -1,
  unit: string | null,
): PrintedFigure => {
  const told = mostTold - before.length;
  const units = Math.round(Number(`${before}.${decimals}e${told}`));
  const printed = Number(`${before}.${decimals}`);
  return units === 0 ? numberOf(0, told, unit) : numberOf(direction * units, told, unit, direction * printed);
};

const readDigits = (text: string, notation: Notation): PrintedFigure => {
  const joined = notation.startsWith('space')
    ? text.replace(/ (?=\D)|(?<=\D) /g, '')
    : withoutLooseSpaces(text);
  const parts = patterns[notation].exec(joined);
  const letters = text.replace(/\P{L}/gu, '').length;
  const digits = text.replace(/\D/g, '').length;
  const unread = letters > digits || date.test(text) ? words : garbled;
  if (!parts) return unread;
  const [, open, sign, , whole = '', decimals = '', unit = null, close] = parts;
  if ((whole === '' && decimals === '') || (open === undefined) !== (close === undefined)) return unread;
  const direction = (sign !== undefined && sign !== '+') !== (open !== undefined) ? -1 : 1;
  const before = whole.replace(/[,. ]/g, '').replace(/^0+(?=\d)/, '');
  if (before.length + decimals.length > mostTold && before.length < mostTold && decimals !== '')
    return machineNumber(before, decimals, direction, unit);
  const unsigned = Number(before + decimals);
  if (!Number.isSafeInteger(unsigned)) return garbled;
  return numberOf(unsigned === 0 ? 0 : direction * unsigned, decimals.length, unit);
};

/** What tells the ways apart: how often figures are written as no other way allows. */
const commaDecimals = /^-?\d{1,15},\d{1,2}%?$/;
const commaThousands = /^\(?-?\d{1,3}(?:,\d{3})+(?:\.\d+)?\)?%?$/;
const spaceThousands = /^-?\d{1,3}(?:[ \u00A0\u2009\u202F]\d{3})+(?:[.,]\d+)?$/;

/** The way in which the numbers of a table are written. Three signs of another way are needed, and more than of the common one. */
export const notationOf = (texts: Iterable<string>): Notation => {
  let comma = 0;
  let common = 0;
  let space = 0;
  for (const text of texts) {
    if (text.length > 24) continue;
    if (commaThousands.test(text)) common++;
    else if (commaDecimals.test(text)) comma++;
    else if (spaceThousands.test(text)) space++;
  }
  const decimalComma = comma > 2 && comma > common;
  if (space > 2 && space > common) return decimalComma ? 'space_comma' : 'space';
  return decimalComma ? 'comma' : 'point';
};
