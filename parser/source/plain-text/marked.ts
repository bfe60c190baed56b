import { decodeHTML } from 'entities/decode';
import { strike } from '../../text/struck.ts';

/** What a reader sees of a cell that is written with the marks of Markdown (CommonMark 6, GFM 6.5). A cell with any other mark stays as it is, and is no figure. */

const comment = /<!--[^<>]*-->/g;
/** Elements that change nothing of what is seen. */
const plainTag = /<\/?(?:strong|b|em|i|u|ins|span|font|p|center|mark)>/gi;
const struck = /~~([^~]*)~~|<(?:del|s|strike)>([^<>]*)<\/(?:del|s|strike)>/gi;
const strong = /^(\*{1,3}|_{1,3}|`)([^*_`]+)\1$/;
const link = /^\[([^[\]]+)\]\([^()]*\)$/;
const escaped = /\\([!-/:-@[-`{-~])/g;

/** Marks and references that a figure may be written with; labels may hold them as their own signs. */
const marks = /[*_~`<&[\\]/;
/** Longer texts are no figures. */
const longest = 200;

export const withoutMarks = (cell: string): string => {
  if (cell.length > longest || !marks.test(cell) || !/\d/.test(cell)) return cell;
  const shown = cell
    .replace(comment, '')
    .replace(plainTag, '')
    .replace(struck, (_, one = '', other = '') => `${one}${other}`.replace(/\S/gu, `$&${strike}`))
    .trim();
  const inside = link.exec(shown)?.[1] ?? shown;
  return decodeHTML((strong.exec(inside)?.[2] ?? inside).replace(escaped, '$1')).trim();
};
