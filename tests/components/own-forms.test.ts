import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

vi.stubGlobal('browser', fakeBrowser);
const { importOwnForm, listOwnForms, readOwnForms, removeOwnForm } = await import(
  '../../entrypoints/wire/own-forms.ts'
);
const { readReports } = await import('../../entrypoints/background/read.ts');
const { readHtml } = await import('../../parser/source/html/html.ts');

const docs = readFileSync('docs/forms.md', 'utf8');
const block = (language: string): string =>
  new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(docs)?.[1] ?? '';
const text = block('json');
const changed = (some: Record<string, unknown>): string => JSON.stringify({ ...JSON.parse(text), ...some });

describe('forms of the person', () => {
  beforeEach(() => fakeBrowser.reset());

  it('are kept, listed, and taken out', async () => {
    expect(await importOwnForm(`\uFEFF${text}`)).toBeNull();
    expect(await listOwnForms()).toMatchObject([
      { id: 'village-affairs', title: '村务公开情况统计表', problems: null },
    ]);
    const [own] = await listOwnForms();
    await removeOwnForm(own?.text ?? '');
    expect(await listOwnForms()).toEqual([]);
  });

  it('are looked for in pages by the background, from the import on', async () => {
    const page = readHtml(block('html'));
    expect((await readReports(page, 'http://www.jia.gov.cn/')).extractions[0]?.form).toBeNull();
    await importOwnForm(text);
    const { extractions, csv } = await readReports(page, 'http://www.jia.gov.cn/');
    expect(extractions[0]?.form?.id).toBe('village-affairs');
    expect(extractions[0]?.checks.filter(({ outcome }) => outcome === 'violated')).not.toEqual([]);
    expect(csv).toContain('公示栏公开');
  });

  it('a form with the same id takes the place of the one before', async () => {
    await importOwnForm(text);
    expect(await importOwnForm(changed({ title: '村务公开统计表（新）' }))).toBeNull();
    expect((await listOwnForms()).map(({ title }) => title)).toEqual(['村务公开统计表（新）']);
  });

  it('what is no form is refused with the reason, and nothing is kept', async () => {
    expect(await importOwnForm('{')).toEqual({ why: 'no_json' });
    expect(await importOwnForm(' '.repeat(200_001))).toEqual({ why: 'too_large' });
    expect(await importOwnForm(changed({ tables: [] }))).toEqual({
      problems: [{ path: 'tables', what: 'few', allowed: 1 }],
    });
    expect(await importOwnForm(changed({ id: 'disclosure-2021' }))).toEqual({
      problems: [{ path: 'id', what: 'taken', given: 'disclosure-2021' }],
    });
    expect(await listOwnForms()).toEqual([]);
  });

  it('one that this version cannot read any more is listed, and not looked for', async () => {
    await fakeBrowser.storage.local.set({ forms: [changed({ names: ['(村'] }), '"no form"'] });
    expect(await listOwnForms()).toMatchObject([
      { id: 'village-affairs', title: '村务公开情况统计表' },
      { id: '', title: '' },
    ]);
    expect(await readOwnForms()).toEqual([]);
  });

  it('a store that holds something else is an empty list', async () => {
    await fakeBrowser.storage.local.set({ forms: { id: 7 } });
    expect(await listOwnForms()).toEqual([]);
  });
});
