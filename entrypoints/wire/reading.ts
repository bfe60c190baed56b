import * as z from 'zod';
import { unfetchedReasons } from '../../components/attachments.ts';
import { panelViews } from '../../components/settings.ts';
import type { Trouble } from '../../components/trouble.tsx';
import { extractionSchema } from '../../parser/extraction.ts';
import { statementSchema } from '../../parser/findings/statement-schema.ts';
import type { AnyForm } from '../../parser/forms/open-form.ts';
import { tableSchema } from '../../parser/tabulation.ts';
import { aroundSchema } from './findings.ts';
import { nearbySchema } from './page-schemas.ts';
import { dismissalsSchema, settingsSchema } from './stored.ts';

/** What was read of the pages of a tab, and all else that a panel shows of them. */

/** What went wrong on our side, see `components/trouble.tsx`. */
export const troubleSchema = z.object({
  where: z.enum(['probe', 'reader', 'panel', 'background']),
  kind: z.enum(['error', 'full']),
  what: z.string().max(5000),
}) satisfies z.ZodType<Trouble>;

/** The address of an attachment where it is meant, rather than the page of the frame. */
export const attachmentSchema = z.string().max(4000).nullable();

/** Whether the panel of a tab is open, and what of it is on show. */
export const placeSchema = z.object({ open: z.boolean(), view: z.enum(panelViews) });
export type PanelPlace = z.infer<typeof placeSchema>;

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
  attachment: attachmentSchema,
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

export type AttachmentRead = z.infer<typeof attachmentReadSchema>;
export type PageReading = z.infer<typeof readingSchema>;
export type PanelState = z.infer<typeof panelStateSchema>;
