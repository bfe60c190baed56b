import { forms } from '../forms/registry.ts';
import type { Form, FormTable } from '../forms/schema.ts';
import type { Issue } from '../issue.ts';
import type { Block, TableBlock } from '../source/blocks.ts';
import { labelKey, tight } from '../text/label.ts';
import { refOf } from '../text/ref.ts';
import { citedForms } from './absence.ts';
import { matches } from './data-rows.ts';
import { asExcerpt, isExcerptOf } from './excerpt.ts';
import { familiarity } from './familiar.ts';
import type { Fragment } from './fragment.ts';
import { type Lexicon, lexiconFor } from './lexicon.ts';
import { readLine } from './line.ts';
import { withLineBelow } from './line-apart.ts';
import { type Section, sectionsOf } from './sections.ts';
import { type Sheet, sheetOf } from './sheet.ts';
import { type Inherited, nothingInherited, readStub } from './stub.ts';
import { transposed, turnBack } from './transpose.ts';

/** A report found in a source: its form and the pieces of its tables, in document order. */
export type Report = {
  form: Form;
  /** Other forms that fit as well; the choice is then in doubt. */
  rivals: Form[];
  fragments: Fragment[];
  /** Ordinals of the first and last block of the report's tables. */
  from: number;
  to: number;
};

export type Recognition = { reports: Report[]; issues: Issue[] };

/** A table that takes part in recognition, with the wording that stands just before it. */
type Candidate = { sheet: Sheet; like: ReadonlySet<FormTable>; context: string; block: number };

/**
 * Is this table one of the form's? 其他 or 总计 stand in many tables: where few cells are bound, a row and a column must be named
 * by words that only the form prints.
 */
const belongs = (fragment: Fragment): boolean =>
  fragment.specific >= 2
    ? fragment.bindings.length >= 1 || isUnread(fragment)
    : fragment.bindings.length >= 3;

/** A table of the form by its words, no figure of which could be given to its place: its issues say why. */
const isUnread = ({ bindings, unread, specific }: Fragment): boolean =>
  bindings.length === 0 && unread.size > 0 && specific >= 4;

/** Rows and cells of a table beyond which it is not laid out: several times those of a report that stands in one table. */
const mostRows = 400;
const mostCells = 6_000;

/** Cells of all such tables of a page: those of thirty reports. */
const mostCellsOfPage = 12_000;

/** A table that shares fewer runs of characters with a form, such as a list of links that all say 政府信息公开, is none of it. */
const leastShared = 12;

const cellsOf = ({ rows }: TableBlock): number => rows.reduce((cells, row) => cells + row.cells.length, 0);

const candidates = (blocks: readonly Block[]): { found: Candidate[]; issues: Issue[] } => {
  const found: Candidate[] = [];
  const issues: Issue[] = [];
  let before = '';
  let cellsOfPage = 0;
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'paragraph' || block.kind === 'heading') before = block.text;
    if (block.kind !== 'table') continue;
    const context = before;
    before = '';
    const { like, shared } = familiarity(block);
    const last = context === '' ? found.at(-1) : undefined;
    const joined = last && withLineBelow(last.sheet, last.like, block);
    if (joined) {
      found[found.length - 1] = { ...last, sheet: joined, block: at };
      continue;
    }
    if (like.size === 0) continue;
    const cells = cellsOf(block);
    if (block.rows.length > mostRows || cells > mostCells) {
      if (shared >= leastShared) issues.push({ code: 'grid_too_large', table: block.index });
      continue;
    }
    if (shared >= leastShared) cellsOfPage += cells;
    if (cellsOfPage > mostCellsOfPage) {
      issues.push({ code: 'file_excessive', what: 'cells', limit: mostCellsOfPage });
      break;
    }
    const sheet = sheetOf(block);
    for (const problem of sheet.problems) {
      if (problem.kind === 'too_large') issues.push({ code: 'grid_too_large', table: block.index });
    }
    for (const [nth, section] of sectionsOf(sheet).entries()) {
      const years = yearsSideBySide(section.sheet);
      if (years) issues.push(years);
      else found.push({ ...candidateOf(section, like), context: nth === 0 ? context : '', block: at });
    }
  }
  return { found, issues };
};

/** A section is known to be of one table of the form; a sheet that is not cut may be of any that it is like. */
const candidateOf = (
  { tableId, sheet }: Section,
  like: ReadonlySet<FormTable>,
): Pick<Candidate, 'sheet' | 'like'> => ({
  sheet,
  like:
    tableId === null
      ? like
      : new Set(forms.flatMap(({ tables }) => tables.filter(({ id }) => id === tableId))),
});

const yearHeading = /^(20\d\d)年度?$/;

/** A table that compares years: its columns stand twice, so no figure of it belongs to one report. */
const yearsSideBySide = (sheet: Sheet): Issue | null => {
  const cells = sheet.rows.slice(0, 4).flatMap((row) => row.cells.filter((cell) => cell.own));
  const years = new Map(
    cells.flatMap((cell) => {
      const year = yearHeading.exec(tight(cell.text))?.[1];
      return year ? [[year, cell.slot] as const] : [];
    }),
  );
  const [slot] = years.values();
  if (years.size < 2 || !slot) return null;
  const table = forms
    .flatMap((form) => form.tables)
    .find(({ bands }) => {
      const keys = new Set(bands.flatMap((band) => band.rows.map((row) => labelKey(row.zh))));
      return sheet.rows.filter((row) => row.cells.some((cell) => keys.has(cell.key))).length >= 2;
    });
  return table ? { code: 'comparison_page', table: table.id, years: [...years.keys()], slot } : null;
};

