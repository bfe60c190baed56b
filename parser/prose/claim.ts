import type { Claim } from '../extraction.ts';
import type { Heard } from './agreement.ts';
import { type Prose, quoteOf, type Segment } from './clauses.ts';
import type { ReportContext } from './memory.ts';
import type { Spoken } from './spoken.ts';
import { judge } from './subjects.ts';

/** What speaks against taking a number as the one the table holds. */
export type CountDoubts = {
  period: boolean;
  part: boolean;
  /** It stands behind 其中 and names nothing of the form, or not as a part of what stands before. */
  within: boolean;
  unsure: boolean;
  /** Words stand in its frame that are not understood; several others of the paragraph decide. */
  open: boolean;
  /** A slot of its frame is filled by a word that might mean another; the rest of the paragraph decides. */
  slight: boolean;
  /** It divides this year's applications alone, while its cell also holds those carried over: fewer may be right. */
  fewer: boolean;
  /** It counts more outcomes than are named: more may be right. */
  more: boolean;
  /** 其余 and 其他 that make up what a list leaves of its total. */
  rest: boolean;
};
/** Where a number stands: its member, and its place in folded text. */
type NumberPlace = { prose: Prose; segment: Segment; at: number; sentence: number };

/** A claim whose judgement is known. */
export const claimAt = (
  { prose, segment, at }: NumberPlace,
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
export const heardOf = (
  place: NumberPlace,
  value: number,
  { subject, sure, topic, tied = true }: NonNullable<Spoken>,
  doubts: CountDoubts,
  { facts, arrivals }: ReportContext,
): Heard => {
  const { about, outcome } = judge(value, subject, facts);
  const refs = about.length > 0 ? about : null;
  const family = topic === 'requests' ? 'requests' : 'disputes';
  const said = (scope: Claim['scope'], doubt: Heard['doubt'], outcomeSaid: Claim['outcome']): Heard => ({
    claim: claimAt(place, value, refs, scope, outcomeSaid),
    family,
    readings: subject.readings.map((refs) => refs.join()).join(' '),
    sentence: place.sentence,
    outcome,
    doubt,
    tied,
  });
  if (doubts.period) return said('other_period', 'grave', 'undetermined');
  if (doubts.part) return said('part', 'grave', 'undetermined');
  const held = about.reduce((total, ref) => total + (facts.get(ref)?.value ?? 0), 0);
  const carried = facts.get(arrivals.carriedOver)?.value ?? held;
  const grave =
    doubts.unsure ||
    doubts.rest ||
    sure === 'no' ||
    (doubts.more && value > held) ||
    (doubts.fewer && value < held && value >= held - carried);
  const open = doubts.open || sure === 'open';
  const slight = doubts.slight || sure === 'slight';
  if (outcome === 'satisfied')
    return said(
      'whole',
      doubts.within || grave ? 'grave' : open ? 'open' : slight ? 'slight' : 'none',
      outcome,
    );
  // Behind 其中 a number speaks of a part of the one before it: where it names nothing of the form, nothing can be said.
  if (doubts.within) return said('part', 'grave', 'undetermined');
  if (grave) return said('unknown', 'grave', 'undetermined');
  if (open) return said('unknown', 'open', 'undetermined');
  if (slight) return said('unknown', 'slight', 'undetermined');
  return said('whole', 'none', outcome);
};
