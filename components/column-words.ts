import type { Language } from '../parser/messages/words.ts';

/** Words about the reports that a column page links to. */
export type ColumnWords = {
  /** In place of the name of a body. */
  heading: string;
  title: (count: number) => string;
  hint: (most: number) => string;
  all: string;
  year: string;
  anyYear: string;
  check: (count: number) => string;
  stop: string;
  progress: (done: number, of: number) => string;
  done: (read: number, of: number) => string;
  select: (name: string) => string;
  columns: Record<'report' | 'result', string>;
  reading: string;
  open: string;
  openOf: (name: string) => string;
  keepAll: (count: number) => string;
  kept: (count: number, failed: number) => string;
  more: string;
  noMore: string;
  moreFound: (count: number) => string;
  back: string;
  /** Above a report that was read from a link. */
  from: (name: string) => string;
};

const zhCN: ColumnWords = {
  heading: '年报栏目',
  title: (count) => `本页链接的年报（${count}）`,
  hint: (most) =>
    `点击后才从本页所在的网站逐份取来，在本机核对：一次一份，间隔一秒，每次最多 ${most} 份，可随时停止；不取其他网站的网页，不发送任何数据。`,
  all: '全选',
  year: '年度',
  anyYear: '全部年度',
  check: (count) => `核对所选 ${count} 份`,
  stop: '停止',
  progress: (done, of) => `正在核对第 ${done} 份，共 ${of} 份`,
  done: (read, of) => `已核对 ${of} 份，其中 ${read} 份读到报告`,
  select: (name) => `选择 ${name}`,
  columns: { report: '报告', result: '结果' },
  reading: '正在读取……',
  open: '查看',
  openOf: (name) => `查看核对结果：${name}`,
  keepAll: (count) => `收藏读到的 ${count} 份`,
  kept: (count, failed) =>
    failed === 0 ? `已收藏 ${count} 份` : `已收藏 ${count} 份，${failed} 份没有收藏成`,
  more: '再列下一页',
  noMore: '下一页未能下载，或者其中没有年报链接',
  moreFound: (count) => `又列出 ${count} 个链接`,
  back: '返回列表',
  from: (name) => `读自本页的链接：${name}`,
};

const en: ColumnWords = {
  heading: 'A list of reports',
  title: (count) => `Reports that this page links to (${count})`,
  hint: (most) =>
    `Only a click fetches them, from the site of this page, to check them on this machine: one at a time, a second apart, at most ${most} a time, stopped whenever you like. No other site is asked and nothing is sent.`,
  all: 'All',
  year: 'Year',
  anyYear: 'All years',
  check: (count) => `Check the ${count} chosen`,
  stop: 'Stop',
  progress: (done, of) => `Checking ${done} of ${of}`,
  done: (read, of) => `Checked ${of}; a report was read in ${read}`,
  select: (name) => `Choose ${name}`,
  columns: { report: 'Report', result: 'Result' },
  reading: 'Reading …',
  open: 'Open',
  openOf: (name) => `Open the result: ${name}`,
  keepAll: (count) => `Keep the ${count} that were read`,
  kept: (count, failed) => (failed === 0 ? `Kept ${count}` : `Kept ${count}; ${failed} could not be kept`),
  more: 'List the next page too',
  noMore: 'The next page did not come, or links to no report',
  moreFound: (count) => `${count} more links are listed`,
  back: 'Back to the list',
  from: (name) => `Read from a link of this page: ${name}`,
};

const catalogues: Record<Language, ColumnWords> = { 'zh-CN': zhCN, en };

export const columnWordsIn = (language: Language): ColumnWords => catalogues[language];
