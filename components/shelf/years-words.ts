import type { StateWords } from '../../parser/export/over-years.ts';
import type { Language } from '../../parser/messages/words.ts';

/** Words of the page with the years as columns. */
type YearsWords = StateWords & {
  title: string;
  hint: string;
  /** The link to it from the list. */
  open: string;
  loading: string;
  none: string;
  leftOut: (count: number) => string;
  layout: string;
  layouts: Record<'bodies' | 'years', string>;
  body: string;
  year: string;
  all: string;
  measures: string;
  measure: Record<'count' | 'share' | 'change', string>;
  measureTitle: Record<'count' | 'share' | 'change', string>;
  choose: (rows: number) => string;
  rows: string;
  columns: string;
  nothingChosen: string;
  figure: string;
  copy: string;
  copied: (tables: number) => string;
  copyFailed: string;
  save: string;
  saved: (name: string) => string;
  differs: string;
};

const zhCN: YearsWords = {
  title: '历年数据',
  hint: '表中为报告所载数据；占比、增减据此计算，有一方不是数字的，留空。',
  open: '历年数据',
  loading: '正在汇集各年数据……',
  none: '所选报告中没有可列出的数据：须能识别机关、年度和表样。',
  leftOut: (count) => `${count} 份报告的机关、年度或表样不明，没有列入。`,
  layout: '排列',
  layouts: { bodies: '每个机关一张表', years: '每个年度一张表' },
  body: '机关',
  year: '年度',
  all: '全部',
  measures: '列出',
  measure: { count: '数', share: '占比', change: '增减' },
  measureTitle: {
    count: '报告所载数据',
    share: '占所属总计的比例',
    change: '比上年增加（+）或减少（−）',
  },
  choose: (rows) => `选择指标（已选 ${rows} 项）`,
  rows: '行',
  columns: '列',
  nothingChosen: '没有选择指标。',
  figure: '指标',
  copy: '复制表格',
  copied: (tables) => `已复制 ${tables} 张表，可粘贴到 Excel、WPS 或 Word`,
  copyFailed: '浏览器不允许复制，请改用导出。',
  save: '导出所列（CSV）',
  saved: (name) => `已导出 ${name}`,
  differs: '同一机关同一年度的多份报告所载数据不一致',
  blank: '（空白）',
  unreadable: '（无法辨认）',
};

const en: YearsWords = {
  title: 'Figures by year',
  hint: 'Each cell shows what the report prints; shares and changes are computed from that and left empty where either figure is not a number.',
  open: 'Figures by year',
  loading: 'Collecting the figures …',
  none: 'Nothing to list: of a report the authority, the year and the form must be known.',
  leftOut: (count) =>
    `${count} ${count === 1 ? 'report is' : 'reports are'} left out: authority, year or form is not known.`,
  layout: 'Arrangement',
  layouts: { bodies: 'A table for each authority', years: 'A table for each year' },
  body: 'Authority',
  year: 'Year',
  all: 'All',
  measures: 'Show',
  measure: { count: 'Figure', share: 'Share', change: 'Change' },
  measureTitle: {
    count: 'as the report prints it',
    share: 'of the total in which it is counted',
    change: 'more (+) or less (−) than the year before',
  },
  choose: (rows) => `Choose figures (${rows} chosen)`,
  rows: 'Rows',
  columns: 'Columns',
  nothingChosen: 'No figure is chosen.',
  figure: 'Figure',
  copy: 'Copy the tables',
  copied: (tables) => `Copied ${tables} ${tables === 1 ? 'table' : 'tables'}; paste into Excel, WPS or Word`,
  copyFailed: 'The browser does not allow copying. Export the tables instead.',
  save: 'Export what is listed (CSV)',
  saved: (name) => `Exported ${name}`,
  differs: 'Several reports of this authority and year print different figures',
  blank: '(blank)',
  unreadable: '(unreadable)',
};

const catalogues: Record<Language, YearsWords> = { 'zh-CN': zhCN, en };

export const yearsWordsIn = (language: Language): YearsWords => catalogues[language];
