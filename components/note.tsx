import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { longestNote, noteOf } from '../parser/export/note.ts';
import type { Language } from '../parser/messages/words.ts';
import { noteWordsIn } from './words-in.ts';

/** What became of a note: saved; or meanwhile another window has written `note`, and nothing was; or there is no report any more. */
export type NoteAnswer = { kind: 'saved' } | { kind: 'differs'; note: string } | { kind: 'gone' | 'failed' };

type Props = {
  /** As it is kept; empty for none. */
  note: string;
  language: Language;
  /** Saves the note in place of the one `before`, or answers why not. */
  onSave: (note: string, before: string) => Promise<NoteAnswer>;
};

type Now = Pick<Props, 'onSave'> & {
  text: string;
  /** As it is kept, as far as is known here. */
  saved: string;
  /** As it was given last; where that is `outdated`, what was saved here since is newer. */
  shown: string;
  outdated: string;
  /** On its way. */
  sending: string | null;
  /** Something was written since the field was entered. */
  typing: boolean;
  /** What another window has written, until the person has chosen. */
  other: string | null;
};

/** Milliseconds without a key after which what was written is saved. */
const pause = 700;

/** So near to the end it is said how much room is left. */
const nearly = 200;

/**
 * The note on a kept report. It is saved where the person pauses or goes away. What another window writes is shown at once where
 * nothing is unsaved here; where something is, the person chooses.
 */
export const Note = ({ note, language, onSave }: Props) => {
  const words = noteWordsIn(language);
  const [text, setText] = useState(note);
  const [told, setTold] = useState<'nothing' | 'saved' | 'failed' | 'gone'>('nothing');
  const [wasCut, setWasCut] = useState(false);
  const [other, setOther] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  // Of a field that is being left nothing is drawn any more, but what stands in it is still to be saved.
  const now = useRef<Now>({
    text,
    saved: note,
    shown: note,
    outdated: note,
    sending: null,
    other,
    typing: false,
    onSave,
  });
  Object.assign(now.current, { shown: note, onSave });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const put = (next: string): void => {
    now.current.text = next;
    setText(next);
  };
  /** One after the other; but who leaves does not wait for the one that is on its way. */
  const save = async (leaving = false): Promise<void> => {
    clearTimeout(timer.current);
    const { sending, saved, onSave: send } = now.current;
    const sent = noteOf(now.current.text);
    const before = sending ?? saved;
    if ((sending !== null && !leaving) || now.current.other !== null || sent === before) return;
    now.current.sending = sent;
    const answer = await send(sent, before).catch((): NoteAnswer => ({ kind: 'failed' }));
    now.current.sending = null;
    if (answer.kind === 'differs') {
      now.current.other = answer.note;
      return setOther(answer.note);
    }
    if (answer.kind !== 'saved') return setTold(answer.kind);
    // What is shown from outside until it changes is older than this.
    Object.assign(now.current, { saved: sent, outdated: now.current.shown });
    if (noteOf(now.current.text) === sent) setTold('saved');
    else later();
  };
  const later = (): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), pause);
  };
  /** Takes over what another window has written, where nothing is unsaved here and nobody is writing. */
  const follow = (): void => {
    const { shown, saved, outdated, typing, other: open } = now.current;
    if (shown === saved) now.current.outdated = shown;
    if (shown === saved || shown === outdated || open !== null || typing) return;
    if (noteOf(now.current.text) !== saved) return;
    Object.assign(now.current, { saved: shown, outdated: shown });
    setTold('nothing');
    put(shown);
  };
  const write = (next: string, composing: boolean): void => {
    clearTimeout(timer.current);
    now.current.typing = true;
    setTold('nothing');
    // What an input method has not finished is neither cut nor saved.
    if (composing) {
      put(next);
      return;
    }
    const kept = next.length > longestNote ? noteOf(next) : next;
    setWasCut(kept !== next);
    put(kept);
    later();
  };
  const choose = (mine: boolean): void => {
    const theirs = now.current.other ?? '';
    Object.assign(now.current, { other: null, saved: theirs, outdated: now.current.shown });
    setOther(null);
    if (mine) void save();
    else put(theirs);
    setTold('nothing');
    field.current?.focus();
  };

  useEffect(follow, [note]);
  // At once when it is left, and not after the next page was drawn.
  useLayoutEffect(() => {
    const leave = (): void => void save(true);
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, []);

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
        onBlur={() => {
          now.current.typing = false;
          void save();
          follow();
        }}
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
          {wasCut ? words.cut : told === 'nothing' ? '' : words[told]}
        </p>
      </div>
      {other !== null && (
        <div class="differs" role="alert">
          <p>{words.differs}</p>
          <blockquote>{other === '' ? words.emptied : other}</blockquote>
          <button type="button" class="button" onClick={() => choose(true)}>
            {words.keepMine}
          </button>
          <button type="button" class="button" onClick={() => choose(false)}>
            {words.takeOther}
          </button>
        </div>
      )}
    </div>
  );
};
