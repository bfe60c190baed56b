import { undecided } from './relation.ts';
import type { Totals, WeighedRelation } from './totals.ts';

/**
 * A table that a page break has cut accuses nobody among its rows: a sum over both pieces that fails may lack a row that stands in neither, and
 * one that only the figures suggest may have been a whole of one piece. What holds, holds; equations between columns stand in one row.
 *
 * @param pieceOf the piece in which each row stands.
 * @param torn what else belongs to the table is not known.
 */
export const withCuts = (
  totals: Totals,
  width: number,
  pieceOf: readonly number[],
  torn: boolean,
): Totals => {
  if (!torn && new Set(pieceOf).size < 2) return totals;
  const inOnePiece = (slots: readonly number[]): boolean =>
    new Set(slots.map((slot) => pieceOf[Math.floor(slot / width)])).size === 1;
  const cut = (relation: WeighedRelation): WeighedRelation =>
    relation.series.axis === 'across'
      ? relation
      : {
          ...relation,
          lines: relation.lines.map((line) => {
            const { target, parts } = line.terms;
            const isSure =
              !torn && relation.cue === 'form' && inOnePiece([target, ...parts.map(({ slot }) => slot)]);
            return line.outcome !== 'violated' || isSure ? line : undecided(line, 'cut');
          }),
        };
  return { ...totals, relations: totals.relations.map(cut) };
};
