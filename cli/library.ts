import type { Origin } from '../parser/documents.ts';
import type { Extraction } from '../parser/extraction.ts';
import { type Verdict, verdictOn } from '../parser/findings/verdict.ts';
import { forms as shipped } from '../parser/forms/registry.ts';
import type { Form } from '../parser/forms/schema.ts';
import { proseFindings } from '../parser/prose/prose-findings.ts';
import { readFile } from '../parser/read.ts';
import { readTables } from '../parser/read-tables.ts';
import type { Tabulation } from '../parser/tabulation.ts';
import { attachmentReaders } from './attachments.ts';

/** Reads what the command reads, from its bytes: pages in any charset, PDF, Office files, text. */

/** Where bytes came from. The ending of a name counts where the bytes do not tell what they are. */
export type From =
  | {
      /** Name or path of the file; becomes `source.path`. */
      name: string;
      /** What is known of its encoding, as a server would say it: `gb18030`. */
      charset?: string;
    }
  | {
      /** Address of the page; becomes `source.url`. */
      url: string;
      /** The charset that the server named in its Content-Type. */
      charset?: string;
    };

/** One report of a file. */
export type Report = {
  /** The figures with their cells, the identities, and what was not read: `gouji/extraction/1`. */
  extraction: Extraction;
  /** What is decided about the report, with everything found in it: `gouji/verdict/1`. */
  verdict: Verdict;
};

/** What may be asked besides. */
export type ReadOptions = {
  /** Forms that are looked for; those that ship, where none are named. */
  forms?: readonly Form[];
};

const kindOf = (value: unknown): string =>
  value === null ? 'null' : typeof value === 'object' ? (value.constructor?.name ?? 'object') : typeof value;

const bytesOf = (bytes: unknown, called: string): Uint8Array => {
  if (bytes instanceof Uint8Array) return bytes;
  if (bytes instanceof ArrayBuffer) return new Uint8Array(bytes);
  const hint =
    typeof bytes === 'string'
      ? 'of text that is decoded already take readHtml() or readText(), or new TextEncoder().encode(text) with charset "utf-8"'
      : 'take the file as it is, for example await fs.readFile(path)';
  throw new TypeError(
    `${called}: the first argument must be the bytes of a file (Uint8Array, Buffer or ArrayBuffer), got ${kindOf(bytes)}; ${hint}. 第一个参数应为文件的字节。`,
  );
};

const originOf = (from: unknown, called: string): Origin => {
  const { name, url, charset } = (typeof from === 'object' && from !== null ? from : {}) as Record<
    string,
    unknown
  >;
  const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
  if (charset !== undefined && !isText(charset))
    throw new TypeError(
      `${called}: charset must be the name of an encoding, such as "gb18030", got ${kindOf(charset)}. charset 应为编码名称。`,
    );
  if (isText(url)) return { url, charset: charset ?? null };
  if (isText(name)) return charset === undefined ? { path: name } : { path: name, charset };
  throw new TypeError(
    `${called}: the second argument must say where the bytes are from: { name: "report.html" } or { url: "https://…" }, got ${kindOf(from)}. 第二个参数应说明来源。`,
  );
};

const sumOf = async (bytes: Uint8Array): Promise<string> => {
  const sum = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return [...new Uint8Array(sum)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};

/**
 * Reads the reports of one file: HTML in any charset, MHTML, plain text, PDF, DOCX, DOC, XLSX, XLS. At least one, also where nothing can be
 * read: then its form is null and `extraction.issues` says why; what a file holds never makes it throw.
 * @param bytes the file as it is, not decoded.
 * @param from its name or address; copied into `extraction.source` beside the SHA-256 of the bytes.
 * @throws TypeError where an argument is of another kind, saying which and what is wanted.
 */
export const read = async (
  bytes: Uint8Array | ArrayBuffer,
  from: From,
  { forms = shipped }: ReadOptions = {},
): Promise<Report[]> => {
  const [file, origin] = [bytesOf(bytes, 'read(bytes, from)'), originOf(from, 'read(bytes, from)')];
  const readings = await readFile(origin, file, await sumOf(file), attachmentReaders, forms);
  return readings.map(({ extraction, text, start }) => ({
    extraction,
    verdict: verdictOn({ extraction, statements: proseFindings(text, extraction, start) }),
  }));
};

/**
 * Reads every table with figures of one file, whatever it is about, and the totals stated in it: `gouji/tables/1`.
 * @param bytes the file as it is, not decoded; CSV too.
 * @param from its name or address.
 * @throws TypeError where an argument is of another kind.
 */
export const tables = async (bytes: Uint8Array | ArrayBuffer, from: From): Promise<Tabulation> => {
  const [file, origin] = [bytesOf(bytes, 'tables(bytes, from)'), originOf(from, 'tables(bytes, from)')];
  return readTables(origin, file, await sumOf(file), attachmentReaders);
};
