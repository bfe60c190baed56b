import type { WideWords } from './wide-words.ts';

export const zhCN: WideWords = {
  about: '以年度为列：每个机关、每一指标一行，列出各年报告所载数据',
  usage: '[选项] 路径…',
  exitCodes: '退出码：0 全部读取；2 有未能读取的内容',
  format: '格式：csv（默认）或 xlsx',
  ref: '只列出匹配此通配符的指标，如 requests.*.total（可重复使用）',
  share: '每年另列占所属总计的比例（据报告所载数据计算）',
  change: '每年另列较上年的增减（据报告所载数据计算）',
  sheet: '历年',
  blank: '（空白）',
  unreadable: '（无法辨认）',
  takesNoPart: (source, missing) => {
    const names = { form: '表样', authority: '机关', year: '年度' };
    return `${source}：不知道${missing.map((part) => names[part]).join('、')}，没有列入`;
  },
};
