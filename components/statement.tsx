import type { Extraction } from '../parser/extraction.ts';
import type { DismissalReason, Judgement } from '../parser/findings/judgement.ts';
import { printed } from '../parser/messages/figure.ts';
import { shownQuote } from '../parser/messages/quote.ts';
import type { Language } from '../parser/messages/words.ts';
import { wordsIn } from '../parser/messages/words-in.ts';
import { AsideNote } from './aside-note.tsx';
import { Dismiss } from './dismiss.tsx';
import { useInSight } from './in-sight.ts';
import type { Statement } from './statements.ts';
import { panelWordsIn } from './words-in.ts';

export type StatementProps = {
  extraction: Extraction;
  language: Language;
  judgement: Judgement;
  /** Key of what is marked on the page. */
  shown: string | null;
  onStatement: (statement: Statement) => void;
  onDismiss: (key: string, reason: DismissalReason) => void;
  onRecall: (key: string) => void;
};

/** One statement of the text: its words, what became of it, the cells it is about, and what can be done with it. */
export const StatementItem = (props: StatementProps & { statement: Statement }) => {
  const { statement, extraction, language, judgement, shown, onStatement, onDismiss, onRecall } = props;
  const { place, outcome, sentence, readAs, about, key } = statement;
  const words = panelWordsIn(language);
  const { cell } = wordsIn(language).about(extraction);
  const values = new Map(extraction.facts.map(({ ref, value }) => [ref, value]));
  const isShown = shown === statement.shownAs;
  const item = useInSight<HTMLLIElement>(isShown);
  const aside = judgement.dismissals[key];
  return (
    <li ref={item} class={isShown ? `claim ${outcome} shown` : `claim ${outcome}`}>
      <button
        type="button"
        aria-pressed={isShown}
        title={words.showText}
        onClick={() => onStatement(statement)}
      >
        <q>{shownQuote(place.quote)}</q>
        <span class="unseen"> </span>
        <span class="outcome">
          {words.outcomeSign[outcome]} {sentence}
        </span>
      </button>
      {readAs && <p class="read-as">{readAs} →</p>}
      {about && (
        <ul class="about">
          {about.map((ref) => (
            <li key={ref}>
              {cell(ref)} <b>{values.get(ref) === null ? '—' : printed(values.get(ref) ?? 0)}</b>
            </li>
          ))}
        </ul>
      )}
      {outcome === 'violated' &&
        (aside ? (
          <AsideNote dismissal={aside} language={language} onRecall={() => onRecall(key)} />
        ) : (
          <Dismiss language={language} about={place.quote} onDismiss={(reason) => onDismiss(key, reason)} />
        ))}
    </li>
  );
};
