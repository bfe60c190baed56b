import { writeFileSync } from 'node:fs';
import { extractionJsonSchema } from '../parser/export/schema.ts';
import { bodyJsonSchemas } from './bodies/json-schemas.ts';

/** `npm run schema`: publishes the data contracts as JSON Schema. */
const schemas = { extraction: extractionJsonSchema(), ...bodyJsonSchemas() };
for (const [name, schema] of Object.entries(schemas)) {
  const file = new URL(`../docs/${name}.schema.json`, import.meta.url);
  writeFileSync(file, `${JSON.stringify(schema, null, 2)}\n`);
}
