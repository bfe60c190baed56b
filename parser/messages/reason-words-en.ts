import type { ObscurityPhrases, ReasonPhrases } from './reason-words.ts';

export const reasons: ReasonPhrases = {
  no_number: () => 'none of its cells contains a number',
  blank_total: (cells) =>
    `a total is blank although its parts are stated, and a blank is not a zero (${cells})`,
  not_read: (cells) => `a cell could not be read or its position is in doubt (${cells})`,
  not_printed: (cells) => `these cells were not found (${cells})`,
  figures_unaccounted: () =>
    'its numbers do not agree, but its table prints figures that could not be placed, so the fault may lie in the reading',
  row_in_doubt: () =>
    'its numbers do not agree, but a row of its table was not surely recognised, so the fault may lie in the reading',
  row_repeated: () =>
    'its numbers do not agree, but its table prints a row more than once, so the fault may lie in the reading',
  table_repeated: () =>
    'its numbers do not agree, but the page prints this table more than once, and it is unclear which one is that of this report',
  pieces_unsure: () =>
    'its numbers do not agree, but its table is in pieces, and it is unclear which belong together',
  columns_unknown: () =>
    'its numbers do not agree, but some headings of its table were not recognised, so the fault may lie in the reading',
  extra_row: (cells) =>
    `there are rows that the national form does not have, and it is unclear whether the total includes them (${cells})`,
};

export const obscurities: ObscurityPhrases = {
  raised: 'part of it is raised, lowered or smaller, as the mark of a note is',
  struck: 'it is struck out in whole or in part',
  hidden: 'the page does not show all of it',
  drawn: 'part of it is drawn and not written',
  generated: 'part of it comes from a style or a numbering',
  control: 'it stands in a field to be filled in, whose value is not known',
  reordered: 'its characters are shown in another order than they are written',
  covered: 'something else lies over it',
  twice: 'it is printed more than once in one place',
  wrapped: 'it breaks onto a second line',
  apart: 'its parts stand apart from one another',
  formatted: 'its number format shows another figure than is stored',
  uncomputed: 'the result of its formula is not stored',
  glyphs: 'it is set in signs of a font that cannot be told',
  revised: 'it is a tracked change that is neither accepted nor rejected',
  scanned: 'it comes from the text recognition of a scanned page',
  replaced: 'something else stands in its place in print or on another screen',
};
