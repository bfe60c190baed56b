import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { longestNote, noteOf } from '../parser/export/note.ts';

/** What became of a note: saved; or meanwhile another window has written `note`, and nothing was; or there is no report any more. */
export type NoteAnswer = { kind: 'saved' } | { kind: 'differs'; note: string } | { kind: 'gone' | 'failed' };

/** A note as it is kept, and where it is saved. */
export type KeptNote = {
  /** Empty for none. */
  note: string;
  /** Saves the note in place of the one `before`, or answers why not. */
  onSave: (note: string, before: string) => Promise<NoteAnswer>;
};

type Now = Pick<KeptNote, 'onSave'> & {
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

/** What was said of the note last. */
type NoteNotice = 'nothing' | 'saved' | 'failed' | 'gone';

type Saves = {
  save: (leaving?: boolean) => Promise<void>;
  /** After a pause. */
  later: () => void;
  /** Not yet. */
  wait: () => void;
};

/** Saves what is written, at the latest where the person goes away. */
const useSaves = (
  now: { current: Now },
  onNotice: (notice: NoteNotice) => void,
  onDiffers: (other: string) => void,
): Saves => {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const wait = (): void => clearTimeout(timer.current);
  /** One after the other; but who leaves does not wait for the one that is on its way. */
  const save = async (leaving = false): Promise<void> => {
    wait();
    const { sending, saved, onSave: send } = now.current;
    const sent = noteOf(now.current.text);
    const before = sending ?? saved;
    if ((sending !== null && !leaving) || now.current.other !== null || sent === before) return;
    now.current.sending = sent;
    const answer = await send(sent, before).catch((): NoteAnswer => ({ kind: 'failed' }));
    now.current.sending = null;
    if (answer.kind === 'differs') {
      now.current.other = answer.note;
      return onDiffers(answer.note);
    }
    if (answer.kind !== 'saved') return onNotice(answer.kind);
    // What is shown from outside until it changes is older than this.
    Object.assign(now.current, { saved: sent, outdated: now.current.shown });
    if (noteOf(now.current.text) === sent) onNotice('saved');
    else later();
  };
  const later = (): void => {
    wait();
    timer.current = setTimeout(() => void save(), pause);
  };

  // At once when it is left, and not after the next page was drawn.
  useLayoutEffect(() => {
    const leave = (): void => void save(true);
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
  return { save, later, wait };
};

type OpenNote = {
  text: string;
  notice: NoteNotice;
  /** It was too long, and what was too much is gone. */
  wasCut: boolean;
  /** What another window has written, until the person has chosen. */
  other: string | null;
  write: (next: string, composing: boolean) => void;
  /** The field is left. */
  leave: () => void;
  /** The person keeps what is written here, or takes what the other window has written. */
  choose: (mine: boolean) => void;
};

/**
 * The state of a note that may be written in. It is saved where the person pauses or goes away. What another window writes is taken over
 * at once where nothing is unsaved here; where something is, the person chooses.
 */
export const useNote = ({ note, onSave }: KeptNote): OpenNote => {
  const [text, setText] = useState(note);
  const [notice, setNotice] = useState<NoteNotice>('nothing');
  const [wasCut, setWasCut] = useState(false);
  const [other, setOther] = useState<string | null>(null);
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
  const { save, later, wait } = useSaves(now, setNotice, setOther);

  const put = (next: string): void => {
    now.current.text = next;
    setText(next);
  };
  /** Takes over what another window has written, where nothing is unsaved here and nobody is writing. */
  const follow = (): void => {
    const { shown, saved, outdated, typing, other: open } = now.current;
    if (shown === saved) now.current.outdated = shown;
    if (shown === saved || shown === outdated || open !== null || typing) return;
    if (noteOf(now.current.text) !== saved) return;
    Object.assign(now.current, { saved: shown, outdated: shown });
    setNotice('nothing');
    put(shown);
  };
  const write = (next: string, composing: boolean): void => {
    wait();
    now.current.typing = true;
    setNotice('nothing');
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
    setNotice('nothing');
  };

  const leave = (): void => {
    now.current.typing = false;
    void save();
    follow();
  };
  useEffect(follow, [note]);
  return { text, notice, wasCut, other, write, leave, choose };
};
