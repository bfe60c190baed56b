import type { Diagnosis, Extraction } from '../parser/extraction.ts';
import type { Finding } from '../parser/findings/finding.ts';
import { likeliestOf } from '../parser/findings/likeliest.ts';
import { findingWords } from '../parser/messages/finding-words.ts';
import { shownQuote } from '../parser/messages/quote.ts';
import type { Language } from '../parser/messages/words.ts';
import { sentencesOf } from './sentences.ts';
import { panelWordsIn } from './words-in.ts';

type Content = {
  extraction: Extraction;
  diagnoses: readonly Diagnosis[];
  /** What raises an alarm, in the order in which it is told. */
  findings: readonly Finding[];
};

/** What to write to the one who puts the page on the web: the place, the equations, and guesses worded as guesses. */
const letterOf = (content: Content, language: Language): string => {
  const { extraction, diagnoses, findings } = content;
  const words = panelWordsIn(language).letter;
  const said = findingWords(language, extraction);
  const items = findings.map((finding) =>
    finding.quote === undefined
      ? said.sentence(finding)
      : words.statement(shownQuote(finding.quote), said.sentence(finding)),
  );
  const guesses = diagnoses.flatMap((diagnosis) =>
    sentencesOf(diagnosis, extraction, language).alternatives.slice(0, likeliestOf(diagnosis).length),
  );
  const open = diagnoses.some((diagnosis) => likeliestOf(diagnosis).length > 1);
  return [
    words.opening({
      authority: extraction.authority?.value ?? null,
      year: extraction.year?.value ?? null,
      address: extraction.source.url ?? null,
    }),
    ...items.map((item, index) => words.item(index + 1, item)),
    ...(guesses.length > 0
      ? [open ? words.guessesOpen : words.guesses, ...guesses.map((guess) => words.guess(guess))]
      : []),
    words.closing,
  ].join('\n');
};

type Props = Content & { language: Language; onCopy: (text: string) => void };

/** The text, ready to be copied. */
export const Letter = ({ language, onCopy, ...content }: Props) => {
  const words = panelWordsIn(language);
  const text = letterOf(content, language);
  return (
    <section class="section letter">
      <h3>{words.letterTitle}</h3>
      <p class="hint">{words.letterHint}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre tabIndex={0}>{text}</pre>
      <button type="button" class="wide" onClick={() => onCopy(text)}>
        {words.copyLetter}
      </button>
    </section>
  );
};
