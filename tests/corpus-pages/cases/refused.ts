import { mapCells } from '../edit.ts';
import { htmlOf } from '../html.ts';
import { renderHtml } from '../layouts.ts';
import { lastSections, officialLayout, opening, pageOf, sectionOne, tableHeadings } from '../page.ts';
import { label, type PageBlock, type PrintedTable, row } from '../printed.ts';
import { formFor, inventReport, printedRows, type Report, seeded, tableOf, withEach } from '../report.ts';
import { type CorpusCase, expecting, pageCase, reading, textCase } from './case.ts';

/** What must not be read, or only in part, and said so; and what holds more than one report. */

/** A report with blanks strewn over table three, and which of its rows are complete. */
const strewn = (seed: number): { report: Report; readable: Report } => {
  const random = seeded(seed);
  const report = withEach(
    inventReport('disclosure-2019', seed),
    '',
    (ref) => ref.startsWith('requests.') && !ref.endsWith('.total') && random() < 0.08,
  );
  const broken = new Set(
    Object.entries(report.facts)
      .filter(([, text]) => text === '')
      .map(([ref]) => ref.slice(0, ref.lastIndexOf('.'))),
  );
  const facts = Object.fromEntries(
    Object.entries(report.facts).filter(([ref]) => !broken.has(ref.slice(0, ref.lastIndexOf('.')))),
  );
  return { report, readable: { ...report, facts } };
};

/** Blank figures taken out of their rows: the figures behind them move to the left. */
const withoutBlanks = (report: Report): PageBlock[] =>
  mapCells(pageOf(report, officialLayout), (cell) =>
    cell.role === 'figure' && cell.lines.join('') === '' ? null : cell,
  );

const dropped = strewn(601);
const droppedText = strewn(602);
/** Only whole rows are sure; what may be said of a sum that misses a row is not this case's business. */
const partly = (report: Report) => reading(report, { outcomes: {} });

const pictured = inventReport('disclosure-2021', 604);
const withImages = (report: Report, chosen: readonly number[]): PageBlock[] => {
  let table = -1;
  return pageOf(report, officialLayout).map((block): PageBlock => {
    if (block.kind !== 'table') return block;
    table++;
    return chosen.includes(table) ? { kind: 'image', src: `W0${table + 2}.png`, alt: '' } : block;
  });
};
const onlyTables = (report: Report, tables: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    Object.entries(report.facts).filter(([ref]) => tables.some((id) => ref.startsWith(`${id}.`))),
  );

const tableless = inventReport('disclosure-2021', 603);
const nothing = { facts: {} };
const garbled = inventReport('disclosure-2021', 605);
const garbledPage = (report: Report) => renderHtml(report);

const empty = withEach(
  inventReport('disclosure-2021', 607, { authority: '云岭县望溪镇人民政府' }),
  '',
  () => true,
);

/** Table three with 14 columns: this year and the year before, side by side. */
const comparison = (first: Report, second: Report): PrintedTable => {
  const table = tableOf(formFor(first), 'requests');
  const band = table.bands[0];
  const columns = band?.columns ?? [];
  return [
    row(label('项目', 1, 2), label(`${first.year}年`, 7), label(`${second.year}年`, 7)),
    row(...columns.map((column) => label(column.zh)), ...columns.map((column) => label(column.zh))),
    ...printedRows(first, table, band?.rows ?? []).map((line) =>
      row(
        label(line.zh),
        ...[first, second].flatMap((report) =>
          columns.map((column) => ({
            ...label(report.facts[`requests.${line.id}.${column.id}`] ?? ''),
            role: 'figure' as const,
          })),
        ),
      ),
    ),
  ];
};
const earlier = inventReport('disclosure-2021', 609, { year: 2022 });
const later = inventReport('disclosure-2021', 610, { year: 2023 });

const town = inventReport('disclosure-2021', 611, { authority: '云岭县望溪镇人民政府', year: 2023 });
const otherTown = inventReport('disclosure-2021', 612, { authority: '云岭县松台镇人民政府', year: 2023 });

const conflicting = inventReport('disclosure-2021', 613, { year: 2022 });
const misciting = inventReport('disclosure-2021', 614);

