/** The combining stroke with which struck text is written: 1̶2̶. */
export const strike = '\u0336';

const struck = /\S\u0336/gu;

/** A text without what is struck out of it. */
export const withoutStruck = (text: string): string =>
  text.includes(strike) ? text.replace(struck, '') : text;
