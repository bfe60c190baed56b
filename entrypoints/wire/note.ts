import { browser } from 'wxt/browser';
import type { NoteAnswer } from '../../components/open-note.ts';
import { noteAnswerSchema, type OwnMessage } from './protocol.ts';

/** Notes on kept reports, from the pages of our own: the background writes them, and tells the panels. */

const tell = (message: OwnMessage): Promise<unknown> => browser.runtime.sendMessage(message);

/** Saves a note in place of the one `before`. Never fails: what went wrong is an answer. */
export const saveNote = async (id: string, note: string, before: string): Promise<NoteAnswer> => {
  const answer = await tell({ kind: 'note-written', id, note, before }).catch(() => null);
  return noteAnswerSchema.safeParse(answer).data ?? { kind: 'failed' };
};

/** Opens the window in which the note on a kept report is written. Answers whether it did. */
export const openNote = async (id: string): Promise<boolean> =>
  (await tell({ kind: 'note-opened', id }).catch(() => false)) === true;
