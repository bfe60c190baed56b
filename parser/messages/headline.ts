import type { Reasons } from '../findings/verdict.ts';
import type { Language } from './words.ts';

/** What a verdict says in one line: first why it is not a better one, last what holds. Every surface says this line. */

const zh = ({
  identities,
  claims,
  statements,
  years,
  undetermined,
  unread,
  aside,
  hints,
  satisfied,
}: Reasons): string[] => {
  const others = identities + undetermined > 0;
  const alone = !others && claims + statements + years + aside === 0;
  return [
    identities > 0 ? `${identities} 条不成立` : '',
    claims > 0 ? `正文 ${claims} 处与表格不一致` : '',
    statements > 0 ? `正文 ${statements} 处前后不一致` : '',
    years > 0 ? `${years} 处跨年不一致` : '',
    undetermined > 0 ? `${undetermined} 条无法判定` : '',
    aside > 0 ? `${aside} 处设为不计` : '',
    satisfied > 0
      ? alone
        ? `全部 ${satisfied} 条勾稽关系成立`
        : `${satisfied} 条${others ? '' : '勾稽关系'}成立`
      : '',
    unread > 0 ? `${unread} 处未读取` : '',
    hints > 0 ? `${hints} 处线索` : '',
  ];
};

const some = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

const en = ({
  identities,
  claims,
  statements,
  years,
  undetermined,
  unread,
  aside,
  hints,
  satisfied,
}: Reasons): string[] => {
  const others = identities + undetermined > 0;
  const alone = !others && claims + statements + years + aside === 0;
  return [
    identities > 0 ? `${identities} ${identities === 1 ? 'does' : 'do'} not hold` : '',
    claims > 0
      ? `${some(claims, 'number', 'numbers')} in the text ${claims === 1 ? 'differs' : 'differ'} from the tables`
      : '',
    statements > 0
      ? `${some(statements, 'statement', 'statements')} of the text ${statements === 1 ? 'does' : 'do'} not add up`
      : '',
    years > 0
      ? `${some(years, 'figure', 'figures')} ${years === 1 ? 'differs' : 'differ'} from another year's report`
      : '',
    undetermined > 0 ? `${undetermined} undetermined` : '',
    aside > 0 ? `${aside} set aside` : '',
    satisfied > 0
      ? alone
        ? `all ${some(satisfied, 'identity holds', 'identities hold')}`
        : others
          ? some(satisfied, 'holds', 'hold')
          : some(satisfied, 'identity holds', 'identities hold')
      : '',
    unread > 0 ? `${unread} not read` : '',
    hints > 0 ? `${some(hints, 'hint', 'hints')}` : '',
  ];
};

/** `正文 1 处前后不符 · 40 条勾稽关系成立`; that there was nothing to check, where there was nothing. */
export const headline = (reasons: Reasons, language: Language): string => {
  const parts = (language === 'zh-CN' ? zh : en)(reasons).filter((part) => part !== '');
  const { identities, claims, statements, years, undetermined, aside, satisfied } = reasons;
  if (identities + claims + statements + years + undetermined + aside + satisfied > 0)
    return parts.join(' · ');
  const nothing = language === 'zh-CN' ? '没有可核对的勾稽关系' : 'no identity to check';
  return [nothing, ...parts].join(' · ');
};
