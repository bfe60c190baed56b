import * as z from 'zod';
import { extractionSchema } from '../extraction.ts';
import { verdictSchema } from '../findings/schema.ts';
import { tabulationSchema } from '../tabulation.ts';

/** The JSON Schema (draft 2020-12) of one extraction, as published in `docs/extraction.schema.json`. */
export const extractionJsonSchema = (): object => ({
  title: 'gouji/extraction/1',
  ...z.toJSONSchema(extractionSchema, { target: 'draft-2020-12' }),
});

/** The JSON Schema of `gouji/tables/1`. */
export const tabulationJsonSchema = (): object => ({
  title: 'gouji/tables/1',
  ...z.toJSONSchema(tabulationSchema, { target: 'draft-2020-12' }),
});

/** The JSON Schema of one verdict, as published in `docs/verdict.schema.json`. */
export const verdictJsonSchema = (): object => ({
  title: 'gouji/verdict/1',
  ...z.toJSONSchema(verdictSchema, { target: 'draft-2020-12' }),
});
