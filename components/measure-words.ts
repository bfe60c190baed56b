import type { Language } from '../parser/messages/words.ts';
import type { Slot } from '../parser/source/blocks.ts';

/** Words about cells that the person has chosen. */
type MeasureWords = {
  title: string;
  chosen: (numbers: number, others: number) => string;
  sum: string;
  least: string;
  most: string;
  place: (slot: Slot, raw: string) => string;
  /** Places of figures that are the same as the sum. */
  equal: (places: readonly string[]) => string;
  copy: string;
  show: string;
  close: string;
};

const zhCN: MeasureWords = {
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

const en: MeasureWords = {
  title: 'Chosen cells',
  chosen: (numbers, others) =>
    `${numbers} ${numbers === 1 ? 'number' : 'numbers'} chosen${others > 0 ? `; ${others} blank or not a number, not counted` : ''}`,
  sum: 'Sum',
  least: 'Smallest',
  most: 'Largest',
  place: ({ table, row, column }, raw) => `table ${table + 1}, row ${row + 1}, column ${column + 1} (${raw})`,
  equal: (places) =>
    places.length === 0
      ? 'No figure in the tables of the page equals the sum'
      : `Equal to the sum: ${places.join('; ')}`,
  copy: 'Copy the sum',
  show: 'Highlight equal figures',
  close: 'Close',
};

const catalogues: Record<Language, MeasureWords> = { 'zh-CN': zhCN, en };

export const measureWordsIn = (language: Language): MeasureWords => catalogues[language];
