import type { Fact } from '../extraction.ts';
import type { Form } from '../forms/schema.ts';
import { sum } from '../text/decimal.ts';
import type { Predicate } from './prose-words.ts';

/** Cells whose sum a count may state. */
type Reading = readonly string[];

/** What a phrase speaks of: the cells it may mean, and sums that would explain another number without an error. */
export type Subject = {
  readings: readonly Reading[];
  /** A count equal to one of these is not called wrong: `plus` cells less `minus` cells. */
  excuses: readonly { plus: Reading; minus: Reading }[];
};

/** Finds cells by their meaning on one report's form. */
export type Cells = {
  request: (predicate: Predicate, remembersCarried: boolean) => Subject;
  /** One row, or a group by its prefix: `denied_*`. Several are one sum. */
  rows: (ids: readonly string[], column?: string) => Subject;
  received: (column: string) => Subject;
  dispute: (
    routes: readonly string[],
    column: 'upheld' | 'corrected' | 'other' | 'pending' | 'total',
  ) => Subject;
};

const organisations = [
  'commercial_enterprise',
  'research_institution',
  'public_interest_organisation',
  'legal_service_institution',
  'other_organisation',
];

/** @param printed refs of all facts: of rows that may replace one another, those printed are meant. */
export const cellsOf = (form: Form, printed: ReadonlySet<string>): Cells => {
  const ids = form.tables.find((table) => table.id === 'requests')?.bands.flatMap((band) => band.rows) ?? [];
  const columnsOf = (column: string): readonly string[] =>
    column === '*organisations' ? organisations : [column];
  const refs = (id: string, column = 'total'): string[] =>
    ids
      .map((row) => row.id)
      .filter((row) =>
        id.endsWith('*') ? row === id.slice(0, -2) || row.startsWith(id.slice(0, -1)) : row === id,
      )
      // 其他处理 is one row or three; a named row that is absent stays, so that its absence shows.
      .filter((row) => !id.endsWith('*') || printed.has(`requests.${row}.total`))
      .flatMap((row) => columnsOf(column).map((one) => `requests.${row}.${one}`));
  const processed = refs('total_processed');
  const carriedOver = refs('carried_over');
  const received = refs('received_new');
  const less = (...minus: Reading[]) => ({ plus: processed, minus: minus.flat() });
  const single = (reading: Reading): Subject => ({ readings: [reading], excuses: [] });
  return {
    request: (predicate, remembersCarried) => {
      switch (predicate) {
        case 'new':
          return single(received);
        case 'intake':
          return { readings: [received, [...received, ...carriedOver]], excuses: [] };
        case 'handled':
          return {
            readings: [processed, received, [...received, ...carriedOver]],
            excuses: [less(carriedOver)],
          };
        case 'processed':
        case 'answered': {
          // Where a text does not speak of last year's applications, it may count only those of this year as done.
          const ofThisYear = remembersCarried ? [] : [carriedOver];
          // An application withdrawn or not to be processed may not have been "answered".
          const unanswered =
            predicate === 'answered'
              ? [refs('other_*'), [...refs('not_processed_*'), ...refs('other_*')]]
              : [];
          return {
            readings: [processed],
            excuses: [[], ...unanswered].flatMap((minus) => [
              less(minus),
              ...ofThisYear.map((carried) => less(minus, carried)),
            ]),
          };
        }
        case 'carried_over':
          return single(carriedOver);
        case 'carried_forward':
          return single(refs('carried_forward'));
        case 'carried':
          return { readings: [refs('carried_forward'), carriedOver], excuses: [] };
      }
    },
    rows: (names, column) => single([...new Set(names.flatMap((name) => refs(name, column)))]),
    received: (column) => ({
      readings: [
        refs('received_new', column),
        [...refs('received_new', column), ...refs('carried_over', column)],
        refs('total_processed', column),
      ],
      excuses: [],
    }),
    dispute: (routes, column) => single(routes.map((route) => `review_litigation.${route}.${column}`)),
  };
};

export type Verdict = { about: Reading; outcome: 'satisfied' | 'violated' | 'undetermined' };

/**
 * Sets a count against the cells it may mean. Agreement with any of them is agreement; contradiction takes all of them, each a
 * printed number. A blank is not a zero: it can agree beside a number, but it contradicts nothing.
 */
export const judge = (value: number, subject: Subject, facts: ReadonlyMap<string, Fact>): Verdict => {
  const first = subject.readings[0] ?? [];
  const valuesOf = (refs: Reading): (number | null)[] =>
    refs.map((ref) => {
      const fact = facts.get(ref);
      return fact?.state === 'number' ? fact.value : null;
    });
  const isEmpty = (ref: string): boolean => {
    const state = facts.get(ref)?.state;
    return state === 'number' || state === 'blank' || state === 'mark';
  };
  for (const reading of subject.readings) {
    const values = valuesOf(reading);
    if (reading.length === 0 || !reading.every(isEmpty) || values.every((one) => one === null)) continue;
    if (sum(values.map((one) => one ?? 0)) === value) return { about: reading, outcome: 'satisfied' };
  }
  const open = (refs: Reading): boolean => refs.length === 0 || valuesOf(refs).some((one) => one === null);
  if (subject.readings.length === 0 || subject.readings.some(open))
    return { about: first, outcome: 'undetermined' };
  for (const { plus, minus } of subject.excuses) {
    const total = (refs: Reading): number => sum(valuesOf(refs).map((one) => one ?? 0));
    // A blank among the cells of an excuse could explain any number.
    if (open(plus) || (minus.length > 0 && minus.some((ref) => open([ref]))))
      return { about: first, outcome: 'undetermined' };
    if (total(plus) - total(minus) === value) return { about: first, outcome: 'undetermined' };
  }
  return { about: first, outcome: 'violated' };
};
