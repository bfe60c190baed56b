import { longestNote } from '../parser/export/note.ts';
import type { NoteWords } from './note-words.ts';

const most = longestNote.toLocaleString('en');

export const en: NoteWords = {
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
