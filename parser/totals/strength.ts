import { isStructural } from './candidate.ts';
import { type Figures, state } from './figures.ts';
import { isOfOneWhole, type Relation, type RelationLine, type RelationStrength } from './relation.ts';
import type { Axis } from './series.ts';

/**
 * How sure it is that a line that fails is a mistake of the table and not ours. Asserted is what the layout states to be a sum, and
 * (a) holds on two other lines with totals of their own or more, and fails on few;
 * (b) holds on one other line, and fails by what one wrong, lost, doubled or swapped digit makes;
 * (c) fails down and across at one cell by the same amount;
 * (d) stands alone and fails by such a slip, but is one of a scheme (codes, totals) that holds three times elsewhere in the table.
 * What a form states part by part needs no support: it is asserted where its lines fail seldom, by a slip, or with no part left blank.
 * All else is a hint. No number here was fitted to any set of tables.
 */

const failing = (relation: Relation): RelationLine[] =>
  relation.lines.filter(({ outcome }) => outcome === 'violated');

/** Different totals on lines that hold: with two parts or more, or, where the layout leaves nothing out, with one. */
const support = (figures: Figures, { lines, cue, candidate: { complete } }: Relation): number => {
  const least = complete && isStructural(cue) ? 1 : 2;
  return new Set(
    lines
      .filter(({ outcome, live }) => outcome === 'satisfied' && live >= least)
      .map(({ terms }) => figures.value[terms.target]),
  ).size;
};

/** A total no larger than the largest of its parts, none of which is less than zero, may be an average, a price or a maximum. */
const mayBeAverage = (figures: Figures, { terms }: RelationLine): boolean => {
  const parts = terms.parts.filter(({ slot }) => figures.state[slot] === state.number);
  const values = parts.map(({ slot, weight }) => weight * (figures.value[slot] ?? 0));
  return values.every((value) => value >= 0) && (figures.value[terms.target] ?? 0) <= Math.max(...values);
};

const isShort = ({ short, width }: Figures, slot: number): boolean => short.has(Math.floor(slot / width));

/** Mistakes are few. Where several lines fail and most by no slip, there is something that we do not know. */
const isFew = (failing: readonly RelationLine[], held: number): boolean =>
  failing.length === 1 ||
  (failing.length * 3 <= held &&
    (failing.length === 2 || failing.filter(({ slip }) => slip).length * 2 > failing.length));

/** A section, or a list of what is in it, may leave out what is missing: its parts stand behind a title, or behind 其中. */
const isPartial = ({ series: { members }, cue, candidate: { target, parts } }: Relation): boolean => {
  if (cue === 'section' || cue === 'of_which' || cue === 'group') return true;
  const first = Math.min(...parts.map(({ position }) => position));
  if (first < target) return false;
  const between = members.slice(target + 1, first);
  return members[first]?.ofWhich === true || between.some(({ bare, label }) => bare && label !== '');
};

/** A row under another title, called no total: one line is little for what agrees with it by chance, as odds of men and of ages do. */
const isOfOtherSection = ({ series: { members }, cue, candidate: { target } }: Relation): boolean =>
  cue === 'section' &&
  members[target]?.total !== true &&
  members.slice(0, target).some(({ bare, label }) => bare && label !== '');

const partsOf = (relations: readonly Relation[], axis: Axis): Set<number> =>
  new Set(
    relations.flatMap(({ series, candidate }) =>
      series.axis === axis ? candidate.parts.map(({ position }) => series.members[position]?.at ?? -1) : [],
    ),
  );

/** Between a total and its parts stands nothing that is part of nothing: else the total may be that of others, or of more. */
const isClosed = ({ series: { members }, candidate }: Relation, parts: ReadonlySet<number>): boolean => {
  const positions = [candidate.target, ...candidate.parts.map(({ position }) => position)];
  const [from, to] = [Math.min(...positions), Math.max(...positions)];
  return members.every(
    ({ at, bare, rate }, position) =>
      position <= from || position >= to || bare || rate || position === candidate.target || parts.has(at),
  );
};

/** Totals that are divided in several ways, by row or column: one division of them may be no more than alike. */
const dividedOf = (relations: readonly Relation[], axis: Axis): Set<number> => {
  const seen = new Set<number>();
  const twice = new Set<number>();
  for (const { series, candidate } of relations) {
    const at = series.members[candidate.target]?.at ?? -1;
    if (series.axis === axis) (seen.has(at) ? twice : seen).add(at);
  }
  return twice;
};

/** How often schemes of a kind hold in the table: relations on one axis with one cue. */
type Schemes = ReadonlyMap<string, number>;

