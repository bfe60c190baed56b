/** Words about the note that a person writes on a kept report. */
export type NoteWords = {
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