export const refusedCases: CorpusCase[] = [
  pageCase(
    'refused-empty-cells-dropped',
    'L08: blank cells were dropped from table three, so that the rest moved to the left: those rows are not read, complete ones are.',
    withoutBlanks(dropped.report),
    expecting([partly(dropped.readable)], { issues: ['cells_dropped'] }),
  ),
  textCase(
    'refused-empty-cells-dropped-text',
    'L08: the same in tab-separated text: of a row of seven only the figures that are not blank remain.',
    withoutBlanks(droppedText.report),
    'tab-rows-omitted',
    expecting([partly(droppedText.readable)], { issues: ['cells_dropped'] }),
  ),
  pageCase(
    'refused-headings-without-tables',
    'The three headings are there, the tables are not.',
    pageOf(tableless, officialLayout).filter((block) => block.kind !== 'table'),
    expecting([{ form: null, ...nothing }], { issues: ['table_missing'] }),
  ),
  pageCase(
    'refused-image-for-table-three',
    'Table three is an image: said so with its address; tables two and four are read.',
    withImages(pictured, [1]),
    expecting(
      [
        reading(pictured, {
          facts: onlyTables(pictured, ['proactive_disclosure', 'review_litigation']),
          outcomes: Object.fromEntries(
            ['reconsideration', 'litigation_direct', 'litigation_after_reconsideration'].map((route) => [
              `review_litigation.outcomes_sum@${route}`,
              'satisfied',
            ]),
          ),
        }),
      ],
      { issues: ['table_is_image'], noIssues: ['table_missing'] },
    ),
  ),
  pageCase(
    'refused-images-for-all-tables',
    'All three tables are images.',
    withImages(tableless, [0, 1, 2]),
    expecting([{ form: null, ...nothing }], { issues: ['table_is_image'] }),
  ),
  {
    slug: 'refused-question-marks',
    about: 'Every Chinese character was turned to "?"; figures and markup are whole.',
    file: 'source.html',
    content: garbledPage(garbled).replaceAll(/[^\0-\x7f]/g, '?'),
    expected: expecting([{ form: null, year: null, authority: null, ...nothing }], {
      issues: ['text_garbled'],
    }),
  },
  {
    slug: 'refused-mojibake',
    about: 'UTF-8 was taken for GBK and saved so.',
    file: 'source.html',
    content: new TextDecoder('gbk').decode(new TextEncoder().encode(garbledPage(garbled))),
    expected: expecting([{ form: null, year: null, authority: null, ...nothing }], {
      issues: ['text_garbled'],
    }),
  },
  {
    slug: 'refused-mojibake-latin',
    about: 'UTF-8 was taken for Windows-1252 and saved so.',
    file: 'source.html',
    content: new TextDecoder('windows-1252').decode(new TextEncoder().encode(garbledPage(garbled))),
    expected: expecting([{ form: null, year: null, authority: null, ...nothing }], {
      issues: ['text_garbled'],
    }),
  },
  pageCase(
    'refused-blank-form',
    'A form without any figure: every cell is blank, nothing is satisfied.',
    pageOf(empty, officialLayout),
    expecting([reading(empty)], { issues: ['blank_form'] }),
  ),
  pageCase(
    'refused-half-year-notice',
    'A notice on the first half of a year, in prose.',
    [
      { kind: 'title', text: '青禾市白石区2022年上半年政府信息公开工作情况通报' },
      {
        kind: 'paragraph',
        text: '2022年1月至6月，全区新收政府信息公开申请31件，办结27件，其余4件按期办理。下半年将继续规范答复。',
      },
    ],
    expecting([{ form: null, ...nothing }], { issues: ['half_year_notice'] }),
  ),
  pageCase(
    'refused-comparison-of-two-years',
    'Table three of two years side by side in 14 columns.',
    [
      ...opening(later),
      ...sectionOne,
      { kind: 'heading', text: tableHeadings[1] },
      { kind: 'table', rows: comparison(earlier, later) },
      ...lastSections,
    ],
    expecting([nothing], { issues: ['comparison_page'] }),
  ),
  {
    slug: 'two-reports-on-one-page',
    about: 'The reports of two towns on one page: two extractions, in their order.',
    file: 'source.html',
    content: htmlOf([...pageOf(town, officialLayout), ...pageOf(otherTown, officialLayout)], {
      markup: 'tidy',
      surroundings: 'plain',
      charset: 'utf-8',
    }).replace(/<title>.*<\/title>/, '<title>云岭县各镇政府信息公开工作年度报告</title>'),
    expected: expecting([reading(town), reading(otherTown)]),
  },
  pageCase(
    'tables-of-last-year-without-title',
    'Table three of last year stands above that of this year, each under a line that is no title of a report: which of them is the report’s is not said, and that is told.',
    pageOf(town, officialLayout).flatMap((block, at, all): PageBlock[] => {
      if (block !== all.filter(({ kind }) => kind === 'table').at(-2)) return [block];
      return [
        { kind: 'paragraph', text: `${town.year - 1}年申请办理情况` },
        ...pageOf(otherTown, officialLayout).filter((other, nth) => nth === at && other.kind === 'table'),
        { kind: 'paragraph', text: `${town.year}年申请办理情况` },
        block,
      ];
    }),
    expecting(
      [
        reading(town, {
          facts: {
            ...onlyTables(town, ['proactive_disclosure']),
            ...onlyTables(otherTown, ['requests']),
          },
          outcomes: {},
        }),
        {
          form: town.formId,
          year: null,
          authority: null,
          facts: onlyTables(town, ['requests', 'review_litigation']),
        },
      ],
      { issues: ['table_repeated', 'table_missing', 'year_missing', 'authority_missing'] },
    ),
  ),
  pageCase(
    'year-in-conflict',
    'The title says one year, the heading above it another: an issue, not a guess.',
    [
      { kind: 'heading', text: `${conflicting.authority}2021年政府信息公开工作年度报告` },
      ...pageOf(conflicting, officialLayout),
    ],
    expecting([reading(conflicting, { year: null })], { issues: ['year_conflict'] }),
  ),
  pageCase(
    'notice-of-the-other-form',
    'The text cites the notice of 2019, the tables are those of 2021: the labels decide.',
    pageOf(misciting, officialLayout).map((block) =>
      block.kind === 'paragraph'
        ? { ...block, text: block.text.replace('国办公开办函〔2021〕30号', '国办公开办函〔2019〕60号') }
        : block,
    ),
    expecting([reading(misciting)], { issues: ['notice_differs'] }),
  ),
  pageCase(
    'no-report',
    'A page with tables that are none of a report.',
    [
      { kind: 'title', text: '云岭县2023年部门预算公开表' },
      {
        kind: 'table',
        rows: [
          row(label('项目'), label('本年预算数'), label('上年执行数'), label('总计')),
          row(label('基本支出'), label('412.60'), label('398.11'), label('810.71')),
          row(label('项目支出'), label('95.00'), label('120.44'), label('215.44')),
        ],
      },
    ],
    expecting([{ form: null, ...nothing }], { issues: ['no_report'] }),
  ),
];
