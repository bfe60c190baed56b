import { longestQuote } from '../text/quote.ts';
import { type Folded, fold } from './folded.ts';
import { emptyLexicon, isEmpty, type Lexicon, wordAt } from './lexicon.ts';
import type { Meaning } from './meaning.ts';
import { type Numeral, numeralAt } from './numerals.ts';
import { wordsOf } from './prose-words.ts';

/** A mark that parts text: a sentence, the members of a sentence, or the items of a list. */
type Stop = 'sentence' | 'semicolon' | 'clause' | 'colon' | 'list' | 'open' | 'close';

/** A piece of text with its place in folded text. Every character but dropped ones belongs to exactly one token. */
export type Token = { start: number; end: number } & (
  | { kind: 'word'; text: string; meaning: Meaning }
  | { kind: 'numeral'; numeral: Numeral }
  | { kind: 'unknown'; text: string }
  | { kind: 'stop'; stop: Stop }
);

const stops: ReadonlyMap<string, Stop> = new Map([
  ['。', 'sentence'],
  ['！', 'sentence'],
  ['？', 'sentence'],
  ['\n', 'sentence'],
  ['；', 'semicolon'],
  ['，', 'clause'],
  ['—', 'clause'],
  ['…', 'clause'],
  ['：', 'colon'],
  ['、', 'list'],
  ['(', 'open'],
  [')', 'close'],
]);

/** Titles of laws and documents: the numbers in them count nothing. */
const titleEnd: ReadonlyMap<string, string> = new Map([
  ['《', '》'],
  ['〈', '〉'],
  ['〔', '〕'],
]);
const longestTitle = 120;

/**
 * Cuts folded text into tokens, the longest word first. Linear: a word and a numeral are of bounded length, but for digits.
 * @param from where to begin, and `to` where to end: at the marks of a sentence.
 */
export const tokensOf = (
  text: string,
  words: Lexicon = wordsOf(null),
  extra: Lexicon = emptyLexicon,
  from = 0,
  to: number = text.length,
): Token[] => {
  const tokens: Token[] = [];
  const named = !isEmpty(extra);
  let at = from;
  while (at < to) {
    const character = text.charAt(at);
    const stop = stops.get(character);
    if (stop) {
      tokens.push({ kind: 'stop', stop, start: at, end: at + 1 });
      at++;
      continue;
    }
    const closing = titleEnd.get(character);
    if (closing) {
      const end = text.slice(at, at + longestTitle).indexOf(closing);
      if (end > 0) {
        tokens.push({
          kind: 'word',
          text: text.slice(at, at + end + 1),
          meaning: { is: 'neutral' },
          start: at,
          end: at + end + 1,
        });
        at += end + 1;
        continue;
      }
    }
    const general = wordAt(text, at, words);
    const special = named ? wordAt(text, at, extra) : null;
    const word = special && special.text.length > (general?.text.length ?? 0) ? special : general;
    const numeral = numeralAt(text, at);
    // 三安全一稳定 and 一件事 are words; 一件 and 二〇二〇年 are numbers.
    if (numeral && numeral.end - at >= (word?.text.length ?? 0)) {
      tokens.push({ kind: 'numeral', numeral, start: at, end: numeral.end });
      at = numeral.end;
      continue;
    }
    if (word) {
      const end = at + word.text.length;
      tokens.push({ kind: 'word', text: word.text, meaning: word.meaning, start: at, end });
      at = end;
      continue;
    }
    const last = tokens.at(-1);
    if (last?.kind === 'unknown') {
      last.text += character;
      last.end = at + 1;
    } else {
      tokens.push({ kind: 'unknown', text: character, start: at, end: at + 1 });
    }
    at++;
  }
  return tokens;
};

/** A member of a sentence, between two marks, and the mark it follows. */
export type Segment = { tokens: Token[]; opener: Stop; depth: number };
export type Sentence = { segments: Segment[]; start: number; end: number };

const nameCells: ReadonlySet<string> = new Set(['row', 'column', 'applicant']);

const hasNumeral = (tokens: readonly Token[]): boolean =>
  tokens.some((token, at) => {
    if (token.kind !== 'numeral') return false;
    const { kind } = token.numeral;
    // （维持8、纠正3）
    const name = tokens[at - 1];
    const told = kind === 'bare' && name?.kind === 'word' && nameCells.has(name.meaning.is);
    return told || kind === 'count' || kind === 'percent';
  });

/**
 * Brackets without a count are part of the words around them: 予以公开（含部分公开）12件. What they say beyond the words known is a
 * gloss: 部分公开（区分处理的，只计这一情形）3件.
 */
