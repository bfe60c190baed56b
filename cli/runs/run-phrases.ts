import { formProblemSentence } from '../../parser/messages/form-words.ts';
import type { Language } from '../../parser/messages/words.ts';
import type { FormRefusal } from '../own-forms.ts';
import type { Lost } from './resume.ts';

/** Why a run cannot be started as it was asked for. Data; the words are below. */
export type Refusal =
  | { code: 'no_source' }
  | { code: 'output_needed'; format: string }
  | { code: 'resume_needs_output' }
  | { code: 'not_resumable'; format: string }
  | { code: 'report_not_resumable' }
  | { code: 'not_a_folder'; format: string }
  | { code: 'only_of_figures'; format: string }
  | { code: 'nothing_to_resume'; output: string }
  | { code: 'other_task'; output: string; options: readonly string[] }
  | { code: 'other_version'; output: string; found: string; here: string }
  | { code: 'database_damaged'; output: string; detail: string }
  | { code: 'format_missing' }
  | { code: 'format_unknown'; output: string }
  | FormRefusal;

type RunPhrases = {
  options: Readonly<
    Record<
      | 'jobs'
      | 'workerJobs'
      | 'include'
      | 'exclude'
      | 'follow'
      | 'filesFrom'
      | 'form'
      | 'output'
      | 'resume'
      | 'report'
      | 'only'
      | 'progress',
      string
    >
  >;
  refusal: (refusal: Refusal) => string;
  /** How many sources an earlier run had done. */
  goesOn: (sources: number) => string;
  /** What of an earlier run is not as it was. */
  lost: (lost: Lost) => string[];
  journalLost: string;
  /** Sources that an earlier run has not seen, before others that it has done. */
  added: (keys: readonly string[]) => string;
  jobsAllowed: string;
  workerAbout: string;
  workerLines: string;
};

/** More would push what matters off the screen; the rest is counted. */
const mostNamed = 5;

const someOf = <One>(
  all: readonly One[],
  said: (one: One) => string,
  rest: (more: number) => string,
): string[] => [
  ...all.slice(0, mostNamed).map(said),
  ...(all.length > mostNamed ? [rest(all.length - mostNamed)] : []),
];

const zhCN: RunPhrases = {
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

const en: RunPhrases = {
  options: {
    jobs: 'threads that read at the same time, by default as many as there are processor cores',
    workerJobs: 'threads that read at the same time; default 1: let the scheduler start one worker per core',
    include: 'of folders, read only files that match this glob (may be repeated)',
    exclude: 'of folders, do not read files that match this glob (may be repeated)',
    follow: 'in folders, also follow links to folders',
    form: 'also read by the form that this JSON file describes, see docs/forms.md (may be repeated)',
    filesFrom: 'read the paths listed in this file, one a line; - is standard input',
    output:
      'write to this file instead of standard output; the name ends in .part until the file is complete. A name that ends in / is a folder of tables (extract, parquet or csv)',
    only: 'facts: read the figures of the tables alone and not the text, which is faster; for csv and parquet',
    resume: 'continue an interrupted run (with --output), with no gaps or duplicates',
    report:
      'also write a page for people: the verdict on each report, findings by kind, charts; to be sorted, filtered, printed',
    progress: 'show progress on standard error; by default on terminals only',
  },
  refusal: (refusal) => {
    switch (refusal.code) {
      case 'no_source':
        return 'name a file or folder to read, or a list of them with --files-from';
      case 'output_needed':
        return `${refusal.format} is written to a file: name it with --output`;
      case 'resume_needs_output':
        return '--resume continues a file: name it with --output';
      case 'not_resumable':
        return `a file of ${refusal.format} is written in one go and cannot be resumed; use ndjson, csv, json or sqlite`;
      case 'only_of_figures':
        return `--only facts is for csv and parquet, which hold figures alone; ${refusal.format} also tells of the text and of possible corrections: leave out --only`;
      case 'not_a_folder':
        return `a folder holds parquet or csv; write ${refusal.format} to a file, whose name does not end in /`;
      case 'report_not_resumable':
        return 'the page of --report is written in one go: leave out --report or --resume';
      case 'nothing_to_resume':
        return `"${refusal.output}" is complete, so there is nothing to resume; to write it again leave out --resume`;
      case 'other_task':
        return `the journal of "${refusal.output}" belongs to another run (not the same: ${refusal.options.join(', ')}); use the options of that run, or leave out --resume to start again`;
      case 'other_version':
        return `the journal of "${refusal.output}" was written by version ${refusal.found}; this is ${refusal.here}, which may read differently; use that version, or leave out --resume to start again`;
      case 'database_damaged':
        return `"${refusal.output}.part" is damaged (${refusal.detail}) and cannot be resumed; leave out --resume to start again`;
      case 'format_missing':
        return 'say the format with --format: json, ndjson, csv, xlsx, parquet or sqlite';
      case 'format_unknown':
        return `"${refusal.output}" does not tell the format: give --format json, ndjson, csv, xlsx, parquet or sqlite`;
      case 'form_not_read':
        return `the form "${refusal.path}" cannot be read (${refusal.detail}): it must be a JSON file, see docs/forms.md`;
      case 'form_wrong':
        return [
          `the form "${refusal.path}" is not right in ${refusal.problems.length} ${refusal.problems.length === 1 ? 'place' : 'places'}, see docs/forms.md:`,
          ...refusal.problems.map((problem) => `  ${formProblemSentence(problem, 'en')}`),
        ].join('\n');
    }
  },
  goesOn: (sources) => `Resuming: ${sources} sources were read before and are not read again`,
  lost: ({ damaged, changes, again }) => [
    ...(damaged === 'output' ? ['What was written before is damaged: it has another checksum'] : []),
    ...(damaged === 'journal'
      ? ['The journal of the earlier run is damaged: a line has another checksum']
      : []),
    ...someOf(
      changes,
      ({ path, what }) => `${path}: ${what} since it was read`,
      (more) => `${more} more files changed or deleted`,
    ),
    again > 0
      ? `Written anew from the first of these on; sources read again: ${again}`
      : 'What came after it is read again',
  ],
  journalLost: 'The journal of the earlier run is damaged and cannot be gone on with: beginning anew',
  added: (keys) =>
    `New since the earlier run, written at the end: ${keys.length} (${keys.slice(0, mostNamed).join(', ')})`,
  jobsAllowed: 'must be a whole number, 1 or more',
  workerAbout:
    'read pages line by line (NDJSON) and answer line by line, driven by GNU parallel, Spark and the like',
  workerLines: `Each line in is a JSON object: {"url", "html"}, {"url", "base64", "charset"} or {"path"}, with an "id" if you like.
For each line in there is one line out, in the same order: {"schema": "gouji/answer/1", "line", "id", "extractions"}.
A line that cannot be understood has its answer too, with the reason in its issues; the exit code is always 0.
The line ping is answered with version, forms and schema in "about".`,
};

const phrases: Record<Language, RunPhrases> = { 'zh-CN': zhCN, en };

export const runPhrasesIn = (language: Language): RunPhrases => phrases[language];
