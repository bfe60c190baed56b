import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import * as z from 'zod';

/**
 * Scaffolds a form: `npm run new:form -- ID [--into FOLDER]` writes `parser/forms/ID/form.ts` and enters it in `registry.ts`.
 * What it writes compiles and is checked like every form; its tables are then filled in from the published form.
 */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { into: { type: 'string' } } });
const [id] = positionals;
if (id === undefined || !/^[a-z]+(-[a-z]+)*-\d{4}$/.test(id)) {
  console.error(
    'A form is named by what it is and the year it was issued, as in: npm run new:form -- village-affairs-2024',
  );
  process.exit(2);
}
const folder =
  values.into === undefined ? new URL('../parser/forms/', import.meta.url) : pathToFileURL(`${values.into}/`);
const file = new URL(`${id}/form.ts`, folder);
const registry = new URL('registry.ts', folder);
const { forms } = z
  .object({ forms: z.array(z.object({ id: z.string() })) })
  .parse(await import(registry.href));
if (existsSync(file) || forms.some((form) => form.id === id)) {
  console.error(`A form ${id} exists already. A form that was issued anew gets the year of its new issue.`);
  process.exit(2);
}
const name = id.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
await mkdir(new URL('.', file), { recursive: true });
await writeFile(
  file,
  `import { defineForm } from '../schema.ts';

/** The title of the form, and the notice that issued it. Ids and labels are the public data contract. */
export const ${name} = defineForm({
  id: '${id}',
  title: '表样名称',
  issuedAs: '发文字号',
  names: ['表样名称[年度]报告'],
  announcedAs: null,
  // What its tables print and other pages seldom do; then: npm run signs
  signs: { wordings: [{ zh: '第一行的官方名称', rarest: '称' }], characters: '称' },
  tables: [
    {
      id: 'first_table',
      title: '一、表题',
      bands: [
        {
          title: null,
          columns: [
            { id: 'part', zh: '其中', en: 'part', type: 'count' },
            { id: 'total', zh: '合计', en: 'total', type: 'count', aliases: ['总计'] },
          ],
          rows: [{ id: 'first_row', zh: '第一行的官方名称', en: 'first row' }],
        },
      ],
    },
  ],
  identities: [
    {
      id: 'first_table.parts_sum',
      table: 'first_table',
      over: 'rows',
      left: ['part'],
      right: ['total'],
      zh: '各部分之和 = 合计',
      en: 'parts = total',
      wording: null,
      basis: 'parts_and_total',
    },
  ],
  yearly: [],
  overview: null,
});
`,
);
const before = await readFile(registry, 'utf8');
const after = before
  .replace(/(import type \{ Form \})/, `import { ${name} } from './${id}/form.ts';\n$1`)
  .replace(/(readonly Form\[\] = \[[^\]]*?),?\s*\]/, `$1, ${name}]`);
if (after === before)
  throw new Error('parser/forms/registry.ts has no list of forms to enter the new one in');
await writeFile(registry, after);
console.log(
  `parser/forms/${id}/form.ts is written and entered in registry.ts. Fill in its tables from the published form;`,
);
console.log('then add a page of it to the corpus (npm run new:case) and run: npm test');
