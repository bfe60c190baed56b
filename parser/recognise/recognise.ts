import type { Form, FormTable } from '../forms/schema.ts';
import type { Issue } from '../issue.ts';
import type { Block } from '../source/blocks.ts';
import type { KeyedSheet } from '../table/keyed-sheet.ts';
import { accounted } from './accounts.ts';
import { type CandidateTable, candidatesOf } from './candidates.ts';
import { type Binding, type Fragment, isUnread } from './fragment.ts';
import { type FoundInSheet, remembering } from './layout.ts';
import { lexiconFor, nameAllColumns, type RowEntry, type TableLexicon } from './lexicon.ts';
import { readLine } from './line.ts';
import { reportsIn } from './reports.ts';
import { type Inherited, nothingInherited, readStub } from './stub.ts';
import { readLines } from './unit-lines.ts';
import { citedForms } from './why-missing.ts';

/** A report found in a source: its form and the pieces of its tables, in document order. */
export type RecognisedReport = {
  form: Form;
  /** Other forms that fit as well; the choice is then in doubt. */
  rivals: Form[];
  fragments: Fragment[];
  /** Ordinals of the first and last block of the report's tables. */
  from: number;
  to: number;
};

type Recognition = { reports: RecognisedReport[]; issues: Issue[] };

/**
 * Is this table one of the form's? 其他 or 总计 stand in many tables: where few cells are bound, a row and a column must be named
 * by words that only the form prints.
 */
const belongs = (fragment: Fragment): boolean =>
  fragment.specific >= 2
    ? fragment.bindings.length >= 1 || isUnread(fragment)
    : fragment.bindings.length >= 3;

/** Rows and cells with text that are not shown: they are left out, and that is said. */
const hiddenParts = (sheet: KeyedSheet): Issue[] =>
  sheet.rows.flatMap((row): Issue[] => {
    if (!row.hidden && !row.hiddenText) return [];
    const own = row.cells.filter((cell) => cell.own);
    const cell = row.hidden ? own.find(({ text }) => text !== '') : own[0];
    if (row.hidden) return cell ? [{ code: 'hidden_row', slot: cell.slot }] : [];
    return [
      { code: 'hidden_cell', slot: cell?.slot ?? { table: sheet.table.index, row: row.index, column: 0 } },
    ];
  });

/** Spans that lay cells over each other: said once for a table. */
const overlaps = (sheet: KeyedSheet): Issue[] => {
  const first = sheet.problems.find((problem) => problem.kind === 'overlap');
  if (first?.kind !== 'overlap') return [];
  return [{ code: 'grid_overlap', slot: { table: sheet.table.index, row: first.row, column: first.column } }];
};

const turned = new WeakMap<FormTable, FormTable>();

/** The same table with its rows as columns: table four is sometimes printed so. */
const transposed = (table: FormTable): FormTable => {
  const known = turned.get(table);
  if (known) return known;
  const made: FormTable = {
    ...table,
    bands: table.bands.map((band) => ({
      title: band.title,
      rows: band.columns.map(({ id, zh, en, aliases }) => ({ id, zh, en, ...(aliases ? { aliases } : {}) })),
      columns: band.rows.map((row) => ({ ...row, type: 'count' as const })),
    })),
  };
  turned.set(table, made);
  return made;
};

/**
 * A fragment read in the transposed table, turned back. A lone row makes no such table: it is the last heading of a line with what is
 * left of its figures, where the source has lost its rows and its blank cells.
 */
const turnBack = (fragment: Fragment): Fragment => {
  const isTable = new Set(fragment.bindings.map(({ row }) => row)).size > 1;
  const turn = (binding: Binding): Binding => ({ ...binding, row: binding.column, column: binding.row });
  return { ...fragment, bindings: isTable ? fragment.bindings.map(turn) : [], extras: [] };
};

/** What one table of a form finds in a sheet, read in each way in which that table is printed. */
const readAsTable = (
  table: FormTable,
  { sheet, context }: CandidateTable,
  above: Inherited,
): FoundInSheet => {
  const lexicon = lexiconFor(table);
  if (lexicon.rows.some(({ label }) => label.repeats))
    return { fragment: heaviest([readLines(sheet, lexicon)]), headings: null };
  const stub = readStub(sheet, lexicon, above);
  const offers = [stub.fragment];
  // Rows that share one boxhead may stand over it, each with columns of its own, or in it, in the place of the columns.
  if (table.bands.length === 1 && !isComplete(stub.fragment, lexicon)) {
    offers.push(readLine(sheet, lexicon, announcedIn(context, lexicon)));
    offers.push(turnBack(readStub(sheet, lexiconFor(transposed(table)), nothingInherited).fragment));
  }
  // Headings in a table of their own stay in view while the rows are scrolled.
  const { boxheads, left } = stub.headings;
  const hold =
    boxheads.size > 0 ||
    nameAllColumns(
      left.flatMap(({ cells }) => cells),
      lexicon,
    );
  return { fragment: heaviest(offers), headings: hold ? stub.headings : null };
};