/** Rows and cells with text that are not shown: they are left out, and that is said. */
const hiddenParts = (sheet: Sheet): Issue[] =>
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
const overlaps = (sheet: Sheet): Issue[] => {
  const first = sheet.problems.find((problem) => problem.kind === 'overlap');
  if (first?.kind !== 'overlap') return [];
  return [{ code: 'grid_overlap', slot: { table: sheet.table.index, row: first.row, column: first.column } }];
};

/** Everything that a form finds in the tables of a source, before it is known whether the form is the right one. */
const readAs = (form: Form, tables: readonly Candidate[]): { fragment: Fragment; block: number }[] => {
  const inherited = new Map<string, Inherited>();
  return tables.flatMap(({ sheet, like, context, block }) => {
    let best: Fragment | null = null;
    for (const table of form.tables.filter((one) => like.has(one))) {
      const lexicon = lexiconFor(table);
      const offers: Fragment[] = [];
      const above = inherited.get(table.id) ?? nothingInherited;
      const stub = readStub(sheet, lexicon, above);
      offers.push(stub.fragment);
      if (table.layout === 'line') {
        offers.push(readLine(sheet, lexicon, context));
        offers.push(turnBack(readStub(sheet, lexiconFor(transposed(table)), nothingInherited).fragment));
      }
      for (const offer of offers) {
        if (weight(offer) > (best ? weight(best) : 0)) best = offer;
      }
      if (stub.headings.boxheads.size > 0 || isBoxheadAlone(stub.headings, lexicon))
        inherited.set(table.id, stub.headings);
    }
    if (!best || !belongs(best)) return [];
    return [
      { fragment: { ...best, issues: [...best.issues, ...overlaps(sheet), ...hiddenParts(sheet)] }, block },
    ];
  });
};

/** Are all headings of the form in a table of their own, as they are where they stay in view while the rows are scrolled? */
const isBoxheadAlone = ({ left }: Inherited, lexicon: Lexicon): boolean => {
  const columns = lexicon.bands[0]?.columns ?? [];
  return (
    left.length > 0 &&
    columns.length > 0 &&
    columns.every((column) => left.some(({ cells }) => cells.some((cell) => matches(column, cell))))
  );
};

/** How much speaks for a reading: labels to the letter count whole, labels by likeness half. One without figures is the last choice. */
const weight = (fragment: Fragment): number => {
  const labels = fragment.exact + fragment.alike / 2;
  if (fragment.bindings.length === 0) return isUnread(fragment) ? labels / 1_000 : 0;
  return fragment.bindings.length / 8 + labels;
};

const refsOf = (fragment: Fragment): string[] => [
  ...fragment.bindings.map((one) => refOf(fragment.tableId, one.row, one.column)),
  ...(isUnread(fragment) ? [...fragment.unread].map((row) => `${fragment.tableId}.${row}`) : []),
];

/**
 * Cuts a sequence of fragments where a table begins that the report already has: a page may hold two reports. A table that only
 * quotes some figures of another, above or below it, is no second report.
 */
const intoReports = (
  found: readonly { fragment: Fragment; block: number }[],
  form: Form,
): { fragments: Fragment[]; from: number; to: number }[] => {
  const reports: { fragments: Fragment[]; from: number; to: number }[] = [];
  for (const { fragment, block } of found) {
    const refs = new Set(refsOf(fragment));
    const last = reports.at(-1);
    const repeats = (earlier: Fragment): boolean => refsOf(earlier).some((ref) => refs.has(ref));
    const earlier = last?.fragments.filter(repeats) ?? [];
    if (!last) reports.push({ fragments: [fragment], from: block, to: block });
    else if (earlier.length === 0) {
      last.fragments.push(fragment);
      last.to = block;
    } else if (isExcerptOf(fragment, earlier, form)) {
      last.fragments.push(asExcerpt(fragment));
      last.to = block;
    } else if (earlier.every((one) => isExcerptOf(one, [fragment], form))) {
      if (earlier.length === last.fragments.length) last.from = block;
      last.fragments = last.fragments.map((one) => (earlier.includes(one) ? asExcerpt(one) : one));
      last.fragments.push(fragment);
      last.to = block;
    } else reports.push({ fragments: [fragment], from: block, to: block });
  }
  return reports;
};

/** Is this enough to be called a report, rather than a table that shares a few words with one? */
const isReport = (fragments: readonly Fragment[]): boolean =>
  fragments.some((fragment) => fragment.exact + fragment.alike >= 6 || fragment.bindings.length >= 15);

/** Finds the reports of a source: which form, which table, which row and column. Chosen by labels, never by the year. */
export const recognise = (blocks: readonly Block[]): Recognition => {
  const { found, issues } = candidates(blocks);
  const readings = forms
    .map((form) => ({
      form,
      reports: intoReports(readAs(form, found), form).filter(({ fragments }) => isReport(fragments)),
    }))
    .filter(({ reports }) => reports.length > 0);
  // Each form has cut the same tables at the same places, or it has not read them: compare by first block.
  const starts = [...new Set(readings.flatMap(({ reports }) => reports.map((report) => report.from)))].sort(
    (a, b) => a - b,
  );
  const chosen: Report[] = [];
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
    const cited = equal.length > 1 ? citedForms(blocks) : [];
    const named = equal.filter(({ form }) => cited.includes(form));
    const [best, ...rivals] = named.length === 1 ? named : equal;
    if (best) chosen.push({ form: best.form, rivals: rivals.map(({ form }) => form), ...best.report });
  }
  return { reports: chosen, issues };
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
