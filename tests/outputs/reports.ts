import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { factRows } from '../../parser/export/csv.ts';
import { extract } from '../../parser/extract.ts';
import type { Extraction } from '../../parser/extraction.ts';
import { readHtml } from '../../parser/source/html/html.ts';

/** Real readings for the outputs: the samples, and every page of the corpus that is UTF-8. */

const read = (path: string): Extraction[] =>
  extract(readHtml(readFileSync(path, 'utf8')), { path, sha256: 'ab'.repeat(32), bytes: 1, format: 'html' });

export const sample = (name: 'consistent-2020' | 'one-wrong-cell-2020'): Extraction => {
  const [extraction] = read(`samples/${name}.html`);
  if (!extraction) throw new Error('The parser always gives at least one extraction.');
  return extraction;
};

export const corpus = (): Extraction[] =>
  readdirSync('tests/corpus')
    .filter((slug) => !slug.startsWith('encoding-'))
    .flatMap((slug) => {
      const folder = `tests/corpus/${slug}`;
      const page = readdirSync(folder).find((name) => name.endsWith('.html'));
      return page === undefined ? [] : read(`${folder}/${page}`);
    });

/** A report whose words try to be something else: a formula, markup, a control character, an escape of Excel. */
export const hostile = (): Extraction => {
  const extraction = sample('consistent-2020');
  const [first, ...facts] = extraction.facts;
  if (!first) throw new Error('The sample has facts.');
  return {
    ...extraction,
    source: { ...extraction.source, path: '=cmd|"/c calc"!A1 </script><img src=x onerror=alert(1)>.html' },
    authority: { value: '=1+1 <b>&"\u0001_x0041_\r\n甲', evidence: '' },
    facts: [{ ...first, raw: '=HYPERLINK("http://x")' }, ...facts],
  };
};

export const cellsOf = (extraction: Extraction) => factRows(extraction);

/** A folder that is gone after the tests of a file. */
export const folder = (): string => {
  const path = mkdtempSync(join(tmpdir(), 'gouji-outputs-'));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  return path;
};
