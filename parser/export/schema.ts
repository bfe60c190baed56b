import * as z from 'zod';
import { extractionSchema } from '../extraction.ts';

/** The JSON Schema (draft 2020-12) of one extraction, as published in `docs/extraction.schema.json`. */
export const extractionJsonSchema = (): object => ({
  title: 'gouji/extraction/1',
  ...z.toJSONSchema(extractionSchema, { target: 'draft-2020-12' }),
});
