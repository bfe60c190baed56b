import type { Block } from '../source/blocks.ts';
import { tight } from '../text/label.ts';
import type { Evidenced } from './evidenced.ts';
import { yearOf, yearPattern } from './report-title.ts';

const looked = 4000;
const to = '[,起]{0,2}(?:至|到|-{1,2}|—{1,2}|~|–)';
const firstDay = '0?(?:1|一)月(?:0?(?:1|一)[日号](?:[0零]时)?)?';
const lastDay = '(?:12|十二)月(?:(?:31|三十一)[日号]?)?';

/** 统计期限为2020年1月1日起至2020年12月31日止: a whole year, with or without 日, 止 and the second year. */
const whole = new RegExp(
  `(${yearPattern})年度?${firstDay}${to}(?:(${yearPattern})年|同年|当年|本年)?${lastDay}`,
);

/** 自20231月1日起至202312月31日止: years, months and days without their words, where a period is spoken of. */
const bare = new RegExp(
  `(?:统计|数据|期限|时限|时间)[^。;]{0,16}?((?:20)\\d{2})年?0?1月?0?1日?${to}(?:((?:20)\\d{2})年?)?12月?31日?`,
);

/** 2022.1.1-2022.12.31, 2022-01-01至2022-12-31. */
const numeric = new RegExp(`(20\\d{2})[-./]0?1[-./]0?1日?${to}(?:(20\\d{2})[-./])?12[-./]31(?!\\d)`);

/** 统计时间：2022年1-12月, 统计时间为2022年全年. */
const months =
  /(?:统计|数据|期限|时限|时间|时段)[^。;]{0,16}?(20\d{2})年度?(?:全年|0?1月?(?:至|到|-|—|~)12月)/;

/** 统计年度：2022年. */
const ofYear = /(?:统计|报告)年度[:：]?(20\d{2})(?!\d)/;

const periodIn = (text: string): Evidenced<number> | null => {
  for (const pattern of [whole, bare, numeric, months, ofYear]) {
    const parts = pattern.exec(text);
    if (!parts) continue;
    const [evidence, from = '', until] = parts;
    // From one year into another: not the period of one report.
    if (until === undefined || yearOf(until) === yearOf(from)) return { value: yearOf(from), evidence };
  }
  return null;
};

/** The year of the period that the figures are said to be of. */
export const periodYear = (blocks: readonly Block[]): Evidenced<number> | null => {
  for (const block of blocks) {
    const found = block.kind === 'paragraph' ? periodIn(tight(block.text).slice(0, looked)) : null;
    if (found) return found;
  }
  return null;
};

const opener = new RegExp(
  `(?:^|[。;:)])(?:\\(?[一二三四五六]+[)、])?((${yearPattern})年(?:度|以来|度?全年)?[,我全共本])`,
  'g',
);
/** 2020年甲局…: the same, where what follows is the name of the body. */
const named = new RegExp(
  `(?:^|[。;:)])(?:\\(?[一二三四五六]+[)、])?((${yearPattern})年度?(?=\\p{Script=Han}{2})(?![我全共本]))`,
  'gu',
);

/** How much of a name is enough to know it again: 甲街道办 is 甲街道办事处. */
const known = 3;

/** How often sentences must open with the year, and with no other, where nothing else says it. */
const often = 2;

/**
 * 2022年，我局…: the year with which the sentences of the report open, where it is one.
 *
 * @param body whose report it is, where that is known.
 */
export const openingYear = (blocks: readonly Block[], body: string | null): Evidenced<number> | null => {
  const found: Evidenced<number>[] = [];
  for (const block of blocks) {
    if (block.kind !== 'paragraph') continue;
    const text = tight(block.text).slice(0, looked);
    for (const [, evidence = '', year = ''] of text.matchAll(opener))
      found.push({ value: yearOf(year), evidence });
    if (body === null) continue;
    for (const parts of text.matchAll(named))
      if (text.startsWith(tight(body).slice(0, known), parts.index + parts[0].length))
        found.push({ value: yearOf(parts[2] ?? ''), evidence: parts[1] ?? '' });
  }
  const [first] = found;
  return first && found.length >= often && found.every(({ value }) => value === first.value) ? first : null;
};
