import type { Check } from '../parser/extraction.ts';
import { historySentence } from '../parser/messages/history-words.ts';
import { type Language, wordsIn } from '../parser/messages/words.ts';
import { AsideNote } from './aside-note.tsx';
import { checkKey, historyKey } from './dismissal.ts';
import { inOrder } from './history.tsx';
import { type Statement, statementsOf } from './statements.ts';
import { historyWarns, type Judgement, type Told, warns } from './tally.ts';
import { panelWordsIn } from './words.ts';

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
  const { extraction, history = [] } = report;
  const words = panelWordsIn(language);
  const about = wordsIn(language).about(extraction);
  const list: Aside[] = [
    ...extraction.checks
      .filter((check) => check.outcome === 'violated' && !warns(check, extraction, judgement))
      .map((check) => ({
        key: checkKey(check, extraction),
        sentence: about.equation(check),
        show: onToggle && (() => onToggle(check)),
      })),
    ...statementsOf(report, language, judgement)
      .filter((one) => one.outcome === 'violated' && !one.warns)
      .map((one) => ({
        key: one.key,
        sentence: words.letter.statement(one.place.quote, one.sentence),
        show: onStatement && (() => onStatement(one)),
      })),
    ...inOrder(history)
      .filter((found) => found.outcome === 'violated' && !historyWarns(found, judgement))
      .map((found) => ({
        key: historyKey(found),
        sentence: historySentence(found, language),
        show: undefined,
      })),
  ];
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
