import { useState } from 'preact/hooks';
import { type DismissalReason, dismissalReasons } from '../parser/findings/judgement.ts';
import { dismissalReason } from '../parser/messages/finding-words.ts';
import type { Language } from '../parser/messages/words.ts';
import { panelWordsIn } from './words-in.ts';

type Props = { language: Language; about: string; onDismiss: (reason: DismissalReason) => void };

/** Sets a finding aside, once a reason is chosen. */
export const Dismiss = ({ language, about, onDismiss }: Props) => {
  const words = panelWordsIn(language);
  const [asking, setAsking] = useState(false);
  if (!asking)
    return (
      <button
        type="button"
        class="quiet"
        aria-label={`${words.dismiss}：${about}`}
        onClick={() => setAsking(true)}
      >
        {words.dismiss}
      </button>
    );
  return (
    <fieldset class="reasons" aria-label={words.whyDismiss}>
      <legend>{words.whyDismiss}</legend>
      {dismissalReasons.map((reason) => (
        <button key={reason} type="button" onClick={() => onDismiss(reason)}>
          {dismissalReason[language][reason]}
        </button>
      ))}
      <button type="button" class="quiet" onClick={() => setAsking(false)}>
        {words.cancel}
      </button>
    </fieldset>
  );
};
