import type { CellSum, Child, ParentSum } from '../compare/parent-sum.ts';
import { betweenWordsIn } from './between-words-in.ts';
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
  const words = wordsIn(language);
  const { colon, comma, semicolon, brackets, sum: say } = betweenWordsIn(language);
  const own = words.about(subjects[0]);
  const number = (value: number | null): string => (value === null ? words.ui.noFigure : printed(value));
  const signed = (value: number): string => (value < 0 ? `−${printed(-value)}` : `+${printed(value)}`);

  const nameOf = ({ authority, source }: Child): string => authority ?? source;

  const rows = (cells: readonly CellSum[], one: (cell: CellSum) => string): string[] =>
    [...Map.groupBy(cells, ({ ref }) => rowOf(ref)).values()].map(
      (row) => `${own.row(row[0]?.ref ?? '')}${colon}${row.map(one).join(semicolon)}`,
    );

  return {
    child: (child) => say.parts[child.part](nameOf(child), child),
    differing: ({ cells }, table) =>
      rows(
        cells.filter(({ ref, outcome }) => outcome === 'differs' && tableOf(ref) === table),
        ({ ref, parent, stated, difference }) =>
          `${own.column(ref)} ${number(parent)} ≠ ${number(stated.sum)}${brackets(signed(difference ?? 0))}`,
      ),
    undetermined: ({ cells }, table) =>
      rows(
        cells.filter(({ ref, outcome }) => outcome === 'undetermined' && tableOf(ref) === table),
        ({ ref, parent, state, stated }) => {
          const figure = parent === null ? say.states[state] : number(parent);
          return say.undetermined(own.column(ref), figure, number(stated.sum), stated.children);
        },
      ),
    unknown: ({ cells, children }) => {
      const lines: string[] = [];
      const noNumber = cells.filter(({ parent }) => parent === null).length;
      if (noNumber > 0) lines.push(say.parentLacks(noNumber));
      const ofChild = Map.groupBy(
        cells.flatMap(({ without }) => without),
        ({ child }) => child,
      );
      for (const [at, lacking] of [...ofChild].sort(([a], [b]) => a - b)) {
        const child = children[at];
        if (!child) continue;
        const counts = [...Map.groupBy(lacking, ({ why }) => why)].map(([why, all]) =>
          say.whys[why](all.length),
        );
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
        return [`${words.about(subject).row(first.ref)}${brackets(names.join(comma))}`];
      }),
  };
};
