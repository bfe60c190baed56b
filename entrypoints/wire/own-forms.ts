import { storage } from 'wxt/utils/storage';
import * as z from 'zod';
import type { OwnForm, OwnFormRefused } from '../../components/own-form.ts';
import type { AnyForm } from '../../parser/forms/open-form.ts';
import { readOwnForm } from '../../parser/forms/own-form.ts';
import { openForms, forms as shippedForms } from '../../parser/forms/registry.ts';

/**
 * The forms that a person has written, as they stand in the file that was imported: they are read anew each time, so that a later version of
 * this program finds in them what it needs, or says what is missing. Written by the options page only.
 */

/** So many forms, and no larger ones: the browser lends a few megabytes. */
const mostForms = 50;
const mostCharacters = 200_000;

const storedSchema = z.array(z.string().max(mostCharacters)).max(mostForms);

const shipped = [...shippedForms, ...openForms];

const item = storage.defineItem<unknown>('local:forms', { fallback: null, version: 1 });

/** With the form itself, where this version can read it. */
type ListedForm = OwnForm & { form: AnyForm | null };

const nameSchema = z
  .object({ id: z.string().catch(''), title: z.string().catch('') })
  .catch({ id: '', title: '' });

const readText = (text: string, taken: readonly string[]): ListedForm => {
  const json: unknown = JSON.parse(text);
  const read = readOwnForm(json, taken);
  if ('problems' in read) return { text, ...nameSchema.parse(json), form: null, problems: read.problems };
  const { form } = read;
  return { text, id: form.id, title: form.title, form, problems: null };
};

/** All that are kept, in the order of their import. */
export const listOwnForms = async (): Promise<ListedForm[]> => {
  const stored = storedSchema.safeParse(await item.getValue()).data ?? [];
  const taken = shipped.map(({ id }) => id);
  return stored.map((text) => {
    const own = readText(text, taken);
    if (own.form) taken.push(own.id);
    return own;
  });
};

/** Those that can be read, to be handed to `withOwn`. */
export const readOwnForms = async (): Promise<AnyForm[]> =>
  (await listOwnForms()).flatMap(({ form }) => form ?? []);

/** Takes the text of a file. One of the person's own with the same id is replaced. */
export const importOwnForm = async (text: string): Promise<OwnFormRefused | null> => {
  if (text.length > mostCharacters) return { why: 'too_large' };
  const bare = text.replace(/^\uFEFF/, '');
  const others = await listOwnForms();
  let own: ListedForm;
  try {
    own = readText(
      bare,
      shipped.map(({ id }) => id),
    );
  } catch {
    return { why: 'no_json' };
  }
  if (own.problems) return { problems: own.problems };
  const kept = others.filter(({ id }) => id !== own.id);
  if (kept.length >= mostForms) return { why: 'too_many' };
  await item.setValue([...kept.map((one) => one.text), bare]);
  return null;
};

/** @param text of the form, as the list gives it. */
export const removeOwnForm = async (text: string): Promise<void> => {
  const others = (await listOwnForms()).filter((own) => own.text !== text);
  await item.setValue(others.map((own) => own.text));
};
