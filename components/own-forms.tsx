import { useState } from 'preact/hooks';
import { formProblemSentence } from '../parser/messages/form-problems.ts';
import type { Language } from '../parser/messages/words.ts';
import type { OwnForm, OwnFormRefused } from './own-form.ts';
import { pageWordsIn } from './words-in.ts';

export type OwnFormsProps = {
  forms: readonly OwnForm[];
  /** Takes the text of a file; answers why it is not taken, null where it is. */
  onImport: (text: string) => Promise<OwnFormRefused | null>;
  onRemove: (text: string) => void;
};

/** How many problems of a form are told at once. */
const mostTold = 12;

/** The forms that a person has written: import, list, remove. */
export const OwnForms = ({ forms, language, onImport, onRemove }: OwnFormsProps & { language: Language }) => {
  const words = pageWordsIn(language).options.forms;
  const [told, setTold] = useState<string[]>([]);
  const [failed, setFailed] = useState(false);
  const take = async (files: readonly File[]): Promise<void> => {
    const lines: string[] = [];
    let refused = false;
    for (const file of files) {
      const why = await onImport(await file.text());
      refused ||= why !== null;
      lines.push(...(why === null ? [words.imported(file.name)] : toldOf(file.name, why)));
    }
    setFailed(refused);
    setTold(lines);
  };
  const toldOf = (name: string, why: OwnFormRefused): string[] => {
    if ('why' in why) return [words.refused(name, words.why[why.why])];
    const sentences = why.problems.map((problem) => formProblemSentence(problem, language));
    const rest = sentences.length - mostTold;
    return [
      words.refused(name, ''),
      ...sentences.slice(0, mostTold),
      ...(rest > 0 ? [words.moreProblems(rest)] : []),
    ];
  };
  return (
    <section class="own-forms">
      <h2>{words.title}</h2>
      <p class="note">{words.note}</p>
      {forms.length > 0 && (
        <ul>
          {forms.map(({ text, id, title, problems }) => (
            <li key={text}>
              <span>
                {title} <code>{id}</code>
                {problems && <small>{words.unreadable}</small>}
              </span>
              <button type="button" class="danger" onClick={() => onRemove(text)}>
                {words.remove} <span class="unseen">{title}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <label class="file">
        {words.choose}{' '}
        <input
          type="file"
          accept=".json,application/json"
          multiple
          onChange={(event) => {
            const input = event.currentTarget;
            const files = [...(input.files ?? [])];
            void take(files).then(() => {
              input.value = '';
            });
          }}
        />
      </label>
      <div role={failed ? 'alert' : 'status'}>
        {told.map((line) => (
          <p key={line} class={failed ? 'wrong' : 'note'}>
            {line}
          </p>
        ))}
      </div>
    </section>
  );
};
