import type { Language } from '../../parser/messages/words.ts';

export type ExportFormat = 'csv' | 'json' | 'xlsx' | 'zip';

/** Why a file was not taken. */
export type FileTrouble = 'other' | 'newer' | 'failed';

/** Words of the shelf. What is said about a report comes from `parser/messages`. */
export type ShelfWords = {
  title: string;
  count: (shown: number, all: number) => string;
  loading: string;
  failed: string;
  empty: string;
  emptyHow: string;
  nothingFound: string;
  clearFilters: string;
  search: string;
  searchHint: string;
  filters: string;
  form: string;
  year: string;
  verdict: string;
  any: string;
  verdicts: Record<'wrong' | 'open' | 'unread' | 'right', string>;
  order: string;
  orders: Record<'authority' | 'year' | 'kept' | 'violated', string>;
  older: string;
  columns: Record<'report' | 'verdict' | 'received' | 'rate' | 'retrieved', string>;
  badges: Record<
    'violated' | 'contradicted' | 'undetermined' | 'unread' | 'aside',
    (count: number) => string
  >;
  allHold: string;
  notRecognised: string;
  noAuthority: string;
  noYear: string;
  version: (at: number, of: number) => string;
  reportsOf: (count: number) => string;
  select: (name: string) => string;
  selectAll: string;
  selected: (count: number) => string;
  clearSelection: string;
  compare: string;
  compareNeeds: string;
  exportAs: string;
  exportAll: string;
  formats: Record<ExportFormat, string>;
  exported: (name: string, count: number) => string;
  exporting: string;
  remove: string;
  removed: (count: number) => string;
  undo: string;
  putBack: (count: number) => string;
  open: string;
  dropHere: string;
  taken: (added: number, already: number) => string;
  refused: (name: string, ordinals: readonly number[]) => string;
  trouble: (name: string, why: FileTrouble, detail: string) => string;
  troubles: (count: number) => string;
  close: string;
  reading: (done: number, of: number) => string;
  back: string;
  gone: string;
  findings: string;
  overYearsNone: string;
  trend: string;
  provenance: string;
  address: string;
  file: string;
  pageTitle: string;
  retrieved: string;
  kept: string;
  hash: string;
  hashOf: Record<'dom' | 'file', string>;
  rules: string;
  rulesValue: (tool: string, form: string) => string;
  versions: string;
  current: string;
  compareWith: string;
  comparison: string;
  only: string;
  differences: (count: number, of: number) => string;
  noDifferences: string;
  cell: string;
  difference: string;
  absent: string;
  states: Record<'blank' | 'unreadable', string>;
  formsDiffer: string;
  bothOverYears: string;
  swap: string;
  local: string;
};

