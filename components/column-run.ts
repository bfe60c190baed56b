import { useEffect, useRef, useState } from 'preact/hooks';
import type { LinkOutcome } from './attachments.ts';

/** Milliseconds between an answer of the site and the next request: as a person who opens one link after the other. */
const politePause = 1_000;

/** Reports that one click may fetch. */
export const mostAtOnce = 60;

/** A report was read there. */
export const isRead = (
  outcome: LinkOutcome | 'reading' | undefined,
): outcome is Extract<LinkOutcome, { kind: 'linked' }> =>
  outcome !== undefined && outcome !== 'reading' && outcome.kind === 'linked';

export type ColumnRun = {
  outcomes: Readonly<Record<string, LinkOutcome | 'reading'>>;
  /** While it goes on. */
  running: { done: number; of: number } | null;
  start: (urls: readonly string[]) => Promise<void>;
  cancel: () => void;
};

/** Reads links one after the other. What was read stays when it is stopped, or when the list goes out of sight. */
export const useColumnRun = (read: (url: string) => Promise<LinkOutcome>): ColumnRun => {
  const [outcomes, setOutcomes] = useState<ColumnRun['outcomes']>({});
  const [running, setRunning] = useState<ColumnRun['running']>(null);
  const current = useRef<AbortController | null>(null);
  const last = useRef<Promise<void>>(Promise.resolve());
  useEffect(() => () => current.current?.abort(), []);
  const note = (url: string, outcome: LinkOutcome | 'reading' | undefined): void =>
    setOutcomes(({ [url]: _, ...others }) => (outcome ? { ...others, [url]: outcome } : others));
  const go = async (urls: readonly string[], signal: AbortSignal): Promise<void> => {
    const wanted = urls.slice(0, mostAtOnce);
    for (const [done, url] of wanted.entries()) {
      if (signal.aborted) break;
      setRunning({ done, of: wanted.length });
      if (done > 0) await pause(politePause, signal);
      if (signal.aborted) break;
      note(url, 'reading');
      const outcome = await read(url);
      // An answer that comes after the person has stopped is an answer all the same.
      note(url, outcome);
    }
    if (!signal.aborted) setRunning(null);
  };
  const cancel = (): void => {
    current.current?.abort();
    setRunning(null);
  };
  const start = (urls: readonly string[]): Promise<void> => {
    cancel();
    const stop = new AbortController();
    current.current = stop;
    // Never two at a time: what was asked before has its answer first.
    last.current = last.current.then(() => go(urls, stop.signal));
    return last.current;
  };
  return { outcomes, running, start, cancel };
};

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((done) => {
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      done();
    });
  });
