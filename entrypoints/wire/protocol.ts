import * as z from 'zod';
import { unfetchedReasons } from '../../components/attachments.ts';
import { dismissalReasons } from '../../components/dismissal.ts';
import { extractionSchema } from '../../parser/extraction.ts';
import { issueSchema } from '../../parser/issue.ts';
import { languages } from '../../parser/messages/words.ts';
import type { Slot, SourceDocument } from '../../parser/source/blocks.ts';
import { aroundSchema, proseFindingSchema } from './findings.ts';
import { dismissalsSchema, settingsSchema } from './stored.ts';

/**
 * Everything that crosses between the page's frames and the background. Only the background reads these schemas;
 * the scripts in the page take the types from here and check by hand what they receive (`orders.ts`), so that they stay small.
 */

const cellSchema = z.object({
  text: z.string(),
  colspan: z.int().min(1).max(1000),
  rowspan: z.int().min(0).max(65534),
  image: z.literal(true).exactOptional(),
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
  /** Pictures as large as a table. */
  pictures: z.int().min(0),
  /** The page is not complete yet, or its scripts have put nothing into it. */
  loading: z.boolean(),
  /** The page is itself a PDF file, shown by the browser. */
  isFile: z.boolean(),
});

/** From the probe of a frame: a table of the form has come to be there. */
export const probeMessageSchema = z.object({ kind: z.literal('report-seen') });

/**
 * From the reader of a frame. `page` names one reading of one document, so that a late word of an old one is told apart;
 * `asked` where the person asked for the page to be read, whatever is on it.
 */
export const readerMessageSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('report-found'),
    page: z.string(),
    document: sourceDocumentSchema,
    nearby: nearbySchema,
    asked: z.boolean(),
  }),
  z.object({ kind: z.literal('report-gone'), page: z.string() }),
  z.object({ kind: z.literal('cell-picked'), slot: slotSchema }),
]);

const frame = z.int().min(0);

/** The address of an attachment where it is meant, rather than the page of the frame. */
const attachment = z.string().max(4000).nullable();

/** From the panel. `frame` is the browser's id of the frame that holds the report. */
export const panelMessageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('state-wanted') }),
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
      .pick({ side: true, width: true, height: true, reader: true, language: true })
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
  /** The page shows nothing of itself, so that a panel that was asked for cannot be seen. */
  z.object({ kind: z.literal('page-hidden') }),
  z.object({ kind: z.literal('page-wanted'), page: z.enum(['options', 'shelf']) }),
  /** Puts a report on the shelf. Answers `kept`, and `already` where it was there before. */
  z.object({ kind: z.literal('keep'), frame, attachment, report: z.int().min(0) }),
  /** Fetches and reads an attachment that the page of the frame links to. Answers what came of it. */
  z.object({ kind: z.literal('attachment-wanted'), frame, url: z.string().max(4000) }),
]);

/** From an extension page of ours. */
export const ownMessageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('settings-written') }),
  /** The shelf has changed. */
  z.object({ kind: z.literal('shelf-written') }),
  z.object({ kind: z.literal('dismiss'), key: z.string().max(4000), reason: z.enum(dismissalReasons) }),
  z.object({ kind: z.literal('recall'), key: z.string().max(4000) }),
  z.object({ kind: z.literal('erase') }),
]);

export const messageSchema = z.discriminatedUnion('kind', [
  probeMessageSchema,
  readerMessageSchema,
  panelMessageSchema,
]);

/** A reader's answer to `mark` and `mark-quote`. `span` is how far the cells reach from left to right in their own frame's window, in CSS pixels. */
export const shownSchema = z.object({
  found: z.int().min(0),
  span: z.object({ left: z.number(), right: z.number() }).nullable(),
});

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
      .array(z.object({ extraction: extractionSchema, findings: z.array(proseFindingSchema) }))
      .min(1)
      .max(200),
  }),
  unfetchedSchema,
]);

/** What the background keeps of one frame: the whole reading, and the words it needs to find the frame again. */
export const readingSchema = z.object({
  frame: z.int().min(0),
  page: z.string(),
  /** Set where an attachment of the page was read, and not the page. */
  attachment,
  extractions: z.array(extractionSchema),
  /** For each extraction what its text says of itself; none where the text was not looked at. */
  findings: z.array(z.array(proseFindingSchema)).exactOptional(),
  /** For each extraction what the shelf holds around it; none before anybody has looked. */
  around: z.array(aroundSchema).exactOptional(),
  /** The tidy CSV of these extractions, ready at hand: a copy to the clipboard must not wait. */
  csv: z.string(),
  nearby: nearbySchema,
  /** Title of the document, and when it was read (ISO 8601): the shelf keeps both. */
  title: z.string().nullable(),
  retrieved: z.iso.datetime(),
});

/** All that a panel shows. */
export const panelStateSchema = z.object({
  readings: z.array(readingSchema),
  settings: settingsSchema,
  dismissals: dismissalsSchema,
});

export type AttachmentRead = z.infer<typeof attachmentReadSchema>;
export type Shown = z.infer<typeof shownSchema>;
export type MarkedCell = z.infer<typeof markedCellSchema>;
export type Nearby = z.infer<typeof nearbySchema>;
export type ProbeMessage = z.infer<typeof probeMessageSchema>;
export type ReaderMessage = z.infer<typeof readerMessageSchema>;
export type PanelMessage = z.infer<typeof panelMessageSchema>;
export type OwnMessage = z.infer<typeof ownMessageSchema>;
export type Message = z.infer<typeof messageSchema>;
export type Reading = z.infer<typeof readingSchema>;
export type PanelState = z.infer<typeof panelStateSchema>;

/** From the background to a reader. Answers: `mark` and `mark-quote` what is shown, `still-there` the pages that it has told of and that stand, the others true. */
export type ReaderOrder =
  | { kind: 'mark'; cells: MarkedCell[] }
  | { kind: 'mark-quote'; block: number; at: number; quote: string }
  | { kind: 'clear' }
  | { kind: 'follow'; slots: Slot[] }
  | { kind: 'still-there' }
  | { kind: 'read-attachment'; url: string }
  | { kind: 'read'; asked: boolean };

/** From the background to the panel. Answers true, so that the background knows that a panel is there. */
export type PanelOrder =
  | { kind: 'state-changed' }
  | { kind: 'panel-toggle' }
  | { kind: 'cell-picked'; frame: number; slot: Slot };
