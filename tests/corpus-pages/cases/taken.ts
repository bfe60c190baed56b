import { renderText } from '../layouts.ts';
import { inventReport, type Report, withFacts } from '../report.ts';
import { type CorpusCase, expecting, reading } from './case.ts';

/** Plain text as programs take it from pages and documents. */

const tableFour = (report: Report): { refs: string[]; figures: string[] } => {
  const refs = Object.keys(report.facts).filter((ref) => ref.startsWith('review_litigation.'));
  return { refs, figures: refs.map((ref) => report.facts[ref] ?? '') };
};

/** The report without some of its facts. */
const without = (report: Report, refs: readonly string[]): Report => ({
  ...report,
  facts: Object.fromEntries(Object.entries(report.facts).filter(([ref]) => !refs.includes(ref))),
});

/** A text with what stands between two marks replaced; marks that are not there are an error. */
const replaced = (text: string, from: string, to: string, by: string): string => {
  const start = text.indexOf(from);
  const end = text.indexOf(to, start);
  if (start < 0 || end < 0) throw new Error(`No such stretch: ${from} … ${to}`);
  return `${text.slice(0, start)}${by}\n\n${text.slice(end)}`;
};

const torn = inventReport('disclosure-2021', 620);
/** Narrow columns: headings line by line, then the figures in the order in which the document draws them. */
const tornTableFour = (): string => {
  const { figures } = tableFour(torn);
  const drawn = [0, 5, 10, 1, 6, 11, 2, 7, 12, 3, 8, 13, 4, 9, 14].map((at) => figures[at] ?? '');
  return [
    '行政复议',
    '',
    '未经复议直接起诉',
    '结 结 其 尚',
    '果 果 他 未 总 结 结果 其 尚',
    '维 纠 结 审 计 果 纠 他 未',
    '维',
    '结 审',
    '持 正 果 结',
    '持 正 果 结',
    '',
    '行政诉讼',
    '复议后起诉',
    '结 结 其',
    '总 果 果 他',
    '计 维 纠 结',
    '持 正 果',
    '',
    '尚',
    '未 总',
    '审 计',
    '结',
    ...drawn.flatMap((figure) => ['', figure]),
  ].join('\n');
};

const onlyTotals = inventReport('disclosure-2019', 621);
/** Of fifteen figures one a line three are left, as many as there are routes. */
const threeFigures = (): string => {
  const { figures } = tableFour(onlyTotals);
  const text = renderText(onlyTotals, 'cell-a-line');
  const at = text.indexOf('行政复议\n行政诉讼\n');
  const end = text.indexOf('五、存在的主要问题', at);
  const kept = new Set([4, 5, 11]);
  const left = figures.filter((_, nth) => kept.has(nth));
  const headings = text.slice(at, end).trimEnd().split('\n').slice(0, -figures.length);
  return [...headings, ...left].join('\n');
};

/** A row that has as many cells as there are columns when its last is lost and the empty one of its label is counted. */
const strippedRow = withFacts(inventReport('disclosure-2021', 622), {
  'requests.received_new.research_institution': '',
  'requests.received_new.public_interest_organisation': '',
  'requests.received_new.total': '',
});
const receivedNew = Object.keys(strippedRow.facts).filter((ref) => ref.startsWith('requests.received_new.'));

export const takenCases: CorpusCase[] = [
  {
    slug: 'refused-figures-torn-from-scattered-headings',
    about:
      'pdftotext without -layout: headings of table four line by line, its figures one a line in the order in which the document draws them. Whose they are is not known.',
    file: 'source.txt',
    content: replaced(
      renderText(torn, 'cell-a-line'),
      '行政复议\n行政诉讼\n',
      '五、存在的主要问题',
      tornTableFour(),
    ),
    expected: expecting([reading(without(torn, tableFour(torn).refs), { outcomes: {} })], {
      issues: ['columns_unknown'],
    }),
  },
  {
    slug: 'refused-three-figures-for-fifteen-headings',
    about:
      'One cell a line, blank ones dropped: of table four three figures are left, as many as there are routes. They are not taken for the three totals.',
    file: 'source.txt',
    content: replaced(
      renderText(onlyTotals, 'cell-a-line'),
      '行政复议\n行政诉讼\n',
      '五、存在的主要问题',
      threeFigures(),
    ),
    expected: expecting([reading(without(onlyTotals, tableFour(onlyTotals).refs), { outcomes: {} })], {
      issues: ['cells_dropped'],
    }),
  },
  {
    slug: 'refused-row-stripped-at-both-ends',
    about:
      'A line a row, tabs between cells, merged cells leave empty ones, and white space at both ends of lines was stripped: a row with a blank total is as long as a whole one, and its figures would shift.',
    file: 'source.txt',
    content: renderText(strippedRow, 'tab-rows')
      .split('\n')
      .map((line) => line.trim())
      .join('\n'),
    expected: expecting([reading(without(strippedRow, receivedNew), { outcomes: {} })], {
      issues: ['cells_dropped'],
    }),
  },
];
