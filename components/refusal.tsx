import type { Language } from '../parser/messages/words.ts';
import { pageWordsIn } from './words-in.ts';

/** Why this page cannot be read, and what to do instead. */
export const Refusal = ({ language }: { language: Language }) => {
  const words = pageWordsIn(language).refusal;
  return (
    <main lang={language}>
      <h1>{words.title}</h1>
      <ul>
        {words.reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <p>
        <a href="shelf.html" target="_blank" rel="noopener">
          {pageWordsIn(language).options.openShelf}
        </a>{' '}
        ·{' '}
        <a href="options.html" target="_blank" rel="noopener">
          {pageWordsIn(language).options.title}
        </a>
      </p>
    </main>
  );
};
