import type { Check, Extraction } from '../parser/extraction.ts';
import { formOf } from '../parser/forms/registry.ts';
import { namesOf } from '../parser/messages/names.ts';
import { type Language, wordsIn } from '../parser/messages/words.ts';
import { Finding } from './finding.tsx';
import { IssueList } from './issue-list.tsx';
import { KeyFigureTiles } from './key-figures.tsx';
import { UndeterminedGroups } from './undetermined.tsx';
import { VerdictBanner } from './verdict.tsx';
import { panelWordsIn } from './words.ts';

type Props = {
  extraction: Extraction;
  language: Language;
  /** Id of the check whose cells are marked on the page. */
  shown: string | null;
  onToggle: (check: Check) => void;
};

/** One report: the verdict, the figures one looks for, then only what needs a look. */
export const ReportView = ({ extraction, language, shown, onToggle }: Props) => {
  const words = panelWordsIn(language);
  const violated = extraction.checks.filter(({ outcome }) => outcome === 'violated');
  const undetermined = extraction.checks.filter(({ outcome }) => outcome === 'undetermined');
  return (
    <>
      <VerdictBanner extraction={extraction} language={language} />
      {extraction.form && <KeyFigureTiles extraction={extraction} language={language} />}
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
                    onToggle={() => onToggle(check)}
                  />
                ))}
              </ul>
            </div>
          ))}
        </section>
      )}
      {undetermined.length > 0 && (
        <section class="section">
          <h3>
            {words.undetermined} <span class="count is-open">{undetermined.length}</span>
          </h3>
          <UndeterminedGroups extraction={extraction} language={language} shown={shown} onToggle={onToggle} />
        </section>
      )}
      <IssueList extraction={extraction} language={language} />
    </>
  );
};

/** What the report says it is: authority, year, form, and how much of the form was read. */
export const ReportTitle = ({
  extraction,
  language,
  id,
}: {
  extraction: Extraction;
  language: Language;
  id: string;
}) => {
  const { ui } = wordsIn(language);
  const { authority, year, form, coverage } = extraction;
  return (
    <div class="title">
      <h2 id={id} tabIndex={-1} title={authority?.evidence}>
        {authority?.value ?? `${ui.authority}${ui.unknown}`}
      </h2>
      <p>
        <span class="year" title={year?.evidence}>
          {year ? ui.yearValue(year.value) : `${ui.year}${ui.unknown}`}
        </span>
        {form && <span>{ui.formValue(form)}</span>}
      </p>
      <p class="coverage">
        {ui.coverage} <b>{ui.coverageValue(coverage)}</b>
        <progress max={Math.max(coverage.expected, 1)} value={coverage.read} aria-hidden="true" />
      </p>
    </div>
  );
};

/** Checks under the titles of their tables, in the order of the form. */
const byTable = (
  checks: readonly Check[],
  { form, issues }: Extraction,
): { title: string; checks: Check[] }[] => {
  const names = namesOf({ form: form ? formOf(form.id) : null, issues });
  const groups = new Map<string, Check[]>();
  for (const check of checks) {
    const { identity } = names.identity(check.id);
    const title = identity ? names.table(identity.table) : '';
    groups.set(title, [...(groups.get(title) ?? []), check]);
  }
  return Array.from(groups, ([title, group]) => ({ title, checks: group }));
};
