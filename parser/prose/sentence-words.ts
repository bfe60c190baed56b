import type { ProseCells } from '../forms/schema.ts';
import { remembersArrival } from './carried.ts';
import type { Segment, Token } from './clauses.ts';
import { emptyList, type SentenceMemory } from './memory.ts';
import type { Phrase } from './slots.ts';

/** What all words of a sentence say to each of its numbers, before the first of them is read. */
export const sentenceMemory = (segments: readonly Segment[], start: number): SentenceMemory => ({
  start,
  topic: null,
  period: null,
  within: false,
  link: segments.some(tiesAll),
  untied: segments.some(tellsOfLaw),
  rejected: segments.some(tellsOfRejected),
  remembersArrival: segments.some(remembersArrival),
  narrowed: segments.some(tellsOfOtherAffairs),
  waiting: null,
  rows: rowsIn(segments),
  late: segments.some(tellsOfLate),
  attribute: attributeIn(segments),
  label: null,
  list: emptyList(),
  arrived: new Set(),
  told: new Set(),
});

/** 均与政府信息公开有关: said of all that was counted before it. */
const tiesAll = ({ tokens }: Segment): boolean => {
  const [first] = tokens;
  return (
    first?.kind === 'word' &&
    /^(?:均|都|全部|且均)$/.test(first.text) &&
    tokens.some((token) => token.kind === 'word' && token.meaning.is === 'link') &&
    !tokens.some(({ kind }) => kind === 'numeral')
  );
};

/** 村务公开, 院务公开: what is applied for there is no government information. */
const tellsOfOtherAffairs = ({ tokens }: Segment): boolean =>
  tokens.some((token) => 'text' in token && /[村党院校厂居社]务公开/.test(token.text));

/** The business of law in general, of which suits and reviews about disclosure are a few: 行政应诉, 败诉率, 法治政府, 行政处罚. */
const ofLaw =
  /行政(?:应诉|执法|处罚|强制|许可)|依法行政|法治|败诉率|胜诉率|出庭|民事|涉法|国家赔偿|仲裁|征收|征地|拆迁|其他行政行为/;
const tellsOfLaw = ({ tokens }: Segment): boolean =>
  ofLaw.test(tokens.map((token) => ('text' in token ? token.text : ' ')).join(''));

/** 维持4件、驳回4件 */
const tellsOfRejected = ({ tokens }: Segment): boolean =>
  tokens.some(
    (token, at) =>
      token.kind === 'unknown' && token.text.endsWith('驳回') && tokens[at + 1]?.kind === 'numeral',
  );

const rowsIn = (segments: readonly Segment[]): ReadonlySet<string> => {
  const rows = new Set<string>();
  for (const { tokens } of segments)
    for (const token of tokens)
      if (token.kind === 'word' && token.meaning.is === 'row') rows.add(token.meaning.row);
  return rows;
};

/**
 * The counter of what was made public unasked, in a sentence that tells of no application that came in; or of what is not made public, where
 * no other outcome is named and 依申请公开 is counted after it: 不予公开23件，依申请公开61件.
 */
const attributeIn = (segments: readonly Segment[]): string | null => {
  let unasked: string | null = null;
  let marked: string | null = null;
  let name = '';
  let outcomes = false;
  let asked = false;
  for (const { tokens } of segments)
    for (const token of tokens) {
      if (token.kind === 'numeral' && token.numeral.kind === 'count') {
        if (name === '主动公开') unasked ??= token.numeral.counter;
        if (/^不(?:予)?公开$/.test(name)) marked ??= token.numeral.counter;
        if (name === '依申请公开' && marked !== null) asked = true;
        name = '';
      }
      if (token.kind !== 'word') continue;
      if (/^(?:主动公开|依申请公开|不予公开|不公开)$/.test(token.text)) {
        if (name !== '主动公开') name = token.text;
      } else if (token.meaning.is === 'row') outcomes = true;
      if (token.meaning.is === 'predicate') return null;
    }
  return unasked ?? (asked && !outcomes ? marked : null);
};
/** Is it what documents are marked with, too: 依申请公开, 不予公开? */
export const isAttribute = ({ predicates, rows, applicant }: Phrase, ids: ProseCells | null): boolean =>
  predicates.length === 0 && applicant === null && rows.every((row) => row === ids?.requests.groups[0]);

/** 按时答复50件，延期答复5件: what was answered is counted in two parts. */
const tellsOfLate = ({ tokens }: Segment): boolean =>
  tokens.some(({ kind }) => kind === 'numeral') &&
  tokens.some(
    (token, at) =>
      token.kind === 'word' && /^(?:延期|超期|逾期)$/.test(token.text) && isAnswer(tokens[at + 1]),
  );
const isAnswer = (token: Token | undefined): boolean =>
  token?.kind === 'word' && token.meaning.is === 'predicate';
