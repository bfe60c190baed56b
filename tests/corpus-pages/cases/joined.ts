import { mapTables } from '../edit.ts';
import { officialLayout, pageOf } from '../page.ts';
import { label, type PageBlock, row } from '../printed.ts';
import { inventReport } from '../report.ts';
import { type CorpusCase, expecting, pageCase, reading } from './case.ts';

/** Tables of the form that share one table of the page, and one that does not stand in one. */

/** All tables as one, with what stands between them as rows across. */
const inOneTable = (blocks: readonly PageBlock[]): PageBlock[] => {
  const from = blocks.findIndex(({ kind }) => kind === 'table') - 1;
  const to = blocks.findLastIndex(({ kind }) => kind === 'table');
  const rows = blocks.slice(from, to + 1).flatMap((block) => {
    if (block.kind === 'table') return block.rows;
    return 'text' in block ? [row(label(block.text, 15))] : [];
  });
  return [...blocks.slice(0, from), { kind: 'table', rows }, ...blocks.slice(to + 1)];
};

/** Table two in two, cut below the headings of its band. */
const cutBelow = (blocks: readonly PageBlock[], band: string): PageBlock[] => {
  const first = blocks.find(({ kind }) => kind === 'table');
  return blocks.flatMap((block): PageBlock[] => {
    if (block !== first || block.kind !== 'table') return [block];
    const title = block.rows.findIndex(({ cells }) => cells[0]?.lines.join('') === band);
    return [
      { kind: 'table', rows: block.rows.slice(0, title + 2) },
      { kind: 'paragraph', text: '- 2 -' },
      { kind: 'table', rows: block.rows.slice(title + 2) },
    ];
  });
};

/** The last row of table three stands at the top of the table of the page that holds table four. */
const lastRowBelow = (blocks: readonly PageBlock[]): PageBlock[] => {
  const [, three] = blocks.filter(({ kind }) => kind === 'table');
  const last = three?.kind === 'table' ? three.rows.slice(-1) : [];
  return mapTables(blocks, (rows, at) => {
    if (at === 1) return rows.slice(0, -1);
    return at === 2 ? [...last, ...rows] : rows;
  });
};

const broken = inventReport('disclosure-2021', 733);
const cut = inventReport('disclosure-2019', 732);
const together = inventReport('disclosure-2021', 730);
const withoutHeadings = inventReport('disclosure-2019', 731);

const headed = inventReport('disclosure-2021', 770);

/** Table three with its headings in a table of their own. */
const headingsApart = (blocks: readonly PageBlock[]): PageBlock[] => {
  const three = blocks.filter(({ kind }) => kind === 'table').at(-2);
  return blocks.flatMap((block): PageBlock[] =>
    block === three && block.kind === 'table'
      ? [
          { kind: 'table', rows: block.rows.slice(0, 3) },
          { kind: 'table', rows: block.rows.slice(3) },
        ]
      : [block],
  );
};

export const joinedCases: CorpusCase[] = [
  pageCase(
    'table-three-headings-apart',
    'The headings of table three stand in a table of their own above it, so that they stay in view while its rows are scrolled.',
    headingsApart(pageOf(headed, officialLayout)),
    expecting([reading(headed)]),
  ),
  pageCase(
    'tables-in-one',
    'All three tables of the form stand in one table of the page, their headings in rows across.',
    inOneTable(pageOf(together, officialLayout)),
    expecting([reading(together)], { noIssues: ['table_missing', 'row_in_doubt'] }),
  ),
  pageCase(
    'tables-in-one-without-headings',
    'The same without any heading between them.',
    inOneTable(
      pageOf(withoutHeadings, officialLayout).filter(
        (block) => block.kind !== 'heading' || !/^[二三四]、/.test(block.text),
      ),
    ),
    expecting([reading(withoutHeadings)], { noIssues: ['table_missing', 'row_in_doubt'] }),
  ),
  pageCase(
    'table-three-last-row-above-table-four',
    'A page break has left the last row of table three in the table of the page that holds table four.',
    lastRowBelow(pageOf(broken, officialLayout)),
    expecting([reading(broken)], { noIssues: ['row_missing', 'row_in_doubt'] }),
  ),
  pageCase(
    'table-two-cut-below-headings',
    'A page break in table two right below the headings of a band: its rows come first in the next table of the page.',
    cutBelow(pageOf(cut, officialLayout), '第二十条第（六）项'),
    expecting([reading(cut)], { noIssues: ['columns_unknown', 'row_missing'] }),
  ),
];
