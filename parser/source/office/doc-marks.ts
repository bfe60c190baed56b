import type { Piece } from 'word-extractor/lib/word-ole-extractor.js';
import type { Obscurity } from '../../issue.ts';
import { doubtOfField, isDropDown } from './fields.ts';

/**
 * What a DOC shows beside its text: pictures, drawn objects and fields without a result. Its text has special characters there
 * (MS-DOC 2.8.25, 2.4.3), which word-extractor takes out. Where something is seen that no text says, a mark is left: a character
 * for private use.
 */

const begin = '\x13';
const separate = '\x14';
const end = '\x15';
const picture = '\x01';
const drawnObject = '\x08';

const marks: ReadonlyMap<string, Obscurity> = new Map([
  ['\uE010', 'control'],
  ['\uE011', 'drawn'],
  ['\uE012', 'reordered'],
  ['\uE013', 'uncomputed'],
  ['\uE014', 'covered'],
  ['\uE015', 'generated'],
]);
/** Stands where a number is printed that is not written. */
export const numberMark = '\uE015';
const markOf = new Map([...marks].map(([mark, why]) => [why, mark]));

/** Why what stands at a mark is not sure; null where a character is no mark. */
export const doubtAt = (sign: string): Obscurity | null => marks.get(sign) ?? null;

/** A text without its marks. */
export const unmarked = (text: string): string => text.replace(/[\uE010-\uE015]/g, '');

/** Ends of paragraphs, cells and pages: no code of a field goes on behind one. */
const endings: ReadonlySet<string> = new Set(['\x07', '\r', '\f']);
/** Taken out with all other characters that are not seen. */
const unseen = '\0';

/** A field that stands open. */
type Field = { at: number; code: string; separated: boolean };

/** Sets marks in the pieces of a document, in the order of its text. No piece becomes longer or shorter. */
export const setMarks = (pieces: readonly Piece[]): void => {
  if (!pieces.some(({ text }) => [begin, picture, drawnObject].some((sign) => text.includes(sign)))) return;
  const signs = pieces.flatMap(({ text }) => text.split(''));
  const fields: Field[] = [];
  const isShown = (): boolean => fields.every((field) => field.separated);
  const mark = (at: number, why: Obscurity): void => {
    const sign = markOf.get(why);
    if (sign) signs[at] = sign;
  };
  for (let at = 0; at < signs.length; at++) {
    const sign = signs[at] ?? '';
    const field = fields.at(-1);
    if (endings.has(sign)) while (!isShown()) fields.pop();
    else if (sign === begin) fields.push({ at, code: '', separated: false });
    else if (sign === separate && field) field.separated = !isDropDown(field.code);
    else if (sign === end) {
      fields.pop();
      if (!field || field.separated || !isShown()) continue;
      const why = doubtOfField(field.code);
      if (why === null) continue;
      signs.fill(unseen, field.at, at + 1);
      mark(at, why);
    } else if (sign === picture && isShown()) mark(at, 'drawn');
    else if (sign === drawnObject && isShown()) mark(at, 'covered');
    else if (field && !field.separated && sign !== picture) field.code += sign;
  }
  let from = 0;
  for (const piece of pieces) {
    const to = from + piece.text.length;
    piece.text = signs.slice(from, to).join('');
    from = to;
  }
};
