import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cp, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { forms as shipped } from '../../parser/forms/registry.ts';
import type { Form } from '../../parser/forms/schema.ts';
import { libraryPage, readBy, withScaffoldedForm } from './scaffolded.ts';

const run = promisify(execFile);
const tool = fileURLToPath(new URL('../../tools/new-form.ts', import.meta.url));

const formsCopied = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'gouji-form-'));
  await cp(new URL('../../parser/forms/', import.meta.url), folder, { recursive: true });
  return folder;
};

test('a scaffolded form is registered and has a complete shape', async () => {
  const folder = await formsCopied();
  await run(process.execPath, [tool, 'enforcement-statistics-2022', '--into', folder]);
  const { forms } = (await import(join(folder, 'registry.ts'))) as { forms: readonly Form[] };
  const form = forms.find(({ id }) => id === 'enforcement-statistics-2022');
  expect(forms.map(({ id }) => id)).toEqual([...shipped.map(({ id }) => id), 'enforcement-statistics-2022']);
  expect(form?.tables[0]?.bands[0]?.rows).toHaveLength(1);
  expect(form?.identities[0]?.right).toEqual(['total']);
});

test('a form that exists is never overwritten', async () => {
  const folder = await formsCopied();
  const before = await readFile(join(folder, 'registry.ts'), 'utf8');
  await expect(run(process.execPath, [tool, 'disclosure-2021', '--into', folder])).rejects.toMatchObject({
    code: 2,
  });
  expect(await readFile(join(folder, 'registry.ts'), 'utf8')).toBe(before);
});

test('a name that does not say what and when is refused', async () => {
  await expect(run(process.execPath, [tool, 'NewForm'])).rejects.toMatchObject({ code: 2 });
});

test('as CONTRIBUTING.md says, from the scaffold to a page that is read, one folder is touched', async () => {
  const { folder, touched } = await withScaffoldedForm();
  expect(touched.filter((path) => !path.startsWith('parser/forms/'))).toEqual([]);
  expect(touched).toContain('parser/forms/village-library-2024/form.ts');
  expect(libraryPage.length).toBeGreaterThan(10_000);
  expect(await readBy(folder, libraryPage)).toEqual({
    form: 'village-library-2024',
    year: 2024,
    authority: '甲县乙镇',
    read: 9,
    issues: [],
    violated: ['first_table.parts_sum@children'],
  });
});

test('CONTRIBUTING.md names the commands that were followed', () => {
  const page = readFileSync(new URL('../../CONTRIBUTING.md', import.meta.url), 'utf8');
  expect(page).toMatch(/npm run new:form -- [a-z-]+-\d{4}/);
  expect(page).toContain('npm run signs');
});
