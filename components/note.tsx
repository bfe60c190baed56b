import { useId, useRef } from 'preact/hooks';
import { longestNote } from '../parser/export/note.ts';
import type { Language } from '../parser/messages/words.ts';
import { type KeptNote, useNote } from './open-note.ts';
import { noteWordsIn } from './words-in.ts';

/** So near to the end it is said how much room is left. */
const nearly = 200;

/** The field for the note on a kept report. */
export const Note = ({ language, ...kept }: KeptNote & { language: Language }) => {
  const words = noteWordsIn(language);
  const { text, notice, wasCut, other, write, leave, choose } = useNote(kept);
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const left = longestNote - text.length;
  return (
    <div class="own-note">
      <label for={id}>{words.label}</label>
      <textarea
        ref={field}
        id={id}
        rows={3}
        aria-describedby={`${id}-hint`}
        value={text}
        onInput={(event) => write(event.currentTarget.value, event.isComposing)}
        onCompositionEnd={(event) => write(event.currentTarget.value, false)}
        onBlur={leave}
      />
      {/* A field of the page shows on paper only what is in sight of it. */}
      <p class="on-paper" aria-hidden="true">
        {text}
      </p>
      <div class="of-note">
        <p class="hint" id={`${id}-hint`}>
          {left <= nearly ? words.left(left) : words.hint}
        </p>
        <p class="told" role="status">
          {wasCut ? words.cut : notice === 'nothing' ? '' : words[notice]}
        </p>
      </div>
      {other !== null && (
        <Differs
          other={other}
          language={language}
          onChoose={(mine) => {
            choose(mine);
            field.current?.focus();
          }}
        />
      )}
    </div>
  );
};

type DiffersProps = { other: string; language: Language; onChoose: (mine: boolean) => void };

/** What another window has written meanwhile, and the choice. */
const Differs = ({ other, language, onChoose }: DiffersProps) => {
  const words = noteWordsIn(language);
  return (
    <div class="differs" role="alert">
      <p>{words.differs}</p>
      <blockquote>{other === '' ? words.emptied : other}</blockquote>
      <button type="button" class="button" onClick={() => onChoose(true)}>
        {words.keepMine}
      </button>
      <button type="button" class="button" onClick={() => onChoose(false)}>
        {words.takeOther}
      </button>
    </div>
  );
};
