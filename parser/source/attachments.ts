import type { SourceDocument } from './blocks.ts';

/** Reports published as files rather than as pages. */
export type AttachmentKind = 'pdf' | 'docx' | 'doc' | 'xlsx' | 'xls' | 'ofd';

/** Bytes in, blocks out; never rejects. Whoever reads files says which kinds it can read, since each brings a library of its own. */
export type AttachmentReaders = Partial<
  Record<AttachmentKind, (bytes: Uint8Array) => Promise<SourceDocument>>
>;
