import * as z from 'zod';
import type { NoteAnswer } from '../../components/open-note.ts';
import type { Trouble } from '../../components/trouble.tsx';
import { longestNote } from '../../parser/export/note.ts';
import { dismissalReasons } from '../../parser/findings/judgement.ts';
import type { AnyForm } from '../../parser/forms/open-form.ts';
import { languages } from '../../parser/messages/words.ts';
import type { Slot } from '../../parser/source/blocks.ts';
import type { Measure } from '../../parser/table/measure.ts';
import {
  type MarkedCell,
  markedCellSchema,
  measureSchema,
  nearbySchema,
  slotSchema,
  sourceDocumentSchema,
} from './page-schemas.ts';
import { attachmentSchema, placeSchema, troubleSchema } from './reading.ts';
import { settingsSchema } from './stored.ts';

/**
 * Everything that crosses between the page's frames and the background. Only the background reads these schemas;
 * the scripts in the page take the types from here and check by hand what they receive (`orders.ts`), so that they stay small.
 */

/** From any script in a page: it has thrown. */
const failedSchema = z.object({ kind: z.literal('failed'), trouble: troubleSchema });

/** From the probe of a frame: a table of the form has come to be there. */
const seenSchema = z.object({ kind: z.literal('report-seen') });
/** A table that states totals. */
const totalsSeenSchema = z.object({ kind: z.literal('totals-seen') });
const probeMessageSchema = z.discriminatedUnion('kind', [seenSchema, totalsSeenSchema, failedSchema]);

/**
 * From the reader of a frame. `page` names one reading of one document, so that a late word of an old one is told apart;
 * `asked` where the person asked for the page to be read, whatever is on it; `passing` where nothing but totals was seen on it.
 */
const readerMessageSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('report-found'),
    page: z.string(),
    document: sourceDocumentSchema,
    nearby: nearbySchema,
    asked: z.boolean(),
    passing: z.boolean(),
  }),
  z.object({ kind: z.literal('report-gone'), page: z.string() }),
  z.object({ kind: z.literal('cell-picked'), slot: slotSchema }),
  /** The person has chosen cells; null where they are chosen no more. `at` is when, milliseconds: one word may overtake another. */
  z.object({ kind: z.literal('measured'), measured: measureSchema.nullable(), at: z.number() }),
  failedSchema,
]);

const frame = z.int().min(0);

/** From the panel. `frame` is the browser's id of the frame that holds the report. */
const panelMessageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('state-wanted') }),
  /** The person wants all frames of which anything was read, or that failed, to be read once more. */
  z.object({ kind: z.literal('read-again') }),
  /** The person has put away what went wrong. */
  z.object({ kind: z.literal('trouble-seen') }),
  z.object({ kind: z.literal('show-cells'), frame, cells: z.array(markedCellSchema).max(1000) }),
  z.object({
    kind: z.literal('show-quote'),
    frame,
    block: z.int().min(0),
    at: z.int().min(0),
    quote: z.string().max(2000),
  }),
  z.object({ kind: z.literal('clear-cells') }),
  /** Tells of clicks on these cells from now on; with none, of no more. */
  z.object({ kind: z.literal('follow'), frame, slots: z.array(slotSchema).max(2000) }),
  z.object({
    kind: z.literal('settings-changed'),
    settings: settingsSchema
      .pick({ home: true, side: true, width: true, height: true, reader: true, language: true })
      .partial(),
  }),
  z.object({ kind: z.literal('dismiss'), key: z.string().max(4000), reason: z.enum(dismissalReasons) }),
  z.object({ kind: z.literal('recall'), key: z.string().max(4000) }),
  /** The findings of a report as CSV; `report` is its place among those of its frame. Answers the text. */
  z.object({
    kind: z.literal('findings-wanted'),
    frame,
    attachment: attachmentSchema,
    report: z.int().min(0),
    language: z.enum(languages),
  }),
  /** The figures of one table as tidy CSV, and its relations. Answers both. */
  z.object({ kind: z.literal('table-wanted'), frame, attachment: attachmentSchema, table: z.int().min(0) }),
  /** The page shows nothing of itself, so that a panel that was asked for cannot be seen. */
  z.object({ kind: z.literal('page-hidden') }),
  z.object({ kind: z.literal('page-wanted'), page: z.enum(['options', 'shelf']) }),
  /** Puts a report on the shelf. Answers `kept`, and `already` where it was there before. */
  z.object({ kind: z.literal('keep'), frame, attachment: attachmentSchema, report: z.int().min(0) }),
  /** Opens the window in which the note on a kept report is written: nothing is typed in the page. Answers whether it did. */
  z.object({ kind: z.literal('note-wanted'), frame, attachment: attachmentSchema, report: z.int().min(0) }),
  /** Shows the next tab with a report that is not kept. Answers whether there is one. */
  z.object({ kind: z.literal('next-wanted') }),
  z.object({ kind: z.literal('panel-placed'), place: placeSchema }),
  /** The person wants the panel beside the page. Answers whether it is there; else it stays where it is. */
  z.object({ kind: z.literal('side-wanted') }),
  /** The person wants it over the page again. */
  z.object({ kind: z.literal('page-home-wanted') }),
  /** Fetches and reads an attachment that the page of the frame links to. Answers what came of it. */
  z.object({ kind: z.literal('attachment-wanted'), frame, url: z.string().max(4000) }),
  /** Fetches and reads one report that a column page links to. Answers what came of it. */
  z.object({ kind: z.literal('linked-wanted'), frame, url: z.string().max(4000) }),
  /** Shows what was read of it. */
  z.object({ kind: z.literal('linked-opened'), frame, url: z.string().max(4000) }),
  /** Fetches the next page of the list, and lists its links too. Answers how many there were. */
  z.object({ kind: z.literal('more-wanted'), frame }),
  /** The page takes the panel away, or hides it. */
  z.object({ kind: z.literal('panel-undone'), language: z.enum(languages) }),
]);

