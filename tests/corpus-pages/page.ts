import type { PageBlock } from './printed.ts';
import { formFor, type Report } from './report.ts';
import { type TableFourLayout, tableFour } from './table-four.ts';
import { type TableThreeLayout, tableThree } from './table-three.ts';
import { type ColumnWording, type TableTwoLayout, tableTwo } from './table-two.ts';

export type PageLayout = {
  readonly tableTwo: TableTwoLayout;
  readonly tableThree: TableThreeLayout;
  readonly tableFour: TableFourLayout;
  /** A sentence between the heading of a section and its table (L10). */
  readonly sentences: boolean;
  readonly columnWording?: ColumnWording;
};

export const officialLayout: PageLayout = {
  tableTwo: 'banded',
  tableThree: 'standard',
  tableFour: 'one',
  sentences: false,
};

const heading = (text: string): PageBlock => ({ kind: 'heading', text });
const paragraph = (text: string): PageBlock => ({ kind: 'paragraph', text });

/** Title and first paragraph: where authority, year and the notice of the form stand. */
export const opening = (report: Report): PageBlock[] => [
  { kind: 'title', text: `${report.authority}${report.year}年政府信息公开工作年度报告` },
  paragraph(
    `${report.authority}依照《中华人民共和国政府信息公开条例》的规定，按${formFor(report).issuedAs}文件所附格式编制${report.year}年政府信息公开工作年度报告，统计期限为${report.year}年1月1日至12月31日。`,
  ),
];

export const sectionOne: readonly PageBlock[] = [
  heading('一、总体情况'),
  paragraph('本机关依法履行公开职责，公开目录按月核对，申请渠道保持畅通，各项数量见下列各表。'),
];

export const lastSections: readonly PageBlock[] = [
  heading('五、存在的主要问题及改进情况'),
  paragraph('个别栏目更新不够及时。今后将明确专人负责，逾期未更新的予以提醒。'),
  heading('六、其他需要报告的事项'),
  paragraph('没有其他需要报告的事项。'),
];

/** The headings of the three sections that hold tables. */
export const tableHeadings = [
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
] as const;

const sentences = [
  '本项内容以表格形式报告。',
  '申请的数量和办理结果见下表。',
  '复议和诉讼的结果见下表。',
] as const;

/** A whole report of six sections, block by block. */
export const pageOf = (report: Report, layout: PageLayout): PageBlock[] => {
  const tables = [
    tableTwo(report, layout.tableTwo, layout.columnWording),
    tableThree(report, layout.tableThree),
    tableFour(report, layout.tableFour),
  ];
  const sections = tables.flatMap((blocks, at) => [
    heading(tableHeadings[at] ?? ''),
    ...(layout.sentences ? [paragraph(sentences[at] ?? '')] : []),
    ...blocks,
  ]);
  return [...opening(report), ...sectionOne, ...sections, ...lastSections];
};
