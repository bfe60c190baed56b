import type { Extraction } from '../parser/extraction.ts';
import type { Outcome, Reasons } from '../parser/findings/verdict.ts';

/** Files that a page links to, and what came of reading one. */

/** `own`: on the same site as the page, and so fetched when the person asks for it. */
export type Attachment = { url: string; kind: string; name: string; own: boolean };

/** Kinds that can be read; the others are named. */
export const readableKinds: ReadonlySet<string> = new Set([
  'pdf',
  'doc',
  'docx',
  'xls',
  'xlsx',
  'ofd',
  'wps',
  'et',
]);

export const unfetchedReasons = [
  'elsewhere',
  'unreachable',
  'status',
  'too_large',
  'too_slow',
  'gone',
  'failed',
] as const;

/** `unread`: the file came, but there is no report in it, or none that can be read; its issues say why. */
export type AttachmentOutcome =
  | { kind: 'read' }
  | { kind: 'unread'; extraction: Extraction }
  | { kind: 'unfetched'; why: (typeof unfetchedReasons)[number]; status?: number };

/** A link of a column page that looks like a report. `kind`: html, or the ending of a file. */
export type LinkedReport = {
  url: string;
  name: string;
  body: string | null;
  year: number | null;
  kind: string;
};

/** What came of fetching a link: the verdict on each report in it, or why there is none. */
export type LinkOutcome =
  | Exclude<AttachmentOutcome, { kind: 'read' }>
  | {
      kind: 'linked';
      reports: readonly {
        authority: string | null;
        year: number | null;
        verdict: Outcome;
        reasons: Reasons;
      }[];
    };

/** Where a report was read, or a file in which something adds up, that another part of the page holds none is no finding. */
export const withReport = <
  Read extends {
    extraction: Extraction;
    attachment?: string | null;
    tables?: readonly unknown[] | undefined;
  },
>(
  all: readonly Read[],
): readonly Read[] => {
  const some = all.filter(
    ({ extraction, attachment, tables = [] }) =>
      extraction.form !== null || (typeof attachment === 'string' && tables.length > 0),
  );
  return some.length > 0 ? some : all;
};
