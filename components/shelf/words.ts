import type { Reasons } from '../../parser/findings/verdict.ts';
import type { Language } from '../../parser/messages/words.ts';

/** `findings`: one finding a row, and a row for each report without any. The others hold the figures. */
export type ExportFormat = 'csv' | 'findings' | 'json' | 'xlsx' | 'zip';

/** Why a file was not taken. */
type FileTrouble = 'other' | 'newer' | 'failed';

/** Words of the shelf. What is said about a report comes from `parser/messages`. */
type ShelfWords = {
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
  verdicts: Record<'violated' | 'open' | 'unread' | 'holds', string>;
  order: string;
  orders: Record<'authority' | 'year' | 'kept' | 'violated', string>;
  older: string;
  columns: Record<'report' | 'verdict' | 'received' | 'rate' | 'retrieved', string>;
  badges: Record<Exclude<keyof Reasons, 'satisfied' | 'years'>, (count: number) => string>;
  allHold: string;
  /** Of a report that an earlier version has kept. */
  textNotKept: string;
  notRecognised: string;
  noAuthority: string;
  noYear: string;
  version: (at: number, of: number) => string;
  reportsOf: (count: number) => string;
  pagesOf: (count: number) => string;
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
  exportStopped: string;
  exportedSoFar: (done: number, of: number) => string;
  stop: string;
  remove: string;
  removed: (count: number) => string;
  undo: string;
  putBack: (count: number) => string;
  keepTabs: string;
  keepTabsTitle: string;
  noTabs: string;
  open: string;
  dropHere: string;
  taken: (added: number, already: number) => string;
  /** Notes of a file that kept reports had not, and those that differ from what is written here. */
  notesTaken: (count: number) => string;
  notesDiffer: (count: number) => string;
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
  /** Pages of tables. */
  tables: string;
  tableFigures: string;
  tableFiguresHint: string;
  rowsShown: (shown: number, all: number) => string;
  cellsShown: (shown: number, all: number) => string;
  namesakes: string;
  onlyLeft: string;
  onlyRight: string;
  unsureCells: (table: string, count: number) => string;
  noTableDifferences: string;
  notComparable: string;
  states: Record<'blank' | 'unreadable', string>;
  formsDiffer: string;
  bothOverYears: string;
  swap: string;
  local: string;
};

