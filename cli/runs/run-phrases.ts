import type { Language } from '../../parser/messages/words.ts';

/** Why a run cannot be started as it was asked for. Data; the words are below. */
export type Refusal =
  | { code: 'no_source' }
  | { code: 'output_needed'; format: string }
  | { code: 'resume_needs_output' }
  | { code: 'not_resumable'; format: string }
  | { code: 'report_not_resumable' }
  | { code: 'nothing_to_resume'; output: string }
  | { code: 'other_task'; output: string }
  | { code: 'format_missing' }
  | { code: 'format_unknown'; output: string };

export type RunPhrases = {
  options: Readonly<
    Record<
      | 'jobs'
      | 'workerJobs'
      | 'include'
      | 'exclude'
      | 'follow'
      | 'filesFrom'
      | 'output'
      | 'resume'
      | 'report'
      | 'progress',
      string
    >
  >;
  refusal: (refusal: Refusal) => string;
  /** How many sources an earlier run had done. */
  goesOn: (sources: number) => string;
  jobsAllowed: string;
  workerAbout: string;
  workerLines: string;
};

const zhCN: RunPhrases = {
  options: {
    jobs: '同时读取的线程数，默认等于处理器核数',
    workerJobs: '同时读取的线程数，默认为 1，由调度工具按核数启动多个 worker',
    include: '文件夹中只读取匹配此通配符的文件（可重复使用）',
    exclude: '文件夹中不读取匹配此通配符的文件（可重复使用）',
    follow: '也读取文件夹中的链接所指向的文件夹',
    filesFrom: '从文件中取得要读取的路径，每行一个；- 为标准输入',
    output: '写到文件，不写到标准输出；写完之前文件名以 .part 结尾',
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
      case 'report_not_resumable':
        return '--report 的网页只能一次写完，不能与 --resume 同用';
      case 'nothing_to_resume':
        return `“${refusal.output}”已经写完，没有中断的运行可以继续；要重新写，请去掉 --resume`;
      case 'other_task':
        return `“${refusal.output}”旁的记录属于另一次不同的运行（命令、格式或选项不同），不能接着写；请用原来的选项，或去掉 --resume 重新开始`;
      case 'format_missing':
        return '请用 --format 指明格式：json、ndjson、csv、xlsx、parquet 或 sqlite';
      case 'format_unknown':
        return `从“${refusal.output}”看不出格式，请用 --format 指明：json、ndjson、csv、xlsx、parquet 或 sqlite`;
    }
  },
  goesOn: (sources) => `接着上次继续：已有 ${sources} 个来源读完，不再重读`,
  jobsAllowed: '应为不小于 1 的整数',
  workerAbout: '逐行读入页面（NDJSON），逐行给出结果，供 GNU parallel、Spark 等调度',
  workerLines: `每行输入一个 JSON 对象：{"url", "html"}、{"url", "base64", "charset"} 或 {"path"}，可带 "id"。
每行输入对应一行输出，次序不变：{"schema": "gouji/answer/1", "line", "id", "extractions"}。
读不懂的行也有一行输出，原因写在 issues 中；退出码总是 0。`,
};

const en: RunPhrases = {
  options: {
    jobs: 'threads that read at the same time, by default as many as there are processor cores',
    workerJobs:
      'threads that read at the same time, by default one: a worker for each core is for the engine to start',
    include: 'of folders, read only files that match this glob (may be repeated)',
    exclude: 'of folders, do not read files that match this glob (may be repeated)',
    follow: 'in folders, also read what links to other folders lead to',
    filesFrom: 'read the paths listed in this file, one a line; - is standard input',
    output: 'write to this file instead of standard output; until it is whole its name ends in .part',
    resume: 'go on where an interrupted run broke off (with --output): nothing lost, nothing twice',
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
        return '--resume goes on with a file: name it with --output';
      case 'not_resumable':
        return `a file of ${refusal.format} is written in one go, and --resume cannot go on with it; use ndjson, csv, json or sqlite`;
      case 'report_not_resumable':
        return 'the page of --report is written in one go: leave out --report or --resume';
      case 'nothing_to_resume':
        return `"${refusal.output}" is whole, there is no interrupted run to go on with; to write it anew leave out --resume`;
      case 'other_task':
        return `the journal beside "${refusal.output}" is of another run (other command, format or options); use the options of that run, or leave out --resume to begin anew`;
      case 'format_missing':
        return 'say the format with --format: json, ndjson, csv, xlsx, parquet or sqlite';
      case 'format_unknown':
        return `"${refusal.output}" does not tell the format: give --format json, ndjson, csv, xlsx, parquet or sqlite`;
    }
  },
  goesOn: (sources) => `Going on: ${sources} sources were read before and are not read again`,
  jobsAllowed: 'a whole number from 1 is allowed',
  workerAbout:
    'read pages line by line (NDJSON) and answer line by line, driven by GNU parallel, Spark and the like',
  workerLines: `Each line in is a JSON object: {"url", "html"}, {"url", "base64", "charset"} or {"path"}, with an "id" if you like.
For each line in there is one line out, in the same order: {"schema": "gouji/answer/1", "line", "id", "extractions"}.
A line that cannot be understood has its answer too, with the reason in its issues; the exit code is always 0.`,
};

const phrases: Record<Language, RunPhrases> = { 'zh-CN': zhCN, en };

export const runPhrasesIn = (language: Language): RunPhrases => phrases[language];
