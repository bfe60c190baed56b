import * as z from 'zod';
import { unfetchedReasons } from '../../components/attachments.ts';
import type { NoteAnswer } from '../../components/note.tsx';
import { panelViews } from '../../components/settings.ts';
import type { Trouble } from '../../components/trouble.tsx';
import { longestNote } from '../../parser/export/note.ts';
import { extractionSchema } from '../../parser/extraction.ts';
import { dismissalReasons } from '../../parser/findings/judgement.ts';
import { statementSchema } from '../../parser/findings/statement-schema.ts';
import type { AnyForm } from '../../parser/forms/open-form.ts';
import { issueSchema, obscuritySchema } from '../../parser/issue.ts';
import { languages } from '../../parser/messages/words.ts';
import type { Slot, SourceDocument } from '../../parser/source/blocks.ts';
import { type Measure, mostEqual } from '../../parser/table/measure.ts';
import { tableSchema } from '../../parser/tabulation.ts';
import { aroundSchema } from './findings.ts';
import { dismissalsSchema, settingsSchema } from './stored.ts';

/**
 * Everything that crosses between the page's frames and the background. Only the background reads these schemas;
 * the scripts in the page take the types from here and check by hand what they receive (`orders.ts`), so that they stay small.
 */

const cellSchema = z.object({
  text: z.string(),
  colspan: z.int().min(1).max(1000),
  rowspan: z.int().min(0).max(65534),
  obscured: obscuritySchema.exactOptional(),
  indent: z.number().exactOptional(),
});

const blockSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), level: z.int(), text: z.string() }),
  z.object({ kind: z.literal('paragraph'), text: z.string() }),
  z.object({ kind: z.literal('image'), src: z.string(), alt: z.string() }),
  z.object({
    kind: z.literal('table'),
    index: z.int().min(0),
    geometry: z.enum(['grid', 'sequence']),
    rows: z.array(
      z.object({
        cells: z.array(cellSchema),
        group: z.int().min(0),
        foot: z.literal(true).exactOptional(),
        hidden: z.literal(true).exactOptional(),
        hiddenText: z.literal(true).exactOptional(),
      }),
    ),
  }),
]);

const sourceDocumentSchema = z.object({
  title: z.string().nullable(),
  metas: z.array(z.object({ name: z.string(), content: z.string() })),
  blocks: z.array(blockSchema),
  issues: z.array(issueSchema).exactOptional(),
}) satisfies z.ZodType<SourceDocument>;

const slotSchema = z.object({ table: z.int().min(0), row: z.int().min(0), column: z.int().min(0) });

/** A cell to mark: `left` and `right` are the sides of the equation it stands on, `cell` is one looked at by itself. */
const markedCellSchema = z.object({ slot: slotSchema, side: z.enum(['left', 'right', 'cell']) });

/** What else is on a page: where a report may be, if not in its tables. */
const nearbySchema = z.object({
  /** Links to documents and archives, and documents shown inside the page. */
  files: z
    .array(
      z.object({
        url: z.string(),
        kind: z.string(),
        name: z.string(),
        /** Of the same origin as the page: only such a file is fetched. */
        own: z.boolean(),
      }),
    )
    .max(20),
  /** Links of the same origin that look like reports: a column page has them. */
  links: z
    .array(
      z.object({
        url: z.string(),
        name: z.string(),
        body: z.string().nullable(),
        year: z.int().nullable(),
        kind: z.string(),
      }),
    )
    .max(1500),
  /** The next page of that list. */
  next: z.string().nullable(),
  /** Large frames of other sites. */
  frames: z.array(z.string()).max(5),
  /** Pictures as large as a table. */
  pictures: z.int().min(0),
  /** The page is not complete yet, or its scripts have put nothing into it. */
  loading: z.boolean(),
  /** The page is itself a PDF file, shown by the browser. */
  isFile: z.boolean(),
});

/** What chosen cells come to, see `parser/table/measure.ts`. */
const measureSchema = z.object({
  numbers: z.int().min(0),
  others: z.int().min(0),
  sum: z.string().nullable(),
  least: z.string().nullable(),
  most: z.string().nullable(),
  equal: z.array(z.object({ slot: slotSchema, raw: z.string() })).max(mostEqual),
}) satisfies z.ZodType<Measure>;

/** What went wrong on our side, see `components/trouble.tsx`. */
export const troubleSchema = z.object({
  where: z.enum(['probe', 'reader', 'panel', 'background']),
  kind: z.enum(['error', 'full']),
  what: z.string().max(5000),
}) satisfies z.ZodType<Trouble>;

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

/** The address of an attachment where it is meant, rather than the page of the frame. */
const attachment = z.string().max(4000).nullable();

