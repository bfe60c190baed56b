import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import type { Form } from '../../parser/forms/schema.ts';

const run = promisify(execFile);
const tool = new URL('new-form.ts', import.meta.url).pathname;

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
  expect(forms).toHaveLength(3);
  expect(form?.tables[0]?.bands[0]?.rows).toHaveLength(1);
  expect(form?.identities[0]?.right).toEqual(['total']);
});

test('a form that exists is never overwritten', async () => {
  const folder = await formsCopied();
  const before = await readFile(join(folder, 'disclosure-2021.ts'), 'utf8');
  await expect(run(process.execPath, [tool, 'disclosure-2021', '--into', folder])).rejects.toMatchObject({
    code: 2,
  });
  expect(await readFile(join(folder, 'disclosure-2021.ts'), 'utf8')).toBe(before);
});

test('a name that does not say what and when is refused', async () => {
  await expect(run(process.execPath, [tool, 'NewForm'])).rejects.toMatchObject({ code: 2 });
});
