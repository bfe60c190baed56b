import { renderHtml } from '../layouts.ts';
import { officialLayout, pageOf, tableHeadings } from '../page.ts';
import { label, type PageBlock, row } from '../printed.ts';
import { inventReport, type Report } from '../report.ts';
import { subtotalsOf } from '../table-three.ts';
import { type CorpusCase, expecting, layoutCase, pageCase, reading } from './case.ts';

/** Layouts of the three tables, and what stands around them. */

const localReason = (report: Report): Report => {
  const figures = ['1', '2', '0', '0', '3', '0', '6'];
  return {
    ...report,
    extraRows: [
      { table: 'requests', after: 'not_processed_confirm_or_reissue', label: '6.其他不予处理情形', figures },
    ],
  };
};

/** 小计 below the last row of a group, its sum. */
const withSubtotals = (report: Report): Report => {
  const sum = (prefix: string, column: string) =>
    String(
      Object.entries(report.facts)
        .filter(([ref]) => ref.startsWith(`requests.${prefix}`) && ref.endsWith(`.${column}`))
        .reduce((total, [, text]) => total + Number(text), 0),
    );
  const columns = Object.keys(report.facts)
    .filter((ref) => ref.startsWith('requests.granted.'))
    .map((ref) => ref.slice('requests.granted.'.length));
  const subtotal = (name: string, prefix: string, after: string) => ({
    table: 'requests',
    after,
    label: name,
    figures: columns.map((column) => sum(prefix, column)),
  });
  return {
    ...report,
    extraRows: [
      subtotal('（三）小计', 'denied_', 'denied_administrative_inquiry'),
      subtotal('（四）小计', 'unavailable_', 'unavailable_unclear_after_correction'),
      subtotal('（五）小计', 'not_processed_', 'not_processed_confirm_or_reissue'),
      subtotal('（六）小计', 'other_', 'other_other'),
    ],
  };
};

const headed = inventReport('disclosure-2021', 121, { authority: '青禾市生态环境局' });
const extra = localReason(inventReport('disclosure-2021', 123));
const subtotals = withSubtotals(inventReport('disclosure-2021', 122, { authority: '云岭县望溪镇人民政府' }));
const noise = inventReport('disclosure-2019', 144);

/** Table three with its column headings, but the word 申请人情况 and the corner gone: only names and figures are left. */
const bare = inventReport('disclosure-2021', 146);
const withoutHeadings = (blocks: readonly PageBlock[]): PageBlock[] =>
  blocks.filter((block) => block.kind !== 'heading' || !tableHeadings.some((text) => text === block.text));

