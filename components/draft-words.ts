/** Words about a file, or what was pasted, that is checked and not kept. */
export type DraftWords = {
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
