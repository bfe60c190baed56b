/** Numbers written in Chinese characters: 二百二十七, 两, 一〇二, 一千零五. */

const digits = new Map<string, number>(
  [...'零〇一二三四五六七八九'].flatMap((character, at) => [[character, at < 2 ? 0 : at - 1]]),
);
digits.set('○', 0).set('两', 2);

const units = new Map<string, number>([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
  ['万', 10_000],
  ['亿', 100_000_000],
]);

const codes = new Set([...digits.keys(), ...units.keys()].map((one) => one.charCodeAt(0)));

/** No count of a report is longer: 一亿二千三百四十五万六千七百八十九. */
const longest = 24;

/** Where the Chinese digits that begin at `from` end. */
export const chineseDigitsFrom = (text: string, from: number): number => {
  let end = from;
  while (end - from <= longest && codes.has(text.charCodeAt(end))) end++;
  return end;
};

/** `exact` is false where the words name a rough number (三五, 七八) or one cut short (二百二). */
type ChineseNumber = { value: number; exact: boolean };

/** Reads a run of Chinese digits, or null where it is no number. */
export const readChineseNumber = (run: string): ChineseNumber | null => {
  const characters = [...run];
  if (!characters.some((one) => units.has(one))) {
    const value = Number(characters.map((one) => digits.get(one) ?? '').join(''));
    // 二二七 is 227; 三五 is "three to five".
    const exact = characters.length !== 2 || characters.some((one) => digits.get(one) === 0);
    return Number.isSafeInteger(value) ? { value, exact } : null;
  }
  let whole = 0;
  let section = 0;
  let digit: number | null = null;
  let lastUnit = 1;
  let zero = false;
  for (const one of characters) {
    const plain = digits.get(one);
    if (plain !== undefined) {
      if (digit !== null && digit !== 0) return null;
      if (plain === 0) zero = true;
      digit = plain;
      continue;
    }
    const unit = units.get(one) ?? 1;
    if (unit >= 10_000) {
      whole = (whole + section + (digit ?? 0)) * unit;
      section = 0;
    } else {
      // 十二 is twelve, but 百件 alone is "a hundred or so".
      if ((digit === null || digit === 0) && !(unit === 10 && (section === 0 || zero))) return null;
      section += (digit || 1) * unit;
    }
    digit = null;
    zero = false;
    lastUnit = unit;
  }
  // 二百二 is 220 to most and 202 to some.
  const exact = digit === null || digit === 0 || zero || lastUnit <= 10;
  const value = whole + section + (digit ?? 0) * (exact ? 1 : lastUnit / 10);
  return Number.isSafeInteger(value) ? { value, exact } : null;
};