const zhCN: ShelfWords = {
  title: '书架',
  count: (shown, all) => (shown === all ? `${all} 份报告` : `${shown} / ${all} 份报告`),
  loading: '正在打开书架……',
  failed: '无法打开书架：浏览器拒绝访问本机存储。请检查是否处于隐私窗口，或存储空间已满。',
  empty: '书架上还没有报告',
  emptyHow:
    '打开一份年度报告，在面板中点击“收藏”，即可把读到的数据存放在这里；也可以把保存在本机的网页、文本或 PDF、Word、Excel 文件拖到本页。',
  nothingFound: '没有符合条件的报告',
  clearFilters: '清除条件',
  search: '搜索',
  searchHint: '机关、年度、标题或网址',
  filters: '筛选',
  form: '表样',
  year: '年度',
  verdict: '结论',
  any: '全部',
  verdicts: { wrong: '有不成立的', open: '有无法判定的', unread: '有未读取的', right: '全部成立' },
  order: '排序',
  orders: {
    authority: '按机关、年度',
    year: '按年度，新的在前',
    kept: '按收藏时间，新的在前',
    violated: '按不成立条数，多的在前',
  },
  older: '显示旧版本',
  columns: {
    report: '报告',
    verdict: '结论',
    received: '本年新收',
    rate: '予以公开率',
    retrieved: '读取时间',
  },
  badges: {
    violated: (count) => `${count} 条不成立`,
    contradicted: (count) => `${count} 处文字与表不符`,
    undetermined: (count) => `${count} 条无法判定`,
    unread: (count) => `${count} 处未读取`,
    aside: (count) => `${count} 条已搁置`,
  },
  allHold: '全部成立',
  notRecognised: '未识别出统计表',
  noAuthority: '机关不详',
  noYear: '年度不详',
  version: (at, of) => `第 ${at} 版，共 ${of} 版`,
  reportsOf: (count) => `${count} 份`,
  select: (name) => `选择 ${name}`,
  selectAll: '选择列出的全部报告',
  selected: (count) => `已选 ${count} 份`,
  clearSelection: '取消选择',
  compare: '对比',
  compareNeeds: '选择两份报告后可以对比',
  exportAs: '导出',
  exportAll: '导出列出的全部',
  formats: {
    csv: 'CSV（每个数字一行）',
    json: 'JSON（可再导入）',
    xlsx: 'Excel 工作簿',
    zip: '数据包（ZIP）',
  },
  exported: (name, count) => `已导出 ${count} 份报告：${name}`,
  exporting: '正在导出……',
  remove: '删除',
  removed: (count) => `已删除 ${count} 份报告`,
  undo: '撤销删除',
  putBack: (count) => `已恢复 ${count} 份报告`,
  open: '打开文件',
  dropHere: '松开即可读取：HTML、MHTML、文本、Markdown、PDF、DOCX、DOC、XLSX、XLS，或本书架导出的 JSON',
  taken: (added, already) =>
    already === 0
      ? `已放入 ${added} 份报告`
      : added === 0
        ? `${already} 份报告已在书架上，没有变化`
        : `已放入 ${added} 份报告，另有 ${already} 份已在书架上`,
  refused: (name, ordinals) => `${name}：第 ${ordinals.join('、')} 份报告不符合格式，没有导入；其余已导入`,
  trouble: (name, why, detail) =>
    ({
      other: `${name}：是 JSON 文件，但不是本书架导出的，没有导入`,
      newer: `${name}：由更新的版本导出（${detail}），请先更新本扩展再导入`,
      failed: `${name}：没有读成（${detail}）`,
    })[why],
  troubles: (count) => `${count} 处没有读成，原因如下`,
  close: '关闭',
  reading: (done, of) => `正在读取第 ${done} 个文件，共 ${of} 个`,
  back: '返回书架',
  gone: '书架上没有这份报告，可能已被删除。',
  findings: '不成立',
  overYearsNone: '书架上没有该机关相邻年度的报告，无法跨年核对。',
  trend: '历年情况',
  provenance: '数据来源',
  address: '网址',
  file: '文件',
  pageTitle: '网页标题',
  retrieved: '读取时间',
  kept: '收藏时间',
  hash: '内容校验值（SHA-256）',
  hashOf: { dom: '按读取时网页正文计算', file: '按文件全部字节计算' },
  rules: '核对规则',
  rulesValue: (tool, form) => `勾稽 ${tool} · ${form}`,
  versions: '版本',
  current: '当前显示',
  compareWith: '与此版本对比',
  comparison: '对比',
  only: '只显示不同之处',
  differences: (count, of) => `${of} 格中有 ${count} 格不同`,
  noDifferences: '两份报告各格相同。',
  cell: '单元格',
  difference: '相差',
  absent: '无此格',
  states: { blank: '空白', unreadable: '无法读取' },
  formsDiffer: '两份报告使用的表样不同，仅一方有的单元格标为“无此格”。',
  bothOverYears: '两个机关历年情况',
  swap: '左右互换',
  local: '全部保存在本机，未发送任何数据。',
};

const reports = (count: number): string => (count === 1 ? 'one report' : `${count} reports`);

