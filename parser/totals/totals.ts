import type { Sheet } from '../table/sheet.ts';
import { choose } from './choose.ts';
import { type Figures, figuresOf } from './figures.ts';
import { coarsen, precisionOf } from './precision.ts';
import { type AskedTable, type Prescribed, prescribed } from './prescribed.ts';
import {
  blankTotals,
  type Relation,
  type RelationLine,
  type RelationStrength,
  relationOf,
  withBlanks,
  withPrecision,
} from './relation.ts';
import { seriesOf } from './series.ts';
import { failuresOf, schemesOf, strengthOf, structureOf } from './strength.ts';
import { isSoft } from './words.ts';

/** The sums that a table states, whatever it is about: found, evaluated exactly, and weighed. */

export type WeighedRelation = Relation & { strength: (line: RelationLine) => RelationStrength };

export type Totals = {
  figures: Figures;
  /** The table of a form that it is; null where its equations are inferred. */
  form: Prescribed | null;
  relations: WeighedRelation[];
  /** The table is too long for all its figures to be tried as totals. */
  cut: boolean;
};

/** Not all that a reader sees was read, or more: nothing that fails there is said to be wrong. */
const isDoubtful = (sheet: Sheet): boolean => sheet.concealed || sheet.problems.length > 0;

const isSoftTable = (sheet: Sheet): boolean =>
  [sheet.caption ?? '', ...sheet.notes, ...sheet.headings.flat()].some(isSoft);

/** A relation is found once, whichever series it stands in; halves have lines of their own. */
const keyOf = ({ series: { axis, members, lines }, candidate: { target, parts } }: Relation): string =>
  `${axis} ${lines[0]?.at} ${members[target]?.at} ${parts.map(({ position, weight }) => weight * ((members[position]?.at ?? 0) + 1)).join(' ')}`;

const once = (relations: readonly Relation[]): Relation[] => [
  ...new Map(relations.map((relation) => [keyOf(relation), relation])).values(),
];

/**
 * @param asked which table of a form with open rows the sheet may be: what the form states of it then stands in place of what would be
 * inferred.
 */
export const totalsOf = (sheet: Sheet, asked: readonly AskedTable[] = []): Totals => {
  const figures = figuresOf(sheet);
  coarsen(sheet, figures);
  const [form = null] = asked.flatMap((one) => prescribed(one, sheet, figures) ?? []);
  const choices =
    form?.choices ?? seriesOf(sheet, figures).map((series) => ({ series, ...choose(figures, series) }));
  const evaluated = (which: 'taken' | 'expected'): Relation[] =>
    once(
      choices.flatMap(({ series, [which]: candidates }) =>
        candidates.map((candidate) => relationOf(figures, series, candidate)),
      ),
    );
  const first = evaluated('taken');
  const blanks = blankTotals(figures, first);
  const precision = precisionOf(sheet, figures, first);
  const settled = (relations: readonly Relation[]): Relation[] =>
    relations
      .map((relation) => withPrecision(figures, relation, precision))
      .map((relation) => withBlanks(figures, relation, blanks))
      .filter(({ lines }) => lines.length > 0);
  const relations = settled(first);
  const schemes = schemesOf(figures, relations);
  const failures = { down: failuresOf(relations, 'down'), across: failuresOf(relations, 'across') };
  const structures = {
    down: structureOf(relations, 'down'),
    across: structureOf(relations, 'across'),
    cells: structureOf(relations, 'cells'),
  };
  const soft = isDoubtful(sheet) || isSoftTable(sheet);
  const weighed = (relation: Relation): WeighedRelation => {
    const crossing = relation.series.axis === 'down' ? failures.across : failures.down;
    const structure = structures[relation.series.axis];
    return { ...relation, strength: strengthOf(figures, relation, schemes, crossing, structure, soft) };
  };
  const known = new Set(relations.map(keyOf));
  const expected = settled(evaluated('expected'))
    .filter((relation) => !known.has(keyOf(relation)))
    .map(weighed)
    .filter(({ lines, strength }) => lines.some((line) => strength(line) === 'asserted'));
  return {
    figures,
    form,
    relations: [...relations.map(weighed), ...expected],
    cut: choices.some(({ cut }) => cut),
  };
};
