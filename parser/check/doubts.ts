import type { Claim, Extraction, Fact, ReasonCode } from '../extraction.ts';

/**
 * No accusation on a doubtful reading: where an issue says that it is not sure what a table of the form says, no identity of it and no
 * count of the text about it is called violated.
 */

/** Tables of a form that were not surely read, and why; of several reasons the first. */
export type Doubts = ReadonlyMap<string, ReasonCode>;

export const doubtsOf = (issues: Extraction['issues']): Doubts => {
  const doubts = new Map<string, ReasonCode>();
  const doubt = (table: string, why: ReasonCode): void => {
    if (!doubts.has(table)) doubts.set(table, why);
  };
  for (const issue of issues) {
    switch (issue.code) {
      case 'figures_unaccounted':
      case 'row_in_doubt':
      case 'row_repeated':
      case 'table_repeated':
      case 'pieces_unsure':
      case 'columns_unknown':
        doubt(issue.table, issue.code);
        break;
      case 'comparison_page':
        doubt(issue.table, 'table_repeated');
        break;
    }
  }
  return doubts;
};

const tableOf = (ref: string): string => ref.slice(0, ref.indexOf('.'));

/** The same claims, none about a table in doubt called violated. */
export const withoutAccusation = (claims: readonly Claim[], doubts: Doubts): Claim[] =>
  claims.map((claim) =>
    claim.outcome === 'violated' && claim.about?.some((ref) => doubts.has(tableOf(ref)))
      ? { ...claim, outcome: 'undetermined' }
      : claim,
  );

/** The facts of a report as a comparison with others may use them: a figure of a table in doubt is none that could prove another wrong. */
export const surelyRead = ({ facts, issues }: Pick<Extraction, 'facts' | 'issues'>): Fact[] => {
  const doubts = doubtsOf(issues);
  if (doubts.size === 0) return facts;
  return facts.map((fact) =>
    fact.state === 'number' && doubts.has(tableOf(fact.ref))
      ? { ...fact, value: null, state: 'unreadable' }
      : fact,
  );
};
