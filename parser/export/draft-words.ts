/** Words of a page as the draft of a form has them. */

export const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);
export const plain = (text: string): string => text.replace(/\s+/g, '');
/** 0 → a, 25 → z, 26 → aa: names of identities hold letters only. */
export const letters = (nth: number): string =>
  (nth < 26 ? '' : letters(Math.floor(nth / 26) - 1)) + String.fromCharCode(97 + (nth % 26));

/** 某县2023年低保发放表 → 低保发放表: body and year are read from the title, and do not belong to the form. */
export const titleOf = (caption: string | null, fallback: string): string => {
  const text = plain(caption ?? '').replace(/^.*?(?:19|20)\d{2}年度?/, '');
  return hasHan(text) && text.length <= 60 ? text : fallback;
};
