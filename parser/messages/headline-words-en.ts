import type { HeadlinePhrases } from './headline-words.ts';

const some = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

export const en: HeadlinePhrases = {
  parts: ({ identities, claims, statements, years, undetermined, unread, aside, hints, satisfied }) => {
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
  },
  nothing: 'no identity to check',
};
