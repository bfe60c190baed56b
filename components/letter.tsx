import type { ProseFinding } from '../parser/check/prose-findings.ts';
import type { Check, Claim, Diagnosis, Extraction } from '../parser/extraction.ts';
import { claimWordsIn } from '../parser/messages/claim-words.ts';
import { type Language, wordsIn } from '../parser/messages/words.ts';
import { sentencesOf } from './sentences.ts';
import { panelWordsIn } from './words.ts';

type Content = {
  extraction: Extraction;
  diagnoses: readonly Diagnosis[];
  violated: readonly Check[];
  contradicted: readonly Claim[];
  /** What the text says against itself. */
  inconsistent: readonly ProseFinding[];
};

/** What to write to the one who puts the page on the web: the place, the equations, and guesses worded as guesses. */
export const letterOf = (content: Content, language: Language): string => {
  const { extraction, diagnoses, violated, contradicted, inconsistent } = content;
  const words = panelWordsIn(language).letter;
  const about = wordsIn(language).about(extraction);
  const said = claimWordsIn(language, extraction, extraction.facts);
  const items = [
    ...violated.map((check) => about.equation(check)),
    ...contradicted.map((claim) => words.claim(claim.quote, (claim.about ?? []).map(about.cell))),
    ...inconsistent.map((found) => words.statement(found.quote, said.finding(found))),
  ];
  const guesses = diagnoses.flatMap(
    (diagnosis) => sentencesOf(diagnosis, extraction, language).alternatives[0] ?? [],
  );
  return [
    words.opening({
      authority: extraction.authority?.value ?? null,
      year: extraction.year?.value ?? null,
      address: extraction.source.url ?? null,
    }),
    ...items.map((item, index) => words.item(index + 1, item)),
    ...(guesses.length > 0 ? [words.guesses, ...guesses.map((guess) => words.guess(guess))] : []),
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
      <pre>{text}</pre>
      <button type="button" class="wide" onClick={() => onCopy(text)}>
        {words.copyLetter}
      </button>
    </section>
  );
};
