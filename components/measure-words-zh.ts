import type { MeasureWords } from './measure-words.ts';

export const zhCN: MeasureWords = {
  title: '选中的单元格',
  chosen: (numbers, others) =>
    `选中 ${numbers} 个数字${others > 0 ? `，另有 ${others} 格为空或者不是数字，未计入` : ''}`,
  sum: '合计',
  least: '最小',
  most: '最大',
  place: ({ table, row, column }, raw) => `第 ${table + 1} 表第 ${row + 1} 行第 ${column + 1} 列（${raw}）`,
  equal: (places) =>
    places.length === 0 ? '页面表格中没有与合计相等的数字' : `与合计相等的数字：${places.join('、')}`,
  copy: '复制合计',
  show: '标出相等的数字',
  close: '关闭',
};
