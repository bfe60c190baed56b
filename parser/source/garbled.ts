/** Text that was spoilt before it came here: saved in the wrong encoding, it holds no Chinese any more, or the wrong one. */

/** Words that every report holds, simplified or traditional. */
const reportWords = /政府|信息|公开|公開|資訊/u;

/** Whether a decoding gave words that a report must hold. */
export const holdsReportWords = (text: string): boolean => reportWords.test(text);

/** 政府, 信息 and U+FFFD in UTF-8 read as GBK; 政府, 信息 in UTF-8 and in GBK read as Latin-1. */
const mojibake = /鏀垮簻|淇℃伅|锟斤拷|æ”¿åº|ä¿¡æ|Õþ¸®|ÐÅÏ¢/u;

const questionMarks = /\?{3,}/gu;
const replacement = /\uFFFD/gu;

/** So many question marks in runs are no punctuation. */
const manyQuestionMarks = 20;

/** Above one replaced character in twenty Chinese ones a text is spoilt; below, one cut character in a long page is not. */
const replacedShare = 20;

const length = (matches: readonly string[] | null): number => (matches ?? []).join('').length;

/** Some characters around a place, to show. */
const around = (text: string, at: number): string => {
  const before = text.slice(Math.max(0, at - 4), at).replace(/^[\s\S]*>/, '');
  const after = text.slice(at, at + 16).replace(/<[\s\S]*$/, '');
  return (before + after).trim();
};

/** A sample of the garbled text, or null when the text is sound. */
export const garbledSample = (text: string): string | null => {
  const sound = holdsReportWords(text);
  if (!sound) {
    const wrong = text.search(mojibake);
    if (wrong >= 0) return around(text, wrong);
  }
  const replacedAt = text.indexOf('\uFFFD');
  const questionsAt = text.indexOf('???');
  if (replacedAt < 0 && questionsAt < 0) return null;
  const chinese = length(text.match(/\p{Script=Han}+/gu));
  if (replacedAt >= 0 && length(text.match(replacement)) * replacedShare > chinese) {
    return around(text, replacedAt);
  }
  const questions = length(text.match(questionMarks));
  return questions >= manyQuestionMarks && questions > chinese ? around(text, questionsAt) : null;
};
