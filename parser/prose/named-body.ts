import { bodySaid, type OwnBody } from './bodies.ts';
import type { Token } from './clauses.ts';
import type { Phrase } from './slots.ts';
import { isBehalf, isJoined, isOfEach, isSystem, isUnder } from './word-classes.ts';

type BodyWord = Extract<Token, { kind: 'word' }> & { meaning: { is: 'body' } };

const levels = new Set(['各级', '各单位', '各地', '各行政机关', '基层']);
const isLevel = (token: Token | undefined): boolean => token?.kind === 'word' && levels.has(token.text);

const isTowns = ({ text }: { text: string }): boolean => /(?:镇|街|乡|街道)$/.test(text);
const isDepartments = (token: Token): boolean => token.kind === 'word' && /部门$/.test(token.text);
/** 全区 of 全区各部门、镇街 */
const wholeOf = (tokens: readonly Token[]): string => {
  const first = tokens.find((token) => token.kind === 'word' && /^全/.test(token.text));
  return first?.kind === 'word' ? first.text : '';
};

/**
 * Names the body of a phrase, or joins a word for one to those before it.
 *
 * @param headed what is counted has been named by now.
 * @returns whether the word stands for a body of its own, and so parts unknown words before it from what follows.
 */
export const nameBody = (
  phrase: Phrase,
  token: BodyWord,
  tokens: readonly Token[],
  at: number,
  body: OwnBody,
  headed: boolean,
): boolean => {
  const kind = bodySaid(token.meaning.body, token.text, body);
  // 全区各级各部门 is the whole district; 全区各部门 may leave its government out.
  if (kind === 'part' && phrase.body === 'whole' && tokens.slice(0, at + 1).some(isLevel)) return false;
  // 市政府办公厅代表市政府: the body that was named first speaks.
  if (kind === 'unsure' && phrase.body === 'whole' && isBehalf(tokens[at - 1])) return false;
  // 省政府受理涉我市的行政复议: who acts comes first. 各县区税务局 are not 税务局.
  if (kind === 'whole' && phrase.body !== null && (headed || isOfEach(tokens[at - 1]))) return false;
  // 全区各部门、镇街: its departments and its towns together.
  if (
    kind === 'part' &&
    isTowns(token) &&
    tokens.slice(0, at).some(isDepartments) &&
    bodySaid('region', wholeOf(tokens), body) === 'whole'
  ) {
    phrase.body = 'unsure';
    phrase.near = true;
    phrase.each = false;
    return true;
  }
  const joined = kind === 'part' && isJoined(tokens, at);
  // 厅机关及所属单位 together are perhaps all that the report is about.
  if (joined && phrase.body === 'part' && isUnder(token)) {
    phrase.body = 'unsure';
    phrase.near = true;
    return true;
  }
  // 市政府系统, 区政府及各部门: the government with all that is under it.
  if (phrase.near && !headed && (joined || token.text === '系统')) return true;
  phrase.body = kind;
  phrase.near = kind === 'unsure' && body.isNear(token.text);
  if (phrase.near && isSystem(token)) phrase.doubtful = true;
  return true;
};
