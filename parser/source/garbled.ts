import { type PageText, wholeOf } from './page-text.ts';

/** Text that was spoilt before it came here: saved in the wrong encoding, it holds no Chinese any more, or the wrong one. */

/** Words that every report holds, simplified or traditional. */
const reportWords = /政府|信息|公开|公開|資訊/u;

/** Whether a decoding gave words that a report must hold. */
export const holdsReportWords = (text: PageText): boolean => text.some((piece) => reportWords.test(piece));

/**
 * 政府, 信息 in UTF-8 read as GBK, starting at the first or at the second byte of a pair; U+FFFD likewise;
 * 政府, 信息 in UTF-8 and in GBK read as Latin-1.
 */
const mojibake = /鏀垮簻|斂搴|淇℃伅|俊鎭|锟斤拷|æ”¿åº|ä¿¡æ|Õþ¸®|ÐÅÏ¢/u;

const questionMarks = /\?{3,}/gu;
const replacement = /\uFFFD/gu;

/** So many question marks in runs are no punctuation. */
const manyQuestionMarks = 20;

/** More than one replaced character to so many Chinese ones is a spoilt text; one cut character in a page that reads well is not. */
const chinesePerReplaced = { sound: 4, unsound: 20 };

const length = (matches: readonly string[] | null): number => (matches ?? []).join('').length;

/** Some characters around a place, to show. */
const around = (text: string, at: number): string => {
  const before = text.slice(Math.max(0, at - 4), at).replace(/^[\s\S]*>/, '');
  const after = text.slice(at, at + 16).replace(/<[\s\S]*$/, '');
  return (before + after).trim();
};

/** A sample of the garbled text, or null when the text is sound. */
export const garbledSample = (text: PageText): string | null => {
  const sound = holdsReportWords(text);
  const isPlain = (piece: string): boolean => !piece.includes('\uFFFD') && !piece.includes('???');
  return sound && text.every(isPlain) ? null : sampleOf(wholeOf(text), sound);
};

const sampleOf = (text: string, sound: boolean): string | null => {
  if (!sound) {
    const wrong = text.search(mojibake);
    if (wrong >= 0) return around(text, wrong);
  }
  const replacedAt = text.indexOf('\uFFFD');
  const questionsAt = text.indexOf('???');
  if (replacedAt < 0 && questionsAt < 0) return null;
  const chinese = length(text.match(/\p{Script=Han}+/gu));
  const bearable = chinese / (sound ? chinesePerReplaced.sound : chinesePerReplaced.unsound);
  if (replacedAt >= 0 && length(text.match(replacement)) > bearable) return around(text, replacedAt);
  const questions = length(text.match(questionMarks));
  return questions >= manyQuestionMarks && questions > chinese ? around(text, questionsAt) : null;
};