const inlined = (tokens: readonly Token[]): Token[] => {
  const result: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) continue;
    if (token.kind === 'stop' && token.stop === 'open') {
      let close = at + 1;
      while (close < tokens.length) {
        const one = tokens[close];
        if (one?.kind === 'stop' && (one.stop === 'close' || one.stop === 'open' || one.stop === 'sentence'))
          break;
        close++;
      }
      const inside = tokens.slice(at + 1, close);
      const end = tokens[close];
      if (end?.kind === 'stop' && end.stop === 'close' && !hasNumeral(inside)) {
        const first = inside[0];
        if (isGloss(inside, result)) {
          result.push(...inside);
          at = close;
          continue;
        }
        const joins =
          first?.kind === 'word' && (first.meaning.is === 'including' || first.meaning.is === 'and');
        for (const one of inside) {
          if (one.kind !== 'word') continue;
          if (one.meaning.is === 'row') {
            if (joins) result.push(one);
            // 不予公开（属于国家秘密）2件 narrows the row.
            else result.push({ kind: 'unknown', text: one.text, start: one.start, end: one.end });
          }
          // 市公安局（含各分局） is the bureau with them.
          else if (!joins && one.meaning.is === 'body' && one.meaning.body === 'part') result.push(one);
        }
        at = close;
        continue;
      }
    }
    result.push(token);
  }
  return result;
};

/** 驳回复议请求（维持）8件: the words in brackets name the column that those before them do not; they take the place of what is not known. */
const isGloss = (inside: readonly Token[], before: Token[]): boolean => {
  const [only, second] = inside;
  if (only?.kind !== 'word' || only.meaning.is !== 'column' || second) return false;
  const from = before.findLastIndex((token) => token.kind === 'stop' || token.kind === 'numeral') + 1;
  const words = before.slice(from);
  if (
    words.some(
      (token) =>
        token.kind === 'word' && (nameCells.has(token.meaning.is) || token.meaning.is === 'predicate'),
    )
  )
    return false;
  before.splice(from, words.length, ...words.filter((token) => token.kind === 'word'));
  return true;
};

/** Brackets in more brackets than these count as one: they were left open, and each list would be looked for through all of them. */
const mostDeep = 8;

/** The sentences of a text with their members. */
export const sentencesOf = (tokens: readonly Token[]): Sentence[] => {
  const sentences: Sentence[] = [];
  let segments: Segment[] = [];
  let segment: Segment = { tokens: [], opener: 'sentence', depth: 0 };
  let depth = 0;
  let start = tokens[0]?.start ?? 0;
  const closeSegment = (opener: Stop): void => {
    const [first, ...label] = segment.tokens;
    // 新收：146件 结转：9件: what stands between a number and the next colon names the next number.
    if (opener === 'colon' && segment.opener === 'colon' && label.length > 0 && first?.kind === 'numeral') {
      segments.push({ ...segment, tokens: [first] });
      segments.push({ ...segment, tokens: label, opener: 'clause' });
    } else if (segment.tokens.length > 0) segments.push(segment);
    segment = { tokens: [], opener, depth: Math.min(depth, mostDeep) };
  };
  const closeSentence = (end: number): void => {
    closeSegment('sentence');
    if (segments.length > 0) sentences.push({ segments, start, end });
    segments = [];
    start = end;
  };
  for (const token of inlined(tokens)) {
    if (token.kind !== 'stop' || token.stop === 'list') {
      segment.tokens.push(token);
      continue;
    }
    if (token.stop === 'open') depth++;
    if (token.stop === 'close') depth = Math.max(0, depth - 1);
    if (token.stop === 'sentence' && depth === 0) closeSentence(token.end);
    else if (token.stop === 'sentence') {
      depth = 0;
      closeSentence(token.end);
    } else closeSegment(token.stop);
  }
  closeSentence(tokens.at(-1)?.end ?? 0);
  return sentences;
};

/** Prose as the checks need it: a heading or a paragraph. Other blocks have no text of their own. */
export type ProseSource = { readonly kind: string; readonly text?: string };

/** One block of prose, folded. `index` is its ordinal among all blocks. */
export type Prose = { index: number; text: string; heading: boolean; folded: Folded };

/** A digit, a number in characters before a counter, or a word that denies. A longer text without any counts nothing. */
const mayCount = /[0-9０-９]|[一二三四五六七八九十百千两兩零〇○][件宗起份例封]|[未无無没沒零]|不存在/;
const shortLine = 30;

/** The blocks that hold prose which may count something or, as a heading may, name what is counted below; folded. */
export const proseOf = (blocks: readonly ProseSource[]): Prose[] =>
  blocks.flatMap((block, index) =>
    (block.kind === 'paragraph' || block.kind === 'heading') &&
    block.text &&
    (block.text.length <= shortLine || mayCount.test(block.text))
      ? [{ index, text: block.text, heading: block.kind === 'heading', folded: fold(block.text) }]
      : [],
  );

/** The printed text of tokens from `start` to `end` in folded text, shortened around `focus` where it is long. */
export const quoteOf = (prose: Prose, start: number, end: number, focus: number): string => {
  const { at } = prose.folded;
  const from = at[start] ?? 0;
  const to = (at[Math.max(start, end - 1)] ?? prose.text.length) + 1;
  if (to - from <= longestQuote) return prose.text.slice(from, to).trim();
  const middle = at[focus] ?? from;
  const cutFrom = Math.max(from, Math.min(middle - longestQuote / 2, to - longestQuote));
  return prose.text.slice(cutFrom, Math.min(to, cutFrom + longestQuote)).trim();
};
