import type { Language } from '../parser/messages/words.ts';
import type { Slot } from '../parser/source/blocks.ts';
import type { AttachmentOutcome } from './attachments.ts';
import type { MarkCell, Shown } from './cells.ts';
import type { DismissalReason } from './dismissal.ts';
import type { KeepAnswer } from './keep.tsx';
import type { PanelSettings } from './settings.ts';
import type { Place } from './statements.ts';

/** Where a report was read: in the page of a frame, by the browser's id of it, or in an attachment of that page. */
export type ReportPlace = { frame: number; attachment: string | null; report: number };

/** All that the panel can have done outside itself. `frame` is the browser's id of the frame that holds the report. */
export type PanelActions = {
  /** Marks cells on the page, in place of what was marked before. */
  show: (frame: number, cells: MarkCell[]) => Promise<Shown>;
  /** Marks words of the text. */
  showQuote: (frame: number, place: Place) => Promise<Shown>;
  /** Removes every mark. */
  clear: () => void;
  /** Has clicks on these cells of the page told from now on; with none, of no more. */
  follow: (frame: number, slots: Slot[]) => void;
  save: (name: string, text: string) => void;
  /** Answers whether the clipboard took it. */
  copy: (text: string) => Promise<boolean>;
  /** The findings of a report as CSV, or null. */
  findings: (place: ReportPlace, language: Language) => Promise<string | null>;
  /** Puts the report on the shelf. */
  keep: (place: ReportPlace) => Promise<KeepAnswer>;
  /** Fetches an attachment of the page and reads it; where a report is in it, there is a reading more. */
  readAttachment: (frame: number, url: string) => Promise<AttachmentOutcome>;
  dismiss: (key: string, reason: DismissalReason) => void;
  recall: (key: string) => void;
  set: (settings: Partial<Omit<PanelSettings, 'quiet'>>) => void;
  openPage: (page: 'options' | 'shelf') => void;
};
