import type { Token } from './clauses.ts';
import type { Topic } from './meaning.ts';

/** Endings of names of bodies: what is not understood and ends so is another body. */
export const bodyEnding =
  /(?:局|委|厅|(?<![研承交转督协经主])办|镇|乡|街道|处|所|院|中心|部门|单位|机构|机关|公司|大队|支队|系统|园区|新区|县|区|市|村|社区|领域|方面|条线|窗口|(?<!网)站|科|股)(?:的|里|内|层面|方面|等)?$/;

/** Characters that name bodies, ways, times, persons, or that turn a verb round: with them, unknown words before a verb are no filler. */
export const risky =
  /[局委办厅镇乡街处所院部门单位科股队站园区县市省系统窗口平台热线网信邮传真现场电类域面间月季关涉就户者企司校村未不非延超逾待正拟应需拒代协转督导补首次另]/;

/** Ways of applying, fields and kinds. */
export const narrows =
  /网|邮|信函|当面|现场|传真|窗口|平台|线上|线下|电话|来信|来访|微信|柜台|类$|方面$|领域$|^类|渠道|方式/;

/** Reviews, lawsuits or both. */
export const isDispute = (topic: Topic | null): boolean =>
  topic === 'review' || topic === 'litigation' || topic === 'disputes';

export const isWay = ({ text }: { text: string }): boolean => /^(?:渠道|方式|途径|形式|形式的)$/.test(text);
/** 网络、信函等, 各种: before a word for ways it means any of them. */
export const isAndSoOn = (token: Token | undefined): boolean =>
  (token?.kind === 'word' || token?.kind === 'unknown') &&
  /(?:等|等各种|等多种|各种|各类|任何|多种|不同)$/.test(token.text);

/** 异议 of 异议申请, and what else a person may be at odds with. */
export const isObjection = (token: Token | undefined): boolean =>
  token?.kind === 'word' && token.meaning.is === 'cause' && /异议|不服|不满/.test(token.text);

/** 及, 和, 与, or 及其工作 before 部门 */
export const isJoined = (tokens: readonly Token[], at: number): boolean => {
  let before = at - 1;
  const isIts = (token: Token | undefined): boolean =>
    token?.kind === 'word' && /^(?:其|工作|组成)$/.test(token.text);
  while (isIts(tokens[before])) before--;
  const joint = tokens[before];
  return joint?.kind === 'word' && joint.meaning.is === 'and' && joint.text !== '、';
};

/** 所属单位, 下属 */
export const isUnder = (token: Token | undefined): boolean =>
  token?.kind === 'word' && /^(?:各?直属|所属|下属|基层)/.test(token.text);

export const isSystem = ({ text }: { text: string }): boolean => text.endsWith('系统');

/** 申请, 申请事项: of whatever is applied for. */
export const isBare = (text: string): boolean => !/公开|信息/.test(text);

export const isApplicant = (token: Token | undefined): boolean =>
  token?.kind === 'word' && token.meaning.is === 'applicant';

/** Is the word here the last character of a name that is not known: 备案, 审计? */
export const endsUnknown = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(0, at + 1).findLast((one) => one.kind !== 'word' || one.text.length > 1)?.kind === 'unknown';

/** 征地的, 教育类: those of a kind that is not known. */
export const isOfKind = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  return token?.kind === 'word' && /^(?:的|类)$/.test(token.text) && tokens[at - 1]?.kind === 'unknown';
};

/** 各县区, before the name of a body. */
export const isOfEach = (token: Token | undefined): boolean =>
  token?.kind === 'word' && token.meaning.is === 'body' && token.meaning.body === 'part';

export const isBehalf = (token: Token | undefined): boolean =>
  token?.kind === 'word' && token.text === '代表';

export const isTopic = (token: Token | undefined, topic: Topic): boolean =>
  token?.kind === 'word' && token.meaning.is === 'topic' && token.meaning.topic === topic;
