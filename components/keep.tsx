import type { Language } from '../parser/messages/words.ts';
import type { KeptState } from './shelf-context.ts';
import { noteWordsIn, panelWordsIn } from './words-in.ts';

type Props = {
  state: KeptState;
  language: Language;
  onKeep: () => void;
  /** Keeps it and shows the next report; null where there is no next. */
  onGoOn: (() => void) | null;
  /** What is written about it; empty for nothing. */
  note: string;
  onNote: () => void;
};

/**
 * Puts the report on the shelf, and says beforehand whether it is there; of a kept one it shows the note. A note is never written in the
 * page: what is typed there the page can hear.
 */
export const Keep = ({ state, language, onKeep, onGoOn, note, onNote }: Props) => {
  const words = panelWordsIn(language);
  const ofNote = noteWordsIn(language);
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
      {state === 'same' && (
        <button type="button" class="to-note" title={ofNote.inWindow} aria-haspopup="dialog" onClick={onNote}>
          <span aria-hidden="true">✎ </span>
          {note === '' ? ofNote.write : ofNote.written(note)}
        </button>
      )}
    </>
  );
};
