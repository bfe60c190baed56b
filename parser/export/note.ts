/** What a person writes about a kept report. Apart from its schema, which is nothing for the scripts in pages. */

/** Characters of a note, at most. */
export const longestNote = 2000;

/** A note as it may be kept: no longer than that, with no half a character at its end, and none at all of blanks alone. */
export const noteOf = (text: string): string =>
  text.trim() === '' ? '' : text.slice(0, longestNote).replace(/[\uD800-\uDBFF]$/, '');
