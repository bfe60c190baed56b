import type { Fact } from '../extraction.ts';
import type { Form, ProseCells } from '../forms/schema.ts';
import { sum } from '../text/decimal.ts';
import { refParts } from '../text/ref.ts';
import type { Predicate } from './meaning.ts';

/** Cells whose sum a count may state. */
type SumOfCells = readonly string[];

/** What a phrase speaks of: the cells it may mean, and sums that would explain another number without an error. */
export type Subject = {
  readings: readonly SumOfCells[];
  /** A count equal to one of these is not called wrong: `plus` cells less `minus` cells. */
  excuses: readonly { plus: SumOfCells; minus: SumOfCells }[];
  /** Cells that the words may mean by a wider use: nor is a count equal to the sum of these called wrong. */
  wider: readonly SumOfCells[];
  /** The words are for some of what the cells count: no count below theirs is called wrong. */
  some?: boolean;
};

/** Finds cells by their meaning on one report's form. */
export type Cells = {
  request: (predicate: Predicate) => Subject;
  /** One row, or a group by its prefix: `name*`. Several are one sum. */
  rows: (ids: readonly string[], named: ReadonlySet<string>, column?: string) => Subject;
  received: (column: string) => Subject;
  /** `loose`: by words close to that column only, `some`: for some of what it counts. */
  dispute: (
    routes: readonly string[],
    named: { column: string | null; loose: boolean; some: boolean },
  ) => Subject;
  /** Where the form counts what the grammar names. */
  ids: ProseCells;
};

/** @param printed refs of all facts: of rows that may replace one another, those printed are meant. */
export const cellsOf = (form: Form, printed: ReadonlySet<string>): Cells | null => {
  if (!form.prose) return null;
  const { requests, applicants, disputes } = form.prose.cells;
  const { table: of, groups } = requests;
  const ids = form.tables.find((table) => table.id === of)?.bands.flatMap((band) => band.rows) ?? [];
  const columnsOf = (column: string): readonly string[] =>
    column === applicants.all ? applicants.organisations : [column];
  const refs = (id: string, column = requests.total): string[] =>
    ids
      .map((row) => row.id)
      .filter((row) =>
        id.endsWith('*') ? row === id.slice(0, -2) || row.startsWith(id.slice(0, -1)) : row === id,
      )
      // 其他处理 is one row or three; a named row that is absent stays, so that its absence shows.
      .filter((row) => !id.endsWith('*') || printed.has(`${of}.${row}.${requests.total}`))
      .flatMap((row) => columnsOf(column).map((one) => `${of}.${row}.${one}`));
  const processed = refs(requests.processed);
  const carriedOver = refs(requests.carriedOver);
  const received = refs(requests.received);
  const less = (...minus: SumOfCells[]) => ({ plus: processed, minus: minus.flat() });
  const single = (reading: SumOfCells, wider: readonly SumOfCells[] = []): Subject => ({
    readings: [reading],
    excuses: [],
    wider,
  });
  /** 不予公开 of all that was not granted, 信息不存在 of all that could not be provided, 同意公开 with what was granted in part. */
  const widerThan = ([name = '', ...others]: readonly string[], named: ReadonlySet<string>): SumOfCells[] => {
    if (others.length > 0) return [];
    // Where the text tells them apart, the words mean what they say.
    const apart = (group: string): boolean =>
      [...named].some((one) => one !== name && one.startsWith(group.replace('*', '')));
    if (name === requests.granted)
      return apart(requests.partlyGranted)
        ? []
        : [[...refs(requests.granted), ...refs(requests.partlyGranted)]];
    const group = groups.find((one) => one !== name && name.startsWith(one.slice(0, -1)));
    if (group !== undefined) return apart(group) ? [] : [refs(group)];
    if (name !== groups[0]) return [];
    return groups.flatMap((_, at) => {
      const first = groups.slice(0, at + 1);
      return first.slice(1).some(apart) ? [] : [first.flatMap((one) => refs(one))];
    });
  };
  return {
    ids: form.prose.cells,
    request: (predicate) => {
      switch (predicate) {
        case 'new':
          return single(received);
        case 'intake':
          return { readings: [received, [...received, ...carriedOver]], excuses: [], wider: [] };
        case 'handled':
          return {
            readings: [processed, received, [...received, ...carriedOver]],
            excuses: [less(carriedOver)],
            wider: [],
          };
        case 'processed':
        case 'answered': {
          // A text may count only those of this year as done.
          const ofThisYear = [carriedOver];
          // An application withdrawn or not to be processed may not have been "answered".
          const unanswered =
            predicate === 'answered'
              ? requests.unanswered.map((_, at) =>
                  requests.unanswered.slice(-1 - at).flatMap((one) => refs(one)),
                )
              : [];
          return {
            readings: [processed],
            excuses: [[], ...unanswered].flatMap((minus) => [
              less(minus),
              ...ofThisYear.map((carried) => less(minus, carried)),
            ]),
            wider: [],
          };
        }
        case 'carriedOver':
          return single(carriedOver);
        case 'carriedForward':
          return single(refs(requests.carriedForward));
        case 'carried':
          return { readings: [refs(requests.carriedForward), carriedOver], excuses: [], wider: [] };
        case 'all':
          return single([...received, ...carriedOver]);
      }
    },
    rows: (all, named, column) => {
      // 因属于内部事务信息不予公开2件 counts that row alone, or its group.
      const names = all.filter(
        (name) =>
          !(name.endsWith('*') && all.some((one) => one !== name && one.startsWith(name.slice(0, -1)))),
      );
      const subject = single(
        [...new Set(names.flatMap((name) => refs(name, column)))],
        column === undefined ? widerThan(names, named) : [],
      );
      const groups = all.filter((name) => !names.includes(name)).flatMap((name) => refs(name, column));
      return groups.length === 0 ? subject : { ...subject, readings: [...subject.readings, groups] };
    },
    received: (column) => ({
      readings: [
        refs(requests.received, column),
        [...refs(requests.received, column), ...refs(requests.carriedOver, column)],
        refs(requests.processed, column),
      ],
      excuses: [],
      wider: [],
    }),
    dispute: (routes, { column, loose, some }) => {
      const of = (one: string): SumOfCells => routes.map((route) => `${disputes.table}.${route}.${one}`);
      if (column === null) return single(of(disputes.total));
      // 胜诉6件 may count those withdrawn as well.
      const wider =
        loose && column !== disputes.remaining ? [[...of(column), ...of(disputes.remaining)]] : [];
      return { ...single(of(column), wider), some };
    },
  };
};

