import * as z from 'zod';

/**
 * Why something was not read, or is in doubt. An issue is data: the words live in `messages/`.
 * An issue is about our reading; that a report contradicts itself is never an issue but a check.
 */

const slot = z.object({ table: z.int().min(0), row: z.int().min(0), column: z.int().min(0) });
const issue = <const Code extends string, Shape extends z.ZodRawShape>(code: Code, shape: Shape) =>
  z.object({ code: z.literal(code), ...shape });

/**
 * Why it is not sure what a reader of the source sees in a cell. One list for sources of every kind: a cell with any of these is
 * no number, unless what is seen can be told with certainty.
 */
export const obscuritySchema = z.enum([
  /** Part of it is raised, lowered or much smaller than the rest, as the mark of a note is. */
  'raised',
  /** Part of it, or all, is struck out. */
  'struck',
  /** Part of it, or all, is not shown, or so that nobody sees it: in the colour of its ground, clipped, moved away. */
  'hidden',
  /** Part of it is drawn: a picture, a chart, a formula, curves. */
  'drawn',
  /** Part of it is not written but comes from a style, a list or a numbering. */
  'generated',
  /** It stands in a field to be filled in, whose value is not known. */
  'control',
  /** Its characters are shown in another order than they are written. */
  'reordered',
  /** Something else lies over it. */
  'covered',
  /** It is printed more than once in one place. */
  'twice',
  /** It breaks onto a second line. */
  'wrapped',
  /** Its parts stand apart, with a gap or a line between them. */
  'apart',
  /** Its number format shows another figure than is stored. */
  'formatted',
  /** The result of its formula is not stored. */
  'uncomputed',
  /** It is set in signs of a font of which it is not known how they look. */
  'glyphs',
  /** It is a change that is proposed, neither accepted nor rejected. */
  'revised',
  /** It comes from the text recognition of a scanned page. */
  'scanned',
  /** On paper, or on another screen, something else stands in its place. */
  'replaced',
]);

export type Obscurity = z.infer<typeof obscuritySchema>;

const evidence = z.object({ value: z.union([z.string(), z.number()]), evidence: z.string() });

export const issueSchema = z.discriminatedUnion('code', [
  // the source as a whole
  issue('file_not_found', { path: z.string() }),
  issue('file_forbidden', { path: z.string() }),
  issue('file_failed', { path: z.string(), detail: z.string() }),
  issue('file_irregular', { path: z.string() }),
  issue('folder_empty', { path: z.string(), endings: z.array(z.string()) }),
  issue('archive_empty', { path: z.string() }),
  issue('line_malformed', { line: z.int().min(1), detail: z.string() }),
  issue('source_empty', {}),
  issue('source_binary', { looksLike: z.string().nullable() }),
  issue('pdf_scanned', { pages: z.int() }),
  issue('pdf_recognised', { pages: z.int() }),
  issue('pdf_outlined', { pages: z.int() }),
  issue('part_unread', { part: z.string() }),
  issue('sheet_hidden', { sheet: z.string() }),
  /** The package that reads such files was left out when this one was installed. */
  issue('reader_missing', { looksLike: z.string(), package: z.string() }),
  issue('file_encrypted', { looksLike: z.string() }),
  issue('file_damaged', { looksLike: z.string(), detail: z.string() }),
  issue('file_excessive', {
    what: z.enum(['bytes', 'pages', 'words', 'cells', 'strokes', 'seconds']),
    limit: z.int(),
  }),
  issue('encoding_assumed', { declared: z.string().nullable(), used: z.string() }),
  issue('markup_excessive', { tags: z.int(), depth: z.int() }),
  issue('text_garbled', { sample: z.string() }),
  // the report as a whole
  issue('no_tables', {}),
  issue('no_report', { tables: z.int() }),
  issue('older_form', { evidence: z.string() }),
  issue('half_year_notice', { evidence: z.string() }),
  issue('part_of_year', { evidence: z.string() }),
  issue('comparison_page', { table: z.string(), years: z.array(z.string()), slot }),
  issue('form_ambiguous', { candidates: z.array(z.string()) }),
  issue('notice_differs', { cited: z.string(), form: z.string(), issuedAs: z.string() }),
  issue('blank_form', {}),
  issue('year_missing', {}),
  issue('year_conflict', { candidates: z.array(evidence) }),
  issue('authority_missing', {}),
  issue('authority_conflict', { candidates: z.array(evidence) }),
  issue('tables_hidden', { tables: z.int() }),
  issue('content_elsewhere', {
    what: z.enum(['frame', 'noscript', 'script']),
    address: z.string().nullable(),
  }),
  // one table
  issue('table_missing', { table: z.string(), heading: z.string().nullable() }),
  issue('table_is_image', { table: z.string(), heading: z.string().nullable(), src: z.string() }),
  issue('grid_overlap', { slot }),
  issue('grid_too_large', { table: z.int() }),
  issue('totals_left_out', { table: z.int() }),
  issue('rows_left_out', { table: z.int(), rows: z.int(), of: z.int() }),
  issue('columns_unknown', { table: z.string(), slot }),
  issue('columns_broken', { table: z.string(), slot }),
  issue('header_cell_missing', { table: z.string(), column: z.string(), slot }),
  issue('hidden_row', { slot }),
  issue('hidden_cell', { slot }),
  issue('table_excerpt', { table: z.string(), slot }),
  issue('table_repeated', { table: z.string(), slot }),
  issue('pieces_unsure', { table: z.string(), slot }),
  issue('figures_unaccounted', { table: z.string(), figures: z.array(z.string()), count: z.int(), slot }),
  // one row or cell
  issue('row_missing', { table: z.string(), row: z.string() }),
  issue('row_repeated', { table: z.string(), row: z.string(), label: z.string(), slot }),
  issue('row_in_doubt', { table: z.string(), row: z.string().nullable(), label: z.string(), slot }),
  issue('cells_dropped', {
    table: z.string(),
    row: z.string(),
    label: z.string(),
    found: z.int(),
    expected: z.int(),
    slot,
  }),
  issue('cell_merged', { ref: z.string(), slot }),
  issue('cell_missing', { ref: z.string() }),
  issue('extra_row', { table: z.string(), row: z.string(), label: z.string(), subtotal: z.boolean(), slot }),
  issue('label_differs', {
    table: z.string(),
    id: z.string(),
    printed: z.string(),
    official: z.string(),
    slot,
  }),
  issue('value_unreadable', { ref: z.string(), raw: z.string(), slot }),
  issue('figure_obscured', { ref: z.string(), raw: z.string(), why: obscuritySchema, slot }),
]);

export type Issue = z.infer<typeof issueSchema>;
export type IssueCode = Issue['code'];
