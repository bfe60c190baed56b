import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { readBytes } from '../../cli/read.ts';
import type { Expected, ExpectedReport } from '../corpus-case.ts';

/**
 * Adds a page to the corpus: `npm run new:case -- FILE --variant "what it keeps" [--slug NAME] [--into FOLDER]`.
 *
 * `expected.json` is what was read, as a draft. Every figure in it is compared with the page by eye before it is committed:
 * only then is it a fact about the page and not about the parser.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { slug: { type: 'string' }, variant: { type: 'string' }, into: { type: 'string' } },
});
const [file] = positionals;
if (file === undefined || values.variant === undefined) {
  console.error(
    'Which page, and which variant does it keep? npm run new:case -- FILE --variant "…" [--slug NAME]',
  );
  process.exit(2);
}
const ending = extname(file);
const slug =
  values.slug ??
  basename(file, ending)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) {
  console.error(
    `A case is named in small letters, digits and hyphens, by what it keeps: --slug table-two-split. Got “${slug}”.`,
  );
  process.exit(2);
}
const corpus =
  values.into === undefined ? new URL('../corpus/', import.meta.url) : pathToFileURL(`${values.into}/`);
const folder = new URL(`${slug}/`, corpus);
const bytes = await readFile(file);
const extractions = await readBytes(`source${ending}`, bytes);
const reports = extractions.map((extraction): ExpectedReport => {
  const rows = extraction.issues.filter((issue) => issue.code === 'extra_row');
  const rowOf = (ref: string) => rows.find((row) => ref.startsWith(`${row.table}.${row.row}.`));
  return {
    form: extraction.form?.id ?? null,
    year: extraction.year?.value ?? null,
    authority: extraction.authority?.value ?? null,
    facts: Object.fromEntries(
      extraction.facts.filter(({ ref }) => !rowOf(ref)).map(({ ref, raw }) => [ref, raw]),
    ),
    outcomes: Object.fromEntries(extraction.checks.map(({ id, outcome }) => [id, outcome])),
    ...(rows.length > 0 && {
      extras: Object.fromEntries(
        rows.map((row) => [
          row.label,
          extraction.facts.filter(({ ref }) => rowOf(ref) === row).map(({ raw }) => raw),
        ]),
      ),
    }),
  };
});
const expected: Expected = {
  reports,
  issues: [...new Set(extractions.flatMap(({ issues }) => issues.map(({ code }) => code)))],
};
await mkdir(folder, { recursive: true });
await writeFile(new URL(`source${ending}`, folder), bytes);
await writeFile(new URL('expected.json', folder), `${JSON.stringify(expected, null, 2)}\n`);
await writeFile(new URL('about.md', folder), `${values.variant}\n`);
console.log(
  `${slug}: ${reports.map(({ form, facts }) => `${form ?? 'no report'}, ${Object.keys(facts).length} facts`).join('; ')}`,
);
console.log(
  'Now compare every figure in its expected.json with the page, by eye; then run: npx vitest run --project unit tests/corpus.test.ts',
);
