import * as z from 'zod';
import { issueSchema } from './issue.ts';

/** The public data contract, `gouji/extraction/1`. Everything that is stored, exported or messaged is checked against these schemas. */

const slotSchema = z.object({
  /** Which table of the page, in document order, nested ones too, from 0. */
  table: z.int().min(0),
  /** Row after spans are expanded, from 0. */
  row: z.int().min(0),
  /** Column after spans are expanded, from 0. */
  column: z.int().min(0),
});

export const sourceSchema = z.object({
  /** Name or path of the file, as it was given. */
  path: z.string().optional(),
  /** Address of the page; a source has this or `path`. */
  url: z.string().optional(),
  /** SHA-256, hex: of the bytes of a file; of the JSON of its blocks for a live page (`format: "dom"`). */
  sha256: z.string(),
  /** Size of what was read, in bytes. */
  bytes: z.int().min(0),
  /** What it was read as; `dom` is a live page. */
  format: z.enum([
    'html',
    'text',
    'dom',
    'pdf',
    'docx',
    'xlsx',
    'xls',
    'doc',
    'ofd',
    'csv',
    'tsv',
    'unknown',
  ]),
});

export const factSchema = z.object({
  /** `table.row.column`, ids of the form. */
  ref: z.string(),
  /** The number printed, never a corrected one; null unless `state` is `number`. */
  value: z.number().nullable(),
  /** What the cell holds: a number, nothing, a sign that stands for none (`-`, `/`), or what could not be read. None of the others is a zero. */
  state: z.enum(['number', 'blank', 'mark', 'unreadable']),
  /** The text of the cell as printed, white space at its ends removed. */
  raw: z.string(),
  /** The unit printed in the cell, else in its heading, else null. Money keeps the unit it was printed with. */
  unit: z.string().nullable(),
  /** The cell of the page that it stands in. */
  slot: slotSchema,
});

export const checkSchema = z.object({
  /** `identity@column` or `identity@row`. */
  id: z.string(),
  /** Does the identity hold? `undetermined`: nobody can say, and `reason` says why. */
  outcome: z.enum(['satisfied', 'violated', 'undetermined']),
  /** Sum of the terms with weight +1; null when undetermined. */
  left: z.number().nullable(),
  /** Sum of the terms with weight −1, as a positive number; null when undetermined. */
  right: z.number().nullable(),
  /** left − right. */
  difference: z.number().nullable(),
  /** The cells of the equation. */
  terms: z.array(
    z.object({
      /** Ref of the cell. */
      ref: z.string(),
      /** 1 on the left, −1 on the right. */
      weight: z.union([z.literal(1), z.literal(-1)]),
      /** What was counted; null where the cell gave no number. */
      value: z.number().nullable(),
    }),
  ),
  /** Cells that are blank or marked and were counted as zero. */
  assumedZero: z.array(z.string()),
  /** Why it is undetermined, with the cells at fault. */
  reason: z
    .object({
      /** Which kind of reason. */
      code: z.enum([
        'no_number',
        'blank_total',
        'not_read',
        'not_printed',
        'extra_row',
        // It does not hold, but it is not sure that its table was read as it is.
        'figures_unaccounted',
        'row_in_doubt',
        'row_repeated',
        'table_repeated',
        'pieces_unsure',
        'columns_unknown',
      ]),
      /** The cells at fault. */
      refs: z.array(z.string()),
    })
    .optional(),
});

export const likelySchema = z.enum([
  'digit_swapped',
  'digit_missing',
  'digit_extra',
  'digit_changed',
  'moved_between_cells',
  'cells_exchanged',
  'shifted',
  'stale_total',
  'blank_to_number',
  'figure_split',
]);

