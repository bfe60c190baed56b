import { readFile } from 'node:fs/promises';
import type { AnyForm } from '../parser/forms/open-form.ts';
import { type FormProblem, readOwnForm } from '../parser/forms/own-form.ts';
import { openForms, forms as shipped } from '../parser/forms/registry.ts';

/** Why the forms that a command line names cannot be used. Data; `runs/words.ts` has the words. */
export type FormRefusal =
  | { code: 'form_not_read'; path: string; detail: string }
  | { code: 'form_wrong'; path: string; problems: FormProblem[] };

/** The forms that a person has written: `--form FILE`, each a JSON file as docs/forms.md shows it. */
export const ownForms = async (paths: readonly string[]): Promise<AnyForm[] | FormRefusal> => {
  const own: AnyForm[] = [];
  for (const path of paths) {
    let json: unknown;
    try {
      json = JSON.parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, ''));
    } catch (error) {
      return { code: 'form_not_read', path, detail: error instanceof Error ? error.message : String(error) };
    }
    const read = readOwnForm(
      json,
      [...shipped, ...openForms, ...own].map(({ id }) => id),
    );
    if ('problems' in read) return { code: 'form_wrong', path, problems: read.problems };
    own.push(read.form);
  }
  return own;
};