export const tableCases: CorpusCase[] = [
  layoutCase(
    'table-two-banded',
    'L01: table two as one table, a title row and a header row for each band.',
    inventReport('disclosure-2019', 101),
    {},
  ),
  layoutCase(
    'table-two-split-title-inside',
    'L02: table two as five tables, each with its title row.',
    inventReport('disclosure-2019', 102, { authority: '云岭县发展和改革局' }),
    { tableTwo: 'split-title-inside' },
  ),
  layoutCase(
    'table-two-split-title-above',
    'L02: table two as four tables, the title of each band in a paragraph above.',
    inventReport('disclosure-2021', 103),
    { tableTwo: 'split-title-above' },
  ),
  layoutCase(
    'table-two-first-band-missing',
    'L03: the title 第二十条第（一）项 is missing, the table starts with a header row.',
    inventReport('disclosure-2021', 104, { authority: '青禾市生态环境局', year: 2023 }),
    { tableTwo: 'first-band-missing' },
  ),
  layoutCase(
    'table-two-unequal-columns',
    'Five physical columns; headings and figures are spanned differently, so that they do not stand one above the other.',
    inventReport('disclosure-2019', 105),
    { tableTwo: 'unequal-columns' },
  ),
  layoutCase(
    'table-two-title-unspanned',
    'The title of a band stands alone in the first column, without a span.',
    inventReport('disclosure-2021', 106),
    { tableTwo: 'title-unspanned' },
  ),
  layoutCase(
    'table-two-broken-headings',
    'L04: line breaks inside the headings of table two.',
    inventReport('disclosure-2019', 107),
    { tableTwo: 'broken-headings', markup: 'word' },
  ),
  layoutCase(
    'table-three-standard',
    'Table three of the 2021 form as on the national form.',
    inventReport('disclosure-2021', 108, { authority: '云岭县望溪镇人民政府', year: 2024 }),
    {},
  ),
  layoutCase(
    'table-three-group-label-twice',
    '三、本年度办理结果 is printed twice: a page break of the original was frozen into the table.',
    inventReport('disclosure-2019', 109),
    { tableThree: 'group-label-twice' },
  ),
  layoutCase(
    'table-three-group-label-every-row',
    'L06: group labels are repeated on every row in place of rowspans.',
    inventReport('disclosure-2021', 110),
    { tableThree: 'group-label-every-row' },
  ),
  layoutCase(
    'table-three-group-in-label',
    'No group columns: group labels and row label stand in one cell.',
    inventReport('disclosure-2021', 111),
    { tableThree: 'group-in-label' },
  ),
  layoutCase(
    'table-three-characters-stacked',
    'One character a paragraph in group labels and column headings.',
    inventReport('disclosure-2019', 112),
    { tableThree: 'characters-stacked', markup: 'word' },
  ),
  layoutCase(
    'table-three-eleven-columns',
    'A broken column grid: 11 physical columns, 自然人 spans two of them above an empty cell, figures of 商业企业 span two.',
    inventReport('disclosure-2021', 113),
    { tableThree: 'eleven-columns' },
  ),
  layoutCase(
    'table-three-empty-header-cells',
    'Empty cells in place of spans in the header rows.',
    inventReport('disclosure-2019', 114),
    { tableThree: 'empty-header-cells' },
  ),
  layoutCase(
    'table-three-no-spans',
    'No spans anywhere in table three: empty cells in their place.',
    inventReport('disclosure-2021', 115),
    { tableThree: 'no-spans' },
  ),
  layoutCase(
    'table-three-header-cell-missing',
    'The header cell 其他 is missing; seven figures stand in every row.',
    inventReport('disclosure-2019', 116),
    { tableThree: 'header-cell-missing' },
    { issues: ['header_cell_missing'] },
  ),
  layoutCase(
    'table-three-first-header-cell-missing',
    'The header cell 商业企业 is missing and the others have moved up; seven figures stand in every row.',
    inventReport('disclosure-2021', 117),
    { tableThree: 'first-header-cell-missing' },
    { issues: ['header_cell_missing'] },
  ),
  layoutCase(
    'table-three-cut-header-repeated',
    'Table three is cut in two before （四）; the second part repeats header and group label.',
    inventReport('disclosure-2021', 118),
    { tableThree: 'cut-header-repeated' },
  ),
  layoutCase(
    'table-three-cut-without-header',
    'Table three is cut in two before （四）; the second part has no header.',
    inventReport('disclosure-2019', 119),
    { tableThree: 'cut-without-header' },
  ),
  layoutCase(
    'table-three-last-row-apart',
    'L12: 四、结转下年度继续办理 stands alone in a table of its own.',
    inventReport('disclosure-2021', 120),
    { tableThree: 'last-row-apart' },
  ),
  {
    slug: 'table-three-group-headings-as-rows',
    about:
      'L15: （三）（四）（五）（六） are rows of their own that hold the subtotals of the rows below; they must not be counted twice.',
    file: 'source.html',
    content: renderHtml(headed, { tableThree: 'group-headings-as-rows' }),
    expected: expecting([reading(headed, { extras: subtotalsOf(headed) })], { issues: ['extra_row'] }),
  },
  layoutCase(
    'table-three-subtotal-rows',
    'L15: a subtotal row below each of the groups （三） to （六）; they must not be added to （七） again.',
    subtotals,
    {},
    { issues: ['extra_row'] },
  ),
  {
    ...layoutCase(
      'table-three-local-row',
      'L14: a local row in group （五）. It is kept, shifts no other row, and no sum is called violated on its account.',
      extra,
      {},
    ),
    expected: expecting(
      [
        reading(extra, {
          outcomes: Object.fromEntries(
            ['natural_person', 'total'].map((column) => [`requests.balance@${column}`, 'satisfied']),
          ),
        }),
      ],
      { issues: ['extra_row'] },
    ),
  },
  layoutCase(
    'table-three-one-other-row',
    'The 2021 form with （六）其他处理 as one row.',
    inventReport('disclosure-2021', 124, { otherInOneRow: true, year: 2023 }),
    {},
  ),
  layoutCase(
    'table-four-empty-cells',
    'Empty cells in place of all spans in the header of table four.',
    inventReport('disclosure-2019', 131),
    { tableFour: 'one-empty-cells' },
  ),
  layoutCase(
    'table-four-two-tables',
    'L13: 行政复议 and 行政诉讼 in two tables.',
    inventReport('disclosure-2021', 132),
    {
      tableFour: 'two',
    },
  ),
  layoutCase(
    'table-four-three-tables',
    'L13: a table for each of the three routes.',
    inventReport('disclosure-2019', 133),
    {
      tableFour: 'three',
    },
  ),
  layoutCase(
    'table-four-headings-vertical',
    'L05: the headings of table four are vertical, one character a paragraph.',
    inventReport('disclosure-2021', 134),
    { tableFour: 'headings-vertical', markup: 'word' },
  ),
  layoutCase(
    'table-four-transposed',
    'L13: rows are results, columns the three kinds.',
    inventReport('disclosure-2021', 135),
    { tableFour: 'transposed' },
  ),
  layoutCase(
    'table-four-routes-as-rows',
    'Rows are the three kinds, columns the results.',
    inventReport('disclosure-2019', 136),
    { tableFour: 'routes-as-rows' },
  ),
  layoutCase(
    'table-four-scattered-words',
    'Fifteen numbers under scattered header words: 结果 in one cell, 维持 in the cell below.',
    inventReport('disclosure-2021', 137),
    { tableFour: 'scattered-words' },
  ),
  layoutCase(
    'layout-tables-around',
    'Navigation and report stand in the cells of a layout table, each table in another one-cell table.',
    inventReport('disclosure-2021', 141),
    { surroundings: 'layout-tables', markup: 'word' },
  ),
  layoutCase(
    'metadata-table-before',
    'A table of 索引号 and 发布机构 stands before the report.',
    inventReport('disclosure-2021', 142),
    { surroundings: 'metadata-table' },
  ),
  layoutCase(
    'sentences-before-tables',
    'L10: a sentence between the heading of a section and its table.',
    inventReport('disclosure-2019', 143),
    { sentences: true },
  ),
  pageCase(
    'placeholders-in-text',
    'L16: placeholders of images, page marks and navigation words between the parts of the report.',
    pageOf(noise, officialLayout).flatMap((block): PageBlock[] =>
      block.kind === 'table'
        ? [
            { kind: 'paragraph', text: '[image: image3.png]FRTE B' },
            block,
            { kind: 'paragraph', text: 'P. 9' },
            { kind: 'paragraph', text: '上一页 下一页 返回顶部' },
          ]
        : [block],
    ),
    expecting([reading(noise)]),
  ),
  pageCase(
    'section-headings-missing',
    'The headings of sections two to four are missing: the tables are known by their labels alone.',
    withoutHeadings(pageOf(bare, officialLayout)),
    expecting([reading(bare)]),
  ),
  pageCase(
    'other-table-between',
    'A table that is none of the three stands inside section one.',
    (() => {
      const blocks = pageOf(inventReport('disclosure-2021', 147), officialLayout);
      const at = blocks.findIndex((block) => block.kind === 'heading' && block.text.startsWith('二、'));
      const other: PageBlock = {
        kind: 'table',
        rows: [
          row(label('公开渠道'), label('信息条数'), label('总计')),
          row(label('政府网站'), label('3412'), label('3412')),
          row(label('政务新媒体'), label('985'), label('985')),
        ],
      };
      return [...blocks.slice(0, at), other, ...blocks.slice(at)];
    })(),
    expecting([reading(inventReport('disclosure-2021', 147))]),
  ),
];
