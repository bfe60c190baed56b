import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Note } from '../../components/note.tsx';
import { keptName, namedIn } from '../../components/shelf/kept-name.ts';
import { shelfWordsIn } from '../../components/shelf/words-in.ts';
import { noteWordsIn } from '../../components/words-in.ts';
import type { Kept } from '../../parser/export/kept.ts';
import type { Language } from '../../parser/messages/words.ts';
import { onShelfChange, shelfReports } from '../store/shelf.ts';
import { saveNote } from '../wire/note.ts';

/** A page may not always close itself; its extension may. */
const close = async (): Promise<void> => {
  // What stands in the field is saved where it is left.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
};

type Props = { id: string; language: Language };

/** The note of one report by itself, beside the page that it is about. */
export const NoteWindow = ({ id, language }: Props) => {
  // Undefined until it was looked for, null where it is not there.
  const [record, setRecord] = useState<Kept | null | undefined>(undefined);
  const main = useRef<HTMLElement>(null);
  const words = noteWordsIn(language);
  const ofShelf = shelfWordsIn(language);
  useEffect(() => {
    const load = (): void =>
      void shelfReports([id]).then(
        ([found]) => setRecord(found ?? null),
        () => setRecord(null),
      );
    load();
    return onShelfChange(load);
  }, [id]);
  const name = record ? keptName(namedIn(record), language) : '';
  const there = record !== undefined && record !== null;
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    document.title = there ? `${words.label} · ${name}` : words.label;
  }, [language, there, name, words]);
  useLayoutEffect(() => {
    const field = main.current?.querySelector('textarea');
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  }, [there]);
  useEffect(() => {
    const listening = new AbortController();
    addEventListener(
      'keydown',
      (event: KeyboardEvent) => {
        if (event.key === 'Escape' && !event.isComposing) void close();
      },
      { signal: listening.signal },
    );
    return () => listening.abort();
  }, []);
  return (
    <main ref={main}>
      {there && (
        <>
          <h1>{name}</h1>
          <Note
            note={record.note ?? ''}
            language={language}
            onSave={(note, before) => saveNote(id, note, before)}
          />
        </>
      )}
      {record === null && <p role="alert">{ofShelf.gone}</p>}
      {record !== undefined && (
        <button type="button" onClick={close}>
          {words.done}
        </button>
      )}
    </main>
  );
};
