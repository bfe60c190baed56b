import { formProblemSentence } from '../../parser/messages/form-problems.ts';
import { mostNamed, type RunWords, someOf } from './words.ts';

export const zhCN: RunWords = {
  options: {
    jobs: '同时读取的线程数，默认等于处理器核数',
    workerJobs: '同时读取的线程数，默认为 1，由调度工具按核数启动多个 worker',
    include: '文件夹中只读取匹配此通配符的文件（可重复使用）',
    exclude: '文件夹中不读取匹配此通配符的文件（可重复使用）',
    follow: '也读取文件夹中的链接所指向的文件夹',
    form: '另按此文件（JSON，见 docs/forms.md）所写的自定义表样读取（可重复使用）',
    filesFrom: '从清单文件读入路径，每行一个；- 为标准输入',
    output:
      '写到文件，不写到标准输出；写完之前文件名以 .part 结尾。extract 给出以 / 结尾的名字，则写一个数据集文件夹（parquet 或 csv）',
    only: 'facts：只读取表中的数字，不读正文，更快；用于 csv 和 parquet',
    resume: '接着上次中断处继续（须与 --output 同用），不遗漏，不重复',
    report: '另写一份供人查看的网页：逐份结论、问题分类、图表，可排序、筛选、打印',
    progress: '在标准错误上显示进度，默认只在终端上显示',
  },
  refusal: (refusal) => {
    switch (refusal.code) {
      case 'no_source':
        return '请给出要读取的文件或文件夹，或用 --files-from 给出清单';
      case 'output_needed':
        return `${refusal.format} 格式要写到文件，请用 --output 给出文件名`;
      case 'resume_needs_output':
        return '--resume 须与 --output 同用：接着写的是那个文件';
      case 'not_resumable':
        return `${refusal.format} 格式的文件只能一次写完，不能用 --resume；可以改用 ndjson、csv、json 或 sqlite`;
      case 'only_of_figures':
        return `--only facts 只读数字，用于 csv 和 parquet；${refusal.format} 还要写正文中的数和可能的改正，请去掉 --only`;
      case 'not_a_folder':
        return `文件夹中的数据集只有 parquet 和 csv 两种，${refusal.format} 请写到文件（--output 的名字不以 / 结尾）`;
      case 'report_not_resumable':
        return '--report 的网页只能一次写完，不能与 --resume 同用';
      case 'nothing_to_resume':
        return `“${refusal.output}”已经写完，没有中断的运行可以继续；要重新写，请去掉 --resume`;
      case 'other_task':
        return `“${refusal.output}”的进度记录属于另一次运行（不同之处：${refusal.options.join('、')}），不能续写。请改用当时的选项，或者去掉 --resume 重新开始`;
      case 'other_version':
        return `“${refusal.output}”的进度记录由版本 ${refusal.found} 写成，现为 ${refusal.here}，读法可能不同，不能续写。请用原来的版本，或者去掉 --resume 重新开始`;
      case 'database_damaged':
        return `“${refusal.output}.part”已损坏（${refusal.detail}），不能续写；请去掉 --resume 重新开始`;
      case 'format_missing':
        return '请用 --format 指明格式：json、ndjson、csv、xlsx、parquet 或 sqlite';
      case 'format_unknown':
        return `从“${refusal.output}”看不出格式，请用 --format 指明：json、ndjson、csv、xlsx、parquet 或 sqlite`;
      case 'form_not_read':
        return `表样文件“${refusal.path}”不能读取（${refusal.detail}）：应为 JSON 文件，写法见 docs/forms.md`;
      case 'form_wrong':
        return [
          `表样文件“${refusal.path}”有 ${refusal.problems.length} 处不合规定，写法见 docs/forms.md：`,
          ...refusal.problems.map((problem) => `  ${formProblemSentence(problem, 'zh-CN')}`),
        ].join('\n');
    }
  },
  goesOn: (sources) => `接着上次继续：已有 ${sources} 个来源读完，不再重读`,
  lost: ({ damaged, changes, again }) => [
    ...(damaged === 'output' ? ['上次写出的内容有损坏，校验值不符'] : []),
    ...(damaged === 'journal' ? ['上次的记录有损坏，校验值不符'] : []),
    ...someOf(
      changes,
      ({ path, what }) =>
        what === 'deleted' ? `${path}：上次读取之后已删除` : `${path}：上次读取之后已改动`,
      (more) => `另有 ${more} 个文件已改动或删除`,
    ),
    again > 0 ? `从第一处起重写，${again} 个来源重新读取` : '其后的来源重新读取',
  ],
  journalLost: '上次的记录已损坏，无法接着写，从头开始',
  added: (keys) => `上次之后新增了 ${keys.length} 个来源，写在最后：${keys.slice(0, mostNamed).join('、')}`,
  jobsAllowed: '应为不小于 1 的整数',
  workerAbout: '逐行读入页面（NDJSON），逐行给出结果，供 GNU parallel、Spark 等调度',
  workerLines: `每行输入一个 JSON 对象：{"url", "html"}、{"url", "base64", "charset"} 或 {"path"}，可带 "id"。
每行输入对应一行输出，次序不变：{"schema": "gouji/answer/1", "line", "id", "extractions"}。
读不懂的行也有一行输出，原因写在 issues 中；退出码总是 0。
ping 一行的回答在 about 中给出版本、表样和输出格式。`,
};
