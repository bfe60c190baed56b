import { renderText } from '../layouts.ts';
import { inventReport, type Report } from '../report.ts';
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
];
