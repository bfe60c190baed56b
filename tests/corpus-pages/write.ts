import { mkdir, writeFile } from 'node:fs/promises';
import { cases, filesOf } from './cases/all.ts';

/**
 * Writes the cases of this folder into tests/corpus: `node tests/corpus-pages/write.ts`.
 * Cases that came from elsewhere, and sources that a browser made, stay as they are.
 */
for (const one of cases) {
  const folder = new URL(`../corpus/${one.slug}/`, import.meta.url);
  await mkdir(folder, { recursive: true });
  for (const [name, content] of filesOf(one)) await writeFile(new URL(name, folder), content);
}
console.log(`${cases.length} cases written`);
