import type { ColumnWords } from './column-words.ts';

export const zhCN: ColumnWords = {
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
