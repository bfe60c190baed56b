import { chineseDigitsFrom, readChineseNumber } from './chinese-number.ts';
import {
  beforeArabic,
  beforeChinese,
  beforeOne,
  beforeRise,
  counterAt,
  endsWithOneOf,
  type NumeralKind,
  roughAfter,
  startsWithOneOf,
} from './number-words.ts';

/** A number in folded text, from `start` to `end` with its counter. */
export type Numeral = {
  kind: NumeralKind;
  start: number;
  end: number;
  value: number;
  /** False for a range, a rough number (余, 多, 约) and one whose digits cannot be told for sure. */
  exact: boolean;
  /** The counter word; empty where there is none. */
  counter: string;
  /** Digits after the decimal point, as printed. */
  decimals: number;
};

/** A Chinese number counts only before these: 一个, 三条, 两次 fill a text without counting anything of the tables. */
const formalCounters: ReadonlySet<string> = new Set(['件', '件次', '宗', '起', '份', '例', '封', '篇']);

// Codes instead of characters: each Chinese character that is looked at would be made a text of its own.
const isDigitAt = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
};
const codesOf = (characters: string): ReadonlySet<number> =>
  new Set([...characters].map((one) => one.charCodeAt(0)));
const rangeMarks = codesOf('-－—–~～至到');
const about = codesOf('余多来几+');
const aboutChinese = codesOf('余多来几');

const digitsFrom = (text: string, from: number): number => {
  let end = from;
  while (isDigitAt(text, end)) end++;
  return end;
};

/** 12 or 12,345 or 12.5 from `from`: the end, the value and the decimals; null where thousands are not in threes. */
const plainAt = (
  text: string,
  from: number,
): { end: number; value: number; decimals: number; exact: boolean } => {
  let end = digitsFrom(text, from);
  let exact = end - from <= 15;
  const head = end - from;
  let groups = '';
  while (text[end] === ',') {
    const next = digitsFrom(text, end + 1);
    if (head > 3 || next - end !== 4) exact = false;
    groups += text.slice(end + 1, next);
    end = next;
  }
  let decimals = 0;
  let fraction = '';
  if (text[end] === '.' && isDigitAt(text, end + 1)) {
    const next = digitsFrom(text, end + 1);
    fraction = text.slice(end, next);
    decimals = next - end - 1;
    end = next;
  }
  return { end, value: Number(text.slice(from, from + head) + groups + fraction), decimals, exact };
};

/** Zeros of 百, 千, 万 and 亿, by their codes. */
const multipliers = new Map<number, number>(
  [
    ['百', 2],
    ['千', 3],
    ['万', 4],
    ['亿', 8],
  ].map(([unit, zeros]) => [String(unit).charCodeAt(0), Number(zeros)]),
);

const arabicAt = (text: string, start: number): Numeral => {
  const first = plainAt(text, start);
  let { end, value, exact } = first;
  const { decimals } = first;
  // A figure broken by white space, or with a full-width comma where thousands part.
  if (text[end] === ' ' || text[start - 1] === ' ') exact = false;
  if (text[end] === '，' && end - start <= 3 && digitsFrom(text, end + 1) - end === 4) exact = false;
  if (text[start - 1] === '，' && isDigitAt(text, start - 2) && digitsFrom(text, start) - start === 3)
    exact = false;
  let dashed = false;
  let upTo = value;
  while (rangeMarks.has(text.charCodeAt(end)) && isDigitAt(text, end + 1) && counterAt(text, end) === null) {
    ({ end, value: upTo } = plainAt(text, end + 1));
    exact = false;
    dashed = true;
  }
  const power = multipliers.get(text.charCodeAt(end));
  if (power !== undefined && !text.startsWith('万元', end) && !text.startsWith('亿元', end)) {
    // 1.2万 is rounded; only as many decimals as 万 has zeros make it exact.
    if (decimals < power) exact = false;
    value = Math.round(value * 10 ** power);
    end++;
  }
  while (about.has(text.charCodeAt(end))) {
    exact = false;
    end++;
  }
  const counter = counterAt(text, end);
  const digitsOnly = digitsFrom(text, start) === first.end && !dashed;
  const [word, kind] = counter ?? ['', 'bare'];
  const rough =
    endsWithOneOf(text, start, beforeArabic) ||
    startsWithOneOf(text, end + word.length, roughAfter) ||
    (rangeMarks.has(text.charCodeAt(end + word.length)) && isDigitAt(text, end + word.length + 1));
  const ordinal = text[start - 1] === '第';
  const isYear = word === '年' && digitsOnly && value >= 1949 && value <= 2100;
  // 2019-2021年 names several years, none of them alone.
  const several = word === '年' && dashed && first.value >= 1949 && first.value <= 2100;
  const letter = kind !== 'count' && /[A-Za-z]/.test(text[start - 1] ?? '');
  // 1-12月 is the whole year.
  const whole = kind === 'month' && dashed && value === 1 && upTo === 12;
  const resolved: NumeralKind = isYear || several ? 'year' : ordinal || letter || whole ? 'other' : kind;
  const last = end + word.length;
  return {
    kind: resolved,
    start,
    end: resolved === 'year' && text[last] === '度' ? last + 1 : last,
    value: resolved === 'year' && several ? Number.NaN : value,
    exact: exact && !rough && (decimals === 0 || power !== undefined || kind === 'percent'),
    counter: word,
    decimals,
  };
};

const chineseAt = (text: string, start: number): Numeral | null => {
  let end = chineseDigitsFrom(text, start);
  if (end === start) return null;
  const run = text.slice(start, end);
  // 二〇二〇年, 二○一九年度
  if (text[end] === '年' && run.length === 4) {
    const year = readChineseNumber(run);
    if (year && year.value >= 1949 && year.value <= 2100)
      return {
        kind: 'year',
        start,
        end: end + 1,
        value: year.value,
        exact: true,
        counter: '年',
        decimals: 0,
      };
  }
  let rough = endsWithOneOf(text, start, beforeChinese);
  while (aboutChinese.has(text.charCodeAt(end))) {
    rough = true;
    end++;
  }
  const counter = counterAt(text, end);
  if (!counter || !formalCounters.has(counter[0]) || text[start - 1] === '第') return null;
  if (run === '一' && endsWithOneOf(text, start, beforeOne)) return null;
  if (counter[0] === '起' && endsWithOneOf(text, start, beforeRise)) return null;
  const number = readChineseNumber(run);
  if (startsWithOneOf(text, end + counter[0].length, roughAfter)) rough = true;
  if (!number && !rough) return null;
  return {
    kind: 'count',
    start,
    end: end + counter[0].length,
    value: number?.value ?? 0,
    exact: (number?.exact ?? false) && !rough,
    counter: counter[0],
    decimals: 0,
  };
};

/** The number that begins at this place of folded text, or null. */
export const numeralAt = (text: string, start: number): Numeral | null => {
  if (isDigitAt(text, start)) return arabicAt(text, start);
  return chineseAt(text, start);
};
