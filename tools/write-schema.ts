import { writeFileSync } from 'node:fs';
import { bodyJsonSchemas } from '../cli/bodies/json-schemas.ts';
import { extractionJsonSchema, tabulationJsonSchema, verdictJsonSchema } from '../parser/export/schema.ts';

/** `npm run schema`: publishes the data contracts as JSON Schema. */
const schemas = {
  extraction: extractionJsonSchema(),
  verdict: verdictJsonSchema(),
  tables: tabulationJsonSchema(),
  ...bodyJsonSchemas(),
};
for (const [name, schema] of Object.entries(schemas)) {
  const file = new URL(`../docs/${name}.schema.json`, import.meta.url);
  writeFileSync(file, `${JSON.stringify(schema, null, 2)}\n`);
}
