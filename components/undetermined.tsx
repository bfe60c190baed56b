import type { Check, Extraction } from '../parser/extraction.ts';
import { formOf } from '../parser/forms/registry.ts';
import type { Language } from '../parser/messages/words.ts';
import { wordsIn } from '../parser/messages/words-in.ts';
import { panelWordsIn } from './words-in.ts';

type Props = {
  extraction: Extraction;
  language: Language;
  /** The check whose cells are marked on the page. */
  shown: string | null;
  onToggle: (check: Check) => void;
};

/** Undetermined identities, one group for each reason. A group of many is folded. */
export const UndeterminedGroups = ({ extraction, language, shown, onToggle }: Props) => {
  const form = extraction.form ? formOf(extraction.form.id) : null;
  const about = wordsIn(language).about({ form, issues: extraction.issues });
  const words = panelWordsIn(language);
  return (
    <ul class="groups">
      {about.undetermined(extraction.checks).map(({ code, checks, text }) => (
        <li key={code}>
          <details open={checks.length <= fewest}>
            <summary>{text}</summary>
            {byIdentity(checks, about.identity).map(([identity, places]) => (
              <div key={identity}>
                <p class="identity">{identity}</p>
                <ul class="places" aria-label={identity}>
                  {places.map((check) => (
                    <li key={check.id}>
                      <button
                        type="button"
                        aria-pressed={shown === check.id}
                        title={words.show}
                        onClick={() => onToggle(check)}
                      >
                        {about.where(check)}
                      </button>
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </details>
        </li>
      ))}
    </ul>
  );
};

const fewest = 3;

const byIdentity = (checks: readonly Check[], identityOf: (check: Check) => string): [string, Check[]][] => {
  const groups = new Map<string, Check[]>();
  for (const check of checks) {
    const identity = identityOf(check);
    groups.set(identity, [...(groups.get(identity) ?? []), check]);
  }
  return [...groups];
};
