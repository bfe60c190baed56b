import type { Token } from './clauses.ts';
import type { Predicate } from './meaning.ts';
import { isNarrowing } from './prose-words.ts';
import { endsUnknown } from './word-classes.ts';

/** Words that look as though they narrowed what is counted, and do not, or the other way round. */

/** Done with, or being dealt with. */
export const isDone = (predicate: Predicate): boolean =>
  predicate === 'handled' || predicate === 'processed' || predicate === 'answered';

/** 不予公开类24件: the kind is the row itself. */
const namesKind = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  const name = tokens[at - 1];
  return (
    token?.kind === 'word' &&
    /^类型?$/.test(token.text) &&
    name?.kind === 'word' &&
    (name.meaning.is === 'row' || name.meaning.is === 'column')
  );
};

const isFiller = ({ kind, ...token }: Token): boolean =>
  kind === 'word' && 'meaning' in token && token.meaning.is === 'neutral';

const mostFillers = 6;

/** 已审结的案件中维持5件: whatever has an outcome is done. */
const isAllDone = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  if (token?.kind !== 'word' || token.text !== '中') return false;
  const done = tokens
    .slice(Math.max(0, at - mostFillers), at)
    .findLast((one) => !isFiller(one) && !isThing(one));
  return (
    done?.kind === 'word' &&
    done.meaning.is === 'predicate' &&
    isDone(done.meaning.predicate) &&
    done.meaning.predicate !== 'handled'
  );
};

/** 治安案件, 港澳居民: a word that is not known says which. */
const isKindOfCase = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  return (
    token?.kind === 'word' &&
    /^(?:案件|案|事件|事项|居民|村民|市民|群众)$/.test(token.text) &&
    endsUnknown(tokens, at - 1)
  );
};

const isThing = (token: Token): boolean => token.kind === 'word' && token.meaning.is === 'topic';

/** 重复申请合并办理6件: a row that is named by the applications it is of, of which not all were left alone. */
export const isOfApplications = (tokens: readonly Token[]): boolean =>
  tokens.some((token) => token.kind === 'word' && token.meaning.is === 'row' && token.text.endsWith('申请'));

/** What a filler does to the words around it: parts unknown words from what comes, names a way or a kind, leaves open what is counted. */
type Filler = { parts: boolean; narrows: boolean; doubts: boolean };

const idle: Filler = { parts: true, narrows: false, doubts: false };

/** @param headed what is counted has been named by now. */
export const fillerAt = (tokens: readonly Token[], at: number, headed: boolean): Filler => {
  const token = tokens[at];
  if (token?.kind !== 'word' || namesKind(tokens, at) || isAllDone(tokens, at)) return idle;
  const { text } = token;
  if (!isNarrowing(text)) return { ...idle, parts: text.length > 1 && !isKindOfCase(tokens, at) };
  const ends = /^[中里]$/.test(text) && at === tokens.length - 1;
  return {
    parts: false,
    narrows: /^(?:类|类型|当面|当场|现场|渠道|方式|途径)$/.test(text),
    doubts: !ends && (headed || /^(?:通过|当面|当场|现场|有效|延期|超期|逾期)$/.test(text)),
  };
};
