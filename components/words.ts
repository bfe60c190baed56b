import type { Language } from '../parser/messages/words.ts';
import type { Tally } from './tally.ts';

/** Words of the panel's own controls. What is said about a report comes from `parser/messages`. */
export type PanelWords = {
  open: string;
  close: string;
  toLeft: string;
  toRight: string;
  reports: (count: number) => string;
  /** The verdict as short as an edge allows. */
  chip: (tally: Tally) => string;
  /** What the verdict does not cover. */
  unread: (count: number) => string;
  nothingRecognised: string;
  violated: string;
  undetermined: string;
  unreadIssues: string;
  notes: string;
  keyFigures: string;
  show: string;
  marked: (count: number) => string;
  notFound: string;
  cleared: string;
  surplus: (by: string) => string;
  shortfall: (by: string) => string;
  left: string;
  right: string;
  zeros: (count: number) => string;
  countedAsZero: string;
  download: string;
  downloaded: (name: string) => string;
  copy: string;
  copied: string;
  copyFailed: string;
  local: string;
};

const zhCN: PanelWords = {
  open: '打开核对结果',
  close: '关闭',
  toLeft: '移到左侧',
  toRight: '移到右侧',
  reports: (count) => `本页共有 ${count} 份报告`,
  chip: ({ satisfied, violated, undetermined, unread }) => {
    if (violated + undetermined + satisfied === 0) return '未识别出统计表';
    const parts = [
      violated > 0 && `${violated} 条不成立`,
      undetermined > 0 && `${undetermined} 条无法判定`,
      unread > 0 && `${unread} 处未读取`,
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
};

const en: PanelWords = {
  open: 'Open the results',
  close: 'Close',
  toLeft: 'Move to the left',
  toRight: 'Move to the right',
  reports: (count) => `${count} reports on this page`,
  chip: ({ satisfied, violated, undetermined, unread }) => {
    if (violated + undetermined + satisfied === 0) return 'No table recognised';
    const parts = [
      violated > 0 && `${violated} violated`,
      undetermined > 0 && `${undetermined} undetermined`,
      unread > 0 && `${unread} not read`,
    ].filter((part) => part !== false);
    return parts.length > 0 ? parts.join(' · ') : `all ${satisfied} hold`;
  },
  unread: (count) =>
    `Besides, ${count === 1 ? 'one thing was' : `${count} things were`} not read; see below.`,
  nothingRecognised: 'No table was recognised',
  violated: 'Violated',
  undetermined: 'Undetermined',
  unreadIssues: 'Not read',
  notes: 'Notes on the reading',
  keyFigures: 'Key figures',
  show: 'Mark on the page',
  marked: (count) => (count === 1 ? 'One cell marked on the page' : `${count} cells marked on the page`),
  notFound: 'The page has changed and these cells are not there any more. Reload it and try again.',
  cleared: 'Marks removed',
  surplus: (by) => `left is ${by} more`,
  shortfall: (by) => `left is ${by} less`,
  left: 'Left',
  right: 'Right',
  zeros: (count) => (count === 1 ? 'and one zero' : `and ${count} zeros`),
  countedAsZero: 'blank, counted as 0',
  download: 'Download CSV',
  downloaded: (name) => `Downloaded ${name}`,
  copy: 'Copy CSV',
  copied: 'Copied to the clipboard',
  copyFailed: 'The browser does not allow copying. Download the file instead.',
  local: 'All done on this machine. Nothing was sent.',
};

const catalogues: Record<Language, PanelWords> = { 'zh-CN': zhCN, en };

export const panelWordsIn = (language: Language): PanelWords => catalogues[language];
