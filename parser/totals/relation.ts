import type { Candidate, Cue } from './candidate.ts';
import { type Evaluation, evaluate, type Precision, type Reason, type Terms } from './evaluate.ts';
import { type Figures, state } from './figures.ts';
import { termsOn } from './fit.ts';
import type { Series, SeriesLine } from './series.ts';
import { isOneSlip } from './slip.ts';

/** An equation taken, evaluated exactly on each of its lines. */

export type RelationStrength = 'asserted' | 'hint';

export type RelationLine = Evaluation & {
  line: SeriesLine;
  terms: Terms;
  /** The difference is what one slip of a typist makes. */
  slip: boolean;
};

export type Relation = {
  series: Series;
  candidate: Candidate;
  cue: Cue;
  lines: RelationLine[];
};

const isBlank = (figures: Figures, slot: number): boolean =>
  figures.state[slot] === state.blank || figures.state[slot] === state.nothing;

/** Do shares come to 100? */
export const isOfOneWhole = ({ printed, computed }: Evaluation): boolean =>
  [printed, computed].some((one) => one !== null && Math.abs(one - 100) < 1);

/** Lines on which the equation says something: where there is a number, and where ratios that need not add up do. */
export const relationOf = (figures: Figures, series: Series, candidate: Candidate): Relation => {
  const lines = series.lines.flatMap((line): RelationLine[] => {
    const terms = termsOn(series, candidate.target, candidate.parts, line);
    const evaluation = evaluate(figures, terms);
    if (evaluation.reason === 'no_number') return [];
    const slip = evaluation.outcome === 'violated' && isOneSlip(figures, terms, evaluation.difference ?? 0);
    // Of ratios only what holds is told: a total of rates is none. Shares that are parts of no one whole are rates.
    if (
      line.rate &&
      evaluation.outcome !== 'satisfied' &&
      !(line.share && (slip || isOfOneWhole(evaluation)))
    )
      return [];
    return [{ ...evaluation, line, terms, slip }];
  });
  return { series, candidate, cue: candidate.cue, lines };
};

/** The same with its lines evaluated again, as exact as their figures are. */
export const withPrecision = (
  figures: Figures,
  relation: Relation,
  precision: (relation: Relation, line: RelationLine) => Precision,
): Relation => ({
  ...relation,
  lines: relation.lines.map((line): RelationLine => {
    if (line.outcome === 'undetermined') return line;
    const evaluation = evaluate(figures, line.terms, precision(relation, line));
    const slip =
      evaluation.outcome === 'violated' && isOneSlip(figures, line.terms, evaluation.difference ?? 0);
    return { ...line, ...evaluation, slip };
  }),
});

export const undecided = (line: RelationLine, reason: Reason): RelationLine => ({
  ...line,
  outcome: 'undetermined',
  rounding: false,
  reason,
  slip: false,
});

/** A figure that lost its first digit looks as one does of which a whole part was not printed. */
const haveAsManyDigits = ({ printed, computed }: Evaluation): boolean =>
  Math.trunc(Math.abs(printed ?? 0)).toString().length ===
  Math.trunc(Math.abs(computed ?? 0)).toString().length;

/**
 * A blank is not a zero: one that is itself the total of stated figures makes undetermined what names it; so does, where an equation
 * fails, one that is filled on other lines and could hold what is missing.
 * @param statedTotals slots whose own parts are stated and not 0.
 */
export const withBlanks = (
  figures: Figures,
  relation: Relation,
  statedTotals: ReadonlySet<number>,
): Relation => {
  const filled = new Set<number>();
  for (const { terms, outcome } of relation.lines)
    if (outcome === 'satisfied')
      terms.parts.forEach(({ slot }, at) => {
        if (figures.state[slot] === state.number && figures.units[slot] !== 0) filled.add(at);
      });
  const lines = relation.lines.map((line): RelationLine => {
    if (line.outcome === 'undetermined') return line;
    const blanks = line.terms.parts.flatMap((part, at) =>
      isBlank(figures, part.slot) ? [{ ...part, at }] : [],
    );
    if (line.outcome === 'violated' && blanks.some(({ slot }) => statedTotals.has(slot)))
      return undecided(line, 'blank_total');
    const missing = line.difference ?? 0;
    const isHalfFilled =
      line.outcome === 'violated' &&
      !(line.slip && haveAsManyDigits(line)) &&
      blanks.some(({ at, weight }) => filled.has(at) && weight * missing > 0);
    return isHalfFilled ? undecided(line, 'half_filled') : line;
  });
  return { ...relation, lines };
};

/** Slots of totals that are left blank though parts of theirs are stated. */
export const blankTotals = (figures: Figures, relations: readonly Relation[]): Set<number> => {
  const found = new Set<number>();
  for (const { lines } of relations)
    for (const { terms, reason } of lines)
      if (reason === 'blank_total' && isBlank(figures, terms.target)) found.add(terms.target);
  return found;
};