const en: ShelfWords = {
  title: 'Shelf',
  count: (shown, all) => (shown === all ? reports(all) : `${shown} of ${reports(all)}`),
  loading: 'Opening the shelf …',
  failed:
    'The shelf cannot be opened: the browser refuses access to its storage. Is this a private window, or is the disk full?',
  empty: 'Nothing on the shelf yet',
  emptyHow:
    'Open an annual report and press "Keep" in the panel: what was read is stored here. Or drop saved pages, text, PDF, Word or Excel files onto this page.',
  nothingFound: 'No report fits',
  clearFilters: 'Clear the filters',
  search: 'Search',
  searchHint: 'Authority, year, title or address',
  filters: 'Filters',
  form: 'Form',
  year: 'Year',
  verdict: 'Verdict',
  any: 'All',
  verdicts: {
    wrong: 'Something violated',
    open: 'Something undetermined',
    unread: 'Something not read',
    right: 'All holds',
  },
  order: 'Order',
  orders: {
    authority: 'Authority, then year',
    year: 'Year, newest first',
    kept: 'Kept, newest first',
    violated: 'Most violated first',
  },
  older: 'Show older versions',
  columns: { report: 'Report', verdict: 'Verdict', received: 'Received', rate: 'Granted', retrieved: 'Read' },
  badges: {
    violated: (count) => `${count} violated`,
    contradicted: (count) => `${count} contradicted by the text`,
    undetermined: (count) => `${count} undetermined`,
    unread: (count) => `${count} not read`,
    aside: (count) => `${count} set aside`,
  },
  allHold: 'All hold',
  notRecognised: 'No table recognised',
  noAuthority: 'Unknown authority',
  noYear: 'Unknown year',
  version: (at, of) => `version ${at} of ${of}`,
  reportsOf: (count) => reports(count),
  select: (name) => `Select ${name}`,
  selectAll: 'Select all that are listed',
  selected: (count) => `${count} selected`,
  clearSelection: 'Clear the selection',
  compare: 'Compare',
  compareNeeds: 'Select two reports to compare them',
  exportAs: 'Export',
  exportAll: 'Export all that are listed',
  formats: {
    csv: 'CSV (one figure a line)',
    json: 'JSON (can be imported again)',
    xlsx: 'Excel workbook',
    zip: 'Data package (ZIP)',
  },
  exported: (name, count) => `Exported ${reports(count)}: ${name}`,
  exporting: 'Exporting …',
  remove: 'Delete',
  removed: (count) => `Deleted ${reports(count)}`,
  undo: 'Undo',
  putBack: (count) => `Put back ${reports(count)}`,
  open: 'Open files',
  dropHere:
    'Drop to read: HTML, MHTML, text, Markdown, PDF, DOCX, DOC, XLSX, XLS, or JSON that this shelf exported',
  taken: (added, already) =>
    already === 0
      ? `Added ${reports(added)}`
      : added === 0
        ? `Already on the shelf, unchanged: ${reports(already)}`
        : `Added ${reports(added)}; already there: ${reports(already)}`,
  refused: (name, ordinals) =>
    `${name}: not imported, because they do not fit the format: report ${ordinals.join(', ')}; the others were`,
  trouble: (name, why, detail) =>
    ({
      other: `${name}: this JSON was not exported by the shelf, and was not imported`,
      newer: `${name}: written by a later version (${detail}). Update this extension, then import it`,
      failed: `${name}: could not be read (${detail})`,
    })[why],
  troubles: (count) => `${count === 1 ? 'One thing was' : `${count} things were`} not read:`,
  close: 'Close',
  reading: (done, of) => `Reading file ${done} of ${of}`,
  back: 'Back to the shelf',
  gone: 'This report is not on the shelf. It may have been deleted.',
  findings: 'Violated',
  overYearsNone: 'The shelf holds no report of this authority for a year before or after this one.',
  trend: 'Over the years kept',
  provenance: 'Provenance',
  address: 'Address',
  file: 'File',
  pageTitle: 'Page title',
  retrieved: 'Read',
  kept: 'Kept',
  hash: 'Content hash (SHA-256)',
  hashOf: { dom: 'of the page’s text and tables as read', file: 'of all bytes of the file' },
  rules: 'Rules',
  rulesValue: (tool, form) => `Gouji ${tool} · ${form}`,
  versions: 'Versions',
  current: 'shown here',
  compareWith: 'Compare with this version',
  comparison: 'Comparison',
  only: 'Differences only',
  differences: (count, of) => `${count} of ${of} cells differ`,
  noDifferences: 'Every cell is the same in both reports.',
  cell: 'Cell',
  difference: 'Difference',
  absent: 'no such cell',
  states: { blank: 'blank', unreadable: 'unreadable' },
  formsDiffer: 'The reports use different forms; a cell that only one of them has is marked "no such cell".',
  bothOverYears: 'Both over the years',
  swap: 'Swap sides',
  local: 'All of it stays on this machine. Nothing was sent.',
};

const catalogues: Record<Language, ShelfWords> = { 'zh-CN': zhCN, en };

export const shelfWordsIn = (language: Language): ShelfWords => catalogues[language];
