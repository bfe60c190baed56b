import * as z from 'zod';
import { extractionSchema } from '../../parser/extraction.ts';
import type { SourceDocument } from '../../parser/source/blocks.ts';

/**
 * Everything that crosses between the page's frames and the background. Only the background reads these schemas;
 * the scripts in the page take the types from here and check by hand what they receive (`orders.ts`), so that they stay small.
 */

const cellSchema = z.object({
  text: z.string(),
  colspan: z.int().min(1).max(1000),
  rowspan: z.int().min(0).max(65534),
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
      }),
    ),
  }),
]);

const sourceDocumentSchema = z.object({
  title: z.string().nullable(),
  metas: z.array(z.object({ name: z.string(), content: z.string() })),
  blocks: z.array(blockSchema),
}) satisfies z.ZodType<SourceDocument>;

const slotSchema = z.object({ table: z.int().min(0), row: z.int().min(0), column: z.int().min(0) });

/** A cell to mark: `left` and `right` are the sides of the equation it stands on. */
const markedCellSchema = z.object({ slot: slotSchema, side: z.enum(['left', 'right']) });

/** From the probe of a frame. `page` names one load of one document, so that a late word of an old page is told apart. */
export const probeMessageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('report-found'), page: z.string(), document: sourceDocumentSchema }),
  z.object({ kind: z.literal('report-gone'), page: z.string() }),
]);

/** From the panel. `frame` is the browser's id of the frame that holds the report. */
export const panelMessageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('readings-wanted') }),
  z.object({ kind: z.literal('show-cells'), frame: z.int().min(0), cells: z.array(markedCellSchema) }),
  z.object({ kind: z.literal('clear-cells') }),
]);

export const messageSchema = z.discriminatedUnion('kind', [probeMessageSchema, panelMessageSchema]);

/** A probe's answer to `mark`. `span` is how far the cells reach from left to right in their own frame's window, in CSS pixels. */
export const shownSchema = z.object({
  found: z.int().min(0),
  span: z.object({ left: z.number(), right: z.number() }).nullable(),
});

/** What the background keeps of one frame: the whole reading, and the words it needs to find the frame again. */
export const readingSchema = z.object({
  frame: z.int().min(0),
  page: z.string(),
  extractions: z.array(extractionSchema),
  /** The tidy CSV of these extractions, ready at hand: a copy to the clipboard must not wait. */
  csv: z.string(),
});

export type Shown = z.infer<typeof shownSchema>;
export type MarkedCell = z.infer<typeof markedCellSchema>;
export type ProbeMessage = z.infer<typeof probeMessageSchema>;
export type PanelMessage = z.infer<typeof panelMessageSchema>;
export type Message = z.infer<typeof messageSchema>;
export type Reading = z.infer<typeof readingSchema>;

/** From the background to a probe. Answers: `mark` what is shown, `still-there` its page. */
export type ProbeOrder = { kind: 'mark'; cells: MarkedCell[] } | { kind: 'clear' } | { kind: 'still-there' };

/** From the background to the panel. Answers true, so that the background knows that a panel is there. */
export type PanelOrder = { kind: 'readings-changed' } | { kind: 'panel-open' };
