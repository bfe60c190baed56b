import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Keeps what is marked on the page in sight in the panel too: on a narrow screen the panel becomes lower as soon as something is. */
export const useInSight = <Shown extends HTMLElement>(shown: boolean): RefObject<Shown | null> => {
  const element = useRef<Shown>(null);
  useEffect(() => {
    if (shown) element.current?.scrollIntoView({ block: 'nearest' });
  }, [shown]);
  return element;
};