const schemeOf = ({ series, cue, candidate }: Relation): string =>
  `${series.axis} ${cue}${candidate.fixed ? ' fixed' : ''}`;

export const schemesOf = (figures: Figures, relations: readonly Relation[]): Schemes => {
  const schemes = new Map<string, number>();
  for (const relation of relations)
    if (support(figures, relation) > 0 && failing(relation).length === 0)
      schemes.set(schemeOf(relation), (schemes.get(schemeOf(relation)) ?? 0) + 1);
  return schemes;
};

/** Amounts by which equations of the other axis fail, by slot. */
type Crossing = ReadonlyMap<number, readonly number[]>;

export const failuresOf = (relations: readonly Relation[], axis: Axis): Crossing => {
  const failures = new Map<number, number[]>();
  for (const relation of relations)
    if (relation.series.axis === axis && isStructural(relation.cue))
      for (const { terms, difference } of failing(relation))
        for (const slot of [terms.target, ...terms.parts.map((part) => part.slot)]) {
          const known = failures.get(slot);
          if (known) known.push(Math.abs(difference ?? 0));
          else failures.set(slot, [Math.abs(difference ?? 0)]);
        }
  return failures;
};

const crosses = ({ terms, difference }: RelationLine, crossing: Crossing): boolean =>
  [terms.target, ...terms.parts.map(({ slot }) => slot)].some((slot) =>
    (crossing.get(slot) ?? []).some((other) => Math.abs(other - Math.abs(difference ?? 0)) < 1e-9),
  );

/** No part is blank, or a dash, where something could stand that is missing. */
const isFilled = (figures: Figures, { terms }: RelationLine): boolean =>
  terms.parts.every(({ slot }) => figures.state[slot] === state.number);

/** Rows or columns of one axis: those that are parts, and those that are divided in several ways. */
type Structure = { parts: ReadonlySet<number>; divided: ReadonlySet<number> };

export const structureOf = (relations: readonly Relation[], axis: Axis): Structure => ({
  parts: partsOf(relations, axis),
  divided: dividedOf(relations, axis),
});

/**
 * @param soft what is recomputed need not agree, or not all of the table is shown: nothing of it is asserted.
 * @returns for each line that fails how sure it is.
 */
export const strengthOf = (
  figures: Figures,
  relation: Relation,
  schemes: Schemes,
  crossing: Crossing,
  { parts, divided }: Structure,
  soft: boolean,
): ((line: RelationLine) => RelationStrength) => {
  const held = support(figures, relation);
  const { series, candidate } = relation;
  const partial = isPartial(relation);
  const label = series.members[candidate.target]?.label ?? '';
  const isOwn = isClosed(relation, parts) && !divided.has(series.members[candidate.target]?.at ?? -1);
  const lines = failing(relation);
  const failed = lines.length;
  const stated = isStructural(relation.cue);
  return (line) => {
    if (soft || line.perhaps || line.outcome !== 'violated') return 'hint';
    // Where a row is short of cells, nobody can say in which columns the others stand.
    if (
      [line.terms.target, ...line.terms.parts.map(({ slot }) => slot)].some((slot) => isShort(figures, slot))
    )
      return 'hint';
    if (candidate.fixed)
      return isFew(lines, held) && (line.slip || isFilled(figures, line)) ? 'asserted' : 'hint';
    // Shares are rounded, and sometimes made to fit: only a slip in them is one, and only where they are parts of one whole.
    if (line.line.rate && !(line.slip && isOfOneWhole(line))) return 'hint';
    // All rows between two limits are a layout too, but a weaker one: more must hold, and the difference be a slip.
    if (!stated)
      return relation.cue === 'block' && label !== '' && held > 2 && failed === 1 && line.slip
        ? 'asserted'
        : 'hint';
    if (relation.cue === 'whole' && !(failed === 1 && line.slip)) return 'hint';
    if (partial && !line.slip) return 'hint';
    const isPlain =
      (line.slip && (failed === 1 || isOwn)) || (isOwn && line.line.named && !mayBeAverage(figures, line));
    if (held > 1 && isFew(lines, held) && isPlain) return 'asserted';
    if (held === 1 && isOfOtherSection(relation)) return 'hint';
    if (held === 1 && failed === 1 && line.slip) return 'asserted';
    if (held > 0 && crosses(line, crossing)) return 'asserted';
    const isAlone = failed === 1 && held === 0 && line.slip;
    return isAlone && (schemes.get(schemeOf(relation)) ?? 0) > 2 ? 'asserted' : 'hint';
  };
};