export const diagnosisSchema = z.object({
  /** Ids of the violated checks that it explains. */
  explains: z.array(z.string()),
  /** All the smallest sets of cells whose change would satisfy every identity of the part, likeliest first; empty where no small change does. */
  alternatives: z.array(
    z.object({
      /** The cells that would change. */
      changes: z.array(
        z.object({
          /** Ref of the cell. */
          ref: z.string(),
          /** What is printed; null where there is no number. */
          from: z.number().nullable(),
          /** What would satisfy the identities. Never written into a fact. */
          to: z.number(),
        }),
      ),
      /** The slip that it would be, where it looks like one. */
      likely: likelySchema.nullable(),
      /** From 1; equal ranks are equally likely. */
      rank: z.int().min(1),
    }),
  ),
  /** There are more alternatives than are listed. */
  capped: z.boolean(),
});

const claimSchema = z.object({
  /** The words of the text. */
  quote: z.string(),
  /** The number that they state. */
  value: z.number(),
  /** Refs of the cells that the number is about; null where that is not known. */
  about: z.array(z.string()).nullable(),
  /** Whether it speaks of all that those cells count, of a part, or of another period. */
  scope: z.enum(['whole', 'part', 'other_period', 'unknown']),
  /** Does it agree with the tables? */
  outcome: z.enum(['satisfied', 'violated', 'undetermined']),
  /** Which block of the source the quote stands in, from 0. */
  block: z.int().min(0),
  /** Where in that block the quote begins, in UTF-16 units. */
  at: z.int().min(0),
});

export const extractionSchema = z.object({
  /** Version of the contract. */
  schema: z.literal('gouji/extraction/1'),
  /** What it was read from. */
  source: sourceSchema,
  /** The form that its tables are recognised as; null where there is none, and `issues` say why. */
  form: z
    .object({
      /** Id of the form, `disclosure-2021`. */
      id: z.string(),
      /** Its official title. */
      title: z.string(),
      /** The notice that issued it. */
      issuedAs: z.string(),
    })
    .nullable(),
  /** Who published the report. */
  authority: z
    .object({
      /** Name of the body. */
      value: z.string(),
      /** The phrase that it was read from. */
      evidence: z.string(),
    })
    .nullable(),
  /** The year that it is about. */
  year: z
    .object({
      /** The year. */
      value: z.int(),
      /** The phrase that it was read from. */
      evidence: z.string(),
    })
    .nullable(),
  /** Lines of a table whose rows the form leaves open, as the report calls them; '' where it does not. */
  lines: z
    .array(
      z.object({
        /** Id of the table. */
        table: z.string(),
        /** Id of the line, as refs have it. */
        row: z.string(),
        /** What the report calls it. */
        label: z.string(),
      }),
    )
    .exactOptional(),
  /** Every figure of the form's tables, in the order of the form. */
  facts: z.array(factSchema),
  /** How much of the form was read. */
  coverage: z.object({
    /** Cells that were read, blank ones too. */
    read: z.int().min(0),
    /** Cells that the form has. */
    expected: z.int().min(0),
  }),
  /** Every identity of the form. */
  checks: z.array(checkSchema),
  /** What may be wrong where identities are violated, one for each part that is connected. */
  diagnoses: z.array(diagnosisSchema),
  /** Counts read in the text. */
  claims: z.array(claimSchema),
  /** What was not read or is in doubt, and why. */
  issues: z.array(issueSchema),
});

/** What a report was read from. */
export type Source = z.infer<typeof sourceSchema>;
/** One figure of a report, as it is printed. */
export type Fact = z.infer<typeof factSchema>;
/** One identity between figures, and whether it holds. */
export type Check = z.infer<typeof checkSchema>;
/** Why a check is undetermined. */
export type ReasonCode = NonNullable<Check['reason']>['code'];
/** What may be wrong where identities are violated. A guess, never written into a fact. */
export type Diagnosis = z.infer<typeof diagnosisSchema>;
/** A count in the text of a report, held against its tables. */
export type Claim = z.infer<typeof claimSchema>;
/** One report as it was read and checked: the contract `gouji/extraction/1`. */
export type Extraction = z.infer<typeof extractionSchema>;
