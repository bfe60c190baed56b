/** The words around numbers by which it is told what a number is. */

/**
 * What a number in a text is, told from what stands right around it.
 * `count`: so many of something (件, 条, 次 …). `bare`: no word follows that says of what. `other`: an ordinal, a sum of money,
 * a length of time, a part of a document number or of a telephone number.
 */
export type NumeralKind = 'count' | 'bare' | 'percent' | 'year' | 'month' | 'day' | 'other';

/** Words after a number. */
const after: readonly (readonly [string, NumeralKind])[] = [
  ['个百分点', 'other'],
  ['个工作日', 'other'],
  ['个小时', 'other'],
  ['个月', 'other'],
  ['周年', 'other'],
  ['工作日', 'other'],
  ['小时', 'other'],
  ['分钟', 'other'],
  ['平方', 'other'],
  ['公里', 'other'],
  ['元', 'other'],
  ['万元', 'other'],
  ['亿元', 'other'],
  ['美元', 'other'],
  ['人民币', 'other'],
  ['件次', 'count'],
  ['人次', 'count'],
  ['篇次', 'count'],
  ['次', 'count'],
  ['件', 'count'],
  ['宗', 'count'],
  ['起', 'count'],
  ['份', 'count'],
  ['条', 'count'],
  ['例', 'count'],
  ['个', 'count'],
  ['项', 'count'],
  ['封', 'count'],
  ['笔', 'count'],
  ['篇', 'count'],
  ['则', 'count'],
  ['人', 'count'],
  ['名', 'count'],
  ['家', 'count'],
  ['场', 'count'],
  ['户', 'count'],
  ['部', 'count'],
  ['张', 'count'],
  ['册', 'count'],
  ['本', 'count'],
  ['期', 'count'],
  ['所', 'count'],
  ['处', 'count'],
  ['批', 'count'],
  ['类', 'count'],
  ['%', 'percent'],
  ['‰', 'other'],
  ['天', 'other'],
  ['号', 'other'],
  ['时', 'other'],
  ['点', 'other'],
  ['级', 'other'],
  ['届', 'other'],
  ['版', 'other'],
  ['倍', 'other'],
  ['度', 'other'],
  ['年', 'other'],
  ['月', 'month'],
  ['日', 'day'],
];

/** Words by one of their characters: most places of a text have none of them, and that is seen at once. */
type WordsByCharacter = ReadonlyMap<number, readonly string[]>;

const byCharacter = (words: readonly string[], at: 0 | -1): WordsByCharacter => {
  const known = new Map<number, string[]>();
  for (const word of words) {
    const code = word.charCodeAt(at === 0 ? 0 : word.length - 1);
    known.set(code, [...(known.get(code) ?? []), word]);
  }
  return known;
};

const byFirst = (words: readonly string[]): WordsByCharacter => byCharacter(words, 0);
const byLast = (words: readonly string[]): WordsByCharacter => byCharacter(words, -1);

/** Does one of the words begin at this place? */
export const startsWithOneOf = (text: string, at: number, words: WordsByCharacter): boolean =>
  words.get(text.charCodeAt(at))?.some((word) => text.startsWith(word, at)) ?? false;

/** Does one of them end there? */
export const endsWithOneOf = (text: string, end: number, words: WordsByCharacter): boolean =>
  words
    .get(text.charCodeAt(end - 1))
    ?.some((word) => end >= word.length && text.startsWith(word, end - word.length)) ?? false;

/** 本年 and 期间 begin with what could be a counter: 收到12本年度, 截至12期间. */
const notCounter = byFirst([
  '本年',
  '期间',
  '所有',
  '名称',
  '部门',
  '部分',
  '处理',
  '条例',
  '项目',
  '类似',
  '起至',
  '点击',
  '例如',
]);

const before = [
  '大约',
  '将近',
  '接近',
  '超过',
  '不足',
  '不到',
  '不下',
  '至少',
  '至多',
  '多达',
  '约',
  '近',
  '逾',
  '超',
];
/** 约12件, 超过12件. */
export const beforeArabic = byLast(before);
/** 几十件, 数百件, 上百件; but 总数12件 and 网上12件 are exact. */
export const beforeChinese = byLast([...before, '几', '数', '上']);
/** 每一件, 某一件: no count, while 另三件 is one. */
export const beforeOne = byLast([...'前每某任同首这那另唯哪统专逐']);
/** 在一起, 同一起: together, no count of cases. */
export const beforeRise = byLast(['与', '和', '跟', '在', '同']);
/** 12件以上. */
export const roughAfter = byFirst(['以上', '以下', '左右', '上下', '以内', '之多', '不等']);

/** The counter that begins at this place, and what it makes of the number before it. */
export const counterAt = (text: string, at: number): readonly [string, NumeralKind] | null => {
  if (startsWithOneOf(text, at, notCounter)) return null;
  return countersBy.get(text.charCodeAt(at))?.find(([word]) => text.startsWith(word, at)) ?? null;
};

const countersBy = new Map<number, (readonly [string, NumeralKind])[]>();
for (const entry of [...after].sort((a, b) => b[0].length - a[0].length)) {
  const first = entry[0].charCodeAt(0);
  countersBy.set(first, [...(countersBy.get(first) ?? []), entry]);
}
