/** Text as a reader sees it: white space, and what makes other figures of its characters. */

/** White space as CSS collapses it; white space at the ends, no-break spaces included, is not text. */
export const collapse = (text: string): string => text.replace(/[ \t\n\r\f]+/g, ' ').trim();

export const hasLetter = /\p{L}/u;

/** Spaces that are shown at the start of a line, in half-width ones: labels of a stub are set in below those they belong to. */
export const indentOf = (text: string): number => {
  let indent = 0;
  for (const character of text) {
    if (character === '\u00A0' || character === '\u2002') indent += 1;
    else if (character === '\u3000' || character === '\u2003') indent += 2;
    else if (!' \t\n\r\f'.includes(character)) break;
  }
  return indent;
};

/** Digits at the start of raised text as the characters that look so: 12¹. */
export const raisedDigits = (text: string): string =>
  text.replace(/^\d{1,9}/, (digits) => [...digits].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join(''));

/** Struck text as the characters that look so: 1̶2̶. */
export const struckOut = (text: string): string => text.replace(/\S/gu, '$&\u0336');
