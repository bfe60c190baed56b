import type { DraftWords } from './draft-words.ts';

export const zhCN: DraftWords = {
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
