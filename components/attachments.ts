import type { Extraction } from '../parser/extraction.ts';

/** Files that a page links to, and what came of reading one. */

/** `own`: on the same site as the page, and so fetched when the person asks for it. */
export type Attachment = { url: string; kind: string; name: string; own: boolean };

/** Kinds that can be read; the others are named. */
export const readableKinds: ReadonlySet<string> = new Set(['pdf', 'doc', 'docx', 'xls', 'xlsx']);

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

/** Where a report was read, that another part of the page holds none is no finding. */
export const withReport = <Read extends { extraction: Extraction }>(
  all: readonly Read[],
): readonly Read[] => {
  const some = all.filter(({ extraction }) => extraction.form !== null);
  return some.length > 0 ? some : all;
};
