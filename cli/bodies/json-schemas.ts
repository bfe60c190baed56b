import * as z from 'zod';
import { comparisonSchema, historyLineSchema, sumSchema } from './schemas.ts';

/** The JSON Schemas (draft 2020-12) of what `history`, `compare` and `sum` write, by the name of their file in `docs/`. */
export const bodyJsonSchemas = (): Record<'history' | 'comparison' | 'sum', object> => {
  const published = (title: string, schema: z.ZodType): object => ({
    title,
    ...z.toJSONSchema(schema, { target: 'draft-2020-12' }),
  });
  return {
    history: published('gouji/history/1', historyLineSchema),
    comparison: published('gouji/comparison/1', comparisonSchema),
    sum: published('gouji/sum/1', sumSchema),
  };
};