const zhCN: ShelfWords = {
  title: '已收藏的报告',
  count: (shown, all) => (shown === all ? `${all} 份报告` : `${shown} / ${all} 份报告`),
  loading: '正在打开已收藏的报告……',
  failed: '无法打开已收藏的报告：浏览器拒绝访问本机存储。请检查是否处于隐私窗口，或存储空间已满。',
  empty: '还没有收藏报告',
  emptyHow:
    '打开一份年度报告，或者有合计的统计表，在面板中点击“收藏”，即可把读到的数据收藏在这里；也可以把保存在本机的网页、文本或 PDF、Word、Excel 文件拖到本页。',
  nothingFound: '没有符合条件的报告',
  clearFilters: '清除条件',
  search: '搜索',
  searchHint: '机关、年度、标题、网址或备注',
  filters: '筛选',
  form: '表样',
  year: '年度',
  verdict: '结论',
  any: '全部',
  verdicts: { violated: '有不成立的', open: '未能全部判定', unread: '有未读取的', holds: '全部成立' },
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
    identities: (count) => `${count} 条不成立`,
    claims: (count) => `正文 ${count} 处与表格不一致`,
    statements: (count) => `正文 ${count} 处前后不一致`,
    hints: (count) => `${count} 处线索`,
    undetermined: (count) => `${count} 条无法判定`,
    unread: (count) => `${count} 处未读取`,
    aside: (count) => `${count} 处设为不计`,
  },
  allHold: '勾稽关系全部成立',
  textNotKept: '这份报告由较早的版本收藏，没有保存正文，正文前后是否一致未核对；重新收藏原网页即可补上。',
  notRecognised: '未识别出统计表',
  noAuthority: '机关不详',
  noYear: '年度不详',
  version: (at, of) => `第 ${at} 版，共 ${of} 版`,
  reportsOf: (count) => `${count} 份`,
  pagesOf: (count) => `${count} 页`,
  select: (name) => `选择 ${name}`,
  selectAll: '选择列出的全部报告',
  selected: (count) => `已选 ${count} 份`,
  clearSelection: '取消选择',
  compare: '比较',
  compareNeeds: '选择两份报告后可以比较',
  exportAs: '导出',
  exportAll: '导出列出的全部',
  formats: {
    csv: 'CSV（每个数字一行）',
    findings: '问题清单（CSV）',
    json: 'JSON（可再导入）',
    xlsx: 'Excel 工作簿',
    zip: '数据包（ZIP）',
  },
  exported: (name, count) => `已导出 ${count} 份报告：${name}`,
  exporting: '正在导出……',
  exportStopped: '已停止导出，没有写出文件',
  exportedSoFar: (done, of) => `${done} / ${of} 份`,
  stop: '停止',
  remove: '删除',
  removed: (count) => `已删除 ${count} 份报告`,
  undo: '撤销删除',
  putBack: (count) => `已恢复 ${count} 份报告`,
  keepTabs: '收藏打开的标签页',
  keepTabsTitle: '收藏各标签页中已读取的全部报告和统计表',
  noTabs: '打开的标签页中没有已读取的报告或统计表',
  open: '打开文件',
  dropHere:
    '松开即可读取：HTML、MHTML、文本、Markdown、PDF、OFD、DOCX、DOC、WPS、XLSX、XLS、ET，或者从这里导出的 JSON',
  taken: (added, already) =>
    already === 0
      ? `已收藏 ${added} 份报告`
      : added === 0
        ? `${already} 份报告早已收藏，没有变化`
        : `已收藏 ${added} 份报告，另有 ${already} 份早已收藏`,
  notesTaken: (count) => `已补上 ${count} 条备注`,
  notesDiffer: (count) => `${count} 条备注与这里的不同，保留了这里的`,
  refused: (name, ordinals) => `${name}：第 ${ordinals.join('、')} 份报告不符合格式，没有导入；其余已导入`,
  trouble: (name, why, detail) =>
    ({
      other: `${name}：是 JSON 文件，但不是从这里导出的，没有导入`,
      newer: `${name}：由更新的版本导出（${detail}），请先更新本扩展再导入`,
      failed: `${name}：未能读取（${detail}）`,
    })[why],
  troubles: (count) => `未能读取的原因（${count} 条）`,
  close: '关闭',
  reading: (done, of) => `正在读取第 ${done} 个文件，共 ${of} 个`,
  back: '返回列表',
  gone: '没有收藏这份报告，可能已被删除。',
  findings: '不成立',
  overYearsNone: '没有收藏该机关相邻年度的报告，无法跨年核对。',
  trend: '历年情况',
  provenance: '出处',
  address: '网址',
  file: '文件',
  pageTitle: '网页标题',
  retrieved: '读取时间',
  kept: '收藏时间',
  hash: '内容校验值（SHA-256）',
  hashOf: { dom: '按读取时网页的文字和表格计算', file: '按文件全部字节计算' },
  rules: '核对规则',
  rulesValue: (tool, form) => `勾稽 ${tool} · ${form}`,
  versions: '版本',
  current: '当前显示',
  compareWith: '与此版本比较',
  comparison: '比较',
  only: '只显示不同之处',
  differences: (count, of) => `${of} 格中有 ${count} 格不同`,
  noDifferences: '两份报告各格相同。',
  cell: '单元格',
  difference: '增减（右减左）',
  absent: '没有此格',
  tables: '统计表',
  tableFigures: '表中数字',
  tableFiguresHint: '收藏的是读到的数字及其行、列名称。点击上面的一处合计，相关各格即在此标出。',
  rowsShown: (shown, all) => `共 ${all} 行，只显示前 ${shown} 行；导出的数据包括全部各行。`,
  cellsShown: (shown, all) => `共 ${all} 格，只列出前 ${shown} 格。`,
  namesakes: '标题相同的其他网页',
  onlyLeft: '只有左边有这张表',
  onlyRight: '只有右边有这张表',
  unsureCells: (table, count) =>
    `${table}：有 ${count} 格的行、列名称重复，且两边重复的次数不同，不能确定如何对应，未作比较。`,
  noTableDifferences: '两边的表格各格相同。',
  notComparable: '年度报告与统计表不能并列比较，请选择两份报告，或者两页统计表。',
  states: { blank: '空白', unreadable: '无法辨认' },
  formsDiffer: '两份报告使用的表样不同，仅一方有的单元格标为“没有此格”。',
  bothOverYears: '两个机关历年情况',
  swap: '左右互换',
  local: '全部保存在本机，未发送任何数据。',
};

const reports = (count: number): string => (count === 1 ? 'one report' : `${count} reports`);

