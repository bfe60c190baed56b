import type { StateWords } from '../../parser/export/over-years.ts';
import type { Language } from '../../parser/messages/words.ts';
import type { Lack } from '../runs/request.ts';

/** What `gouji wide` says. */
export type WidePhrases = StateWords & {
  about: string;
  usage: string;
  exitCodes: string;
  format: string;
  ref: string;
  share: string;
  change: string;
  sheet: string;
  takesNoPart: (source: string, missing: Lack['missing']) => string;
};

const zhCN: WidePhrases = {
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

const en: WidePhrases = {
  about: 'the years as columns: a row for each body and figure, with what is printed from year to year',
  usage: '[options] PATH…',
  exitCodes: 'Exit codes: 0 all was read, 2 something was not',
  format: 'csv (as it is without this) or xlsx',
  ref: 'only figures that match this glob, such as requests.*.total (may be repeated)',
  share: 'beside each year its share of the total in which it is counted, computed from what is printed',
  change: 'beside each year its change from the year before, computed from what is printed',
  sheet: 'years',
  blank: '(blank)',
  unreadable: '(unreadable)',
  takesNoPart: (source, missing) => `${source}: left out, its ${missing.join(' and ')} is not known`,
};

const phrases: Record<Language, WidePhrases> = { 'zh-CN': zhCN, en };

export const widePhrasesIn = (language: Language): WidePhrases => phrases[language];
