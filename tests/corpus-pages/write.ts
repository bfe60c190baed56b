import { mkdir, writeFile } from 'node:fs/promises';
import type { CorpusCase } from './cases/case.ts';
import { encodingCases } from './cases/encodings.ts';
import { figureCases } from './cases/figures.ts';
import { malformedCases } from './cases/malformed.ts';
import { refusedCases } from './cases/refused.ts';
import { tableCases } from './cases/tables.ts';
import { textCases } from './cases/texts.ts';

/**
 * Writes the cases of this folder into tests/corpus: `node tests/corpus-pages/write.ts`.
 * Cases that came from elsewhere, and sources that a browser made, stay as they are.
 */

const cases: readonly CorpusCase[] = [
  ...tableCases,
  ...figureCases,
  ...malformedCases,
  ...textCases,
  ...encodingCases,
  ...refusedCases,
];

const twice = cases.find((one, at) => cases.findIndex((other) => other.slug === one.slug) !== at);
if (twice) throw new Error(`Two cases are called ${twice.slug}`);

for (const { slug, about, file, content, expected } of cases) {
  const folder = new URL(`../corpus/${slug}/`, import.meta.url);
  await mkdir(folder, { recursive: true });
  if (content !== null) await writeFile(new URL(file, folder), content);
  await writeFile(new URL('expected.json', folder), `${JSON.stringify(expected, null, 1)}\n`);
  await writeFile(new URL('about.md', folder), `${about}\n`);
}
console.log(`${cases.length} cases written`);
