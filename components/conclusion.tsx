import type { Check, Diagnosis, Extraction } from '../parser/extraction.ts';
import { namesOf } from '../parser/messages/names.ts';
import { type Language, wordsIn } from '../parser/messages/words.ts';
import { OutcomeBar } from './charts/outcome-bar.tsx';
import { Diagnoses } from './diagnosis.tsx';
import { Dismiss } from './dismiss.tsx';
import { checkKey, type DismissalReason } from './dismissal.ts';
import { Finding } from './finding.tsx';
import { History } from './history.tsx';
import { IssueList } from './issue-list.tsx';
import { KeyFigureTiles } from './key-figures.tsx';
import { Letter } from './letter.tsx';
import { SetAside } from './set-aside.tsx';
import type { PanelReader } from './settings.ts';
import { StatementItem } from './statement.tsx';
import { type Statement, statementsOf } from './statements.ts';
import { claimWarns, findingWarns, type Judgement, type Told, warns } from './tally.ts';
import { UndeterminedGroups } from './undetermined.tsx';
import { VerdictBanner } from './verdict.tsx';
import { panelWordsIn } from './words.ts';

type Props = {
  report: Told;
  language: Language;
  reader: PanelReader;
  judgement: Judgement;
  /** Key of what is marked on the page: a check's id, a diagnosis or a statement. */
  shown: string | null;
  onToggle: (check: Check) => void;
  onGuess: (key: string, alternative: Diagnosis['alternatives'][number]) => void;
  onStatement: (statement: Statement) => void;
  /** The key of a finding, as `dismissal.ts` forms it. */
  onDismiss: (key: string, reason: DismissalReason) => void;
  onRecall: (key: string) => void;
  onReader: (reader: PanelReader) => void;
  onCopyLetter: (text: string) => void;
  onProse: () => void;
};

/** The verdict, the figures one looks for, then only what needs a look: which cell is likely wrong, and what does not hold. */
export const Conclusion = (props: Props) => {
  const { report, language, reader, judgement, shown } = props;
  const { extraction, findings = [], history = [] } = report;
  const words = panelWordsIn(language);
  const violated = extraction.checks.filter((check) => warns(check, extraction, judgement));
  const undetermined = extraction.checks.filter(({ outcome }) => outcome === 'undetermined');
  const contradicted = extraction.claims.filter((claim) => claimWarns(claim, extraction, judgement));
  const inconsistent = findings.filter((found) => findingWarns(found, extraction, judgement));
  const said = statementsOf(report, language, judgement).filter((statement) => statement.warns);
  // A diagnosis of nothing but what was set aside would raise the matter again.
  const standing = extraction.diagnoses.filter(({ explains }) =>
    violated.some(({ id }) => explains.includes(id)),
  );
  const compiling = reader === 'compiling';
  return (
    <>
      <VerdictBanner report={report} language={language} judgement={judgement} />
      <fieldset class="readers">
        <legend class="unseen">{words.readAs}</legend>
        {(['reading', 'compiling'] as const).map((one) => (
          <button key={one} type="button" aria-pressed={reader === one} onClick={() => props.onReader(one)}>
            {words.reader[one]}
          </button>
        ))}
      </fieldset>
      {!compiling && <Figures extraction={extraction} language={language} />}
      <Diagnoses
        extraction={{ ...extraction, diagnoses: standing }}
        language={language}
        shown={shown}
        onToggle={props.onGuess}
      />
      {compiling && violated.length + said.length > 0 && (
        <Letter
          extraction={extraction}
          diagnoses={standing}
          violated={violated}
          contradicted={contradicted}
          inconsistent={inconsistent}
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
                        onDismiss={(reason) => props.onDismiss(checkKey(check, extraction), reason)}
                      />
                    )}
                  </Finding>
                ))}
              </ul>
            </div>
          ))}
        </section>
      )}
      <Statements {...props} name="contradicted" said={said.filter(({ against }) => against === 'tables')} />
      <Statements {...props} name="inconsistent" said={said.filter(({ against }) => against === 'itself')} />
      {said.length > 0 && (
        <button type="button" class="link see-prose" onClick={props.onProse}>
          {words.seeProse}
        </button>
      )}
      <History
        extraction={extraction}
        history={history}
        language={language}
        judgement={judgement}
        onDismiss={props.onDismiss}
      />
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
      {compiling && <Figures extraction={extraction} language={language} />}
      <IssueList extraction={extraction} language={language} />
    </>
  );
};

/** What the year comes to, as figures and as a picture. */
const Figures = ({ extraction, language }: Pick<Props, 'language'> & { extraction: Extraction }) => {
  const words = panelWordsIn(language);
  if (!extraction.form) return null;
  return (
    <>
      <KeyFigureTiles extraction={extraction} language={language} />
      <section class="section outcomes">
        <OutcomeBar
          extraction={extraction}
          title={words.outcomes}
          asTable={words.asTable}
          language={language}
        />
      </section>
    </>
  );
};

type StatementsProps = Props & { name: 'contradicted' | 'inconsistent'; said: readonly Statement[] };

/** What the text says against the tables, or against itself. */
const Statements = ({ name, said, report, ...props }: StatementsProps) =>
  said.length === 0 ? null : (
    <section class="section claims">
      <h3>
        {panelWordsIn(props.language).claims[name]} <span class="count is-wrong">{said.length}</span>
      </h3>
      <ul>
        {said.map((statement) => (
          <StatementItem
            key={statement.shownAs}
            {...props}
            extraction={report.extraction}
            statement={statement}
          />
        ))}
      </ul>
    </section>
  );

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
