import type { ObscurityPhrases, ReasonPhrases } from './reason-words.ts';

export const reasons: ReasonPhrases = {
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

export const obscurities: ObscurityPhrases = {
  raised: '其中有升高、降低或者缩小的字，可能是注释的标号',
  struck: '全部或者部分已被划去',
  hidden: '页面没有把它全部显示出来',
  drawn: '其中有图形，不是文字',
  generated: '其中有由样式或者自动编号生成的内容',
  control: '它填在表单控件里，所填内容无法确定',
  reordered: '字符显示的次序与书写的次序不同',
  covered: '它被别的内容遮盖',
  twice: '同一处重复印了不止一遍',
  wrapped: '它折到了第二行',
  apart: '它的各部分相互分开，没有连成一个数',
  formatted: '按数字格式显示的数与存储的数不同',
  uncomputed: '其中的公式没有保存结果',
  glyphs: '它用了无法辨认的特殊字体符号',
  revised: '它是尚未接受或者拒绝的修订',
  scanned: '它来自扫描页的文字识别',
  replaced: '打印时或者在别的屏幕上显示的是别的内容',
};
