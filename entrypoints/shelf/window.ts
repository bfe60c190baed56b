import { useEffect, useState } from 'preact/hooks';
import { useMedia } from '../../components/media.ts';

/** What the components need to know of the window. */

/** The part of the address behind the #, kept up to date. */
export const useHash = (): string => {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const look = (): void => setHash(location.hash);
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, []);
  return hash;
};

/** As in the style sheet: narrower than this, and a row of the list is stacked. */
export const useNarrow = (): boolean => useMedia('(max-width: 760px)');
