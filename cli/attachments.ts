import type { AttachmentKind, AttachmentReaders } from '../parser/source/attachments.ts';
import type { SourceDocument } from '../parser/source/blocks.ts';
import type { PdfAsset } from '../parser/source/pdf/pdf.ts';

/** Readers of attachments, each loaded with the first file of its kind. */

/** Throws where the package is not there. */
const pdfjsHome = async (): Promise<string> => {
  const [{ createRequire }, { dirname }] = await Promise.all([import('node:module'), import('node:path')]);
  return dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
};

const pdfAsset: PdfAsset = async (folder, name) => {
  const [{ readFileSync }, { join }, home] = await Promise.all([
    import('node:fs'),
    import('node:path'),
    pdfjsHome(),
  ]);
  return new Uint8Array(readFileSync(join(home, folder, name)));
};

/** Large packages that who wants such files read installs beside this one: without them such a file is named, and not read. */
const optional: Partial<Record<AttachmentKind, string>> = { pdf: 'pdfjs-dist', doc: 'word-extractor' };

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(?:ERR_)?MODULE_NOT_FOUND$/.test(String(error.code));

const reader =
  (
    kind: AttachmentKind,
    load: () => Promise<(bytes: Uint8Array) => Promise<SourceDocument> | SourceDocument>,
  ) =>
  async (bytes: Uint8Array): Promise<SourceDocument> => {
    let read: Awaited<ReturnType<typeof load>>;
    try {
      read = await load();
    } catch (error) {
      const name = optional[kind];
      if (name === undefined || !isMissing(error)) throw error;
      const issue = { code: 'reader_missing', looksLike: kind.toUpperCase(), package: name } as const;
      return { title: null, metas: [], blocks: [], issues: [issue] };
    }
    return read(bytes);
  };

export const attachmentReaders: AttachmentReaders = {
  pdf: reader('pdf', async () => {
    // Readers load their packages late, and take what fails then for a fault of the file.
    await pdfjsHome();
    const { readPdf } = await import('../parser/source/pdf/pdf.ts');
    return (bytes) => readPdf(bytes, pdfAsset);
  }),
  docx: reader('docx', async () => (await import('../parser/source/office/docx.ts')).readDocx),
  doc: reader('doc', async () => {
    await import('../parser/source/office/doc-rows.ts');
    const { readDoc } = await import('../parser/source/office/doc.ts');
    return (bytes) => readDoc(Buffer.from(bytes));
  }),
  xlsx: reader('xlsx', async () => (await import('../parser/source/office/xlsx.ts')).readXlsx),
  ofd: reader('ofd', async () => (await import('../parser/source/ofd/ofd.ts')).readOfd),
  xls: reader('xls', async () => (await import('../parser/source/office/xls.ts')).readXls),
};
