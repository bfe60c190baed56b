import { styleText } from 'node:util';
import { eastAsianWidth } from 'get-east-asian-width';

/** What a terminal needs to know of a text: its width and its colours. */

/** Columns that a text takes on a terminal: a Chinese character takes two. */
export const widthOf = (text: string): number => {
  let width = 0;
  for (const character of text) width += eastAsianWidth(character.codePointAt(0) ?? 0);
  return width;
};

/** Fills a text with blanks up to a width in columns. */
export const padTo = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)));

type Tone = 'bold' | 'dim' | 'red' | 'yellow' | 'green';

/** Colours a text, or leaves it as it is. */
export type Paint = (tone: Tone, text: string) => string;

const plain: Paint = (_tone, text) => text;

/**
 * Colours stand in a text for people as characters for private use, until `printable` makes of them what terminals obey: all that
 * a terminal would obey and that comes from a page or the name of a file has been made visible by then.
 */
const tones: readonly Tone[] = ['bold', 'dim', 'red', 'yellow', 'green'];
const firstMark = 0xf8d0;
const markOf = (tone: Tone, ends: boolean): string =>
  String.fromCharCode(firstMark + tones.indexOf(tone) * 2 + Number(ends));

const coloured: Paint = (tone, text) => `${markOf(tone, false)}${text}${markOf(tone, true)}`;

const codeOf = (mark: number): string => {
  const tone = tones[mark >> 1] ?? 'bold';
  const [begins = '', ends = ''] = styleText(tone, '|', { validateStream: false }).split('|');
  return mark % 2 === 0 ? begins : ends;
};

/** Codes that move the cursor, change colours and titles, or the direction of what follows (CWE-150); line breaks and tabs are none. */
const obeyed = /[\p{Cc}\p{Bidi_Control}\u2028\u2029\uF8D0-\uF8D9]/gu;

/** A text as it may go to a terminal: its own colours work, anything else that a terminal would obey is made visible. */
export const printable = (text: string): string =>
  text.replace(obeyed, (sign) => {
    if (sign === '\n' || sign === '\t') return sign;
    const code = sign.charCodeAt(0);
    if (code >= firstMark) return codeOf(code - firstMark);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '␡' : `\\u${code.toString(16).padStart(4, '0')}`;
  });

/** Prints lines for people on standard output. */
export const say = (text: string): void => console.log(printable(text));

/** The same on standard error. */
export const warn = (text: string): void => console.error(printable(text));

/** Colours only where a person looks, and never against NO_COLOR (https://no-color.org). */
export const coloursOn = (
  stream: { isTTY?: boolean },
  environment: Readonly<Record<string, string | undefined>>,
): boolean => stream.isTTY === true && !environment.NO_COLOR && environment.TERM !== 'dumb';

export const paintIn = (colours: boolean): Paint => (colours ? coloured : plain);

export const paintFor = (...where: Parameters<typeof coloursOn>): Paint => paintIn(coloursOn(...where));
