type RefNames<T> = Map<string, T>;

const refs: RefNames<RefNames<RefNames<string>>> = new Map();

const within = <T>(names: RefNames<T>, name: string, make: () => T): T => {
  const known = names.get(name);
  if (known !== undefined) return known;
  const made = make();
  names.set(name, made);
  return made;
};

/**
 * The ref of a cell of a form: table, row and column, `requests.received_new.natural_person`. The same text each time: facts are looked
 * up by their refs everywhere, and texts put together anew for each report would be compared letter by letter.
 */
export const refOf = (table: string, row: string, column: string): string =>
  within(
    within(
      within(refs, table, () => new Map()),
      row,
      () => new Map(),
    ),
    column,
    () => `${table}.${row}.${column}`,
  );

/** The parts of a ref; '' for one that it lacks. */
type RefParts = { table: string; row: string; column: string };

const parts: RefNames<RefParts> = new Map();

/** A ref taken apart. */
export const refParts = (ref: string): RefParts =>
  within(parts, ref, () => {
    const [table = '', row = '', column = ''] = ref.split('.');
    return { table, row, column };
  });
