import { departmentAccounts } from './department-accounts/form.ts';
import { disclosure2019 } from './disclosure/edition-2019.ts';
import { disclosure2021 } from './disclosure/edition-2021.ts';
import { fujianStatistics2014 } from './fujian-statistics-2014/form.ts';
import { type AnyForm, isClosedForm, isOpenForm, type OpenForm, type OpenTable } from './open-form.ts';
import { penalties2018 } from './penalties/edition-2018.ts';
import { penalties2021 } from './penalties/edition-2021.ts';
import { penalties2021Split } from './penalties/edition-2021-split.ts';
import type { Form } from './schema.ts';

/** Every form that is known. A form is added here and nowhere else. */
export const forms: readonly Form[] = [
  disclosure2019,
  disclosure2021,
  fujianStatistics2014,
  penalties2018,
  penalties2021,
  penalties2021Split,
];

/** Forms of sets of tables whose rows each body prints as it has them. */
export const openForms: readonly OpenForm[] = [departmentAccounts];

const knownOpen = new Map(openForms.map((form) => [form.id, form]));

/** What a form with open rows says under this name, `department-accounts.whole.balance`, and of which table; null: of several. */
export const openRuleOf = (
  rule: string,
): { form: OpenForm; table: OpenTable | null; words: { zh: string; en: string } } | null => {
  for (const form of knownOpen.values()) {
    const between = form.between.find(({ id }) => rule === `${form.id}.${id}`);
    if (between) return { form, table: null, words: between };
    for (const table of form.tables)
      for (const sum of table.sums)
        if (rule === `${form.id}.${table.id}.${sum.id}`) return { form, table, words: sum };
  }
  return null;
};

const known = new Map(forms.map((form) => [form.id, form]));

/** Lists of forms, so that the same forms are the same list: what is worked out for a list is worked out once. */
const lists = new Map<string, readonly Form[]>();

/**
 * Makes a person's own forms known, for as long as the program runs: by their ids they lend the words for what is read with them.
 * @returns the forms that ship and these, to be handed to whatever reads.
 */
export const withOwn = (own: readonly AnyForm[]): readonly Form[] => {
  for (const form of own) if (isOpenForm(form)) knownOpen.set(form.id, form);
  const closed = own.filter(isClosedForm);
  if (closed.length === 0) return forms;
  for (const form of closed) known.set(form.id, form);
  const key = JSON.stringify(closed);
  const list = lists.get(key) ?? [...forms, ...closed];
  lists.set(key, list);
  return list;
};

/** The forms with open rows that ship, and the person's own, made known before by `withOwn`. */
export const openWithOwn = (own: readonly AnyForm[]): readonly OpenForm[] => [
  ...openForms,
  ...own.filter(isOpenForm),
];

/** The form of that id, or null. */
export const formOf = (id: string): Form | null => known.get(id) ?? null;
