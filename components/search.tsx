import type { Language } from '../parser/messages/words.ts';
import { panelWordsIn } from './words-in.ts';

type Props = { query: string; language: Language; onQuery: (query: string) => void };

/** Narrows what a view lists: by rule, row or column. */
export const SearchField = ({ query, language, onQuery }: Props) => {
  const words = panelWordsIn(language);
  return (
    <input
      type="search"
      class="search"
      aria-label={words.search}
      placeholder={words.searchHint}
      maxLength={60}
      value={query}
      onInput={(event) => onQuery(event.currentTarget.value)}
    />
  );
};

/** Does a text hold every word of the query? */
export const fits = (query: string, ...texts: readonly string[]): boolean => {
  const text = texts.join(' ').toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
};
