import type { Check, Fact } from '../extraction.ts';
import type { Form, FormRow, FormTable, Identity } from '../forms/schema.ts';
import { difference as differenceOf, sum } from '../text/decimal.ts';
import { refOf, refParts } from '../text/ref.ts';
import type { Doubts } from './doubts.ts';

type Term = { readonly ref: string; readonly weight: 1 | -1 };

type Instance = {
  id: string;
  table: string;
  over: Identity['over'];
  terms: readonly Term[];
  /** The one cell that is the total of the others, where there is one. */
  total: string | null;
};

/** Rows that take no part in sums: of a row and those it may stand in for, those that are not printed. */
const leftOutOf = (table: FormTable, printed: ReadonlySet<string>): Set<string> => {
  const left = new Set<string>();
  for (const row of table.bands.flatMap((band) => band.rows)) {
    if (!row.insteadOf) continue;
    const whole = printed.has(row.id) && !row.insteadOf.some((id) => printed.has(id));
    for (const id of whole ? row.insteadOf : [row.id]) left.add(id);
  }
  return left;
};

/** An identity of a form, written out for each column or row of its table that takes part. */
const writtenOut = (identity: Identity, table: FormTable, left: ReadonlySet<string>): Instance[] => {
  const band = table.bands[0];
  if (!band) return [];
  const allowed = (row: string): boolean => !left.has(row);
  const along =
    identity.over === 'columns' ? band.columns : band.rows.filter((row: FormRow) => allowed(row.id));
  return along.map(({ id: at }) => {
    const refAt = (id: string): string =>
      identity.over === 'columns' ? refOf(table.id, id, at) : refOf(table.id, at, id);
    const side = (ids: readonly string[], weight: 1 | -1): Term[] =>
      ids.filter((id) => identity.over === 'rows' || allowed(id)).map((id) => ({ ref: refAt(id), weight }));
    const right = side(identity.right, -1);
    return {
      id: `${identity.id}@${at}`,
      table: table.id,
      over: identity.over,
      terms: [...side(identity.left, 1), ...right],
      total: right.length === 1 ? (right[0]?.ref ?? null) : null,
    };
  });
};

/**
 * What the identities of a table say of each set of rows that takes no part; made once, since nearly all reports print the same rows. Forms may
 * share an identity, but not the table that it is written out for.
 */
const known = new WeakMap<FormTable, Map<string, readonly Instance[]>>();

const instances = (form: Form, identity: Identity, printed: ReadonlySet<string>): readonly Instance[] => {
  const table = form.tables.find((one) => one.id === identity.table);
  if (!table) return [];
  const left = leftOutOf(table, printed);
  const key = [identity.id, ...left].join(' ');
  const before = known.get(table) ?? new Map<string, readonly Instance[]>();
  const made = before.get(key) ?? writtenOut(identity, table, left);
  known.set(table, before.set(key, made));
  return made;
};

const isEmpty = (fact: Fact): boolean => fact.state === 'blank' || fact.state === 'mark';

/**
 * Checks every identity of a form against the printed figures: satisfied, violated, or undetermined with the cells at fault.
 *
 * A blank or a mark is not a zero. It counts as zero, and the check says so, unless it is the total of an identity of which a
 * part is stated and not zero: then the total was left out, and nothing that names it can be decided.
 *
 * An identity that does not hold is violated only where its table was surely read.
 *
 * @param doubts tables that were not.
 * @param isLocal tells the refs of rows that the form does not have (no subtotals): a sum they may belong to is never called violated.
 */
export const checkIdentities = (
  form: Form,
  facts: readonly Fact[],
  isLocal: (ref: string) => boolean = () => false,
  doubts: Doubts = new Map(),
): Check[] => {
  const byRef = new Map(facts.map((fact) => [fact.ref, fact]));
  const printedIn = new Map(form.tables.map((table) => [table.id, new Set<string>()]));
  for (const { ref } of facts) {
    const { table, row } = refParts(ref);
    printedIn.get(table)?.add(row);
  }
  const all = form.identities.flatMap((identity) =>
    instances(form, identity, printedIn.get(identity.table) ?? new Set()),
  );

  const leftOut = new Set<string>();
  for (const { terms, total } of all) {
    const fact = total === null ? undefined : byRef.get(total);
    if (!fact || !isEmpty(fact)) continue;
    // A part that cannot be read is stated as well: what it says is only not known.
    const isStated = (part: Fact | undefined): boolean =>
      part?.state === 'unreadable' || (part?.value ?? 0) !== 0;
    if (terms.some(({ ref }) => ref !== total && isStated(byRef.get(ref)))) leftOut.add(fact.ref);
  }

  return all.map(({ id, table, over, terms, total }) => {
    const found = terms.map(({ ref }) => byRef.get(ref));
    const valued = (): Check['terms'] =>
      terms.map(({ ref, weight }, at) => ({ ref, weight, value: found[at]?.value ?? null }));
    const undetermined = (code: NonNullable<Check['reason']>['code'], refs: string[]): Check => ({
      id,
      outcome: 'undetermined',
      left: null,
      right: null,
      difference: null,
      terms: valued(),
      assumedZero: [],
      reason: { code, refs },
    });
    const refsOf = (holds: (fact: Fact | undefined) => boolean): string[] =>
      terms.flatMap(({ ref }, at) => (holds(found[at]) ? [ref] : []));

    if (found.includes(undefined))
      return undetermined(
        'not_printed',
        refsOf((fact) => fact === undefined),
      );
    if (found.some((fact) => fact?.state === 'unreadable'))
      return undetermined(
        'not_read',
        refsOf((fact) => fact?.state === 'unreadable'),
      );
    if (!found.some((fact) => fact?.state === 'number'))
      return undetermined(
        'no_number',
        refsOf(() => true),
      );
    const isLeftOut = (fact: Fact | undefined): boolean => fact !== undefined && leftOut.has(fact.ref);
    if (leftOut.size > 0 && found.some(isLeftOut)) return undetermined('blank_total', refsOf(isLeftOut));

    const side = (weight: 1 | -1): number =>
      sum(terms.flatMap((term, at) => (term.weight === weight ? (found[at]?.value ?? 0) : [])));
    const left = side(1);
    const right = side(-1);
    const difference = differenceOf(left, right);
    // A local row may be a missing part of its column; a sum along some other row it cannot touch.
    if (difference !== 0 && total !== null && over === 'columns') {
      const { column } = refParts(total);
      const local = facts
        .filter(
          ({ ref, value }) =>
            isLocal(ref) && ref.startsWith(`${table}.`) && ref.endsWith(`.${column}`) && (value ?? 0) !== 0,
        )
        .map((fact) => fact.ref);
      if (local.length > 0) return undetermined('extra_row', local);
    }
    const doubt = difference === 0 ? undefined : doubts.get(table);
    if (doubt) return undetermined(doubt, []);
    return {
      id,
      outcome: difference === 0 ? 'satisfied' : 'violated',
      left,
      right,
      difference,
      terms: valued(),
      assumedZero: refsOf((fact) => fact !== undefined && isEmpty(fact)),
    };
  });
};
