import { olderLabels } from '../forms/older.ts';
import type { Form } from '../forms/schema.ts';
import { partOfYear } from '../imprint/part-of-year.ts';
import type { Issue } from '../issue.ts';
import type { Block, Row, SourceDocument, TableBlock } from '../source/blocks.ts';
import { labelKey, simplify, tight } from '../text/label.ts';
import type { Fragment } from './fragment.ts';

/** What is not there, and why: for each, the page is searched for a reason that a person can act on. */

/** 国办公开办函〔2021〕30号, and the words of it before the year. */
const notice = /^(\p{Script=Han}+)〔\d{4}〕\d{1,3}号$/u;

/** What the notices of the forms begin with. */
const noticesOf = (forms: readonly Form[]): string[] => [
  ...new Set(forms.flatMap(({ issuedAs }) => notice.exec(issuedAs)?.[1] ?? [])),
];

/** The headings of a report's sections that announce a table. */
const headingOf = (blocks: readonly Block[], title: string): number => {
  const key = labelKey(title);
  return blocks.findLastIndex(
    (block) =>
      (block.kind === 'heading' || block.kind === 'paragraph') &&
      block.text.length >= key.length &&
      block.text.length <= 60 &&
      labelKey(block.text).includes(key),
  );
};

/** Tables of the form that no table of the source fills. */
export const missingTables = (
  form: Form,
  fragments: readonly Fragment[],
  blocks: readonly Block[],
): Issue[] =>
  form.tables
    .filter((table) => !fragments.some((fragment) => fragment.tableId === table.id))
    .map((table): Issue => {
      const at = headingOf(blocks, table.title);
      const heading = blocks[at];
      const text = heading && 'text' in heading ? heading.text : null;
      const after = at < 0 ? [] : blocks.slice(at + 1, at + 6);
      const stop = after.findIndex((block) => block.kind === 'heading' || block.kind === 'table');
      const image = (stop < 0 ? after : after.slice(0, stop)).find((block) => block.kind === 'image');
      if (image?.kind === 'image')
        return { code: 'table_is_image', table: table.id, heading: text, src: image.src };
      // Below a heading with a table under it, that table is another one.
      const other = after[stop]?.kind === 'table';
      return { code: 'table_missing', table: table.id, heading: other ? null : text };
    });

/** The forms whose notices the text cites: 按国办公开办函〔2021〕30号所附格式编制. */
export const citedForms = (blocks: readonly Block[], forms: readonly Form[]): Form[] => {
  const cited = new Set<string>();
  const beginnings = noticesOf(forms);
  if (beginnings.length === 0) return [];
  const citedNotice = new RegExp(`(?:${beginnings.join('|')})[〔[(（]?\\d{4}[〕\\])）]?\\d{1,3}号`, 'g');
  const sign = beginnings.map((beginning) => beginning.slice(-1));
  for (const block of blocks) {
    if (block.kind !== 'paragraph' && block.kind !== 'heading') continue;
    if (!sign.some((one) => block.text.includes(one))) continue;
    for (const [found] of simplify(tight(block.text)).matchAll(citedNotice))
      cited.add(tight(found).replace(/[[(]/, '〔').replace(/[\])]/, '〕'));
  }
  return forms.filter((form) => cited.has(tight(form.issuedAs)));
};

/** A notice other than the one that issued the form is cited. Only a remark: the form is chosen by its labels. */
export const citedElsewhere = (form: Form, blocks: readonly Block[], forms: readonly Form[]): Issue[] => {
  const cited = citedForms(blocks, forms);
  const [known] = cited;
  return known && !cited.includes(form)
    ? [{ code: 'notice_differs', cited: known.issuedAs, form: form.id, issuedAs: form.issuedAs }]
    : [];
};

const olderKeys = olderLabels.map(labelKey);

/** A notice on part of a year, read in the title or the first texts. */
const halfYearNotice = (document: SourceDocument): Issue[] => {
  const texts = [
    document.title ?? '',
    ...document.blocks.slice(0, 8).map((block) => ('text' in block ? block.text : '')),
  ];
  const text = texts.find((one) => one.length <= 80 && partOfYear.test(one) && one.includes('公开'));
  return text === undefined ? [] : [{ code: 'half_year_notice', evidence: text }];
};

/** Is it a table to a reader? What only puts parts of the page side by side has one row, or one column. */
const isTabular = ({ rows }: TableBlock): boolean => {
  const isFilled = ({ cells }: Row): boolean => cells.filter(({ text }) => text.trim() !== '').length > 1;
  return rows.filter(isFilled).length > 1;
};

/** Why a source holds no report of a known form. */
export const whyNone = (document: SourceDocument, forms: readonly Form[]): Issue[] => {
  const { blocks } = document;
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
  // A source that was refused says why itself.
  if (blocks.length === 0) return document.issues?.length ? [] : [{ code: 'source_empty' }];
  for (const table of tables) {
    const texts = table.rows
      .flatMap((row) => row.cells.map((cell) => cell.text))
      .filter((text) => text.length <= 40);
    const known = texts.filter((text) => {
      const key = text.length < 4 ? '' : labelKey(text);
      return olderKeys.some((label) => key.includes(label));
    });
    if (known.length >= 3) return [{ code: 'older_form', evidence: known[0] ?? '' }];
  }
  const notice = halfYearNotice(document);
  if (notice.length > 0) return notice;
  // The headings of a report with nothing under them: the latest form that has such says which tables these announce.
  const announced =
    forms
      .map((form) =>
        missingTables(form, [], blocks).filter((issue) => 'heading' in issue && issue.heading !== null),
      )
      .findLast((missing) => missing.length > 0) ?? [];
  const tabular = tables.filter(isTabular).length;
  const why: Issue = tabular === 0 ? { code: 'no_tables' } : { code: 'no_report', tables: tabular };
  return [why, ...announced];
};