type Judged = { about: SumOfCells; outcome: 'satisfied' | 'violated' | 'undetermined' };

/**
 * Sets a count against the cells it may mean. Agreement with any of them is agreement; contradiction takes all of them, each a
 * printed number. A blank is not a zero: it can agree beside a number, but it contradicts nothing.
 */
export const judge = (value: number, subject: Subject, facts: ReadonlyMap<string, Fact>): Judged => {
  const first = subject.readings[0] ?? [];
  const valuesOf = (refs: SumOfCells): (number | null)[] =>
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
  const open = (refs: SumOfCells): boolean => refs.length === 0 || valuesOf(refs).some((one) => one === null);
  if (subject.readings.length === 0 || subject.readings.some(open))
    return { about: first, outcome: 'undetermined' };
  for (const { plus, minus } of subject.excuses) {
    const total = (refs: SumOfCells): number => sum(valuesOf(refs).map((one) => one ?? 0));
    // A blank among the cells of an excuse could explain any number.
    if (open(plus) || (minus.length > 0 && minus.some((ref) => open([ref]))))
      return { about: first, outcome: 'undetermined' };
    if (total(plus) - total(minus) === value) return { about: first, outcome: 'undetermined' };
  }
  const blankAsZero = (refs: SumOfCells): number => sum(valuesOf(refs).map((one) => one ?? 0));
  if (subject.wider.some((refs) => blankAsZero(refs) === value))
    return { about: first, outcome: 'undetermined' };
  if (subject.some && value < blankAsZero(first)) return { about: first, outcome: 'undetermined' };
  const apart = subject.readings.map((refs) => Math.abs(value - blankAsZero(refs)));
  if (ownRows(first, facts).some((own) => apart.includes(own)))
    return { about: first, outcome: 'undetermined' };
  return { about: first, outcome: 'violated' };
};

/**
 * What each row of the body's own holds in the column of a cell, and all together, where it is not zero: the form does not say whether such a
 * row counts, so a text and a total may be apart by it.
 */
const ownRows = ([ref = '']: SumOfCells, facts: ReadonlyMap<string, Fact>): number[] => {
  const { table, column } = refParts(ref);
  const held = [...facts.values()].flatMap((fact) => {
    const { table: own, row, column: at } = refParts(fact.ref);
    return own === table && at === column && row.startsWith('extra_') && fact.value ? [fact.value] : [];
  });
  return held.length > 1 ? [...held, sum(held)] : held;
};