/** Does a fragment hold every cell of its table? A row may stand in place of others, or these in its. */
const isComplete = ({ bindings, unread }: Fragment, { rows, bands }: TableLexicon): boolean => {
  if (unread.size > 0) return false;
  const read = new Set(bindings.map(({ row }) => row));
  const instead = new Set(rows.flatMap(({ label }) => (read.has(label.id) ? (label.insteadOf ?? []) : [])));
  const isThere = ({ label: { id, insteadOf = [] } }: RowEntry): boolean =>
    read.has(id) || instead.has(id) || insteadOf.some((other) => read.has(other));
  return rows.every(isThere) && bindings.length >= read.size * (bands[0]?.columns.length ?? 0);
};

/** The rows of a form that a wording names. */
const announcedIn = (wording: string, { rows }: TableLexicon): RowEntry[] =>
  wording === '' ? [] : rows.filter(({ label }) => wording.includes(label.zh));

/** All that `readAsTable` looks at where no headings hold from above; null where that is more than a layout: the names of units. */
const layoutFor = (table: FormTable, { layout, context }: CandidateTable): string | null => {
  if (layout === null || table.bands.some(({ rows }) => rows.some((row) => row.repeats))) return null;
  const announced = announcedIn(context, lexiconFor(table)).map(({ index }) => index);
  return `${announced.join(' ')}\n${layout}`;
};

/** The first of those for which most speaks; null where nothing speaks for any. */
const heaviest = (offers: readonly Fragment[]): Fragment | null => {
  let best: Fragment | null = null;
  for (const offer of offers) if (weight(offer) > (best ? weight(best) : 0)) best = offer;
  return best;
};

/** Everything that a form finds in the tables of a source, before it is known whether the form is the right one. */
const readAs = (
  form: Form,
  candidates: readonly CandidateTable[],
): { fragment: Fragment; block: number }[] => {
  const inherited = new Map<string, Inherited>();
  return candidates.flatMap((candidate) => {
    const { sheet, like, block } = candidate;
    const offers: Fragment[] = [];
    for (const table of form.tables.filter((one) => like.has(one))) {
      const above = inherited.get(table.id);
      const read = (): FoundInSheet => readAsTable(table, candidate, above ?? nothingInherited);
      const layout = above ? null : layoutFor(table, candidate);
      const { fragment, headings } = remembering(table, sheet, layout, read);
      if (fragment) offers.push(fragment);
      if (headings) inherited.set(table.id, headings);
    }
    const best = heaviest(offers);
    if (!best || !belongs(best)) return [];
    return [
      { fragment: { ...best, issues: [...best.issues, ...overlaps(sheet), ...hiddenParts(sheet)] }, block },
    ];
  });
};

/** How much speaks for a reading: labels to the letter count whole, labels by likeness half. One without figures is the last choice. */
const weight = (fragment: Fragment): number => {
  const labels = fragment.exact + fragment.alike / 2;
  if (fragment.bindings.length === 0) return isUnread(fragment) ? labels / 1_000 : 0;
  return fragment.bindings.length / 8 + labels;
};

/**
 * Finds the reports of a source: which form, which table, which row and column. Chosen by labels, never by the year.
 *
 * @param forms those that are looked for; of two that fit alike the one that the report cites is taken.
 */
export const recognise = (blocks: readonly Block[], forms: readonly Form[]): Recognition => {
  const { found, issues } = candidatesOf(blocks, forms);
  const readings = forms
    .map((form) => ({
      form,
      reports: reportsIn(readAs(form, found), form, blocks),
    }))
    .filter(({ reports }) => reports.length > 0);
  // Each form has cut the same tables at the same places, or it has not read them: compare by first block.
  const starts = [...new Set(readings.flatMap(({ reports }) => reports.map((report) => report.from)))].sort(
    (a, b) => a - b,
  );
  const chosen: RecognisedReport[] = [];
  for (const start of starts) {
    const last = chosen.at(-1);
    if (last && start <= last.to) continue;
    const offers = readings
      .flatMap(({ form, reports }) =>
        reports.filter((report) => report.from === start).map((report) => ({ form, report })),
      )
      .map((offer) => ({
        ...offer,
        evidence: offer.report.fragments.reduce(
          (total, fragment) => total + evidence(fragment, offer.form),
          0,
        ),
      }))
      .sort((a, b) => b.evidence - a.evidence);
    const equal = offers.filter(({ evidence }) => evidence === offers[0]?.evidence);
    // Where the labels fit several forms alike, the report may itself say on which it was made.
    const cited = equal.length > 1 ? citedForms(blocks, forms) : [];
    const named = equal.filter(({ form }) => cited.includes(form));
    const [best, ...rivals] = named.length === 1 ? named : equal;
    if (best) chosen.push({ form: best.form, rivals: rivals.map(({ form }) => form), ...best.report });
  }
  const all = chosen.flatMap(({ fragments }) => fragments);
  const reports = chosen.map((report) => ({
    ...report,
    fragments: accounted(report.fragments, all, blocks),
  }));
  return { reports, issues };
};

/** What a fragment says for its form. A row that the form only tolerates in place of others says nothing for it. */
const evidence = (fragment: Fragment, form: Form): number => {
  const rows =
    form.tables.find((table) => table.id === fragment.tableId)?.bands.flatMap((band) => band.rows) ?? [];
  const tolerated = rows.filter(
    (row) => row.insteadOf && fragment.bindings.some((one) => one.row === row.id),
  );
  return fragment.exact + fragment.alike / 2 - tolerated.length * 1.5;
};
