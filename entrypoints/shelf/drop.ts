import { useEffect, useRef, useState } from 'preact/hooks';

/** What is being dragged over the page: files, and over which of the places marked with `data-drop`. */
type Dragged = { over: string | null };

/** Takes files that are dropped anywhere on the page, with the place. Answers what is being dragged over it; null for nothing. */
export const useDrop = (onFiles: (files: readonly File[], over: string | null) => void): Dragged | null => {
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const take = useRef(onFiles);
  take.current = onFiles;
  useEffect(() => {
    const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
    const over = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      // Without this the browser would open the file in place of the page.
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
      const place = placeOf(event);
      setDragged((before) => (before && before.over === place ? before : { over: place }));
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setDragged(null);
    };
    const drop = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setDragged(null);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) take.current(files, placeOf(event));
    };
    const listening = new AbortController();
    const { signal } = listening;
    addEventListener('dragover', over, { signal });
    addEventListener('dragleave', leave, { signal });
    addEventListener('drop', drop, { signal });
    return () => listening.abort();
  }, []);
  return dragged;
};

const placeOf = ({ target }: DragEvent): string | null =>
  (target instanceof Element && target.closest<HTMLElement>('[data-drop]')?.dataset.drop) || null;
