import { endings } from './sources/endings.ts';
import { type CommandWords, commonExamples, detailOf, list } from './words.ts';

/** What stands behind `before` up to the ending of the text; null where it has no such part. */
const within = (text: string, before: string, ending: string): string | null => {
  const at = text.indexOf(before);
  return at >= 0 && text.endsWith(ending) ? text.slice(at + before.length, -ending.length) : null;
};

/** What commander says in English, of which only the names and values matter here. */
const detailZh = (message: string): string => {
  const detail = detailOf(message);
  const [name = detail, value] = [...detail.matchAll(/'([^']*)'/g)].map(([, quoted = '']) => quoted);
  const choices = within(detail, 'Allowed choices are ', '.');
  const [, invalid] = detail.split('is invalid. ');
  const allowed = choices === null ? invalid : `可用的是 ${choices.replaceAll(', ', '、')}`;
  if (allowed !== undefined) return `${name} 不接受“${value}”，${allowed}`;
  const meant = within(detail, '(Did you mean one of ', '?)') ?? within(detail, '(Did you mean ', '?)');
  return meant === null ? name : `${name}，相近的有 ${meant.replaceAll(', ', '、')}`;
};

export const zhCN: CommandWords = {
  about: '读取政府信息公开工作年度报告的三张统计表，核对全部勾稽关系。',
  checkAbout: '核对报告，逐份给出结论',
  extractAbout: '导出数据（数据写到标准输出，其余写到标准错误）',
  programUsage: '<命令> [选项] 路径…',
  commandUsage: '[选项] 路径…',
  pathArgument: `文件、文件夹或 -（标准输入）；文件夹中读取 ${endings.join(' ')}`,
  langOption: '语言：zh-CN 或 en，默认取自系统环境',
  formatOption:
    '格式：json、ndjson（每份报告一行）、csv（每个数字一行）、xlsx、parquet 或 sqlite；默认取自 --output 的扩展名',
  verdictFormatOption: '写出数据而不是摘要：json、ndjson（每份报告一行）、csv 或 xlsx（每处问题一行）',
  allOption: '有几种改法都能使勾稽关系成立时，逐一列出',
  helpOption: '显示帮助',
  versionOption: '显示版本',
  helpTitles: { 'Usage:': '用法：', 'Arguments:': '参数：', 'Options:': '选项：', 'Commands:': '命令：' },
  examples: `例：\n${commonExamples}`,
  exitCodes:
    '退出码：0 没有不成立的（可能有无法判定的）；1 有不成立的，包括正文不一致和较确定的跨年不一致；2 有未能读取的内容（同时有不成立的，也为 2）。extract 不判定，只有 0 和 2',
  usageError: (code, detail) => {
    const known: Record<string, string> = {
      'commander.missingArgument': '请给出要读取的文件或文件夹，缺少参数',
      'commander.excessArguments': '参数过多',
      'commander.unknownOption': '没有这个选项',
      'commander.unknownCommand':
        '没有这个命令，可用的命令是 check、extract、tables、history、compare、sum、verify 和 worker',
      'commander.invalidArgument': '选项的取值不对',
      'commander.optionMissingArgument': '选项缺少取值',
      'commander.missingMandatoryOptionValue': '缺少必需的选项',
    };
    return `${known[code] ?? '命令行有误'}（${detailZh(detail)}）。用 gouji --help 查看用法。`;
  },
  refused: (sentence) => `${sentence}。用 gouji --help 查看用法。`,
  passedOver: (path, counts) =>
    `${path}：以下不在读取范围内，已跳过：${list(counts, '指向文件夹的链接（用 --follow 读取）')}`,
  moreIssues: (count, level) =>
    `另有 ${count} 条${level === 'unread' ? '未读取的事项' : '读取说明'}，用 gouji extract --format json 查看全部`,
  byTotals: '没有政府信息公开工作年度报告，核对的是各表中的合计',
  moreViolated: (count) => `另有 ${count} 处，用 gouji check --format json 查看全部`,
  quoted: (clause) => `（原文：${clause}）`,
  allListed: '（用 --all 列出）',
  total: ({ reports, violated, unread, years }) =>
    `共 ${reports} 份：${violated} 份有不成立的（含正文不一致），${unread} 份有未读取的内容${years > 0 ? `；跨年 ${years} 处不一致` : ''}`,
  overYears: (satisfied) => `跨年核对${satisfied > 0 ? `：${satisfied} 条关系成立` : ''}`,
  written: (files) => `已写出：\n${files.map((file) => `  ${file}`).join('\n')}`,
  next: `one-wrong-cell-2020.html 中有一处有意写错的数字，上面已经指出。接下来可以：
  核对自己的报告    npx node cli/gouji.ts check 报告.html
  核对整个文件夹    npx node cli/gouji.ts check 文件夹
  导出为 CSV        npx node cli/gouji.ts extract 报告.html --format csv > 报告.csv
  查看全部用法      npx node cli/gouji.ts --help`,
};
