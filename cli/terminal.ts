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

const coloured: Paint = (tone, text) => styleText(tone, text, { validateStream: false });

/** Colours only where a person looks, and never against NO_COLOR (https://no-color.org). */
export const coloursOn = (
  stream: { isTTY?: boolean },
  environment: Readonly<Record<string, string | undefined>>,
): boolean => stream.isTTY === true && !environment.NO_COLOR && environment.TERM !== 'dumb';

export const paintIn = (colours: boolean): Paint => (colours ? coloured : plain);

export const paintFor = (...where: Parameters<typeof coloursOn>): Paint => paintIn(coloursOn(...where));
