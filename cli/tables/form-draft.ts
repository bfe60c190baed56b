import { formDraft } from '../../parser/export/form-draft.ts';
import type { Language } from '../../parser/messages/words.ts';
import type { ExitCode } from '../exit.ts';
import type { Refusal } from '../runs/run-phrases.ts';
import { sourcesOf } from '../sources/sources.ts';
import { standardOutput } from '../standard-output.ts';
import { warn } from '../terminal.ts';
import { tablePhrasesIn } from './phrases.ts';
import { sayUnread, tabulated } from './tables.ts';

/** `gouji form draft PAGE`: the JSON of a form from the tables of a page, for a person to go on with. */
export const draftForm = async (
  path: string,
  { table }: { table?: number },
  language: Language,
): Promise<ExitCode | Refusal> => {
  for await (const found of sourcesOf({ paths: [path] }, () => process.stdin)) {
    if (found.kind === 'passed_over') continue;
    const tabulation = await tabulated(found);
    const draft = formDraft(tabulation, table === undefined ? null : table - 1);
    if (draft === null) {
      sayUnread(tabulation, language);
      warn(`${path}: ${tablePhrasesIn(language).nothingToDraft}`);
      return 2;
    }
    await standardOutput.write(new TextEncoder().encode(`${JSON.stringify(draft, null, 2)}\n`));
    return 0;
  }
  return { code: 'no_source' };
};
