import { mapCells, mapTables } from '../edit.ts';
import { htmlOf } from '../html.ts';
import { outcomesOf } from '../outcomes.ts';
import { officialLayout, pageOf } from '../page.ts';
import {
  figure,
  label,
  type PageBlock,
  type PrintedCell,
  type PrintedRow,
  type PrintedTable,
  row,
} from '../printed.ts';
import { inventReport, type Report, withFacts } from '../report.ts';
import { textOf } from '../text.ts';
import { type CorpusCase, expecting, pageCase, reading, textCase } from './case.ts';

/** What stands in the tables besides the form, and rows and columns that do not stand where the form has them. */

const wordsOf = (line: PrintedRow): string[] => line.cells.map((cell) => cell.lines.join(''));

/** The page with one of its tables changed. */
const inTable = (
  blocks: readonly PageBlock[],
  at: 0 | 1 | 2,
  change: (rows: PrintedTable) => PrintedTable,
): PageBlock[] => mapTables(blocks, (rows, table) => (table === at ? change(rows) : rows));

const official = (report: Report): PageBlock[] => pageOf(report, officialLayout);

/** The report without one table, for pages on which it is there but must not be read. */
const without = (report: Report, table: string) =>
  reading(report, {
    facts: Object.fromEntries(Object.entries(report.facts).filter(([ref]) => !ref.startsWith(`${table}.`))),
    outcomes: {},
  });

const exchanged = <Item>(items: readonly Item[], one: number, other: number): Item[] =>
  items.map((item, at) => (at === one ? items[other] : at === other ? items[one] : undefined) ?? item);

/** 科研机构 before 商业企业, in the heading and in every row. */
const organisationsExchanged = (rows: PrintedTable): PrintedTable =>
  rows.map((line, at) => {
    if (at < 2) return line;
    const first = at === 2 ? 0 : line.cells.length - 6;
    return { cells: exchanged(line.cells, first, first + 1) };
  });

/** 复议后起诉 before 未经复议直接起诉. */
const routesExchanged = (rows: PrintedTable): PrintedTable =>
  rows.map(({ cells }, at) => {
    if (at === 1) return { cells: exchanged(cells, 5, 6) };
    return at === 3
      ? { cells: [...cells.slice(0, 5), ...cells.slice(10), ...cells.slice(5, 10)] }
      : { cells };
  });

/** The three tables of section four as one, route below route. */
const stackedRoutes = (report: Report): PageBlock[] => {
  const blocks = pageOf(report, { ...officialLayout, tableFour: 'three' });
  const tables = blocks.filter((block) => block.kind === 'table');
  const rows = tables.slice(-3).flatMap((table) => table.rows);
  return blocks.flatMap((block): PageBlock[] => {
    if (block.kind !== 'table' || !tables.slice(-3).includes(block)) return [block];
    return block === tables.at(-3) ? [{ kind: 'table', rows }] : [];
  });
};

/** The headings of groups in rows of their own that span the whole table, without figures. */
const groupsAcross = (report: Report): PageBlock[] =>
  inTable(pageOf(report, { ...officialLayout, tableThree: 'group-headings-as-rows' }), 1, (rows) =>
    rows.map((line) => {
      const at = line.cells.length - 8;
      const group = line.cells[at];
      if (!group || !/^（[三四五六]）(?:不予公开|无法提供|不予处理|其他处理)$/.test(group.lines.join('')))
        return line;
      return { cells: [...line.cells.slice(0, at), { ...group, colspan: 8 }] };
    }),
  );

const noted = inventReport('disclosure-2021', 701);
const labelled = inventReport('disclosure-2019', 702);
const stacked = inventReport('disclosure-2021', 703);
const organisations = inventReport('disclosure-2021', 705);
const routes = inventReport('disclosure-2019', 706);
const documents = inventReport('disclosure-2019', 707);
const ownBand = inventReport('disclosure-2021', 708);
const across = inventReport('disclosure-2021', 709);
const tooLong = inventReport('disclosure-2019', 710);
const headless = inventReport('disclosure-2021', 711);
const marked = withFacts(inventReport('disclosure-2019', 712), {
  'requests.received_new.natural_person': '12①',
});
const raised = withFacts(inventReport('disclosure-2021', 719), {
  'requests.granted.natural_person': '12¹',
});
const quoted = inventReport('disclosure-2019', 720);
const summarised = inventReport('disclosure-2021', 721);
const ofTheParty = inventReport('disclosure-2021', 722);
/** Some figures of table three, as the text of a report quotes them. */
const excerpt: PageBlock = {
  kind: 'table',
  rows: [
    row(label('申请人'), label('自然人'), label('商业企业'), label('总计')),
    row(label('本年新收政府信息公开申请数量'), figure('881'), figure('882'), figure('883')),
  ],
};
const remarked = inventReport('disclosure-2021', 723);
const counted = inventReport('disclosure-2019', 724);
/** A column at the left or at the right: its heading beside the first `storeys` rows, `under` beside the others. */
const withColumn = (
  rows: PrintedTable,
  side: 'left' | 'right',
  heading: string,
  storeys: number,
  under: (at: number) => PrintedCell,
): PrintedTable =>
  rows.map(({ cells }, at) => {
    if (at > 0 && at < storeys) return { cells };
    const cell = at === 0 ? label(heading, 1, storeys) : under(at - storeys + 1);
    return { cells: side === 'left' ? [cell, ...cells] : [...cells, cell] };
  });
