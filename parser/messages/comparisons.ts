import type { CellPair, FoldedCell, ReportComparison } from '../compare/differences.ts';
import type { Check, Fact } from '../extraction.ts';
import { betweenWordsIn } from './between-words-in.ts';
import { printed } from './figure.ts';
import type { Language, ReportWords, SpokenReport } from './words.ts';
import { wordsIn } from './words-in.ts';

/** What two reports print differently, row by row. */
type ComparisonWords = {
  /** `（一）予以公开：自然人 20 → 22（+2），总计 21 → 23（+2）`, a line for each row of the table that differs. */
  differing: (comparison: ReportComparison, table: string) => string[];
  /** Rows that one report prints and the other does not, with their columns where these are few. */
  onlyIn: (comparison: ReportComparison, table: string, which: 'one' | 'other') => string[];
  /** One row of a report in place of several of the other. */
  folded: (cells: readonly FoldedCell[]) => string[];
  /** `+3`, `−0.5`; empty where there is none. */
  difference: (difference: number | null) => string;
  /** A check with another outcome in each report. */
  check: (check: ReportComparison['checks'][number], checks: readonly Check[]) => string;
};

const signed = (difference: number): string =>
  difference < 0 ? `−${printed(-difference)}` : `+${printed(difference)}`;

/** Columns of a row that are named one by one; of more the row alone is named. */
const columnsNamed = 3;

const rowOf = (ref: string): string => ref.slice(0, ref.lastIndexOf('.'));
const tableOf = (ref: string): string => ref.slice(0, ref.indexOf('.'));

const byRow = <Cell extends { ref: string }>(cells: readonly Cell[]): Cell[][] => [
  ...Map.groupBy(cells, ({ ref }) => rowOf(ref)).values(),
];

/** @param subjects the two reports: each lends the names of its own rows. */
export const comparisonWords = (
  subjects: readonly [one: SpokenReport, other: SpokenReport],
  language: Language,
): ComparisonWords => {
  const { colon, comma, semicolon, brackets, comparison: say } = betweenWordsIn(language);
  const words = wordsIn(language);
  const [one, other] = subjects.map(words.about) as [ReportWords, ReportWords];

  const figure = (fact: Fact | null, unit: boolean): string => {
    if (fact === null) return say.noCell;
    switch (fact.state) {
      case 'number':
        return `${printed(fact.value ?? 0)}${unit ? (fact.unit ?? say.noUnit) : ''}`;
      case 'blank':
        return say.blank;
      case 'mark':
        return say.raw(fact.raw);
      case 'unreadable':
        return say.unreadable(say.raw(fact.raw));
    }
  };

  const change = ({ ref, one: before, other: after, how, difference }: CellPair): string =>
    `${one.column(ref)} ${figure(before, how === 'unit')} → ${figure(after, how === 'unit')}${
      difference === null ? '' : brackets(signed(difference))
    }`;

  return {
    difference: (difference) => (difference === null || difference === 0 ? '' : signed(difference)),
    differing: ({ cells }, table) =>
      byRow(
        cells.filter(
          ({ ref, differs, one: before, other: after }) =>
            differs && before !== null && after !== null && tableOf(ref) === table,
        ),
      ).map((row) => `${one.row(row[0]?.ref ?? '')}${colon}${row.map(change).join(semicolon)}`),
    onlyIn: ({ cells }, table, which) => {
      const own = which === 'one' ? one : other;
      return byRow(cells.filter(({ ref, how }) => how === `only_${which}` && tableOf(ref) === table)).map(
        (row) =>
          `${own.row(row[0]?.ref ?? '')}${
            row.length <= columnsNamed ? brackets(row.map(({ ref }) => own.column(ref)).join(comma)) : ''
          }`,
      );
    },
    folded: (cells) =>
      byRow(cells).map((row) => {
        const first = row[0];
        if (!first) return '';
        const [whole, parts] = first.whole === 'one' ? [one, other] : [other, one];
        const names = first.parts.map((ref) => parts.row(ref)).join(comma);
        const off = row.filter(({ difference }) => difference !== 0);
        const figures = off.map(({ ref, figure: printedFigure, sum }) => {
          const number = (value: number | null): string =>
            value === null ? words.ui.noFigure : printed(value);
          return `${whole.column(ref)} ${number(printedFigure)} ${printedFigure === null || sum === null ? '?' : '≠'} ${number(sum)}`;
        });
        const head = say.standsFor(whole.row(first.ref), names);
        return `${head}${colon}${off.length === 0 ? say.sameInEvery : figures.join(semicolon)}`;
      }),
    check: ({ id, one: before, other: after }, checks) => {
      const outcome = (value: Check['outcome'] | null): string =>
        value === null ? say.noIdentity : words.outcome[value];
      const check = checks.find((candidate) => candidate.id === id);
      const about = before === null ? other : one;
      const name = check ? say.placed(about.where(check), about.identity(check)) : id;
      return `${name}${colon}${outcome(before)} → ${outcome(after)}`;
    },
  };
};
