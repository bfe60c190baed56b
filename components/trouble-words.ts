import type { Language } from '../parser/messages/words.ts';

/** Words for what goes wrong on our side. */
type TroubleWords = {
  title: Record<'error' | 'full' | 'updated', string>;
  hint: Record<'error' | 'full' | 'updated', string>;
  copy: string;
  copied: string;
  copyFailed: string;
  reread: string;
  close: string;
};

const zhCN: TroubleWords = {
  title: {
    error: '读取时出错',
    full: '存储空间已满，没有保存',
    updated: '扩展已更新，请刷新本页',
  },
  hint: {
    error:
      '这是勾稽自身的问题，不是报告的问题；所示结果可能不完整。可重新核对；如仍出错，请复制详情并告知开发者。',
    full: '本机磁盘或者浏览器分给扩展的空间已经用完，这一次的操作没有保存。请清理磁盘，或者在“已收藏的报告”中删去不用的报告，再试一次。',
    updated: '原来的核对结果属于更新前的版本，已经收起，标记也已清除。刷新本页后重新核对。',
  },
  copy: '复制出错详情',
  copied: '已复制。其中有本页网址，请在发给别人之前看一遍。',
  copyFailed: '浏览器不允许复制，请从上面的框中选取。',
  reread: '重新核对',
  close: '关闭',
};

const en: TroubleWords = {
  title: {
    error: 'Something went wrong while reading',
    full: 'No room left: it was not saved',
    updated: 'The extension was updated: reload this page',
  },
  hint: {
    error:
      'The fault is in Gouji, not in the report, and what is shown may be incomplete. Check again; if it fails again, copy the details and tell the developers.',
    full: 'The disk, or the room that the browser gives to the extension, is full, and this step was not saved. Free some room on the disk, or remove reports under “Kept reports”, and try again.',
    updated:
      'What was shown here belonged to the version before. It is put away, and the marks are gone. Reload the page to check it again.',
  },
  copy: 'Copy the details',
  copied: 'Copied. The address of this page is in it: look through it before you pass it on.',
  copyFailed: 'The browser does not allow copying. Select the text in the field above.',
  reread: 'Check again',
  close: 'Close',
};

const catalogues: Record<Language, TroubleWords> = { 'zh-CN': zhCN, en };

export const troubleWordsIn = (language: Language): TroubleWords => catalogues[language];
