import type { BetweenPhrases } from './between-words.ts';

export const zhCN: BetweenPhrases = {
  colon: '：',
  comma: '、',
  semicolon: '；',
  brackets: (text) => `（${text}）`,
  comparison: {
    raw: (text) => `“${text}”`,
    noCell: '没有这一格',
    noUnit: '（未标单位）',
    blank: '空白',
    unreadable: (raw) => `无法辨认${raw}`,
    standsFor: (row, names) => `${row}一行对应${names}之和`,
    sameInEvery: '各列相同',
    noIdentity: '没有这条关系',
    placed: (where, identity) => `${where}：${identity}`,
  },
  sum: {
    states: { number: '', blank: '空白', mark: '符号', unreadable: '无法辨认' },
    whys: {
      blank: (count) => `${count} 格空白`,
      mark: (count) => `${count} 格为符号`,
      unreadable: (count) => `${count} 格无法辨认`,
      no_cell: (count) => `缺 ${count} 格`,
      two_figures: (count) => `${count} 格在两份报告中数字不同`,
      other_unit: (count) => `${count} 格的单位不明`,
    },
    parts: {
      counted: () => null,
      other_form: (name) => `${name}所用表样与总报告不同，只计两种表样共有的单元格`,
      same_again: (name, { source }) => `${name}有两份数字相同的报告，只计一次（${source}）`,
      two_figures: (name, { source }) => `${name}有两份数字不同的报告，两份不同的格未计入（${source}）`,
      other_year: (name, { year, source }) => `${name}的报告为 ${year} 年，未计入（${source}）`,
      no_year: (name, { source }) => `${name}的报告年度不明，未计入（${source}）`,
      unread: (_, { source }) => `${source}：未能读取报告，未计入`,
      parent: (_, { source }) => `与总报告是同一机关，未计入（${source}）`,
    },
    undetermined: (cell, figure, sum, children) => `${cell} ${figure} ? ${sum}（${children} 份有数字）`,
    parentLacks: (cells) => `总报告有 ${cells} 格没有数字`,
  },
  history: {
    doubt: {
      same: '',
      office: '（发布机关一为政府、一为其办公室，可能不是同一主体）',
      alike: '（两年的机关名称不同，可能已更名或合并）',
    },
    unchanged: (table, earlier, later) =>
      `${later} 年“${table}”各格与 ${earlier} 年完全相同，请核实是否沿用了上年数字`,
    twoReports: (year) => `${year} 年有两份数字不同的报告`,
    label: ({ zh }) => zh,
    related: ({ target, later, printed, source, earlier, extra, sum, off }) => {
      const also = extra.length > 0 ? `加减${extra.map((label) => `“${label}”`).join('')}` : '';
      return `${later} 年${target}为 ${printed}，${earlier} 年${source}${also}为 ${sum}${off === null ? '' : `，相差 ${off}`}`;
    },
    missing: (years) => `没有 ${years.join('、')} 年度的报告，相邻年度无法比较`,
    names: {
      same: '同一名称',
      office: '一为政府、一为其办公室，可能不是同一主体',
      alike: '可能已更名或合并',
    },
    beside: ({ authority, year }, _, how) => `${year} 年与“${authority}”的报告比较（${how}）`,
  },
};
