import type { Claim } from '../parser/extraction.ts';
import { findingsOf, isRaised, type Told } from '../parser/findings/finding.ts';
import type { Judgement } from '../parser/findings/judgement.ts';
import { claimKey, statementKey } from '../parser/findings/key.ts';
import { claimWordsIn } from '../parser/messages/claims.ts';
import { printed } from '../parser/messages/figure.ts';
import type { Language } from '../parser/messages/words.ts';
import type { ProseFinding } from '../parser/prose/prose-findings.ts';
import { panelWordsIn } from './words-in.ts';

/** Where words stand in the text of the page. */
export type Passage = Pick<Claim, 'block' | 'at' | 'quote'>;

/** Something that the text says in numbers, and what became of it: against the tables, or against the text itself. */
export type Statement = {
  against: 'tables' | 'itself';
  /** Key under which its words are marked on the page. */
  shownAs: string;
  /** Key under which it is set aside. */
  key: string;
  place: Passage;
  outcome: Claim['outcome'];
  sentence: string;
  /** As what a number was read: who, when, what. */
  readAs: string | null;
  /** Its cells; null where there are none. */
  about: readonly string[] | null;
  warns: boolean;
};

const shownKey = (kind: string, { block, at, quote }: Passage): string => `${kind}:${block}:${at}:${quote}`;

/** All that the text of a report says in numbers: its counts first, then its sums, percentages and period. */
export const statementsOf = (report: Told, language: Language, judgement: Judgement): Statement[] => {
  const { extraction, statements = [] } = report;
  const raised = new Set(
    findingsOf(report, judgement)
      .filter(isRaised)
      .map(({ key }) => key),
  );
  const words = panelWordsIn(language);
  const said = claimWordsIn(language, extraction, extraction.facts);
  return [
    ...extraction.claims.map((claim): Statement => {
      const key = claimKey(claim, extraction);
      return {
        against: 'tables',
        shownAs: shownKey('claim', claim),
        key,
        place: claim,
        outcome: claim.outcome,
        sentence: `${printed(claim.value)} ${words.claimOutcome(claim)}`,
        readAs: said.readAs(claim, extraction.year?.value ?? null),
        about: claim.about,
        warns: raised.has(key),
      };
    }),
    ...statements.map((found): Statement => {
      const key = statementKey(found, extraction);
      return {
        against: 'itself',
        shownAs: shownKey(found.kind, found),
        key,
        place: found,
        outcome: found.outcome,
        sentence: said.finding(found),
        readAs: null,
        about: null,
        warns: raised.has(key),
      };
    }),
  ];
};

/** Places of the numbers that a sum, a share or a change of the text speaks of: those are not uncovered, though no cell holds them. */
export const coveredBy = (
  findings: readonly ProseFinding[],
  claims: readonly Claim[],
): ((place: Passage) => boolean) => {
  const covered = new Set<string>();
  const cover = (block: number, at: number): void => {
    covered.add(`${block}:${at}`);
  };
  for (const found of findings) {
    if (found.kind === 'sum') for (const { at } of [found, ...found.parts]) cover(found.block, at);
    if (found.kind !== 'percentage' || found.outcome === 'undetermined') continue;
    // A share stands behind the number it is of, a change behind its size.
    const before = claims.findLast(
      ({ block, at, value }) => block === found.block && at < found.at && value === found.part,
    );
    if (before) cover(before.block, before.at);
  }
  return ({ block, at }) => covered.has(`${block}:${at}`);
};
