import { formDraft } from '../../parser/export/form-draft.ts';
import { type OpenFormDraft, openFormDraft } from '../../parser/export/open-form-draft.ts';
import { readOwnForm } from '../../parser/forms/own-form.ts';
import type { Language } from '../../parser/messages/words.ts';
import type { ExitCode } from '../exit.ts';
import type { Refusal } from '../runs/words.ts';
import { sourcesOf } from '../sources/sources.ts';
import { standardOutput } from '../standard-output.ts';
import { warn } from '../terminal.ts';
import { sayUnread, tabulated } from './tables.ts';
import { tableWordsIn } from './words-in.ts';

/** Rows that the form names, or leaves to who fills it in. */
type DraftedRows = 'named' | 'open';

/** Codes may follow another scheme than forms with open rows know: a draft that its own page does not follow is none. */
const readsItsPage = async (
  draft: OpenFormDraft,
  page: Parameters<typeof tabulated>[0],
): Promise<boolean> => {
  const read = readOwnForm(draft, []);
  if ('problems' in read) return false;
  const { tables } = await tabulated(page, [read.form]);
  const followed = tables.filter(({ relations }) => relations.some(({ cue }) => cue === 'form'));
  return followed.length >= draft.tables.filter(({ sums }) => sums.length > 0).length && followed.length > 0;
};

/** `gouji form draft PAGE`: the JSON of a form from the tables of a page, for a person to go on with. */
export const draftForm = async (
  path: string,
  { table, rows }: { table?: number; rows?: DraftedRows },
  language: Language,
): Promise<ExitCode | Refusal> => {
  for await (const found of sourcesOf({ paths: [path] }, () => process.stdin)) {
    if (found.kind === 'passed_over') continue;
    const tabulation = await tabulated(found);
    const wanted = table === undefined ? null : table - 1;
    const open = rows === 'named' ? null : openFormDraft(tabulation, wanted);
    const draft =
      open !== null && (await readsItsPage(open, found))
        ? open
        : rows === 'open'
          ? null
          : formDraft(tabulation, wanted);
    if (draft === null) {
      sayUnread(tabulation, language);
      const { nothingToDraft, nothingOpen } = tableWordsIn(language);
      warn(`${path}: ${rows === 'open' ? nothingOpen : nothingToDraft}`);
      return 2;
    }
    await standardOutput.write(new TextEncoder().encode(`${JSON.stringify(draft, null, 2)}\n`));
    return 0;
  }
  return { code: 'no_source' };
};
