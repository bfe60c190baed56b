import type { Language } from '../parser/messages/words.ts';
import type { KeptState } from './shelf-context.ts';
import { panelWordsIn } from './words-in.ts';

type Props = {
  state: KeptState;
  language: Language;
  onKeep: () => void;
  /** Keeps it and shows the next report; null where there is no next. */
  onGoOn: (() => void) | null;
};

/** Puts the report on the shelf, and says beforehand whether it is there. */
export const Keep = ({ state, language, onKeep, onGoOn }: Props) => {
  const words = panelWordsIn(language);
  return (
    <>
      <button type="button" class={`keep is-${state}`} title={words.keepTitle[state]} onClick={onKeep}>
        {state === 'same' && <span aria-hidden="true">✓ </span>}
        {words.keep[state]}
      </button>
      {onGoOn && (
        <button type="button" class="go-on" title={words.keepAndGoOnTitle} onClick={onGoOn}>
          {words.keepAndGoOn}
        </button>
      )}
    </>
  );
};
