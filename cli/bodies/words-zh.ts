import { type BodyWords, namesInLine, type Relations } from './words.ts';

const relationsZh = ({ violated, warnings, hints, undetermined, satisfied }: Relations): string =>
  [
    ...(violated > warnings ? [`${violated - warnings} 条不一致`] : []),
    ...(warnings > 0 ? [`${warnings} 条请核实`] : []),
    ...(hints > 0 ? [`${hints} 条线索`] : []),
    ...(undetermined > 0 ? [`${undetermined} 条无法判定`] : []),
    ...(satisfied > 0 ? [`${satisfied} 条成立`] : []),
  ].join(' · ');

export const zhCN: BodyWords = {
  history: {
    about: '逐个机关核对各年报告之间的关系，并指出没有报告的年度',
    usage: '[选项] 路径…',
    exitCodes: '退出码：0 没有跨年不一致（可能有请核实的）；1 有跨年不一致；2 有未能读取的内容',
  },
  compare: {
    about: '逐格比较两份报告（或两个文件夹中的报告）',
    usage: '[选项] 报告一 报告二',
    exitCodes: '退出码：0 数字相同；1 有不同；2 有未能读取的内容，或没有可以比较的报告',
    one: '一份报告，或一个文件夹',
    other: '另一份报告，或另一个文件夹；文件夹之间先按机关和年度配对，再按机关配对',
  },
  sum: {
    about: '把一级政府的报告与其所属各机关报告之和逐格比较（只作线索）',
    usage: '[选项] 总报告 分报告…',
    exitCodes: '退出码：0 已经比较（有无差别都是 0）；2 有未能读取的内容，或者名单中的机关没有报告',
    parent: '总报告：一级政府的报告',
    children: '分报告：所属各部门、各镇街的报告，可以是文件或文件夹',
    expect: '应当有报告的机关名单，每行一个名称；没有报告的逐一指出',
    all: '也列出无法比较的各格',
  },
  historyFormat: '格式：text（默认）或 ndjson（每条结果一行）',
  jsonFormat: '格式：text（默认）或 json',
  comma: '、',
  relations: (counts) => relationsZh(counts) || '没有相邻两年的报告可以比较',
  oneYearOnly: (bodies) =>
    `只有一个年度的报告、无法比较的机关 ${bodies.length} 个：${bodies
      .slice(0, namesInLine)
      .map(({ authority, years }) => `${authority}（${years[0] ?? ''}）`)
      .join('、')}${bodies.length > namesInLine ? '等，用 --format ndjson 查看全部' : ''}`,
  takesNoPart: ({ source, missing }) => {
    const names = { form: '未能读取报告', authority: '机关不详', year: '年度不详' };
    const shown = missing.includes('form') ? (['form'] as const) : missing;
    return `${source}：未纳入比较（${shown.map((part) => names[part]).join('、')}）`;
  },
  historyTotal: ({ bodies, reports, apart, ...counts }) =>
    `共 ${bodies} 个机关、${reports} 份报告：${relationsZh(counts) || '无可比较'}${apart > 0 ? `；${apart} 份未纳入比较` : ''}`,
  titleOf: ({ authority, year }) => `${authority ?? '机关不详'} ${year === null ? '年度不详' : `${year} 年`}`,
  sameFigures: (cells) => `数字相同（${cells} 格）`,
  otherForms: '两份报告所用表样不同：只有两种表样共有的格可以比较',
  tableCompared: ({ title, common, differing }) => {
    if (common === 0) return `${title}：没有共有的格`;
    return differing === 0
      ? `${title}：${common} 格全部相同`
      : `${title}：${common} 格中 ${differing} 格不同`;
  },
  onlyIn: (which, rows, cells) =>
    `只有${which === 'one' ? '前' : '后'}一份有（${cells} 格）：${rows.join('；')}`,
  checksDiffer: (count) => `${count} 条勾稽关系的结果不同：`,
  checksSame: '各条勾稽关系的结果相同',
  alone: (which, head) =>
    `${head.source}：${zhCN.titleOf(head)}，${which === 'one' ? '后' : '前'}一组中没有（或不止一份）可以配对的报告`,
  compareTotal: ({ same, differing, alone }) =>
    `共比较 ${same + differing} 对：${same} 对数字相同，${differing} 对不同${alone > 0 ? `；${alone} 份没有配对` : ''}`,
  listUnreadable: (path) => `${path}：名单不能读取，或者其中没有名称；名单应为文本文件，每行一个机关名称`,
  noParent: (path) => `${path}：未能读取总报告，无法比较`,
  severalParents: (path, count) => `${path}：其中有 ${count} 份报告，总报告只能是一份；请给出那一份的文件`,
  besideSum: (children) => (children === 0 ? '没有可以相加的分报告' : `与 ${children} 个机关的报告之和比较`),
  missing: (names) => `没有报告的机关：${names.join('、')}`,
  notWhole: '分报告不全，各格均无法判定：没有的数字不作为零',
  tableSummed: ({ title, same, differs, undetermined }) =>
    `${title}：${same} 格相同 · ${differs} 格不同 · ${undetermined} 格无法判定`,
  unknownFigures: '没有数字的格（不作为零）：',
  notInParent: '总报告没有、分报告有的行：',
  allUndetermined: '无法判定的各格用 --all 列出',
  whyOnlyHint: '不同不等于有错：总报告可能只计本级；转办、联办的申请可能重复计算；有的机关可能不由本级汇总',
};
