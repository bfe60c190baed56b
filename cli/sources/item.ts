import type { Origin } from '../../parser/documents.ts';
import type { Issue } from '../../parser/issue.ts';

/** One source to read, or why there is none. `key` tells it from every other of a run, and is the same in the next run. */
export type Item =
  /** A file, read where it is parsed: paths are cheap to hand to a worker, bytes are not. */
  | {
      kind: 'file';
      key: string;
      path: string;
      /** The bytes of its name, where they are no UTF-8 and `path` only shows what they say. */
      name?: Uint8Array;
    }
  /** A page that stands in something larger: standard input, an archive, a list of pages. */
  | {
      kind: 'page';
      key: string;
      origin: Origin;
      bytes: Uint8Array;
      /** The file of pages or the archive. */
      container?: string;
    }
  | { kind: 'issue'; key: string; path: string; issue: Issue };

export type FoundSource =
  | Item
  /** What was not looked at in a folder or an archive, counted by kind. */
  | { kind: 'passed_over'; path: string; kinds: ReadonlyMap<string, number> };

/** The kind of a link to a folder that was not followed. */
export const linkedFolder = '→';

export const countKind = (kinds: Map<string, number>, kind: string): void => {
  kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
};

/** The issue of a path that the system would not give. */
export const pathIssue = (path: string, error: unknown): Issue => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return { code: 'file_not_found', path };
  if (code === 'EACCES' || code === 'EPERM') return { code: 'file_forbidden', path };
  return { code: 'file_failed', path, detail: code };
};
