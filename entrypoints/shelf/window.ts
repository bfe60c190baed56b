import { useEffect, useState } from 'preact/hooks';

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
const narrowQuery = '(max-width: 760px)';

export const useNarrow = (): boolean => {
  const [narrow, setNarrow] = useState(() => matchMedia(narrowQuery).matches);
  useEffect(() => {
    const query = matchMedia(narrowQuery);
    const look = (): void => setNarrow(query.matches);
    query.addEventListener('change', look);
    return () => query.removeEventListener('change', look);
  }, []);
  return narrow;
};
