import type { HeadlinePhrases } from './headline-words.ts';

export const zhCN: HeadlinePhrases = {
  parts: ({ identities, claims, statements, years, undetermined, unread, aside, hints, satisfied }) => {
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
  },
  nothing: '没有可核对的勾稽关系',
};
