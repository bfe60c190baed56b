import type { Extraction } from '../parser/extraction.ts';
import { formOf } from '../parser/forms/registry.ts';
import type { Issue } from '../parser/issue.ts';
import type { Language } from '../parser/messages/words.ts';
import { wordsIn } from '../parser/messages/words-in.ts';
import { severity } from '../parser/severity.ts';
import { panelWordsIn } from './words-in.ts';

type Props = { extraction: Extraction; language: Language };

/** What was not read, and why; below it, folded, how the rest was read. */
export const IssueList = ({ extraction, language }: Props) => {
  const words = panelWordsIn(language);
  const unread = extraction.issues.filter(({ code }) => severity[code] === 'unread');
  const notes = extraction.issues.filter(({ code }) => severity[code] === 'note');
  return (
    <>
      {unread.length > 0 && (
        <section class="section">
          <h3>
            {words.unreadIssues} <span class="count">{unread.length}</span>
          </h3>
          <Sentences issues={unread} extraction={extraction} language={language} />
        </section>
      )}
      {notes.length > 0 && (
        <details class="section notes">
          <summary>
            {words.notes} <span class="count">{notes.length}</span>
          </summary>
          <Sentences issues={notes} extraction={extraction} language={language} />
        </details>
      )}
    </>
  );
};

const Sentences = ({ issues, extraction, language }: Props & { issues: readonly Issue[] }) => {
  const form = extraction.form ? formOf(extraction.form.id) : null;
  const about = wordsIn(language).about({ form, issues: extraction.issues });
  return (
    <ul class="issues">
      {issues.map((issue) => (
        <li key={JSON.stringify(issue)}>{about.issue(issue)}</li>
      ))}
    </ul>
  );
};
