import type { Language } from '../parser/messages/words.ts';

/** Words about a file, or what was pasted, that is checked and not kept. */
type DraftWords = {
  title: string;
  how: string;
  kinds: string;
  choose: string;
  paste: string;
  pasteHint: string;
  /** What pasted content is called, in place of a file's name. */
  pasted: string;
  /** Nothing that could be read was on the clipboard. */
  nothingPasted: string;
  reading: (name: string) => string;
  from: (name: string) => string;
  marked: (count: number) => string;
  dataHint: string;
  /** The two places onto which a file can be dropped on the list. */
  dropToKeep: string;
  dropToCheck: string;
  another: string;
};

const zhCN: DraftWords = {
  title: '只核对，不收藏',
  how: '将草稿拖到本页，或选择文件，或从 Word、WPS、Excel 复制后粘贴在下面。全部在本机读取，不收藏、不发送；关闭本页即清除。',
  kinds: '可读取 DOCX、DOC、WPS、XLSX、XLS、ET、PDF、OFD、HTML、文本。',
  choose: '选择文件',
  paste: '粘贴处',
  pasteHint: '点击这里，按 Ctrl+V 粘贴',
  pasted: '粘贴的内容',
  nothingPasted: '剪贴板中没有可以读取的文字、表格或文件。',
  reading: (name) => `正在读取 ${name}……`,
  from: (name) => `${name}（只核对，未收藏）`,
  marked: (count) => `已在表中标出 ${count} 个单元格`,
  dataHint: '点击单元格可看原文和所在位置；方向键可在格间移动。',
  dropToKeep: '收藏',
  dropToCheck: '只核对，不收藏',
  another: '换一份',
};

const en: DraftWords = {
  title: 'Check without keeping',
  how: 'Drop a draft onto this page, choose a file, or copy from Word, WPS or Excel and paste below. It is read on this machine; nothing is kept or sent, and closing the page clears it.',
  kinds: 'DOCX, DOC, WPS, XLSX, XLS, ET, PDF, OFD, HTML and text can be read.',
  choose: 'Choose files',
  paste: 'Paste here',
  pasteHint: 'Click here and press Ctrl+V to paste',
  pasted: 'Pasted content',
  nothingPasted: 'The clipboard holds no text, table or file that can be read.',
  reading: (name) => `Reading ${name} …`,
  from: (name) => `${name} (checked only, not kept)`,
  marked: (count) => `${count} ${count === 1 ? 'cell' : 'cells'} highlighted in the tables`,
  dataHint: 'Click a cell to see what is printed and where. Arrow keys go from cell to cell.',
  dropToKeep: 'Keep',
  dropToCheck: 'Check without keeping',
  another: 'Another file',
};

const catalogues: Record<Language, DraftWords> = { 'zh-CN': zhCN, en };

export const draftWordsIn = (language: Language): DraftWords => catalogues[language];
