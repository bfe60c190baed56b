import { rulesIn } from '../../parser/messages/rules.ts';
import type { Language } from '../../parser/messages/words.ts';
import { pageWordsIn } from '../words-in.ts';
import type { SetProps } from './set-props.ts';

/** Which rules count for the verdict. */
export const Warnings = ({ settings, language, change }: SetProps) => {
  const words = pageWordsIn(language).options;
  return (
    <fieldset>
      <legend>{words.warnings}</legend>
      <p class="note">{words.warningsNote}</p>
      {rules(language).map(({ id, text }) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={!settings.quiet.includes(id)}
            onChange={(event) =>
              change({
                quiet: event.currentTarget.checked
                  ? settings.quiet.filter((one) => one !== id)
                  : [...settings.quiet, id],
              })
            }
          />{' '}
          {text} <code>{id}</code>
        </label>
      ))}
    </fieldset>
  );
};

/** Rules between the reports of many bodies: the command compares them, a single page cannot. */
const beyondPage: ReadonlySet<string> = new Set(['departments.sum']);

/** Every rule that can raise a warning, each once: several forms print some of them alike. */
const rules = (language: Language): { id: string; text: string }[] => {
  const found = new Map(
    rulesIn(language)
      .filter(({ id }) => !beyondPage.has(id))
      .map(({ id, relation }) => [id, relation]),
  );
  return Array.from(found, ([id, text]) => ({ id, text }));
};
