import { type Decimal, decimalOf, isSame, toNumber } from './decimal.ts';
import { withoutLooseSpaces } from './spaces.ts';
import { strike, withoutStruck } from './struck.ts';

/** What a cell says: a number, nothing, a mark that stands for nothing, or something that cannot be read as either. */
export type Figure =
  | { state: 'number'; value: number; unit: string | null; signed: boolean }
  | { state: 'blank' }
  | { state: 'mark' }
  | { state: 'unreadable' };

const marks: ReadonlySet<string> = new Set(
  [
    '/',
    '\\',
    '-',
    '--',
    '---',
    '----',
    '—',
    '——',
    '———',
    '–',
    '−',
    '─',
    '──',
    '_',
    '__',
    '无',
    '無',
    'N/A',
    'n/a',
    'NA',
    '*',
    '~',
    '、',
    '.',
    '…',
    '……',
    '╱',
    '|',
    '×',
    'x',
    'X',
  ].map((mark) => mark.normalize('NFKC')),
);

const units = '万元|萬元|亿元|億元|元|件次|件|条|條|个|個|项|項|宗|次|人次|人|份|篇|起|例|%';

const aUnit = new RegExp(`^(?:${units})$`);

/** Is this text a unit, and nothing but one? */
export const isUnit = (text: string): boolean => aUnit.test(text);

/**
 * sign, digits with or without correct thousands separators, decimals, unit, and a note in brackets.
 * Every part is bounded or anchored: linear in the length of the cell.
 */
const figure = new RegExp(
  `^([+\\-−–]|减|減|负|負|增)?(\\d{1,3}(?:,\\d{3}){1,5}|\\d{1,18})(?:\\.(\\d{1,12}))?(${units})?(?:\\([^()]{0,80}\\)|\\[[^\\[\\]]{0,80}\\])?$`,
);

/** What most cells hold, and every double holds exactly. */
const plainDigits = /^\d{1,15}$/;

const footnoteMark = /\p{No}/u;

/** Zero-width characters, soft hyphens, marks of direction. */
const invisible = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;
/** From right to left: a sign or a unit then stands on the other side; after an override so do the digits. */
const rightToLeft = /[\u061C\u200F\u202B\u2067]/;
const override = '\u202E';
const onlyDigits = /^[\d,.\s]{1,40}$/;

/** What is left of a cell where something in it is struck out. Where nothing is, nobody can say what the cell holds. */
const readUnstruck = (raw: string): Figure => {
  const figure = readFigure(withoutStruck(raw));
  return figure.state === 'blank' ? { state: 'unreadable' } : figure;
};

/**
 * Reads the text of one cell. Full-width digits count as digits; white space inside a number makes it unreadable,
 * since two figures may stand in the cell. A number that a double cannot hold exactly is unreadable, never rounded.
 */
export const readFigure = (raw: string): Figure => {
  if (plainDigits.test(raw)) return { state: 'number', value: Number(raw), unit: null, signed: false };
  if (raw.includes(strike)) return readUnstruck(raw);
  // Folding would make one number of a figure and the mark of its footnote: 12① is not 121.
  if (footnoteMark.test(raw)) return { state: 'unreadable' };
  const text = raw.normalize('NFKC').replace(invisible, '').replace(/\s+/g, ' ').trim();
  if (raw.includes(override) && text.length > 1) return { state: 'unreadable' };
  if (rightToLeft.test(raw) && text !== '' && !onlyDigits.test(text)) return { state: 'unreadable' };
  if (text === '') return { state: 'blank' };
  if (marks.has(text) || /^[-—–−─]{1,9}$/.test(text)) return { state: 'mark' };
  const parts = figure.exec(withoutLooseSpaces(text));
  if (!parts) return { state: 'unreadable' };
  const [, sign, whole, decimals = '', unit] = parts;
  const printed = { units: BigInt(`${whole}${decimals}`.replaceAll(',', '')), scale: decimals.length };
  const size = toNumber(printed);
  if (!isExact(printed, size)) return { state: 'unreadable' };
  const negative = sign !== undefined && sign !== '+' && sign !== '增';
  return {
    state: 'number',
    value: negative && size !== 0 ? -size : size,
    unit: unit ?? null,
    signed: sign !== undefined,
  };
};

/** Does the double print the same decimal digits again? One ten-millionth is printed as 1e-7. */
const isExact = (printed: Decimal, value: number): boolean =>
  isSame(printed, decimalOf(value)) && !String(value).includes('e');
