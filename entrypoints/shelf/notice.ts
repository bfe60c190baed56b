import { useEffect, useState } from 'preact/hooks';

/** What the foot of the page says, and what can be undone. */
export type Notice = {
  lines: readonly string[];
  troubles?: readonly string[];
  undo?: readonly string[];
  /** What goes on and can be stopped. */
  running?: { done: number; of: number; stop: () => void };
};

export const useNotice = (): [Notice, (notice: Notice) => void] => {
  const [notice, setNotice] = useState<Notice>({ lines: [] });
  // What can be undone, and what is to be read, stays until something else happens.
  useEffect(() => {
    if (notice.lines.length === 0 || notice.undo || notice.troubles || notice.running) return;
    const timer = setTimeout(() => setNotice({ lines: [] }), 10_000);
    return () => clearTimeout(timer);
  }, [notice]);
  return [notice, setNotice];
};
