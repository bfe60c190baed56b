import { strike } from '../text/struck.ts';
import { simplified } from '../text/traditional.ts';

/**
 * Text as it is read for meaning: white space, invisible characters and quotation marks gone, digits, letters and percent signs
 * half-width, characters simplified. `at[i]` is the offset of its i-th character in the text as printed, and `at[length]` the
 * length of that text.
 *
 * White space between two digits stays as one space: two figures may stand there.
 */
export type Folded = { text: string; at: readonly number[] };

const space = /\s/;
const isSpace = (code: number): boolean =>
  code === 0x20 ||
  code === 0x3000 ||
  code === 0xa0 ||
  (code < 0x20 && code >= 0x09) ||
  (code >= 0x1680 && code < 0x3000 && space.test(String.fromCharCode(code)));
const dropped: ReadonlySet<string> = new Set('\u200B\u200C\u200D\u2060\uFEFF\u00AD“”"\'‘’「」『』*');
const isDigit = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);

/** Half-width for digits, letters, 百分号, full stop between digits, plus and hyphen; brackets of one kind. */
const narrow = (character: string): string => {
  const code = character.charCodeAt(0);
  const isAlphanumeric =
    (code >= 0xff10 && code <= 0xff19) ||
    (code >= 0xff21 && code <= 0xff3a) ||
    (code >= 0xff41 && code <= 0xff5a);
  if (isAlphanumeric) return String.fromCharCode(code - 0xfee0);
  return narrowed.get(character) ?? character;
};

const narrowed: ReadonlyMap<string, string> = new Map([
  ['％', '%'],
  ['．', '.'],
  ['＋', '+'],
  ['－', '-'],
  ['~', '～'],
  ['（', '('],
  ['）', ')'],
  ['［', '('],
  ['］', ')'],
  ['[', '('],
  [']', ')'],
  ['【', '('],
  ['】', ')'],
  [':', '：'],
  [';', '；'],
  ['!', '！'],
  ['?', '？'],
  ['﹐', '，'],
]);

/** Folds a text. Linear in its length. What is struck out of it is no part of it any more. */
export const fold = (printed: string): Folded =>
  printed.includes(strike) ? foldUnstruck(printed) : foldAll(printed);

const foldUnstruck = (printed: string): Folded => {
  let rest = '';
  const kept: number[] = [];
  for (const { 0: character, index } of printed.matchAll(/\S\u0336|./gsu)) {
    if (character.endsWith(strike)) continue;
    rest += character;
    for (let unit = 0; unit < character.length; unit++) kept.push(index + unit);
  }
  const { text, at } = foldAll(rest);
  return { text, at: at.map((offset) => kept[offset] ?? printed.length) };
};

const foldAll = (printed: string): Folded => {
  let text = '';
  const at: number[] = [];
  const put = (character: string, offset: number): void => {
    text += character;
    at.push(offset);
  };
  for (let i = 0; i < printed.length; i++) {
    const code = printed.charCodeAt(i);
    const character = printed.charAt(i);
    if (code >= 0x4e00 && code <= 0x9fff) {
      // Automatic conversion makes 檔案 of 文件.
      const isFile = printed.startsWith('檔案', i);
      put(isFile ? '文' : (simplified.get(character) ?? character), i);
      if (isFile) put('件', ++i);
    } else if (character === '\n') {
      put(character, i);
    } else if (isSpace(code)) {
      const from = i;
      while (i + 1 < printed.length && isSpace(printed.charCodeAt(i + 1)) && printed.charAt(i + 1) !== '\n')
        i++;
      if (isDigit(printed.charCodeAt(from - 1)) && isDigit(printed.charCodeAt(i + 1))) put(' ', from);
    } else if (!dropped.has(character)) {
      const folded = narrow(character);
      // A comma of ASCII is a separator of thousands only between digits.
      const parts =
        folded === ',' && !(isDigit(printed.charCodeAt(i - 1)) && isDigit(printed.charCodeAt(i + 1)));
      put(parts ? '，' : folded, i);
    }
  }
  at.push(printed.length);
  return { text, at };
};
