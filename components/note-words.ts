import { longestNote } from '../parser/export/note.ts';
import type { Language } from '../parser/messages/words.ts';

/** Words about the note that a person writes on a kept report. */
type NoteWords = {
  label: string;
  hint: string;
  saved: string;
  /** So many characters of room are left. */
  left: (count: number) => string;
  cut: string;
  failed: string;
  gone: string;
  /** It has changed in another window meanwhile. */
  notSaved: string;
  differs: string;
  emptied: string;
  keepMine: string;
  takeOther: string;
  done: string;
  /** In the panel over a page: the note is written in a window of its own. */
  write: string;
  written: (note: string) => string;
  inWindow: string;
  noWindow: string;
};

const most = longestNote.toLocaleString('en');

const zhCN: NoteWords = {
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

const en: NoteWords = {
  label: 'Note',
  hint: `Up to ${most} characters. Stays on this machine; exported and printed with the report.`,
  saved: 'Saved',
  left: (count) => `${count} characters left`,
  cut: `A note holds ${most} characters; the rest was cut off.`,
  failed: 'Not saved. The text is still here; the next change tries again.',
  gone: 'This report is no longer kept, so the note could not be saved.',
  notSaved: 'The note has changed in another window; what was written here is not saved.',
  differs: 'In another window this note now reads:',
  emptied: '(empty)',
  keepMine: 'Keep the one here',
  takeOther: 'Take the other',
  done: 'Done',
  write: 'Write a note',
  written: (note) => `Note: ${note}`,
  inWindow: 'Write the note in a window of its own, unseen by the page (M)',
  noWindow: 'The window for the note could not be opened. Write it in “Kept reports”.',
};

const catalogues: Record<Language, NoteWords> = { 'zh-CN': zhCN, en };

export const noteWordsIn = (language: Language): NoteWords => catalogues[language];
