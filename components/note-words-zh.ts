import { longestNote } from '../parser/export/note.ts';
import type { NoteWords } from './note-words.ts';

export const zhCN: NoteWords = {
  label: '备注',
  hint: `最多 ${longestNote} 字；只保存在本机，随报告导出、打印。`,
  saved: '已保存',
  left: (count) => `还可写 ${count} 字`,
  cut: `备注最多 ${longestNote} 字，超出的部分已截去。`,
  failed: '未能保存，文字仍在这里；再改动时重试。',
  gone: '这份报告已不在收藏中，备注未能保存。',
  notSaved: '备注在另一窗口中已改动，这里写的没有保存。',
  differs: '这条备注在另一窗口中已改为：',
  emptied: '（已清空）',
  keepMine: '保留这里的',
  takeOther: '改用另一窗口的',
  done: '完成',
  write: '写备注',
  written: (note) => `备注：${note}`,
  inWindow: '在单独的窗口中写备注，网页无从得知（M）',
  noWindow: '未能打开备注窗口；请在“已收藏的报告”中书写。',
};
