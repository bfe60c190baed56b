import type { TroubleWords } from './trouble-words.ts';

export const zhCN: TroubleWords = {
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