/** Whether the panel of a tab is open, and what of it is on show. */
export const placeSchema = z.object({ open: z.boolean(), view: z.enum(panelViews) });
export type PanelPlace = z.infer<typeof placeSchema>;

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
    attachment,
    report: z.int().min(0),
    language: z.enum(languages),
  }),
  /** The figures of one table as tidy CSV, and its relations. Answers both. */
  z.object({ kind: z.literal('table-wanted'), frame, attachment, table: z.int().min(0) }),
  /** The page shows nothing of itself, so that a panel that was asked for cannot be seen. */
  z.object({ kind: z.literal('page-hidden') }),
  z.object({ kind: z.literal('page-wanted'), page: z.enum(['options', 'shelf']) }),
  /** Puts a report on the shelf. Answers `kept`, and `already` where it was there before. */
  z.object({ kind: z.literal('keep'), frame, attachment, report: z.int().min(0) }),
  /** Opens the window in which the note on a kept report is written: nothing is typed in the page. Answers whether it did. */
  z.object({ kind: z.literal('note-wanted'), frame, attachment, report: z.int().min(0) }),
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

/**
 * A reader's answer to `mark` and `mark-quote`. `span` is how far the cells reach from left to right in their own frame's window, in CSS
 * pixels; `shift` how far that window stands from the left edge of the top one, null where another site stands between.
 */
export const shownSchema = z.object({
  found: z.int().min(0),
  span: z.object({ left: z.number(), right: z.number() }).nullable(),
  shift: z.number().nullable(),
});

/** A reader's answer to `list-more`. */
export const moreLinksSchema = nearbySchema.pick({ links: true, next: true });

/** Why there are no bytes of an attachment, or no answer. `status` is the one of the site, where that is the reason. */
const unfetchedSchema = z.object({
  kind: z.literal('unfetched'),
  why: z.enum(unfetchedReasons),
  status: z.int().exactOptional(),
});

/** A reader's answer to `read-attachment`. `page` stands as long as the document of the frame does. */
export const attachmentReadSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('read'),
    page: z.string(),
    reports: z
      .array(z.object({ extraction: extractionSchema, findings: z.array(statementSchema) }))
      .min(1)
      .max(200),
    /** Of a file without a report, where they were asked for: those with figures, if something adds up in one of them. */
    tables: z.array(tableSchema).exactOptional(),
  }),
  unfetchedSchema,
]);

/** What the background keeps of one frame: the whole reading, and the words it needs to find the frame again. */
export const readingSchema = z.object({
  frame: z.int().min(0),
  page: z.string(),
  /** Set where an attachment of the page was read, and not the page. */
  attachment,
  /** Read among many others from a link of a column page, and not yet opened. */
  linked: z.literal(true).exactOptional(),
  extractions: z.array(extractionSchema),
  /** For each extraction what its text says of itself; none where the text was not looked at. */
  findings: z.array(z.array(statementSchema)).exactOptional(),
  /** For each extraction what the shelf holds around it; none before anybody has looked. */
  around: z.array(aroundSchema).exactOptional(),
  /** Where no report was recognised: the tables of the page with figures, if something adds up in one of them. */
  tables: z.array(tableSchema).exactOptional(),
  /** The same tables for the clipboard, ready at hand too. */
  clips: z.array(z.object({ table: z.int().min(0), html: z.string(), text: z.string() })).exactOptional(),
  /** The tidy CSV of these extractions, ready at hand: a copy to the clipboard must not wait. */
  csv: z.string(),
  nearby: nearbySchema,
  /** Title of the document, and when it was read (ISO 8601): the shelf keeps both. */
  title: z.string().nullable(),
  retrieved: z.iso.datetime(),
});

/** All that a panel shows. */
const panelStateSchema = z.object({
  readings: z.array(readingSchema),
  settings: settingsSchema,
  dismissals: dismissalsSchema,
  troubles: z.array(troubleSchema),
  /** As the person has left the panel of this tab. */
  place: placeSchema.nullable(),
  /** A panel stands beside the pages of the window. */
  stands: z.boolean(),
  /** The person's own forms: they lend the words for what was read with them. */
  own: z.array(z.custom<AnyForm>()),
});

/** The background's answer to a panel where what was asked for has failed. */
export type Failure = { failed: Trouble };

export type AttachmentRead = z.infer<typeof attachmentReadSchema>;
/** From the background to the panel beside the page: an order to the panel of that tab. */
export type SideOrder = { kind: 'to-side'; tab: number; order: PanelOrder };
/** Is one of them in this window? Only that one answers, true. */
export type SideQuestion = { kind: 'side-asked'; window: number };
export type ShownMarks = z.infer<typeof shownSchema>;
export type MarkedCell = z.infer<typeof markedCellSchema>;
export type NearbyFound = z.infer<typeof nearbySchema>;
export type ProbeMessage = z.infer<typeof probeMessageSchema>;
export type ReaderMessage = z.infer<typeof readerMessageSchema>;
export type PanelMessage = z.infer<typeof panelMessageSchema>;
export type OwnMessage = z.infer<typeof ownMessageSchema>;
export type Message = z.infer<typeof messageSchema>;
export type PageReading = z.infer<typeof readingSchema>;
export type PanelState = z.infer<typeof panelStateSchema>;

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
