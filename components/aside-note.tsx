import type { Dismissals } from '../parser/findings/judgement.ts';
import { dismissalReason } from '../parser/messages/finding-words.ts';
import type { Language } from '../parser/messages/words.ts';
import { panelWordsIn } from './words-in.ts';

type Props = { dismissal: Dismissals[string]; language: Language; onRecall: () => void };

/** Why and when a finding was set aside, and the way back. */
export const AsideNote = ({ dismissal, language, onRecall }: Props) => {
  const words = panelWordsIn(language);
  return (
    <p class="aside">
      {words.dismissedAs(dismissalReason[language][dismissal.reason], dismissal.at.slice(0, 10))}{' '}
      <button type="button" class="quiet" onClick={onRecall}>
        {words.recall}
      </button>
    </p>
  );
};
