import type { CellSum, Child, ParentSum, Without } from '../compare/parent-sum.ts';
import { printed } from './figure.ts';
import type { Language, SpokenReport } from './words.ts';
import { wordsIn } from './words-in.ts';

/** What is said of a report beside the sum of others. In all of it nothing is called wrong. */
type SumWords = {
  /** Why a child's report is not in the sums, or not as it is; null where it simply is. */
  child: (child: Child) => string | null;
  /** `（一）予以公开：自然人 45 ≠ 40（+5）`, a line for each row of the table that differs. */
  differing: (sum: ParentSum, table: string) => string[];
  /** The same of cells that are undetermined: the parent's figure beside what those children that state a number have together. */
  undetermined: (sum: ParentSum, table: string) => string[];
  /** Which figures are not known, a line for each report. */
  unknown: (sum: ParentSum) => string[];
  /** Rows that children print and the parent does not. */
  notInParent: (sum: ParentSum) => string[];
};

const rowOf = (ref: string): string => ref.slice(0, ref.lastIndexOf('.'));
const tableOf = (ref: string): string => ref.slice(0, ref.indexOf('.'));

/** @param subjects the parent first, then the children in their order: each lends the names of its own rows. */
export const sumWords = (
  subjects: readonly [SpokenReport, ...SpokenReport[]],
  language: Language,
): SumWords => {
  const zh = language === 'zh-CN';
  const words = wordsIn(language);
  const [colon, comma, semicolon] = zh ? ['：', '、', '；'] : [': ', ', ', '; '];
  const own = words.about(subjects[0]);
  const number = (value: number | null): string => (value === null ? words.ui.noFigure : printed(value));
  const signed = (value: number): string => (value < 0 ? `−${printed(-value)}` : `+${printed(value)}`);

  const states: Record<CellSum['state'], string> = zh
    ? { number: '', blank: '空白', mark: '符号', unreadable: '无法辨认' }
    : { number: '', blank: 'blank', mark: 'a symbol', unreadable: 'unreadable' };
  const whys: Record<Without['why'], (count: number) => string> = zh
    ? {
        blank: (count) => `${count} 格空白`,
        mark: (count) => `${count} 格为符号`,
        unreadable: (count) => `${count} 格无法辨认`,
        no_cell: (count) => `缺 ${count} 格`,
        two_figures: (count) => `${count} 格在两份报告中数字不同`,
        other_unit: (count) => `${count} 格的单位不明`,
      }
    : {
        blank: (count) => `${count} blank`,
        mark: (count) => `${count} with a symbol`,
        unreadable: (count) => `${count} unreadable`,
        no_cell: (count) => `${count} not on its form`,
        two_figures: (count) => `${count} with two figures in two reports`,
        other_unit: (count) => `${count} in a unit that is not known`,
      };

  const nameOf = ({ authority, source }: Child): string => authority ?? source;

  const rows = (cells: readonly CellSum[], one: (cell: CellSum) => string): string[] =>
    [...Map.groupBy(cells, ({ ref }) => rowOf(ref)).values()].map(
      (row) => `${own.row(row[0]?.ref ?? '')}${colon}${row.map(one).join(semicolon)}`,
    );

  return {
    child: (child) => {
      const name = nameOf(child);
      switch (child.part) {
        case 'counted':
          return null;
        case 'other_form':
          return zh
            ? `${name}所用表样与总报告不同，只计两种表样共有的单元格`
            : `${name} uses another form: only cells that both forms have are counted`;
        case 'same_again':
          return zh
            ? `${name}有两份数字相同的报告，只计一次（${child.source}）`
            : `${name} is here twice with the same figures and counted once (${child.source})`;
        case 'two_figures':
          return zh
            ? `${name}有两份数字不同的报告，两份不同的格未计入（${child.source}）`
            : `${name} is here twice with different figures: cells that differ are not counted (${child.source})`;
        case 'other_year':
          return zh
            ? `${name}的报告为 ${child.year} 年，未计入（${child.source}）`
            : `the report of ${name} is for ${child.year} and not counted (${child.source})`;
        case 'no_year':
          return zh
            ? `${name}的报告年度不明，未计入（${child.source}）`
            : `the year of ${name}'s report is not known: not counted (${child.source})`;
        case 'unread':
          return zh
            ? `${child.source}：未能读取报告，未计入`
            : `${child.source}: no report was read, not counted`;
        case 'parent':
          return zh
            ? `与总报告是同一机关，未计入（${child.source}）`
            : `${name} is the authority of the government's report too, and not counted (${child.source})`;
      }
    },
    differing: ({ cells }, table) =>
      rows(
        cells.filter(({ ref, outcome }) => outcome === 'differs' && tableOf(ref) === table),
        ({ ref, parent, stated, difference }) =>
          `${own.column(ref)} ${number(parent)} ≠ ${number(stated.sum)}${zh ? `（${signed(difference ?? 0)}）` : ` (${signed(difference ?? 0)})`}`,
      ),
    undetermined: ({ cells }, table) =>
      rows(
        cells.filter(({ ref, outcome }) => outcome === 'undetermined' && tableOf(ref) === table),
        ({ ref, parent, state, stated }) => {
          const figure = parent === null ? states[state] : number(parent);
          return zh
            ? `${own.column(ref)} ${figure} ? ${number(stated.sum)}（${stated.children} 份有数字）`
            : `${own.column(ref)} ${figure} ? ${number(stated.sum)} (stated by ${stated.children})`;
        },
      ),
    unknown: ({ cells, children }) => {
      const lines: string[] = [];
      const noNumber = cells.filter(({ parent }) => parent === null).length;
      if (noNumber > 0)
        lines.push(
          zh
            ? `总报告有 ${noNumber} 格没有数字`
            : `the government's report has no number in ${noNumber === 1 ? 'one cell' : `${noNumber} cells`}`,
        );
      const ofChild = Map.groupBy(
        cells.flatMap(({ without }) => without),
        ({ child }) => child,
      );
      for (const [at, lacking] of [...ofChild].sort(([a], [b]) => a - b)) {
        const child = children[at];
        if (!child) continue;
        const counts = [...Map.groupBy(lacking, ({ why }) => why)].map(([why, all]) => whys[why](all.length));
        lines.push(`${nameOf(child)}${colon}${counts.join(comma)}`);
      }
      return lines;
    },
    notInParent: ({ notInParent, children }) =>
      [...Map.groupBy(notInParent, ({ ref }) => rowOf(ref)).values()].flatMap((cells) => {
        const [first] = cells;
        if (!first) return [];
        const of = [...new Set(cells.flatMap((cell) => cell.children))];
        const child = of[0] ?? 0;
        const names = of.flatMap((at) => (children[at] ? [nameOf(children[at])] : []));
        const subject = subjects[child + 1] ?? subjects[0];
        return [
          `${words.about(subject).row(first.ref)}${zh ? `（${names.join(comma)}）` : ` (${names.join(comma)})`}`,
        ];
      }),
  };
};