const en: ShelfWords = {
  title: 'Kept reports',
  count: (shown, all) => (shown === all ? reports(all) : `${shown} of ${reports(all)}`),
  loading: 'Opening the kept reports …',
  failed:
    'The kept reports cannot be opened: the browser refuses access to its storage. Is this a private window, or is the disk full?',
  empty: 'No report is kept yet',
  emptyHow:
    'Open an annual report, or a page of tables with totals, and press "Keep" in the panel: what was read is kept here. Or drop saved pages, text, PDF, Word or Excel files onto this page.',
  nothingFound: 'No report fits',
  clearFilters: 'Clear the filters',
  search: 'Search',
  searchHint: 'Authority, year, title, address or note',
  filters: 'Filters',
  form: 'Form',
  year: 'Year',
  verdict: 'Verdict',
  any: 'All',
  verdicts: {
    violated: 'Something does not hold',
    open: 'Something undetermined',
    unread: 'Something not read',
    holds: 'All identities hold',
  },
  order: 'Order',
  orders: {
    authority: 'Authority, then year',
    year: 'Year, newest first',
    kept: 'Kept, newest first',
    violated: 'Most that do not hold first',
  },
  older: 'Show older versions',
  columns: {
    report: 'Report',
    verdict: 'Verdict',
    received: 'New requests',
    rate: 'Full-disclosure rate',
    retrieved: 'Read',
  },
  badges: {
    identities: (count) => `${count} ${count === 1 ? 'does' : 'do'} not hold`,
    claims: (count) => `${count} text ${count === 1 ? 'mismatch' : 'mismatches'}`,
    statements: (count) => `${count} in the text ${count === 1 ? 'does' : 'do'} not add up`,
    hints: (count) => `${count} ${count === 1 ? 'hint' : 'hints'}`,
    undetermined: (count) => `${count} undetermined`,
    unread: (count) => `${count} not read`,
    aside: (count) => `${count} set aside`,
  },
  allHold: 'All identities hold',
  textNotKept:
    'An earlier version kept this report without its text, so whether the text adds up was not checked; keep its page again to have it checked.',
  notRecognised: 'No table recognised',
  noAuthority: 'Unknown authority',
  noYear: 'Unknown year',
  version: (at, of) => `version ${at} of ${of}`,
  reportsOf: (count) => reports(count),
  pagesOf: (count) => (count === 1 ? 'one page' : `${count} pages`),
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
    findings: 'Findings (CSV, one a line)',
    json: 'JSON (can be imported again)',
    xlsx: 'Excel workbook',
    zip: 'Data package (ZIP)',
  },
  exported: (name, count) => `Exported ${reports(count)}: ${name}`,
  exporting: 'Exporting …',
  exportStopped: 'Export stopped, no file was written',
  exportedSoFar: (done, of) => `${done} of ${of}`,
  stop: 'Stop',
  remove: 'Delete',
  removed: (count) => `Deleted ${reports(count)}`,
  undo: 'Undo',
  putBack: (count) => `Put back ${reports(count)}`,
  keepTabs: 'Keep open tabs',
  keepTabsTitle: 'Keeps every report and page of tables that was read in the open tabs',
  noTabs: 'No report or table was read in the open tabs',
  open: 'Open files',
  dropHere:
    'Drop to read: HTML, MHTML, text, Markdown, PDF, OFD, DOCX, DOC, WPS, XLSX, XLS, ET, or JSON exported from here',
  taken: (added, already) =>
    already === 0
      ? `Kept ${reports(added)}`
      : added === 0
        ? `Kept before, unchanged: ${reports(already)}`
        : `Kept ${reports(added)}; kept before: ${reports(already)}`,
  notesTaken: (count) => (count === 1 ? 'Added one note' : `Added ${count} notes`),
  notesDiffer: (count) =>
    count === 1
      ? 'One note differs from the one here, which was kept'
      : `${count} notes differ from those here, which were kept`,
  refused: (name, ordinals) =>
    `${name}: report ${ordinals.join(', ')} ${ordinals.length === 1 ? 'is' : 'are'} not in the right format and ${ordinals.length === 1 ? 'was' : 'were'} not imported; the others were`,
  trouble: (name, why, detail) =>
    ({
      other: `${name}: this JSON was not exported from here and was not imported`,
      newer: `${name}: written by a later version (${detail}). Update this extension, then import it`,
      failed: `${name}: could not be read (${detail})`,
    })[why],
  troubles: (count) => `Not read, for ${count === 1 ? 'this reason' : 'these reasons'}:`,
  close: 'Close',
  reading: (done, of) => `Reading file ${done} of ${of}`,
  back: 'Back to the list',
  gone: 'This report is not kept. It may have been deleted.',
  findings: 'Does not hold',
  overYearsNone: 'No report of this authority is kept for a year before or after this one.',
  trend: 'Year by year',
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
  difference: 'Change (right − left)',
  absent: 'no such cell',
  tables: 'Tables',
  tableFigures: 'Figures of the tables',
  tableFiguresHint:
    'What is kept are the figures that were read, with their rows and columns. Choose a total above to see its cells here.',
  rowsShown: (shown, all) => `The first ${shown} of ${all} rows; an export has all of them.`,
  cellsShown: (shown, all) => `The first ${shown} of ${all} cells.`,
  namesakes: 'Other pages of the same title',
  onlyLeft: 'only on the left',
  onlyRight: 'only on the right',
  unsureCells: (table, count) =>
    `${table}: ${count} cells have the same row and column as others, and not equally often on both sides. They were not compared.`,
  noTableDifferences: 'The tables are the same in every cell.',
  notComparable:
    'A report and a page of tables cannot be compared. Select two reports, or two pages of tables.',
  states: { blank: 'blank', unreadable: 'unreadable' },
  formsDiffer: 'The reports use different forms; a cell that only one of them has is marked "no such cell".',
  bothOverYears: 'Both, year by year',
  swap: 'Swap sides',
  local: 'All of it stays on this machine. Nothing was sent.',
};

const catalogues: Record<Language, ShelfWords> = { 'zh-CN': zhCN, en };

export const shelfWordsIn = (language: Language): ShelfWords => catalogues[language];
