import type { Check } from '../parser/extraction.ts';
import { type Finding, findingsOf, isAside, type Told } from '../parser/findings/finding.ts';
import type { Judgement } from '../parser/findings/judgement.ts';
import { findingWords } from '../parser/messages/finding-words.ts';
import { shownQuote } from '../parser/messages/quote.ts';
import type { Language } from '../parser/messages/words.ts';
import { AsideNote } from './aside-note.tsx';
import { type Statement, statementsOf } from './statements.ts';
import { panelWordsIn } from './words-in.ts';

type Props = {
  report: Told;
  language: Language;
  judgement: Judgement;
  onRecall: (key: string) => void;
  /** Marks what can be marked on the page; a page that shows no report has neither. */
  onToggle?: (check: Check) => void;
  onStatement?: (statement: Statement) => void;
};

type Aside = { key: string; sentence: string; show: (() => void) | undefined };

/** What the person has set aside, and what no warning is wanted of. It stays in sight, folded. */
export const SetAside = ({ report, language, judgement, onRecall, onToggle, onStatement }: Props) => {
  const { extraction } = report;
  const words = panelWordsIn(language);
  const said = findingWords(language, extraction);
  const places = new Map(statementsOf(report, language, judgement).map((one) => [one.key, one]));
  const shows = (finding: Finding): (() => void) | undefined => {
    if (finding.kind === 'identity') return onToggle && (() => onToggle(finding.check));
    const place = places.get(finding.key);
    return place && onStatement && (() => onStatement(place));
  };
  const list: Aside[] = findingsOf(report, judgement)
    .filter(isAside)
    .map((finding) => ({
      key: finding.key,
      sentence:
        finding.quote === undefined
          ? said.sentence(finding)
          : words.letter.statement(shownQuote(finding.quote), said.sentence(finding)),
      show: shows(finding),
    }));
  if (list.length === 0) return null;
  return (
    <details class="section set-aside">
      <summary>
        {words.asideTitle} <span class="count">{list.length}</span>
      </summary>
      <ul class="issues">
        {list.map(({ key, sentence, show }) => {
          const dismissal = judgement.dismissals[key];
          return (
            <li key={key}>
              <p>{sentence}</p>
              {!dismissal && <p class="aside">{words.quietRule}</p>}
              {show && (
                <button type="button" class="quiet" onClick={show}>
                  {words.show}
                </button>
              )}
              {dismissal && (
                <AsideNote dismissal={dismissal} language={language} onRecall={() => onRecall(key)} />
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
};
