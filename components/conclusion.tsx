import type { Check, Diagnosis, Extraction } from '../parser/extraction.ts';
import { namesOf } from '../parser/messages/names.ts';
import { type Language, wordsIn } from '../parser/messages/words.ts';
import { Diagnoses } from './diagnosis.tsx';
import { Dismiss } from './dismiss.tsx';
import { checkKey, type DismissalReason } from './dismissal.ts';
import { Finding } from './finding.tsx';
import { IssueList } from './issue-list.tsx';
import { KeyFigureTiles } from './key-figures.tsx';
import { Letter } from './letter.tsx';
import type { PanelReader } from './settings.ts';
import { claimWarns, type Judgement, warns } from './tally.ts';
import { UndeterminedGroups } from './undetermined.tsx';
import { VerdictBanner } from './verdict.tsx';
import { panelWordsIn } from './words.ts';

export type ConclusionProps = {
  extraction: Extraction;
  language: Language;
  reader: PanelReader;
  judgement: Judgement;
  /** Key of what is marked on the page: a check's id or a diagnosis. */
  shown: string | null;
  onToggle: (check: Check) => void;
  onGuess: (key: string, alternative: Diagnosis['alternatives'][number]) => void;
  onDismiss: (check: Check, reason: DismissalReason) => void;
  onRecall: (check: Check) => void;
  onReader: (reader: PanelReader) => void;
  onCopyLetter: (text: string) => void;
  onProse: () => void;
};

/** The verdict, the figures one looks for, then only what needs a look: which cell is likely wrong, and what does not hold. */
export const Conclusion = (props: ConclusionProps) => {
  const { extraction, language, reader, judgement, shown } = props;
  const words = panelWordsIn(language);
  const violated = extraction.checks.filter((check) => warns(check, extraction, judgement));
  const undetermined = extraction.checks.filter(({ outcome }) => outcome === 'undetermined');
  const contradicted = extraction.claims.filter((claim) => claimWarns(claim, extraction, judgement));
  // A diagnosis of nothing but what was set aside would raise the matter again.
  const standing = extraction.diagnoses.filter(({ explains }) =>
    violated.some(({ id }) => explains.includes(id)),
  );
  const compiling = reader === 'compiling';
  return (
    <>
      <VerdictBanner extraction={extraction} language={language} judgement={judgement} />
      <fieldset class="readers">
        <legend class="unseen">{words.readAs}</legend>
        {(['reading', 'compiling'] as const).map((one) => (
          <button key={one} type="button" aria-pressed={reader === one} onClick={() => props.onReader(one)}>
            {words.reader[one]}
          </button>
        ))}
      </fieldset>
      {!compiling && extraction.form && <KeyFigureTiles extraction={extraction} language={language} />}
      <Diagnoses
        extraction={{ ...extraction, diagnoses: standing }}
        language={language}
        shown={shown}
        onToggle={props.onGuess}
      />
      {compiling && (violated.length > 0 || contradicted.length > 0) && (
        <Letter
          extraction={extraction}
          diagnoses={standing}
          violated={violated}
          contradicted={contradicted}
          language={language}
          onCopy={props.onCopyLetter}
        />
      )}
      {violated.length > 0 && (
        <section class="section">
          <h3>
            {words.violated} <span class="count is-wrong">{violated.length}</span>
          </h3>
          {byTable(violated, extraction).map(({ title, checks }) => (
            <div key={title}>
              <h4>{title}</h4>
              <ul class="findings">
                {checks.map((check) => (
                  <Finding
                    key={check.id}
                    check={check}
                    extraction={extraction}
                    language={language}
                    shown={shown === check.id}
                    onToggle={() => props.onToggle(check)}
                  >
                    {shown === check.id && (
                      <Dismiss
                        language={language}
                        about={wordsIn(language).about(extraction).where(check)}
                        onDismiss={(reason) => props.onDismiss(check, reason)}
                      />
                    )}
                  </Finding>
                ))}
              </ul>
            </div>
          ))}
        </section>
      )}
      {contradicted.length > 0 && (
        <section class="section">
          <h3>
            {words.claims.contradicted} <span class="count is-wrong">{contradicted.length}</span>
          </h3>
          <button type="button" class="link" onClick={props.onProse}>
            {words.seeProse}
          </button>
        </section>
      )}
      {undetermined.length > 0 && (
        <section class="section">
          <h3>
            {words.undetermined} <span class="count is-open">{undetermined.length}</span>
          </h3>
          <UndeterminedGroups
            extraction={extraction}
            language={language}
            shown={shown}
            onToggle={props.onToggle}
          />
        </section>
      )}
      <SetAside {...props} />
      {compiling && extraction.form && <KeyFigureTiles extraction={extraction} language={language} />}
      <IssueList extraction={extraction} language={language} />
    </>
  );
};

/** What the person has set aside, and what no warning is wanted of. It stays in sight, folded. */
const SetAside = ({ extraction, language, judgement, onToggle, onRecall }: ConclusionProps) => {
  const words = panelWordsIn(language);
  const about = wordsIn(language).about(extraction);
  const aside = extraction.checks.filter(
    (check) => check.outcome === 'violated' && !warns(check, extraction, judgement),
  );
  if (aside.length === 0) return null;
  return (
    <details class="section set-aside">
      <summary>
        {words.asideTitle} <span class="count">{aside.length}</span>
      </summary>
      <ul class="issues">
        {aside.map((check) => {
          const dismissal = judgement.dismissals[checkKey(check, extraction)];
          return (
            <li key={check.id}>
              <p>{about.equation(check)}</p>
              <p class="aside">
                {dismissal
                  ? words.dismissedAs(words.dismissalReason[dismissal.reason], dismissal.at.slice(0, 10))
                  : words.quietRule}
              </p>
              <button type="button" class="quiet" onClick={() => onToggle(check)}>
                {words.show}
              </button>
              {dismissal && (
                <button type="button" class="quiet" onClick={() => onRecall(check)}>
                  {words.recall}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
};

/** Checks under the titles of their tables, in the order of the form. */
const byTable = (checks: readonly Check[], extraction: Extraction): { title: string; checks: Check[] }[] => {
  const names = namesOf(extraction);
  const groups = new Map<string, Check[]>();
  for (const check of checks) {
    const { identity } = names.identity(check.id);
    const title = identity ? names.table(identity.table) : '';
    groups.set(title, [...(groups.get(title) ?? []), check]);
  }
  return Array.from(groups, ([title, group]) => ({ title, checks: group }));
};
