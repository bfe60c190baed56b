import type { Check, Diagnosis, Extraction } from '../parser/extraction.ts';
import { findingsOf, isRaised, type Told } from '../parser/findings/finding.ts';
import type { DismissalReason, Judgement } from '../parser/findings/judgement.ts';
import { checkKey } from '../parser/findings/key.ts';
import { namesOf } from '../parser/messages/names.ts';
import type { Language } from '../parser/messages/words.ts';
import { wordsIn } from '../parser/messages/words-in.ts';
import { OutcomeBar } from './charts/outcome-bar.tsx';
import { Diagnoses } from './diagnosis.tsx';
import { Dismiss } from './dismiss.tsx';
import { Finding } from './finding.tsx';
import { History } from './history.tsx';
import { IssueList } from './issue-list.tsx';
import { KeyFigureTiles } from './key-figures.tsx';
import { Letter } from './letter.tsx';
import { fits, SearchField } from './search.tsx';
import { SetAside } from './set-aside.tsx';
import type { PanelReader } from './settings.ts';
import { StatementItem } from './statement.tsx';
import { type Statement, statementsOf } from './statements.ts';
import { UndeterminedGroups } from './undetermined.tsx';
import { VerdictBanner } from './verdict.tsx';
import { panelWordsIn } from './words-in.ts';

type Props = {
  report: Told;
  language: Language;
  reader: PanelReader;
  judgement: Judgement;
  /** Words that what is listed must hold; none lists all. */
  query: string;
  onQuery: (query: string) => void;
  /** Key of what is marked on the page: a check's id, a diagnosis or a statement. */
  shown: string | null;
  onToggle: (check: Check) => void;
  onGuess: (key: string, alternative: Diagnosis['alternatives'][number]) => void;
  onStatement: (statement: Statement) => void;
  /** The key of a finding, as `parser/findings/key.ts` forms it. */
  onDismiss: (key: string, reason: DismissalReason) => void;
  onRecall: (key: string) => void;
  onReader: (reader: PanelReader) => void;
  onCopyLetter: (text: string) => void;
  onProse: () => void;
};

/** What is listed and can be marked, in the order in which it is listed. */
export type Listed = { check: Check } | { statement: Statement };

/** All that a report is warned of and that has a place on the page: its identities, table after table, then its text. */
export const listedIn = (report: Told, language: Language, judgement: Judgement): Listed[] => {
  const { extraction } = report;
  const violated = findingsOf(report, judgement)
    .filter(isRaised)
    .flatMap((finding) => (finding.kind === 'identity' ? finding.check : []));
  const said = statementsOf(report, language, judgement).filter(({ warns }) => warns);
  return [
    ...byTable(violated, extraction).flatMap(({ checks }) => checks.map((check) => ({ check }))),
    ...['tables', 'itself'].flatMap((whom) =>
      said.filter(({ against }) => against === whom).map((statement) => ({ statement })),
    ),
  ];
};

/** More than this, and a field to search in them is worth its room. */
const many = 5;

/** What a report is warned of and what stays open, as far as the query finds it. */
const foundIn = ({ report, language, judgement, query }: Props) => {
  const { extraction } = report;
  const about = wordsIn(language).about(extraction);
  const named = (check: Check): boolean =>
    fits(query, check.id, about.where(check), about.identity(check), about.equation(check));
  const listed = listedIn(report, language, judgement);
  const open = extraction.checks.filter(({ outcome }) => outcome === 'undetermined');
  const violated = listed.flatMap((one) => ('check' in one && named(one.check) ? one.check : []));
  return {
    /** Of all, whatever the query. */
    count: listed.length + open.length,
    violated,
    undetermined: open.filter(named),
    said: listed.flatMap((one) =>
      'statement' in one && fits(query, one.statement.place.quote, one.statement.sentence)
        ? one.statement
        : [],
    ),
    // A diagnosis of nothing but what was set aside would raise the matter again.
    standing: extraction.diagnoses.filter(({ explains }) => violated.some(({ id }) => explains.includes(id))),
  };
};

/** The verdict, then what needs a look: which cell is likely wrong, and what does not hold; then the figures one looks for. */
export const Conclusion = (props: Props) => {
  const { report, language, reader, judgement, shown, query } = props;
  const { extraction, history = [] } = report;
  const words = panelWordsIn(language);
  const { count, violated, undetermined, said, standing } = foundIn(props);
  const compiling = reader === 'compiling';
  return (
    <>
      <VerdictBanner report={report} language={language} judgement={judgement} />
      <Readers reader={reader} language={language} onReader={props.onReader} />
      {(count > many || query !== '') && (
        <SearchField query={query} language={language} onQuery={props.onQuery} />
      )}
      {query !== '' && violated.length + said.length + undetermined.length === 0 && (
        <p class="empty">{words.nothingFits}</p>
      )}
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
          findings={findingsOf(report, judgement).filter((one) => isRaised(one) && one.kind !== 'history')}
          language={language}
          onCopy={props.onCopyLetter}
        />
      )}
      <Violated {...props} checks={violated} />
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
      {!compiling && <Figures extraction={extraction} language={language} />}
      <Undetermined {...props} checks={undetermined} />
      <SetAside {...props} />
      {compiling && <Figures extraction={extraction} language={language} />}
      <IssueList extraction={extraction} language={language} />
    </>
  );
};

/** For whom the panel speaks, to choose. */
const Readers = ({ reader, language, onReader }: Pick<Props, 'reader' | 'language' | 'onReader'>) => {
  const words = panelWordsIn(language);
  return (
    <fieldset class="readers">
      <legend class="unseen">{words.readAs}</legend>
      {(['reading', 'compiling'] as const).map((one) => (
        <button key={one} type="button" aria-pressed={reader === one} onClick={() => onReader(one)}>
          {words.reader[one]}
        </button>
      ))}
    </fieldset>
  );
};

type ChecksProps = Props & { checks: Check[] };

/** The identities that do not hold, table after table. */
const Violated = ({ checks: violated, report, language, shown, onToggle, onDismiss }: ChecksProps) => {
  const words = panelWordsIn(language);
  const { extraction } = report;
  const about = wordsIn(language).about(extraction);
  return violated.length === 0 ? null : (
    <section class="section">
      <h3>
        {words.violated} <span class="count is-violated">{violated.length}</span>
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
                onToggle={() => onToggle(check)}
              >
                {shown === check.id && (
                  <Dismiss
                    language={language}
                    about={about.where(check)}
                    onDismiss={(reason) => onDismiss(checkKey(check, extraction), reason)}
                  />
                )}
              </Finding>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
};

/** Those of which it is open whether they hold. */
const Undetermined = ({ checks: undetermined, report, language, shown, onToggle }: ChecksProps) => {
  const words = panelWordsIn(language);
  return undetermined.length === 0 ? null : (
    <section class="section">
      <h3>
        {words.undetermined} <span class="count is-open">{undetermined.length}</span>
      </h3>
      <UndeterminedGroups
        extraction={{ ...report.extraction, checks: undetermined }}
        language={language}
        shown={shown}
        onToggle={onToggle}
      />
    </section>
  );
};

/** What the year comes to, as figures and as a picture. */
const Figures = ({ extraction, language }: Pick<Props, 'language'> & { extraction: Extraction }) => {
  const words = panelWordsIn(language);
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
        {panelWordsIn(props.language).claims[name]} <span class="count is-violated">{said.length}</span>
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
