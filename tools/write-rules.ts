import { writeFile } from 'node:fs/promises';
import { rulesMarkdown } from './rules-markdown.ts';

/** Writes `docs/rules.md` from the forms: `npm run rules`. */
await writeFile(new URL('../docs/rules.md', import.meta.url), rulesMarkdown());
