import type { Language } from '../../parser/messages/words.ts';
import type { Holder } from './holder.ts';

/** Why an output cannot be written. Data; the words are below. */
type Problem =
  | { code: 'sqlite_needs_node'; needed: string; found: string }
  | { code: 'database_of_others'; path: string }
  | { code: 'database_of_other_version'; path: string; found: number; needed: number }
  | { code: 'database_damaged'; path: string; detail: string }
  | { code: 'workbook_too_large'; path: string }
  | { code: 'cannot_write'; path: string; detail: string }
  | { code: 'cannot_print'; detail: string }
  | { code: 'no_file'; path: string }
  | { code: 'output_locked'; path: string; lock: string; holder: Holder | null };

/** Something the person can mend, to be told with `problemSentence` and not with a stack. */
export class OutputProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problemSentence(problem, 'en'));
    this.problem = problem;
  }
}

/** One sentence: what, where, and what to do. */
export const problemSentence = (problem: Problem, language: Language): string => {
  const zh = language === 'zh-CN';
  switch (problem.code) {
    case 'sqlite_needs_node':
      return zh
        ? `写 SQLite 需要 Node ${problem.needed} 或更新的版本，现为 ${problem.found}：请更新 Node，或改用 --format csv、parquet`
        : `SQLite needs Node ${problem.needed} or later, this is ${problem.found}: update Node, or use --format csv or parquet`;
    case 'database_of_others':
      return zh
        ? `${problem.path}：已有的文件不是本工具写的数据库，没有改动它；请另给文件名`
        : `${problem.path}: the file there is not a database of this tool and was left as it is; give another name`;
    case 'database_of_other_version':
      return zh
        ? `${problem.path}：数据库的结构版本为 ${problem.found}，本工具写 ${problem.needed}，不能续写；请另给文件名`
        : `${problem.path}: the database has structure ${problem.found}, this tool writes ${problem.needed} and cannot go on with it; give another name`;
    case 'database_damaged':
      return zh
        ? `${problem.path}：数据库已损坏（${problem.detail}），没有改动它；请去掉 --resume 重新开始，或另给文件名`
        : `${problem.path}: the database is damaged (${problem.detail}) and was left as it is; leave out --resume to begin anew, or give another name`;
    case 'workbook_too_large':
      return zh
        ? `${problem.path}：工作簿超过 4 GB，电子表格软件打不开；请改用 --format parquet 或 sqlite`
        : `${problem.path}: the workbook exceeds 4 GB, which no spreadsheet opens; use --format parquet or sqlite`;
    case 'cannot_write':
      return zh
        ? `${problem.path}：不能写入（${problem.detail}）；请检查文件夹是否存在、是否允许写入、磁盘是否已满`
        : `${problem.path}: cannot be written (${problem.detail}); check that the folder exists and may be written to, and that the disk is not full`;
    case 'cannot_print':
      return zh
        ? `标准输出写入失败（${problem.detail}），输出不完整；请检查磁盘是否已满`
        : `standard output could not be written (${problem.detail}) and is not complete; check that the disk is not full`;
    case 'no_file':
      return zh
        ? `${problem.path}：不是普通文件，没有改动它；请另给文件名，要写到标准输出的，不用 --output`
        : `${problem.path}: not an ordinary file, and was left as it is; give another name, or leave out --output to write to standard output`;
    case 'output_locked':
      return lockedSentence(problem, language);
  }
};

const runOf = ({ pid, host, since }: Holder, language: Language): string =>
  language === 'zh-CN'
    ? `进程 ${pid}，主机 ${host}，始于 ${since}`
    : `process ${pid} on ${host}, since ${since}`;

const lockedSentence = (
  { path, lock, holder }: Extract<Problem, { code: 'output_locked' }>,
  language: Language,
): string => {
  if (language === 'zh-CN')
    return holder
      ? `${path}：另一次运行正在写这个文件（${runOf(holder, language)}），没有改动它；请等它结束，或另给文件名。如能确定那次运行已经结束，请删除 ${lock}`
      : `${path}：旁边的 ${lock} 读不出是哪次运行留下的，没有改动它；如能确定没有别的运行在写，请删除 ${lock}`;
  return holder
    ? `${path}: another run is writing it (${runOf(holder, language)}), and it was left as it is; wait for that run or give another name. If that run is surely over, remove ${lock}`
    : `${path}: ${lock} beside it does not say whose it is, and the file was left as it is; if no other run is writing it, remove ${lock}`;
};

/** Said where the lock of a run that is over was taken over. */
export const takenOverSentence = (path: string, holder: Holder, language: Language): string =>
  language === 'zh-CN'
    ? `${path}：前一次运行（${runOf(holder, language)}）已中断，由这次运行接手`
    : `${path}: an earlier run (${runOf(holder, language)}) was broken off; this one takes over`;

/** A failure of the file system as a problem that can be told; anything else is a fault of ours and passes. */
const toldOf = (path: string, error: unknown): unknown =>
  error instanceof Error && 'syscall' in error && 'code' in error
    ? new OutputProblem({ code: 'cannot_write', path, detail: String(error.code) })
    : error;

/** Writes; a failure of the file system is told as one of this path. */
export const writingTo = async <Result>(path: string, work: () => Promise<Result>): Promise<Result> => {
  try {
    return await work();
  } catch (error) {
    throw toldOf(path, error);
  }
};

/** The same for what is written at once. */
export const writingNow = <Result>(path: string, work: () => Result): Result => {
  try {
    return work();
  } catch (error) {
    throw toldOf(path, error);
  }
};
