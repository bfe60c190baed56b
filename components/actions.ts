import type { Clip } from '../parser/export/clip.ts';
import type { DismissalReason } from '../parser/findings/judgement.ts';
import type { Language } from '../parser/messages/words.ts';
import type { Slot } from '../parser/source/blocks.ts';
import type { AttachmentOutcome, LinkOutcome } from './attachments.ts';
import type { MarkCell, ShownCells } from './cells.ts';
import type { PanelHome, PanelSettings, PanelView } from './settings.ts';
import type { KeepAnswer } from './shelf-context.ts';
import type { Passage } from './statements.ts';

/** Where a report was read: in the page of a frame, by the browser's id of it, or in an attachment of that page. */
export type ReportPlace = { frame: number; attachment: string | null; report: number };

/** A table as tidy CSV: its figures, and the relations between them. */
export type TableCsvs = { figures: string; relations: string };

/** All that the panel can have done outside itself. `frame` is the browser's id of the frame that holds the report. */
export type PanelActions = {
  /** Marks cells on the page, in place of what was marked before. */
  show: (frame: number, cells: MarkCell[]) => Promise<ShownCells>;
  /** Marks words of the text. */
  showQuote: (frame: number, place: Passage) => Promise<ShownCells>;
  /** Removes every mark. */
  clear: () => void;
  /** Has clicks on these cells of the page told from now on; with none, of no more. */
  follow: (frame: number, slots: Slot[]) => void;
  save: (name: string, text: string) => void;
  /** Answers whether the clipboard took it. */
  copy: (text: string) => Promise<boolean>;
  /** Copies a table as it looks. Answers whether the clipboard took it. */
  copyTable: (clip: Clip) => Promise<boolean>;
  /** A table of the page as tidy CSV, by its number on the page, or null. */
  table: (frame: number, attachment: string | null, table: number) => Promise<TableCsvs | null>;
  /** The findings of a report as CSV, or null. */
  findings: (place: ReportPlace, language: Language) => Promise<string | null>;
  /** Puts the report on the shelf. */
  keep: (place: ReportPlace) => Promise<KeepAnswer>;
  /** Opens the window in which the note on a kept report is written. Answers whether it did. */
  note: (place: ReportPlace) => Promise<boolean>;
  /** Shows the next tab with a report that is not kept. Answers whether there is one. */
  nextTab: () => Promise<boolean>;
  /** The panel is open or closed now, and this of it is on show. */
  placed: (place: { open: boolean; view: PanelView }) => void;
  /** Has the panel stand over the page or beside it. To be called at once when it is pressed. Answers whether it does. */
  move: (home: PanelHome) => Promise<boolean>;
  /** Fetches an attachment of the page and reads it; where a report is in it, there is a reading more. */
  readAttachment: (frame: number, url: string) => Promise<AttachmentOutcome>;
  /** Fetches a link of a column page and reads it. What was read is not shown before `openLinked`. */
  readLinked: (frame: number, url: string) => Promise<LinkOutcome>;
  /** Puts what was read of a link among the readings that are shown. Answers whether it is there still. */
  openLinked: (frame: number, url: string) => Promise<boolean>;
  /** Lists the links of the next page of the list too. Answers how many there were. */
  listMore: (frame: number) => Promise<number>;
  /** Has the page read and checked once more. */
  readAgain: () => Promise<void>;
  dismiss: (key: string, reason: DismissalReason) => void;
  recall: (key: string) => void;
  set: (settings: Partial<Omit<PanelSettings, 'quiet'>>) => void;
  openPage: (page: 'options' | 'shelf') => void;
};
