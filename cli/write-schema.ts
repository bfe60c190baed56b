import { writeFileSync } from 'node:fs';
import { extractionJsonSchema } from '../parser/export/schema.ts';

/** `npm run schema`: publishes the data contract as JSON Schema. */
const file = new URL('../docs/extraction.schema.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(extractionJsonSchema(), null, 2)}\n`);
