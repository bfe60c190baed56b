import { useEffect, useRef } from 'preact/hooks';

/**
 * Takes what is pasted anywhere on the page but into a field that is written in: files, or what a word processor or a spreadsheet has
 * put on the clipboard, as a file under the name `pasted`. With nothing of that, an empty list.
 */
export const usePaste = (pasted: string, onFiles: (files: readonly File[]) => void): void => {
  const take = useRef(onFiles);
  take.current = onFiles;
  const name = useRef(pasted);
  name.current = pasted;
  useEffect(() => {
    const listening = new AbortController();
    addEventListener(
      'paste',
      (event: ClipboardEvent) => {
        if (isWrittenIn(event.target) || !event.clipboardData) return;
        event.preventDefault();
        take.current(filesOf(event.clipboardData, name.current));
      },
      { signal: listening.signal },
    );
    return () => listening.abort();
  }, []);
};

const isWrittenIn = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement ||
  (target instanceof HTMLTextAreaElement && target.dataset.paste === undefined);

const byteOrderMark = '\uFEFF';

const filesOf = (data: DataTransfer, name: string): File[] => {
  // Beside its HTML a word processor puts a picture of the same on the clipboard.
  const html = data.getData('text/html');
  // It may name the charset in which it lay on the clipboard, but comes as characters: the mark says in which these are written.
  if (html.trim() !== '') return [new File([byteOrderMark, html], `${name}.html`, { type: 'text/html' })];
  if (data.files.length > 0) return [...data.files];
  const text = data.getData('text/plain');
  return text.trim() === '' ? [] : [new File([byteOrderMark, text], `${name}.txt`, { type: 'text/plain' })];
};