const cellLost = inventReport('disclosure-2019', 725);
const oneOther = inventReport('disclosure-2021', 713, { otherInOneRow: true });
const localOther: Report = {
  ...oneOther,
  extraRows: [
    {
      table: 'requests',
      after: 'not_processed_confirm_or_reissue',
      label: '6.其他',
      figures: ['3', '0', '1', '0', '0', '0', '4'],
    },
  ],
};

const trimmedEnd = withFacts(inventReport('disclosure-2019', 714), {
  'requests.received_new.total': '',
});
const merged = inventReport('disclosure-2021', 715);
const nameless = inventReport('disclosure-2019', 716);
const wrapped = withFacts(inventReport('disclosure-2021', 717), {
  'proactive_disclosure.administrative_fees.amount': '75394432.52',
});
const totalTwice = inventReport('disclosure-2021', 718);

/** Facts without those whose ref begins so. */
const lacking = (report: Report, start: string) => ({
  facts: Object.fromEntries(Object.entries(report.facts).filter(([ref]) => !ref.startsWith(start))),
  outcomes: {},
});

export const strayCases: CorpusCase[] = [
  pageCase(
    'table-four-note-row',
    'A note in a row of its own below the figures of table four, and of the other tables.',
    mapTables(official(noted), (rows) => [...rows, row(label('注：数据统计截至当年12月31日。', 15))]),
    expecting([reading(noted)]),
  ),
  pageCase(
    'table-four-label-column',
    'The line of table four has a label of its own: 类别 above, 件数 before the figures.',
    inTable(official(labelled), 2, (rows) =>
      rows.map(({ cells }, at) => {
        if (at === 0) return { cells: [label('类别', 1, 3), ...cells] };
        return at === 3 ? { cells: [label('件数'), ...cells] } : { cells };
      }),
    ),
    expecting([reading(labelled)]),
  ),
  pageCase(
    'table-four-routes-stacked',
    'L13: the three routes in one table, each below the other with its own headings and figures.',
    stackedRoutes(stacked),
    expecting([reading(stacked)]),
  ),
  textCase(
    'refused-columns-reordered-text',
    'Tab-cell text of table three with 科研机构 before 商业企业: without columns, nobody can say which figure is whose.',
    inTable(official(organisations), 1, organisationsExchanged),
    'tab-cells',
    expecting([without(organisations, 'requests')], {
      issues: ['columns_unknown'],
      noIssues: ['table_missing', 'row_missing'],
    }),
  ),
  pageCase(
    'table-three-columns-reordered',
    'The same order in a table with columns: each figure is that of the heading above it.',
    inTable(official(organisations), 1, organisationsExchanged),
    expecting([reading(organisations)]),
  ),
  textCase(
    'refused-routes-reordered-text',
    'Text, one cell a line, of table four with 复议后起诉 before 未经复议直接起诉.',
    inTable(official(routes), 2, routesExchanged),
    'cell-a-line',
    expecting([without(routes, 'review_litigation')], {
      issues: ['columns_unknown'],
      noIssues: ['table_missing', 'row_missing'],
    }),
  ),
  textCase(
    'refused-documents-reordered-text',
    'Rows on lines of tab-separated text: the columns of 规章 come in another order than on the form; the other bands are read.',
    inTable(official(documents), 0, (rows) =>
      rows.map((line, at) => (at >= 1 && at <= 3 ? { cells: exchanged(line.cells, 1, 2) } : line)),
    ),
    'tab-rows-omitted',
    expecting(
      [
        reading(documents, {
          facts: Object.fromEntries(
            Object.entries(documents.facts).filter(
              ([ref]) => !/^proactive_disclosure\.(?:regulations|normative_documents)\./.test(ref),
            ),
          ),
        }),
      ],
      { issues: ['columns_unknown'], noIssues: ['row_missing'] },
    ),
  ),
  pageCase(
    'table-two-local-band',
    'L14: a band that is not on the form, with column headings of its own. Its figures stand under no column of the form: said.',
    inTable(official(ownBand), 0, (rows) => [
      ...rows,
      row(label('第二十条第（四）项', 4)),
      row(label('信息内容'), label('本年新增公开数量'), label('累计公开数量', 2)),
      row(label('财政预算决算'), figure('771'), figure('772', 2)),
    ]),
    expecting([reading(ownBand)], { issues: ['row_in_doubt'], noIssues: ['extra_row'] }),
  ),
  pageCase(
    'table-three-group-headings-across',
    'L15: the headings of groups are rows that span the whole table, without figures.',
    groupsAcross(across),
    expecting([reading(across)]),
  ),
  pageCase(
    'table-three-group-span-too-long',
    'The rowspan of （四） reaches a row too far, so that the heading of （五） stands behind the labels of its rows.',
    mapCells(official(tooLong), (cell) =>
      cell.lines.join('').startsWith('（四）') ? { ...cell, rowspan: cell.rowspan + 1 } : cell,
    ),
    expecting([reading(tooLong)]),
  ),
  pageCase(
    'refused-header-and-cell-missing',
    'The heading 其他 is missing, and one row has lost a cell: it has as many cells as there are headings, and is not read.',
    inTable(pageOf(headless, { ...officialLayout, tableThree: 'header-cell-missing' }), 1, (rows) =>
      rows.map((line) =>
        wordsOf(line).includes('2.重复申请')
          ? { cells: line.cells.filter((_, at) => at !== line.cells.length - 4) }
          : line,
      ),
    ),
    expecting(
      [
        reading(headless, {
          facts: Object.fromEntries(
            Object.entries(headless.facts).filter(
              ([ref]) => !ref.startsWith('requests.not_processed_repeated.'),
            ),
          ),
          outcomes: {},
        }),
      ],
      { issues: ['cells_dropped', 'header_cell_missing'] },
    ),
  ),
  pageCase(
    'figure-with-footnote-mark',
    'A figure with the mark of a footnote: 12① is not 121.',
    official(marked),
    expecting(
      [
        reading(marked, {
          values: { 'requests.received_new.natural_person': null },
          outcomes: {
            'requests.balance@natural_person': 'undetermined',
            'requests.applicants_sum@received_new': 'undetermined',
          },
        }),
      ],
      { issues: ['value_unreadable'] },
    ),
  ),
  {
    ...pageCase(
      'figure-with-raised-footnote-number',
      'A figure with the number of a footnote raised behind it: 12<sup>1</sup> is not 121.',
      official(raised),
      expecting(
        [
          reading(raised, {
            values: { 'requests.granted.natural_person': null },
            outcomes: {
              'requests.results_sum@natural_person': 'undetermined',
              'requests.applicants_sum@granted': 'undetermined',
            },
          }),
        ],
        { issues: ['figure_obscured'] },
      ),
    ),
    content: htmlOf(official(raised), { markup: 'tidy', surroundings: 'plain', charset: 'utf-8' }).replace(
      '12¹',
      '12<sup>1</sup>',
    ),
  },
  pageCase(
    'excerpt-before-tables',
    'A small table in the text above quotes a row of table three for some of its columns. It is no report of its own, and not read.',
    official(summarised).flatMap((block, at) => (at === 1 ? [excerpt, block] : [block])),
    expecting([reading(summarised)], { issues: ['table_excerpt'], noIssues: ['table_missing'] }),
  ),
  pageCase(
    'excerpt-after-tables',
    'The same below table four.',
    [...official(quoted), excerpt],
    expecting([reading(quoted)], { issues: ['table_excerpt'], noIssues: ['table_missing'] }),
  ),
  pageCase(
    'table-two-likeness-beside',
    'Behind table two stands a small table with its headings and a row of the body’s own, 党组规范性文件: it is no second report.',
    official(ofTheParty).flatMap((block, _, all): PageBlock[] =>
      block === all.find(({ kind }) => kind === 'table')
        ? [
            block,
            {
              kind: 'table',
              rows: [
                row(label('信息内容'), label('本年制发件数'), label('本年废止件数'), label('现行有效件数')),
                row(label('党组规范性文件'), figure('884'), figure('885'), figure('886')),
              ],
            },
          ]
        : [block],
    ),
    expecting([reading(ofTheParty)], { issues: ['table_excerpt'], noIssues: ['table_missing'] }),
  ),
  pageCase(
    'columns-for-remarks',
    'Tables three and four have a column 备注 at the right, with a remark here and there.',
    mapTables(official(remarked), (rows, at) =>
      at === 0
        ? rows
        : withColumn(rows, 'right', '备注', 3, (line) => label(line % 4 === 1 ? '含来信2件' : '')),
    ),
    expecting([reading(remarked)]),
  ),
  pageCase(
    'columns-for-ordinals',
    'Tables three and four have a column 序号 at the left: its ordinals are no figures of the report.',
    mapTables(official(counted), (rows, at) =>
      at === 0 ? rows : withColumn(rows, 'left', '序号', 3, (line) => label(`${line}`)),
    ),
    expecting([reading(counted)]),
  ),
  pageCase(
    'refused-cell-lost-among-blanks',
    'Blank cells in place of all spans, and one figure of （七）总计 is lost: as many cells as columns are left, the first of them a blank.',
    inTable(pageOf(cellLost, { ...officialLayout, tableThree: 'no-spans' }), 1, (rows) =>
      rows.map((line) =>
        wordsOf(line).includes('（七）总计')
          ? { cells: line.cells.filter((_, at) => at !== line.cells.length - 3) }
          : line,
      ),
    ),
    expecting([reading(cellLost, lacking(cellLost, 'requests.total_processed.'))], {
      issues: ['cells_dropped'],
    }),
  ),
  pageCase(
    'table-three-local-other-row',
    'L14: a local row 6.其他 in group （五） above （六）其他处理 in one row. It is not 3.其他 of group （六）.',
    official(localOther),
    expecting(
      [
        reading(localOther, {
          outcomes: { 'requests.balance@total': 'satisfied', 'requests.applicants_sum@other': 'satisfied' },
        }),
      ],
      { issues: ['extra_row'] },
    ),
  ),
  textCase(
    'text-local-other-row',
    'The same in text without spans: the row stands in the group of the row above it.',
    official(localOther),
    'tab-rows',
    expecting(
      [
        reading(localOther, {
          outcomes: { 'requests.balance@total': 'satisfied', 'requests.applicants_sum@other': 'satisfied' },
        }),
      ],
      { issues: ['extra_row'] },
    ),
  ),
  {
    ...textCase(
      'refused-blanks-trimmed-text',
      'Tab-separated text in which merged cells leave blank ones; an editor has trimmed the blank at the end of one row. The row is one cell short: not read.',
      official(trimmedEnd),
      'tab-rows',
      expecting([reading(trimmedEnd, lacking(trimmedEnd, 'requests.received_new.'))], {
        issues: ['cells_dropped'],
      }),
    ),
    content: textOf(official(trimmedEnd), 'tab-rows').replaceAll(/(\d)\t+$/gm, '$1'),
  },
  pageCase(
    'refused-figures-merged',
    'No spans in the table but one: two figures of a row are merged into one cell, which is neither of them.',
    inTable(pageOf(merged, { ...officialLayout, tableThree: 'no-spans' }), 1, (rows) =>
      rows.map((line, at) =>
        at === 3 ? { cells: [...line.cells.slice(0, 4), figure('9', 2), ...line.cells.slice(6)] } : line,
      ),
    ),
    expecting(
      [
        reading(merged, {
          facts: Object.fromEntries(
            Object.entries(merged.facts).filter(
              ([ref]) =>
                !/^requests\.received_new\.(?:commercial_enterprise|research_institution)$/.test(ref),
            ),
          ),
          outcomes: { 'requests.applicants_sum@received_new': 'undetermined' },
        }),
      ],
      { issues: ['cell_merged'] },
    ),
  ),
  pageCase(
    'table-four-route-nameless',
    'L13: table four in two tables; the heading 未经复议直接起诉 is blank. The figures below it are not those of 复议后起诉.',
    mapCells(pageOf(nameless, { ...officialLayout, tableFour: 'two' }), (cell) =>
      cell.lines.join('') === '未经复议直接起诉' ? { ...cell, lines: [''] } : cell,
    ),
    expecting([reading(nameless, lacking(nameless, 'review_litigation.litigation_'))], {
      issues: ['cells_dropped', 'row_missing'],
    }),
  ),
  textCase(
    'refused-number-on-two-lines',
    'Aligned text: a number too wide for its column goes on below itself. It is not the number on the first line.',
    mapCells(official(wrapped), (cell) =>
      cell.lines.join('') === '75394432.52' ? { ...cell, lines: ['7539443', '2.52'] } : cell,
    ),
    'aligned',
    expecting(
      [
        reading(wrapped, {
          ...lacking(wrapped, 'proactive_disclosure.administrative_fees.'),
          outcomes: outcomesOf(wrapped),
        }),
      ],
      { issues: ['value_unreadable'] },
    ),
  ),
  pageCase(
    'refused-total-twice',
    '（七）总计 stands twice, with different figures: neither is the body’s own row, and neither is read.',
    inTable(official(totalTwice), 1, (rows) =>
      rows.flatMap((line) =>
        wordsOf(line).includes('（七）总计')
          ? [
              line,
              {
                cells: line.cells.map((cell) => (cell.role === 'figure' ? { ...cell, lines: ['5'] } : cell)),
              },
            ]
          : [line],
      ),
    ),
    expecting([reading(totalTwice, lacking(totalTwice, 'requests.total_processed.'))], {
      issues: ['row_repeated'],
      noIssues: ['extra_row', 'cell_merged'],
    }),
  ),
];
