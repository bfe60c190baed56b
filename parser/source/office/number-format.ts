import { formatColor, format as formatted, isDateFormat } from 'numfmt';
import type { Obscurity } from '../../issue.ts';

/** What a workbook shows of a stored number or text: its number format decides (ECMA-376 part 1, 18.8.30). */

export type ShownCell = { text: string; why: Obscurity | null };

/** A stored number in full: what binary fractions leave behind the fifteenth digit is not printed. */
const inFull = (value: number): string => String(Number(value.toPrecision(15)));

/** Formats that files name by a number only (18.8.30); those of dates differ by country, and their text is no figure in any. */
const builtIn: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '#,##0;-#,##0',
  6: '#,##0;-#,##0',
  7: '#,##0.00;-#,##0.00',
  8: '#,##0.00;-#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
  42: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
  43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  44: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  48: '##0.0E+0',
  49: '@',
};

export const builtInFormat = (id: number): string => builtIn[id] ?? (id < 164 ? 'yyyy-m-d' : 'General');

/** Digits in the characters of a language: 九十 of 90. */
const otherDigits = /\[DBNum\d\]|\[NatNum\d{1,2}\]/i;

/** Written by Excel in China: ! before a character that stands for itself, and the name of the general format. */
const inCommonWords = (format: string): string => {
  const text = format.replaceAll('G/通用格式', 'General');
  let words = '';
  let closing = '';
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (closing !== '') {
      if (sign === closing) closing = '';
    } else if (sign === '"') closing = '"';
    else if (sign === '[') closing = ']';
    else if (sign === '\\' || sign === '!') {
      words += `\\${text.charAt(++at)}`;
      continue;
    }
    words += sign;
  }
  return words;
};

const plain = /^(?:|General|@|general)$/;
/** Days between the first days of the two calendars of workbooks. */
const from1904 = 1462;

const known = new Map<string, string>();
const mostKnown = 1000;

const commonWords = (format: string): string => {
  let words = known.get(format);
  if (words === undefined) {
    if (known.size >= mostKnown) known.clear();
    words = inCommonWords(format);
    known.set(format, words);
  }
  return words;
};

/** Text of a format longer than this shows no number. */
const longest = 255;

const applied = (format: string, value: number | string): string =>
  formatted(format, value, { throws: false, nbsp: false }).trim();

const colored = /\[(?:white|colou?r ?\d{1,2})\]/i;
const white = /^(?:white|#ffffff)$/i;

/** Does a format show it in white (18.8.31)? */
const isWhite = (format: string, value: number | string): boolean => {
  if (!colored.test(format)) return false;
  try {
    return white.test(String(formatColor(format, value)));
  } catch {
    return true;
  }
};

/** A stored number as the sheet shows it. Where it shows nothing of it, the stored one stands there with the reason. */
export const shownNumber = (value: number, format: string, dates1904: boolean): ShownCell => {
  const words = commonWords(format);
  if (plain.test(words)) return { text: inFull(value), why: null };
  if (words.length > longest || otherDigits.test(words)) return { text: inFull(value), why: 'formatted' };
  const text = applied(words, dates1904 && isDateFormat(words) ? value + from1904 : value);
  return text === '' || /^#+$/.test(text)
    ? { text: inFull(value), why: 'formatted' }
    : { text, why: isWhite(words, value) ? 'hidden' : null };
};

/** A stored text: only the fourth part of a format, or one with @, says how it is shown. */
export const shownText = (value: string, format: string): ShownCell => {
  const words = commonWords(format);
  if (plain.test(words) || value.trim() === '' || !/[@;]/.test(words)) return { text: value, why: null };
  if (words.length > longest) return { text: value, why: 'formatted' };
  const text = applied(words, value);
  return text === '' ? { text: value, why: 'formatted' } : { text, why: null };
};
