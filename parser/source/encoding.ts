import type { Issue } from '../issue.ts';
import { signatureOf } from './binary.ts';
import { plainCharset } from './charset.ts';
import { garbledSample, holdsReportWords } from './garbled.ts';
import { cutBeforeTags, type PageText, wholeOf } from './page-text.ts';

/** Bytes into text as a browser would: BOM, the declared charset, then detection. Unlike a browser, a wrong declaration is noticed. */

type Decoded<Text> = {
  /** Empty when the bytes hold no text. */
  text: Text;
  /** `source_empty`, `source_binary`, `encoding_assumed`, `text_garbled`. */
  issues: Issue[];
  /** What the bytes look like when they are no text (`PDF`, `DOCX`, `unknown` …), else null. */
  binary: string | null;
};

/** The standard asks for 1024 bytes; pages whose charset stands behind long comments are common enough to look further. */
const prescanBytes = 4096;

/** In the order in which they are tried where nothing is declared. GB2312 and GBK are parts of GB18030. */
const trials = ['utf-8', 'gb18030', 'big5'] as const;

const byteOrderMarks: readonly { mark: readonly number[]; encoding: string }[] = [
  { mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
];

/** Encodings in which the byte of `<` is no part of another character. */
const isCut: ReadonlySet<string> = new Set(['utf-8', 'gbk', 'gb18030', 'big5']);

/** The text, or null when the bytes are not in that encoding. */
const decodeStrictly = (bytes: Uint8Array, encoding: string): PageText | null => {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    return isCut.has(encoding)
      ? cutBeforeTags(bytes).map((piece) => decoder.decode(piece))
      : [decoder.decode(bytes)];
  } catch {
    return null;
  }
};

/** As a whole: what is cut off before a tag takes from what follows in some encodings. */
const decodeLoosely = (bytes: Uint8Array, encoding: string): PageText => [
  new TextDecoder(encoding).decode(bytes),
];

/** The charset that the transport, a meta tag or an XML declaration names, as the decoder calls it, or null. */
const declaredEncoding = async (bytes: Uint8Array, transport: string | null): Promise<string | null> => {
  const head = bytes.subarray(0, prescanBytes);
  const plain = transport === null ? plainCharset(head) : null;
  return plain ?? (await import('./prescan.ts')).prescan(head, transport);
};

/** UTF-16 without a byte order mark that reads as a report or as markup. */
const readsAs = (bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): boolean => {
  const text = decodeStrictly(bytes, encoding);
  return text !== null && (holdsReportWords(text) || text.some((piece) => /<\/?[a-z]+/i.test(piece)));
};

/** `binary` when NULs stand where no text has them. They stand in UTF-16 beside every Latin letter and in every 开 (U+5F00). */
const shapeOf = (bytes: Uint8Array): 'text' | 'binary' | 'utf-16le' | 'utf-16be' => {
  const sample = bytes.subarray(0, 8192);
  if (!sample.includes(0)) return 'text';
  const nuls = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = nuls;
  const [likely, other] =
    odd > even ? (['utf-16le', 'utf-16be'] as const) : (['utf-16be', 'utf-16le'] as const);
  if (readsAs(bytes, likely)) return likely;
  if (readsAs(bytes, other)) return other;
  // A stray NUL in a page is tolerated, as a browser does.
  return (even + odd) * 100 < sample.length ? 'text' : 'binary';
};

const sameEncoding = (a: string, b: string): boolean =>
  a === b || (['gbk', 'gb18030'].includes(a) && ['gbk', 'gb18030'].includes(b));

/** The decoding that reads as a report; else the first that fits every byte; else the one that fits most. */
const bestDecoding = (bytes: Uint8Array, declared: string | null): { text: PageText; used: string } => {
  const encodings = [
    declared,
    ...trials.filter((trial) => !declared || !sameEncoding(trial, declared)),
  ].filter((encoding) => encoding !== null);
  let fitting: { text: PageText; used: string } | null = null;
  for (const used of encodings) {
    const text = decodeStrictly(bytes, used);
    if (text === null) continue;
    if (holdsReportWords(text)) return { text, used };
    fitting ??= { text, used };
  }
  // One cut character makes every strict decoding of a good page fail, and a wrong one may then still fit by chance.
  const loose = encodings.map((used) => ({ text: decodeLoosely(bytes, used), used }));
  const readable = loose.filter(({ text }) => holdsReportWords(text) && garbledSample(text) === null);
  return readable[0] ?? fitting ?? loose[0] ?? { text: [], used: 'utf-8' };
};

/** As `decodeInPieces`, the text as a whole. */
export const decode = async (
  bytes: Uint8Array,
  transport: string | null = null,
): Promise<Decoded<string>> => {
  const decoded = await decodeInPieces(bytes, transport);
  return { ...decoded, text: wholeOf(decoded.text) };
};

/**
 * Decodes the bytes of a file. Never throws.
 * @param transport the charset that came beside the bytes (an HTTP or MIME header), if any; it goes before a meta tag's.
 */
export const decodeInPieces = async (
  bytes: Uint8Array,
  transport: string | null,
): Promise<Decoded<PageText>> => {
  const binary = signatureOf(bytes);
  if (binary !== null) {
    return { text: [], issues: [{ code: 'source_binary', looksLike: binary }], binary };
  }
  const marked = byteOrderMarks.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte));
  const shape = marked ? 'text' : shapeOf(bytes);
  if (shape === 'binary') {
    return { text: [], issues: [{ code: 'source_binary', looksLike: null }], binary: 'unknown' };
  }
  const issues: Issue[] = [];
  let text: PageText;
  if (marked) {
    text = decodeStrictly(bytes, marked.encoding) ?? decodeLoosely(bytes, marked.encoding);
  } else if (shape !== 'text') {
    text = decodeLoosely(bytes, shape);
    issues.push({ code: 'encoding_assumed', declared: null, used: shape });
  } else {
    const declared = await declaredEncoding(bytes, transport);
    const best = bestDecoding(bytes, declared);
    text = best.text;
    const expected = declared ?? 'utf-8';
    if (!sameEncoding(best.used, expected)) {
      issues.push({ code: 'encoding_assumed', declared, used: best.used });
    }
  }
  if (text.every((piece) => piece.trim() === ''))
    return { text: [], issues: [{ code: 'source_empty' }], binary: null };
  const sample = garbledSample(text);
  if (sample !== null) issues.push({ code: 'text_garbled', sample });
  return { text, issues, binary: null };
};
