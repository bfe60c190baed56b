import type { Check, Extraction } from '../parser/extraction.ts';
import { formOf } from '../parser/forms/registry.ts';
import { type Language, wordsIn } from '../parser/messages/words.ts';

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
  return (
    <ul class="groups">
      {about.undetermined(extraction.checks).map(({ code, checks, text }) => (
        <li key={code}>
          <details open={checks.length <= fewest}>
            <summary>{text}</summary>
            <ul class="places">
              {checks.map((check) => (
                <li key={check.id}>
                  <button
                    type="button"
                    aria-pressed={shown === check.id}
                    aria-label={`${about.where(check)} ${about.identity(check)}`}
                    title={about.identity(check)}
                    onClick={() => onToggle(check)}
                  >
                    {about.where(check)}
                  </button>
                </li>
              ))}
            </ul>
          </details>
        </li>
      ))}
    </ul>
  );
};

const fewest = 3;
