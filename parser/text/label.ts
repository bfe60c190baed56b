import { simplified } from './traditional.ts';

/**
 * Labels as keys. What people change without changing the meaning (width, white space, numbering, brackets, quotes,
 * punctuation, traditional characters) is taken away, so that two wordings of one label have one key.
 */

const traditional = new RegExp(`[${[...simplified.keys()].join('')}]`, 'g');

/** Traditional characters and swapped words to simplified ones; everything else as it is. */
export const simplify = (text: string): string =>
  // 文件 becomes 檔案 on its way through automatic conversion, not 文案.
  text.replaceAll('檔案', '文件').replace(traditional, (character) => simplified.get(character) ?? character);

const numbering =
  /[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、.．]|\d{1,2}[.、．](?!\d)|第[一二三四五六七八九十]{1,3}部分/g;

/** White space, and what nobody sees: zero-width characters, soft hyphens, marks of direction. */
const blanks = /[\s\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]+/g;

/** Text without any white space or invisible character. */
export const unspaced = (text: string): string => text.replace(blanks, '');

/** As `unspaced`, full-width forms folded (NFKC). */
export const tight = (text: string): string => unspaced(text.normalize('NFKC'));

/** The key of a label: equal keys mean the same label. Only letters, digits and Chinese characters remain. */
export const labelKey = (text: string): string =>
  simplify(
    tight(text)
      .replace(numbering, '')
      .replace(/[^\p{L}\p{N}]/gu, ''),
  );

/** The key of the part before the first bracket, where a note follows it: （二）部分公开（区分处理的…） → 部分公开. */
export const headKey = (text: string): string => {
  const bare = tight(text).replace(numbering, '');
  const bracket = bare.search(/[([{【〔]/);
  return labelKey(bracket > 0 ? bare.slice(0, bracket) : bare);
};
