import type { ReasonCode } from '../extraction.ts';

/** Why an identity is undetermined, with the cells at fault. */

type ReasonPhrases = Record<ReasonCode, (cells: string) => string>;

export const inEnglish: ReasonPhrases = {
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

export const inChinese: ReasonPhrases = {
  no_number: () => '所涉各格都没有数字',
  blank_total: (cells) => `总计空白而分项有数，空白不能当作 0（${cells}）`,
  not_read: (cells) => `有单元格未读取，或者位置不能确定（${cells}）`,
  not_printed: (cells) => `没有找到这些单元格（${cells}）`,
  figures_unaccounted: () => '所列数字不能成立，但表中还有数字没有找到归属，可能是读取的问题',
  row_in_doubt: () => '所列数字不能成立，但表中有的行不能确定，可能是读取的问题',
  row_repeated: () => '所列数字不能成立，但表中有的行出现了不止一次，可能是读取的问题',
  table_repeated: () => '所列数字不能成立，但页面上不止一张这样的表，无法确定哪一张是本报告的',
  pieces_unsure: () => '所列数字不能成立，但这张表分成了几段，各段如何衔接不能确定',
  columns_unknown: () => '所列数字不能成立，但表中有的列标题无法辨认，可能是读取的问题',
  extra_row: (cells) => `有全国统一表样以外的行，无法确定总计是否包括这些行（${cells}）`,
};
