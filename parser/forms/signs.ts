import type { Form } from './schema.ts';

/** Made once for each list of forms. */
const known = new WeakMap<readonly Form[], readonly string[] | null>();

/** Characters of which every page with one of the forms prints at least one; null where a form names none. */
export const signsOf = (forms: readonly Form[]): readonly string[] | null => {
  const before = known.get(forms);
  if (before !== undefined) return before;
  const signs = forms.some((form) => form.signs === null)
    ? null
    : [...new Set(forms.flatMap((form) => [...(form.signs?.characters ?? '')]))];
  known.set(forms, signs);
  return signs;
};
