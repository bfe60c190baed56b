import type { PanelWords } from './words.ts';

/** Words of the panel in Chinese. */
export const zhCN: PanelWords = {
  open: '打开核对结果',
  close: '关闭',
  toLeft: '移到左侧',
  toRight: '移到右侧',
  reports: (count) => `本页共有 ${count} 份报告`,
  chip: ({ satisfied, violated, undetermined, contradicted, overYears, doubts, unread, aside }) => {
    if (violated + undetermined + satisfied + aside === 0) return '未识别出统计表';
    const parts = [
      violated > 0 && `${violated} 条不成立`,
      contradicted > 0 && `${contradicted} 处文字不符`,
      overYears > 0 && `${overYears} 处与往年不符`,
      undetermined > 0 && `${undetermined} 条无法判定`,
      doubts > 0 && `${doubts} 处待核实`,
      unread > 0 && `${unread} 处未读取`,
      aside > 0 && `${aside} 条已搁置`,
    ].filter((part) => part !== false);
    return parts.length > 0 ? parts.join(' · ') : `${satisfied} 条全部成立`;
  },
  unread: (count) => `另有 ${count} 处未能读取，见下文。`,
  nothingRecognised: '未识别出统计表',
  violated: '不成立',
  undetermined: '无法判定',
  unreadIssues: '未能读取',
  notes: '读取说明',
  keyFigures: '主要数据',
  show: '在页面中标出',
  marked: (count) => `已在页面中标出 ${count} 个单元格`,
  notFound: '页面内容已经变化，找不到这些单元格。请刷新页面后再试。',
  cleared: '标记已清除',
  surplus: (by) => `左边多 ${by}`,
  shortfall: (by) => `左边少 ${by}`,
  left: '左边',
  right: '右边',
  zeros: (count) => `其余 ${count} 项为 0`,
  countedAsZero: '空白，按 0 计',
  download: '下载 CSV',
  downloaded: (name) => `已下载 ${name}`,
  copy: '复制 CSV',
  copied: '已复制到剪贴板',
  copyFailed: '浏览器不允许复制，请改用下载。',
  local: '全部在本机完成，未发送任何数据。',

  view: { conclusion: '结论', data: '数据', prose: '文字' },
  views: '核对结果',
  reader: { reading: '评估、阅读', compiling: '编制自查' },
  readAs: '阅读方式',
  verdict: (tally, ofOutcomes) =>
    tally.satisfied + tally.violated + tally.undetermined === 0
      ? '没有需要提示的不成立关系'
      : ofOutcomes(tally),
  contradicted: (count) => `文字中有 ${count} 处与表格不符，或者前后不符。`,
  differsOverYears: (firm, doubts) =>
    firm === 0
      ? `与往年报告相比，有 ${doubts} 处请核实。`
      : `与往年报告相比，有 ${firm} 处不一致${doubts > 0 ? `，另有 ${doubts} 处请核实` : ''}。`,
  setAside: (count) => `另有 ${count} 条不成立已搁置，见下文。`,
  resize: '调整面板大小（可用方向键）',
  options: '设置',
  shelf: '已收藏的报告',
  keep: { no: '收藏', same: '已收藏', older: '收藏新版本' },
  keepTitle: {
    no: '把读到的数据存放在本机',
    same: '本页内容已经收藏，没有变化',
    older: '本页内容与已收藏的不同，收藏为新版本，旧版本保留',
  },
  keepAnswer: {
    kept: '已收藏，可在“已收藏的报告”中查看',
    already: '本页内容已经收藏，没有变化',
    failed: '未能收藏，请重试。',
  },
  downloadFindings: '问题清单',
  findingsTitle: '下载问题清单（CSV），含已搁置的',

  diagnosis: '最可能有误的单元格',
  diagnosisHint: '由勾稽关系推算，仅供核对；页面上的数字没有改动。',
  wouldBe: '改为',
  mends: (count) => `改后下列 ${count} 条关系成立：`,
  otherCandidates: (count) => `其他可能（${count}）`,

  dismiss: '搁置',
  whyDismiss: '搁置的理由',
  dismissalReason: {
    confirmed: '已向发布机关核实',
    reorganised: '机构合并、分立或者更名所致',
    stated: '报告正文已作说明',
    unit: '计量单位或者口径不同',
    irrelevant: '与本次工作无关',
  },
  cancel: '取消',
  dismissed: '已搁置；数字变化后会重新提示，导出时仍会列出。',
  dismissedAs: (reason, day) => `已搁置：${reason}（${day}）`,
  asideTitle: '已搁置',
  quietRule: '已在设置中关闭此类提示',
  recall: '恢复提示',

  letterTitle: '给网站管理人员的修改说明',
  letterHint: '可直接复制。推测仅供核对，请以原始台账为准。',
  copyLetter: '复制说明',
  letter: {
    opening: ({ authority, year, address }) =>
      `${authority ?? '本机关'}${year === null ? '' : ` ${year} 年`}政府信息公开工作年度报告${address === null ? '' : `（${address}）`}中，下列数字前后不一致，请核对原始台账后更正：`,
    item: (number, text) => `${number}. ${text}`,
    statement: (quote, sentence) => `正文“${quote}”：${sentence}`,
    claim: (quote, cells) => `正文“${quote}”与${cells.join('、')}不一致`,
    guesses: '经推算，最可能的情况是（仅供核对）：',
    guess: (text) => `— ${text}。`,
    closing: '更正后请重新核对全部勾稽关系，并保持网页与附件一致。',
  },

  dataHint: '点击单元格，页面中对应的格即标出；点击页面中的格，这里也会标出。方向键可在格间移动。',
  legend: '图例',
  state: { blank: '空白', mark: '印的是符号', unreadable: '未能读取', missing: '页面上没有此格' },
  stateSign: { blank: '空', mark: '符', unreadable: '？', missing: '缺' },
  inViolation: '所在关系不成立',
  suspect: '最可能有误',
  pickedCell: '所选单元格',
  printedAs: (raw, state, { table, row, column }) =>
    `${state === 'blank' ? '空白' : `原文“${raw}”`}，位于页面第 ${table + 1} 张表第 ${row + 1} 行第 ${column + 1} 列`,
  outcomeSign: { satisfied: '✓', violated: '✗', undetermined: '？' },

  noClaims: '正文中没有读到可与表格核对的数字。',
  claims: {
    contradicted: '文字与表格不符',
    aside: '已搁置',
    inconsistent: '文字前后不符',
    agreed: '与表格一致',
    consistent: '文字前后相符',
    undecided: '无法判定',
    uncovered: '未与任何单元格或者合计对应',
  },
  claimOutcome: ({ outcome, scope, about }) => {
    if (outcome === 'satisfied') return '与表格一致';
    if (outcome === 'violated') return '与表格不符';
    if (about === null) return '表格中没有对应的格';
    if (scope === 'part') return '只说其中一部分，不作比较';
    if (scope === 'other_period') return '说的是其他年度，不作比较';
    return '不能确定所指，不作比较';
  },
  uncoveredHint: '下列数字在表格中没有对应的格，正文中也没有可以合计的分项，请自行对照台账。',
  nothingUncovered: '正文中的件数都与表格或者正文中的合计对应。',
  showText: '在页面中标出这句话',
  markedText: '已在页面中标出这句话',
  seeProse: '查看文字中的数字',

  history: {
    title: '跨年核对',
    levels: { firm: '不一致', warning: '请核实', hint: '提示' },
    hold: (count) => `${count} 条跨年关系成立`,
    doubts: (count) => `${count} 处请核实，可能另有原因`,
    source: (years) => `与已收藏的 ${years.join('、')} 年报告核对`,
  },

  outcomes: '本年办理结果',
  asTable: '以表格显示',

  whyNone: '为什么没有核对结果',
  stillLoading: '页面还没有加载完，或者内容由脚本稍后填入；加载完成后会自动再读，也可再次点击工具栏按钮。',
  pictures: (count) => `页面中有 ${count} 张较大的图片，表格可能在图片里；图片中的数字读不到。`,
  onlyFiles: (count) => `页面上有 ${count} 个附件，报告可能在其中：`,
};
