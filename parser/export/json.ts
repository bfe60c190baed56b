import type { Check, Claim, Diagnosis, Extraction, Fact, Source } from '../extraction.ts';
import type { Issue } from '../issue.ts';
import type { Slot } from '../source/blocks.ts';

/**
 * JSON with the keys in the order of the schema, whatever order an object was built in or came over a message port with:
 * the same bytes in give the same bytes out.
 */

export const slotOf = ({ table, row, column }: Slot): Slot => ({ table, row, column });

export const sourceOf = ({ path, url, sha256, bytes, format }: Source): Source => ({
  ...(path === undefined ? {} : { path }),
  ...(url === undefined ? {} : { url }),
  sha256,
  bytes,
  format,
});

const factOf = ({ ref, value, state, raw, unit, slot }: Fact): Fact => ({
  ref,
  value,
  state,
  raw,
  unit,
  slot: slotOf(slot),
});

const checkOf = ({ id, outcome, left, right, difference, terms, assumedZero, reason }: Check): Check => ({
  id,
  outcome,
  left,
  right,
  difference,
  terms: terms.map(({ ref, weight, value }) => ({ ref, weight, value })),
  assumedZero,
  ...(reason === undefined ? {} : { reason: { code: reason.code, refs: reason.refs } }),
});

const diagnosisOf = ({ explains, alternatives, capped }: Diagnosis): Diagnosis => ({
  explains,
  alternatives: alternatives.map(({ changes, likely, rank }) => ({
    changes: changes.map(({ ref, from, to }) => ({ ref, from, to })),
    likely,
    rank,
  })),
  capped,
});

const claimOf = ({ quote, value, about, scope, outcome, block, at }: Claim): Claim => ({
  quote,
  value,
  about,
  scope,
  outcome,
  block,
  at,
});

/** An issue's parameters differ by code: its code first, its place last, what is between by name. */
const issueOf = (issue: Issue): object => {
  const { code, slot, ...params } = issue as Issue & { slot?: Slot };
  const byName = Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    code,
    ...Object.fromEntries(
      byName.map(([name, value]) => [
        name,
        name === 'candidates' && Array.isArray(value) ? value.map(candidateOf) : value,
      ]),
    ),
    ...(slot === undefined ? {} : { slot: slotOf(slot) }),
  };
};

type Evidence = NonNullable<Extraction['authority']>;

const candidateOf = (candidate: string | Evidence): string | Evidence =>
  typeof candidate === 'string' ? candidate : { value: candidate.value, evidence: candidate.evidence };

const ordered = (extraction: Extraction): object => {
  const { schema, source, form, authority, year, facts, coverage, checks, diagnoses, claims, issues } =
    extraction;
  return {
    schema,
    source: sourceOf(source),
    form: form && { id: form.id, title: form.title, issuedAs: form.issuedAs },
    authority: authority && { value: authority.value, evidence: authority.evidence },
    year: year && { value: year.value, evidence: year.evidence },
    facts: facts.map(factOf),
    coverage: { read: coverage.read, expected: coverage.expected },
    checks: checks.map(checkOf),
    diagnoses: diagnoses.map(diagnosisOf),
    claims: claims.map(claimOf),
    issues: issues.map(issueOf),
  };
};

/** One extraction, indented for people, without a line break at its end. */
export const jsonOf = (extraction: Extraction): string => JSON.stringify(ordered(extraction), null, 2);

/** An array of all extractions, also when there is only one. */
export const toJson = (extractions: readonly Extraction[]): string =>
  extractions.length === 0 ? '[]\n' : `[\n${extractions.map(jsonOf).join(',\n')}\n]\n`;

/** One extraction in one line, with its line break. */
export const toNdjsonLine = (extraction: Extraction): string => `${JSON.stringify(ordered(extraction))}\n`;
