import type { AttachmentWords } from './attachment-words.ts';

export const zhCN: AttachmentWords = {
  isFile: '这个标签页打开的是 PDF 文件，读取的是文件本身。',
  ofPage: (count) => `页面附件（${count} 个）`,
  check: '核对附件',
  checkOf: (name) => `核对附件：${name}`,
  reading: '正在读取……',
  from: (name) => `读自附件：${name}`,
  totals: '附件表格中的合计',
  noMarks: '这一格在附件里，网页上没有可标出的位置',
  dataHint: '点击单元格可看原文和所在位置；方向键可在格间移动。附件中的格不能在网页上标出。',
  printedAs: (raw, state, { table, row, column }) =>
    `${state === 'blank' ? '空白' : `原文“${raw}”`}，位于文件第 ${table + 1} 张表第 ${row + 1} 行第 ${column + 1} 列`,
  done: '附件已读取',
  none: '附件未能读取，原因见附件名称下方',
  otherKind: '这种格式不能读取。请向发布机关索取网页、PDF、Word 或 Excel 版本。',
  why: {
    elsewhere: () =>
      '附件不在本页所在的网站（协议、域名、端口须与本页相同），因此不下载。请自行下载，拖到“已收藏的报告”页面即可核对。',
    unreachable: () =>
      '下载失败：连接不通，或者网站转到了另一网站。请自行下载，拖到“已收藏的报告”页面即可核对。',
    status: (status) => `网站没有给出这份文件（HTTP ${status}），链接可能已经失效。请在网页上点开链接查看。`,
    too_large: () => '文件超过 50 MB，没有读取。请自行下载，拖到“已收藏的报告”页面即可核对。',
    too_slow: () => '一分钟内没有下载完，已停止。可稍后再试，或者自行下载后拖到“已收藏的报告”页面。',
    gone: () => '页面已经变化，没有读取。请重新加载页面再试。',
    failed: () => '读取时程序出错。请自行下载，拖到“已收藏的报告”页面再试。',
  },
  hint: '点击后才从本页所在的网站下载这一个附件，在本机读取；不下载其他网站的附件，不发送任何数据。',
  dropSaved:
    '浏览器不让扩展读取那个标签页里的 PDF。请在那里把文件保存到本机（Ctrl+S），再拖到本页（或用“打开文件”选择），即可核对。',
};
