import * as z from 'zod';
import { issueSchema, obscuritySchema } from '../../parser/issue.ts';
import type { SourceDocument } from '../../parser/source/blocks.ts';
import { type Measure, mostEqual } from '../../parser/table/measure.ts';

/** What the scripts in a page say of it. */

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

export const sourceDocumentSchema = z.object({
  title: z.string().nullable(),
  metas: z.array(z.object({ name: z.string(), content: z.string() })),
  blocks: z.array(blockSchema),
  issues: z.array(issueSchema).exactOptional(),
}) satisfies z.ZodType<SourceDocument>;

export const slotSchema = z.object({ table: z.int().min(0), row: z.int().min(0), column: z.int().min(0) });

/** A cell to mark: `left` and `right` are the sides of the equation it stands on, `cell` is one looked at by itself. */
export const markedCellSchema = z.object({ slot: slotSchema, side: z.enum(['left', 'right', 'cell']) });

/** What else is on a page: where a report may be, if not in its tables. */
export const nearbySchema = z.object({
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
export const measureSchema = z.object({
  numbers: z.int().min(0),
  others: z.int().min(0),
  sum: z.string().nullable(),
  least: z.string().nullable(),
  most: z.string().nullable(),
  equal: z.array(z.object({ slot: slotSchema, raw: z.string() })).max(mostEqual),
}) satisfies z.ZodType<Measure>;

export type MarkedCell = z.infer<typeof markedCellSchema>;
export type NearbyFound = z.infer<typeof nearbySchema>;

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
export type ShownMarks = z.infer<typeof shownSchema>;
