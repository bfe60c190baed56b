import { forms } from '../forms/registry.ts';
import type { Form } from '../forms/schema.ts';
import type { Issue } from '../issue.ts';
import type { Block, SourceDocument } from '../source/blocks.ts';
import { labelKey, simplify, tight } from '../text/label.ts';
import type { Fragment } from './fragment.ts';

/** What is not there, and why: for each, the page is searched for a reason that a person can act on. */

const citedNotice = /国办公开办函[〔[(（]?\d{4}[〕\])）]?\d{1,3}号/g;

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
      return { code: 'table_missing', table: table.id, heading: text };
    });

/** The forms whose notices the text cites: 按国办公开办函〔2021〕30号所附格式编制. */
export const citedForms = (blocks: readonly Block[]): Form[] => {
  const cited = new Set<string>();
  for (const block of blocks) {
    if (block.kind !== 'paragraph' && block.kind !== 'heading') continue;
    if (!block.text.includes('函')) continue;
    for (const [notice] of simplify(tight(block.text)).matchAll(citedNotice))
      cited.add(tight(notice).replace(/[[(]/, '〔').replace(/[\])]/, '〕'));
  }
  return forms.filter((form) => cited.has(tight(form.issuedAs)));
};

/** A notice other than the one that issued the form is cited. Only a remark: the form is chosen by its labels. */
export const citedElsewhere = (form: Form, blocks: readonly Block[]): Issue[] => {
  const cited = citedForms(blocks);
  const [known] = cited;
  return known && !cited.includes(form)
    ? [{ code: 'notice_differs', cited: known.issuedAs, form: form.id, issuedAs: form.issuedAs }]
    : [];
};

/** Labels of the statistics form that was in use before 2019. */
const olderLabels = [
  '统计指标',
  '指标名称',
  '主动公开政府信息数',
  '主动公开文件数',
  '历年累计',
  '收到申请数',
  '受理依申请公开信息总数',
  '对申请的答复总数',
  '申请办结数',
  '同意公开答复数',
  '依申请公开信息情况',
  '回应解读情况',
  '政府信息公开收费减免金额',
].map(labelKey);
const halfYear = /上半年|下半年|前三季度|第?[一二三四]季度|(?:1|一)月?(?:至|到|-|—)(?:6|六)月/;

/** A notice on part of a year, read in the title or the first texts. */
const halfYearNotice = (document: SourceDocument): Issue[] => {
  const texts = [
    document.title ?? '',
    ...document.blocks.slice(0, 8).map((block) => ('text' in block ? block.text : '')),
  ];
  const text = texts.find((one) => one.length <= 80 && halfYear.test(one) && one.includes('公开'));
  return text === undefined ? [] : [{ code: 'half_year_notice', evidence: text }];
};

/** Why a source holds no report of a known form. */
export const whyNone = (document: SourceDocument): Issue[] => {
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
      return olderLabels.some((label) => key.includes(label));
    });
    if (known.length >= 3) return [{ code: 'older_form', evidence: known[0] ?? '' }];
  }
  const notice = halfYearNotice(document);
  if (notice.length > 0) return notice;
  // The headings of a report with nothing under them: the latest form says which tables these announce.
  const latest = forms.at(-1);
  const announced = latest
    ? missingTables(latest, [], blocks).filter((issue) => 'heading' in issue && issue.heading !== null)
    : [];
  const why: Issue =
    tables.length === 0 ? { code: 'no_tables' } : { code: 'no_report', tables: tables.length };
  return [why, ...announced];
};
