import { diagnose } from './check/diagnose.ts';
import { doubtsOf, withoutAccusation } from './check/doubts.ts';
import { checkIdentities } from './check/identities.ts';
import type { Extraction, Source } from './extraction.ts';
import { formAsPrinted } from './forms/as-printed.ts';
import { forms as shipped } from './forms/registry.ts';
import type { Form } from './forms/schema.ts';
import { identify } from './imprint/identify.ts';
import type { Issue } from './issue.ts';
import { readProse } from './prose/prose.ts';
import { type Text, textOf } from './prose/text.ts';
import { type Reading, withoutText } from './reading.ts';
import { factsOf } from './recognise/facts.ts';
import { refsOf } from './recognise/fragment.ts';
import { unsurePieces } from './recognise/pieces.ts';
import { recognise } from './recognise/recognise.ts';
import { type IdentifiedReport, repeatedTables } from './recognise/repeated.ts';
import { citedElsewhere, missingTables, whyNone } from './recognise/why-missing.ts';
import type { Block, SourceDocument } from './source/blocks.ts';
import { unread } from './unread.ts';

/**
 * The way of the data, from blocks to a checked extraction. Read this first.
 *
 * source → blocks → grids → recognise (every figure accounted for) → facts → doubts → check → diagnose
 *
 * @param document what `readHtml`, `readDom` or `readText` gave.
 * @param source where it came from; copied into every extraction.
 * @param before issues that arose while the source was read.
 * @param forms those that are looked for; all that ship, where none are named.
 * @returns one extraction for each report on the page, in document order; one without a form, with issues that say why, where there is none.
 */
export const extract = (
  document: SourceDocument,
  source: Source,
  before: readonly Issue[] = [],
  forms: readonly Form[] = shipped,
): Extraction[] => {
  mustBeDocument(document);
  return readingsOf(document, source, before, forms).map(({ extraction }) => extraction);
};

const mustBeDocument = (document: unknown): void => {
  const isDocument =
    typeof document === 'object' &&
    document !== null &&
    'blocks' in document &&
    Array.isArray(document.blocks);
  if (isDocument) return;
  throw new TypeError(
    `extract takes a document, as readHtml(text) or readText(text) give it, and got ${document === null ? 'null' : typeof document}; of the bytes of a file take read(bytes, { name }). extract 应接受 readHtml 等读出的文档。`,
  );
};

/** How much of a report is read: all of it, or its figures and their identities alone, without its text and without a diagnosis. */
export type Depth = 'all' | 'facts';

/** As `extract`, each with the blocks of its report. */
export const readingsOf = (
  document: SourceDocument,
  source: Source,
  before: readonly Issue[] = [],
  forms: readonly Form[] = shipped,
  depth: Depth = 'all',
): Reading[] => {
  const { reports, issues } = recognise(document.blocks, forms);
  const earlier = [...before, ...(document.issues ?? []), ...issues];
  if (reports.length === 0) return [withoutText(unrecognised(document, source, earlier, forms))];
  const only = reports.length === 1;
  const parts = reports.map((report, at) => {
    const start = at === 0 ? 0 : (reports[at - 1]?.to ?? -1) + 1;
    const blocks = document.blocks.slice(start, only ? undefined : report.to + 1);
    return { report, blocks, start, identified: identify(document, blocks, report.form, only) };
  });
  const repeated = repeatedTables(parts);
  return parts.map((part, at) => {
    const { report, blocks, start, identified } = part;
    const text = depth === 'facts' ? [] : textOf(blocks, report.form, identified.authority?.value ?? null);
    return {
      extraction: extractReport(source, earlier, part, text, repeated[at] ?? [], forms, depth),
      blocks,
      start,
      text,
    };
  });
};

/** A report with the blocks of the page that are its own. */
type ReportOfPage = IdentifiedReport & { blocks: Block[]; start: number };

const extractReport = (
  source: Source,
  before: readonly Issue[],
  { report, blocks, start, identified }: ReportOfPage,
  text: Text,
  repeated: readonly Issue[],
  forms: readonly Form[],
  depth: Depth,
): Extraction => {
  const { authority, year } = identified;
  const { fragments, rivals } = report;
  const lines = fragments.flatMap((fragment) => fragment.lines);
  const form = formAsPrinted(report.form, fragments.flatMap(refsOf), lines);
  const pieces = unsurePieces(form, fragments);
  const cut = repeated.flatMap((issue) => (issue.code === 'pieces_unsure' ? [issue.table] : []));
  const unsure = new Set([...pieces.repeated, ...cut]);
  const { facts, coverage, issues: read } = factsOf(form, fragments, unsure);
  const issues: Issue[] = [
    ...before,
    ...identified.issues,
    ...missingTables(form, fragments, blocks),
    ...read,
    ...repeated,
    ...pieces.issues.filter(({ table }) => !cut.includes(table)),
    ...citedElsewhere(report.form, blocks, forms),
  ];
  if (rivals.length > 0)
    issues.push({ code: 'form_ambiguous', candidates: [report.form, ...rivals].map((one) => one.id) });
  const blank = unsure.size === 0 && !facts.some((fact) => fact.state === 'number');
  if (blank) issues.push({ code: 'blank_form' });
  const doubts = doubtsOf(issues);
  const checks = checkIdentities(form, facts, localRows(issues), doubts);
  const stated = readProse(blocks, form, facts, year?.value ?? null, authority?.value ?? null, text);
  const claims = withoutAccusation(stated, doubts);
  return {
    schema: 'gouji/extraction/1',
    source,
    form: { id: form.id, title: form.title, issuedAs: form.issuedAs },
    authority,
    year,
    ...(lines.length > 0 ? { lines } : {}),
    facts,
    coverage,
    checks,
    diagnoses: depth === 'facts' ? [] : diagnose(facts, checks),
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
  forms: readonly Form[] = shipped,
): Extraction => unread(source, document ? [...issues, ...whyNone(document, forms)] : issues);
