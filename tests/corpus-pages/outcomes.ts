import { formFor, type Report } from './report.ts';

const numberOf = (text: string | undefined): number | null =>
  text !== undefined && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;

/**
 * The outcome of every identity of a report, straight from the rule of the domain: no number at all is undetermined; a blank or a mark
 * is zero unless it is a total of which a part is stated and not zero; then every identity that names it is undetermined.
 * Written apart from the parser on purpose, so that one can find the other wrong. Figures must be plain numbers, blanks or marks.
 */
export const outcomesOf = (report: Report): Record<string, string> => {
  const form = formFor(report);
  const identities = form.identities.flatMap((identity) => {
    const table = form.tables.find((candidate) => candidate.id === identity.table);
    const lines: readonly { readonly id: string }[] =
      table?.bands.flatMap((band): readonly { readonly id: string }[] =>
        identity.over === 'columns' ? band.columns : band.rows,
      ) ?? [];
    return lines.flatMap((line) => {
      const refs = (ids: readonly string[]) =>
        ids
          .map((id) =>
            identity.over === 'columns'
              ? `${identity.table}.${id}.${line.id}`
              : `${identity.table}.${line.id}.${id}`,
          )
          .filter((ref) => ref in report.facts);
      const left = refs(identity.left);
      const right = refs(identity.right);
      if (left.length === 0 || right.length === 0) return [];
      return [{ id: `${identity.id}@${line.id}`, left, right, total: identity.basis === 'parts_and_total' }];
    });
  });
  const doubtful = new Set(
    identities
      .filter(({ total, left }) => total && left.some((ref) => (numberOf(report.facts[ref]) ?? 0) !== 0))
      .flatMap(({ right }) => right)
      .filter((ref) => numberOf(report.facts[ref]) === null),
  );
  const sum = (refs: readonly string[]) =>
    refs.reduce((total, ref) => total + (numberOf(report.facts[ref]) ?? 0), 0);
  return Object.fromEntries(
    identities.map(({ id, left, right }) => {
      const refs = [...left, ...right];
      const undetermined =
        refs.every((ref) => numberOf(report.facts[ref]) === null) || refs.some((ref) => doubtful.has(ref));
      return [id, undetermined ? 'undetermined' : sum(left) === sum(right) ? 'satisfied' : 'violated'];
    }),
  );
};
