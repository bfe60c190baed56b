import { writeFile } from 'node:fs/promises';
import { signsModule } from './signs-module.ts';

/** Writes `parser/forms/probe-signs.ts` from the forms: `npm run signs`. */
await writeFile(new URL('../parser/forms/probe-signs.ts', import.meta.url), signsModule());
