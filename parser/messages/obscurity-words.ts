import type { Obscurity } from '../issue.ts';

/** Why it is not sure what a reader sees in a cell, as the end of a sentence. */

export const inEnglish: Record<Obscurity, string> = {
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

export const inChinese: Record<Obscurity, string> = {
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
