import { shelfWordsIn } from '../../components/shelf/words-in.ts';
import { draftWordsIn } from '../../components/words-in.ts';
import type { Language } from '../../parser/messages/words.ts';

type DropProps = { over: string | null; both: boolean; language: Language };

/** Where files that are being dragged can be let go, and what becomes of them there. */
export const DropPlaces = ({ over, both, language }: DropProps) => {
  const words = draftWordsIn(language);
  return (
    <div class="drop">
      {both && (
        <div data-drop="keep" class={over === 'check' ? '' : 'over'}>
          <b>{words.dropToKeep}</b>
          <span>{shelfWordsIn(language).dropHere}</span>
        </div>
      )}
      <div data-drop="check" class={over === 'check' || !both ? 'over' : ''}>
        <b>{words.dropToCheck}</b>
        <span>{words.kinds}</span>
      </div>
    </div>
  );
};
