import type { DraftWords } from './draft-words.ts';

export const en: DraftWords = {
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
