import type { Claim } from '../extraction.ts';
import { type Prose, quoteOf, type Segment } from './clauses.ts';
import type { Context } from './memory.ts';
import type { Spoken } from './spoken.ts';
import { judge } from './subjects.ts';

/** What speaks against taking a number as the one the table holds. */
export type Doubts = { period: boolean; part: boolean; within: boolean; unsure: boolean };
/** Where a number stands: its member, and its place in folded text. */
export type Place = { prose: Prose; segment: Segment; at: number; end: number };

/** A claim whose judgement is known. */
export const claimAt = (
  { prose, segment, at }: Place,
  value: number,
  about: readonly string[] | null,
  scope: Claim['scope'],
  outcome: Claim['outcome'],
): Claim => ({
  quote: quoteOf(prose, segment.tokens[0]?.start ?? at, segment.tokens.at(-1)?.end ?? at + 1, at),
  value,
  about: about === null ? null : [...about],
  scope,
  outcome,
  block: prose.index,
  at: prose.folded.at[at] ?? 0,
});

/** Sets a number against its cells and lets every doubt weigh. */
export const claimOf = (
  place: Place,
  value: number,
  { subject, sure }: NonNullable<Spoken>,
  doubts: Doubts,
  { facts }: Context,
): Claim => {
  const { about, outcome } = judge(value, subject, facts);
  const refs = about.length > 0 ? about : null;
  if (doubts.period) return claimAt(place, value, refs, 'other_period', 'undetermined');
  if (doubts.part) return claimAt(place, value, refs, 'part', 'undetermined');
  if (outcome === 'satisfied') return claimAt(place, value, refs, 'whole', outcome);
  // Behind 其中 a number speaks of a part of the one before it: where it is not the row it names, nothing can be said.
  if (doubts.within) return claimAt(place, value, refs, 'part', 'undetermined');
  if (doubts.unsure || !sure) return claimAt(place, value, refs, 'unknown', 'undetermined');
  return claimAt(place, value, refs, 'whole', outcome);
};
