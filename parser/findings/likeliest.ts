import type { Diagnosis } from '../extraction.ts';

type Alternative = Diagnosis['alternatives'][number];

/**
 * The alternatives that nothing tells from the first: as many cells changed, and the same slip, or none, to explain them. Where there are several,
 * none of them may be called the likeliest.
 */
export const likeliestOf = ({ alternatives }: Pick<Diagnosis, 'alternatives'>): readonly Alternative[] => {
  const [first] = alternatives;
  if (!first) return [];
  return alternatives.filter(
    ({ changes, likely }) => likely === first.likely && changes.length === first.changes.length,
  );
};
