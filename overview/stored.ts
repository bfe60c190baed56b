import type { Closing, Detail, PackedRow, ReportRow } from './entry.ts';
import { unpackRow } from './entry.ts';

/** Takes the data out of the page it was written into. */

const elements = (name: string): HTMLScriptElement[] => [
  ...document.querySelectorAll<HTMLScriptElement>(`script[data-piece="${name}"]`),
];

/** Gzip as base64. What comes out was written by ourselves with this same page. */
const unpacked = async (element: HTMLScriptElement): Promise<unknown> => {
  const binary = atob(element.textContent);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return JSON.parse(await new Response(stream).text());
};

export type Stored = {
  rows: readonly ReportRow[];
  closing: Closing;
  /** What is shown of the report at this place of `rows`. */
  detail(at: number): Promise<Detail>;
};

/** @param progress told how many reports have been unpacked. */
export const readStored = async (progress: (reports: number) => void): Promise<Stored> => {
  const [last] = elements('closing');
  if (!last) throw new Error('The file ends too early: writing it was broken off.');
  const closing = (await unpacked(last)) as Closing;
  const rows: ReportRow[] = [];
  for (const element of elements('rows')) {
    for (const packed of (await unpacked(element)) as PackedRow[]) rows.push(unpackRow(packed));
    // Its text is not needed again.
    element.remove();
    progress(rows.length);
  }
  const pieces = elements('details');
  const recent = new Map<number, Promise<Detail[]>>();
  const pieceAt = (index: number): Promise<Detail[]> => {
    const known = recent.get(index);
    const element = pieces[index];
    if (known) return known;
    if (!element) throw new Error(`The file holds no piece ${index} of details.`);
    const found = unpacked(element) as Promise<Detail[]>;
    recent.set(index, found);
    const [oldest] = recent.keys();
    if (recent.size > 8 && oldest !== undefined) recent.delete(oldest);
    return found;
  };
  return {
    rows,
    closing,
    detail: async (at) => {
      const details = await pieceAt(Math.floor(at / closing.perPiece));
      const detail = details[at % closing.perPiece];
      if (!detail) throw new Error(`The file holds no details of report ${at}.`);
      return detail;
    },
  };
};
