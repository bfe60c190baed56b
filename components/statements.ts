import type { ProseFinding } from '../parser/check/prose-findings.ts';
import type { Claim } from '../parser/extraction.ts';
import { claimWordsIn } from '../parser/messages/claim-words.ts';
import { printed } from '../parser/messages/figure.ts';
import type { Language } from '../parser/messages/words.ts';
import { claimKey, findingKey } from './dismissal.ts';
import { claimWarns, findingWarns, type Judgement, type Told } from './tally.ts';
import { panelWordsIn } from './words.ts';

/** Where words stand in the text of the page. */
export type Place = Pick<Claim, 'block' | 'at' | 'quote'>;

/** Something that the text says in numbers, and what became of it: against the tables, or against the text itself. */
export type Statement = {
  against: 'tables' | 'itself';
  /** Key under which its words are marked on the page. */
  shownAs: string;
  /** Key under which it is set aside. */
  key: string;
  place: Place;
  outcome: Claim['outcome'];
  sentence: string;
  /** Its cells; null where there are none. */
  about: readonly string[] | null;
  warns: boolean;
};

const shownKey = (kind: string, { block, at, quote }: Place): string => `${kind}:${block}:${at}:${quote}`;

/** All that the text of a report says in numbers: its counts first, then its sums, percentages and period. */
export const statementsOf = (report: Told, language: Language, judgement: Judgement): Statement[] => {
  const { extraction, findings = [] } = report;
  const words = panelWordsIn(language);
  const said = claimWordsIn(language, extraction, extraction.facts);
  return [
    ...extraction.claims.map(
      (claim): Statement => ({
        against: 'tables',
        shownAs: shownKey('claim', claim),
        key: claimKey(claim, extraction),
        place: claim,
        outcome: claim.outcome,
        sentence: `${printed(claim.value)} ${words.claimOutcome(claim)}`,
        about: claim.about,
        warns: claimWarns(claim, extraction, judgement),
      }),
    ),
    ...findings.map(
      (found): Statement => ({
        against: 'itself',
        shownAs: shownKey(found.kind, found),
        key: findingKey(found, extraction),
        place: found,
        outcome: found.outcome,
        sentence: said.finding(found),
        about: null,
        warns: findingWarns(found, extraction, judgement),
      }),
    ),
  ];
};

/** Places of the numbers that a sum, a share or a change of the text speaks of: those are not uncovered, though no cell holds them. */
export const coveredBy = (
  findings: readonly ProseFinding[],
  claims: readonly Claim[],
): ((place: Place) => boolean) => {
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
