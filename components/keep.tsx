import type { Language } from '../parser/messages/words.ts';
import type { KeptState } from './around.ts';
import { panelWordsIn } from './words.ts';

/** What became of a wish to keep. */
export type KeepAnswer = 'kept' | 'already' | 'failed';

type Props = { state: KeptState; language: Language; onKeep: () => void };

/** Puts the report on the shelf, and says beforehand whether it is there. */
export const Keep = ({ state, language, onKeep }: Props) => {
  const words = panelWordsIn(language);
  return (
    <button type="button" class={`keep is-${state}`} title={words.keepTitle[state]} onClick={onKeep}>
      {state === 'same' && <span aria-hidden="true">✓ </span>}
      {words.keep[state]}
    </button>
  );
};
