import { useEffect, useState } from 'preact/hooks';

/** Does the window answer to this media query now? Kept up to date. */
export const useMedia = (query: string): boolean => {
  const [media] = useState(() => matchMedia(query));
  const [matches, setMatches] = useState(media.matches);
  useEffect(() => {
    const look = (): void => setMatches(media.matches);
    look();
    media.addEventListener('change', look);
    return () => media.removeEventListener('change', look);
  }, [media]);
  return matches;
};
