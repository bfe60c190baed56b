import { diagnose } from './check/diagnose.ts';
import { checkIdentities } from './check/identities.ts';
import { readProse } from './check/prose.ts';
import type { Extraction, Source } from './extraction.ts';
import type { Issue } from './issue.ts';
import { type Reading, withoutText } from './reading.ts';
import { citedElsewhere, missingTables, whyNone } from './recognise/absence.ts';
import { factsOf } from './recognise/facts.ts';
import { type Identification, identify } from './recognise/identify.ts';
import { type Report, recognise } from './recognise/recognise.ts';
import { repeatedTables } from './recognise/repeated.ts';
import type { Block, SourceDocument } from './source/blocks.ts';
import { unread } from './unread.ts';

/**
 * The way of the data, from blocks to a checked extraction. Read this first.
 *
 * source → blocks → grids → recognise → facts → check → diagnose
 *
 * @param document what `readHtml`, `readDom` or `readText` gave.
 * @param source where it came from; copied into every extraction.
 * @param before issues that arose while the source was read.
 * @returns one extraction for each report on the page, in document order; one without a form, with issues that say why, where there is none.
 */
export const extract = (
  document: SourceDocument,
  source: Source,
  before: readonly Issue[] = [],
): Extraction[] => readingsOf(document, source, before).map(({ extraction }) => extraction);

/** As `extract`, each with the blocks of its report. */
export const readingsOf = (
  document: SourceDocument,
  source: Source,
  before: readonly Issue[] = [],
): Reading[] => {
  const { reports, issues } = recognise(document.blocks);
  const earlier = [...before, ...(document.issues ?? []), ...issues];
  if (reports.length === 0) return [withoutText(unrecognised(document, source, earlier))];
  const only = reports.length === 1;
  const parts = reports.map((report, at) => {
    const start = at === 0 ? 0 : (reports[at - 1]?.to ?? -1) + 1;
    const blocks = document.blocks.slice(start, only ? undefined : report.to + 1);
    return { report, blocks, start, identified: identify(document, blocks, only) };
  });
  const repeated = repeatedTables(parts);
  return parts.map((part, at) => ({
    extraction: extractReport(source, earlier, part, repeated[at] ?? []),
    blocks: part.blocks,
    start: part.start,
  }));
};

/** A report with the blocks of the page that are its own. */
type Part = { report: Report; blocks: Block[]; start: number; identified: Identification };

const extractReport = (
  source: Source,
  before: readonly Issue[],
  { report: { form, fragments, rivals }, blocks, start, identified }: Part,
  repeated: readonly Issue[],
): Extraction => {
  const { authority, year } = identified;
  const { facts, coverage, issues: read } = factsOf(form, fragments);
  const issues: Issue[] = [
    ...before,
    ...identified.issues,
    ...missingTables(form, fragments, blocks),
    ...read,
    ...repeated,
    ...citedElsewhere(form, blocks),
  ];
  if (rivals.length > 0)
    issues.push({ code: 'form_ambiguous', candidates: [form, ...rivals].map((one) => one.id) });
  const blank = !facts.some((fact) => fact.state === 'number');
  if (blank) issues.push({ code: 'blank_form' });
  const checks = checkIdentities(form, facts, localRows(issues));
  const claims = readProse(blocks, form, facts, year?.value ?? null, authority?.value ?? null);
  return {
    schema: 'gouji/extraction/1',
    source,
    form: { id: form.id, title: form.title, issuedAs: form.issuedAs },
    authority,
    year,
    facts,
    coverage,
    checks,
    diagnoses: diagnose(facts, checks),
    claims: start === 0 ? claims : claims.map((claim) => ({ ...claim, block: claim.block + start })),
    issues,
  };
};

/** Refs of rows that the form does not have and that are no subtotals, for every column. */
const localRows = (issues: readonly Issue[]): ((ref: string) => boolean) => {
  const rows = new Set(
    issues.flatMap((issue) =>
      issue.code === 'extra_row' && !issue.subtotal ? [`${issue.table}.${issue.row}.`] : [],
    ),
  );
  return (ref) => [...rows].some((row) => ref.startsWith(row));
};

/** What is said of a source in which no report was recognised. */
export const unrecognised = (
  document: SourceDocument | null,
  source: Source,
  issues: readonly Issue[],
): Extraction => unread(source, document ? [...issues, ...whyNone(document)] : issues);