/** From an extension page of ours. */
export const ownMessageSchema = z.discriminatedUnion('kind', [
  /** The panel has come to stand beside the page, by whatever way. */
  z.object({ kind: z.literal('side-stands') }),
  /** It goes from this window. */
  z.object({ kind: z.literal('side-left'), window: z.int() }),
  /** The panel beside the page has seen the page of this tab give place to another. */
  z.object({ kind: z.literal('page-left'), tab: z.int() }),
  /** From the panel beside the page: what it would say in the page of this tab. */
  z.object({ kind: z.literal('from-side'), tab: z.int(), message: panelMessageSchema }),
  z.object({ kind: z.literal('settings-written') }),
  /** The shelf has changed. */
  z.object({ kind: z.literal('shelf-written') }),
  z.object({ kind: z.literal('dismiss'), key: z.string().max(4000), reason: z.enum(dismissalReasons) }),
  z.object({ kind: z.literal('recall'), key: z.string().max(4000) }),
  /** Writes the note on a kept report in place of the one `before`. Answers what came of it. */
  z.object({
    kind: z.literal('note-written'),
    id: z.string(),
    note: z.string().max(longestNote),
    before: z.string().max(longestNote),
  }),
  /** Opens the window in which it is written. Answers whether it did. */
  z.object({ kind: z.literal('note-opened'), id: z.string() }),
  z.object({ kind: z.literal('erase') }),
  /** Keeps the reports of all open tabs. Answers how many were kept, and how many were already. */
  z.object({ kind: z.literal('keep-tabs') }),
]);

/** The background's answer to `note-written`. */
export const noteAnswerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved') }),
  z.object({ kind: z.literal('differs'), note: z.string() }),
  z.object({ kind: z.enum(['gone', 'failed']) }),
]) satisfies z.ZodType<NoteAnswer>;

/** The background's answer to `keep-tabs`. */
export const keptTabsSchema = z.object({ kept: z.int(), already: z.int() });

export const messageSchema = z.discriminatedUnion('kind', [
  seenSchema,
  totalsSeenSchema,
  readerMessageSchema,
  panelMessageSchema,
]);

/** The background's answer to a panel where what was asked for has failed. */
export type Failure = { failed: Trouble };

/** From the background to the panel beside the page: an order to the panel of that tab. */
export type SideOrder = { kind: 'to-side'; tab: number; order: PanelOrder };
/** Is one of them in this window? Only that one answers, true. */
export type SideQuestion = { kind: 'side-asked'; window: number };
export type ProbeMessage = z.infer<typeof probeMessageSchema>;
export type ReaderMessage = z.infer<typeof readerMessageSchema>;
export type PanelMessage = z.infer<typeof panelMessageSchema>;
export type OwnMessage = z.infer<typeof ownMessageSchema>;
export type Message = z.infer<typeof messageSchema>;

/** From the background to a reader. Answers: `mark` and `mark-quote` what is shown, `still-there` the pages that it has told of and that stand, the others true. */
export type ReaderOrder =
  | { kind: 'mark'; cells: MarkedCell[] }
  | { kind: 'mark-quote'; block: number; at: number; quote: string }
  | { kind: 'clear' }
  | { kind: 'follow'; slots: Slot[] }
  | { kind: 'still-there' }
  | { kind: 'read-attachment'; url: string; own: readonly AnyForm[]; totals: boolean }
  | { kind: 'list-more'; url: string }
  | { kind: 'read'; asked: boolean; passing: boolean };

/** From the background to the panel. Answers true, so that the background knows that a panel is there. */
export type PanelOrder =
  | { kind: 'state-changed' }
  | { kind: 'panel-toggle' }
  | { kind: 'panel-show' }
  /** Keeps the report and goes on to the next. */
  | { kind: 'go-on' }
  | { kind: 'cell-picked'; frame: number; slot: Slot }
  | { kind: 'measured'; frame: number; measured: Measure | null; at: number };
