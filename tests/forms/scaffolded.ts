import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** A form added to a copy of the project as CONTRIBUTING.md says, by the commands that it names, and a page that holds it. */

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));

const units = Array.from({ length: 120 }, (_, at) => `第${at + 1}网格图书流转站`);

/** Larger than 10 kB: a shorter page is read whatever its signs. */
export const libraryPage = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>甲县乙镇2024年农家书屋统计年报</title></head><body>
<h1>甲县乙镇2024年农家书屋统计年报</h1>
<table><tr><th>书屋项目</th><th>藏书册次</th><th>外借册次</th><th>流通总册次</th></tr>
<tr><td>农业技术类图书</td><td>30</td><td>12</td><td>42</td></tr>
<tr><td>少儿绘本类图书</td><td>25</td><td>40</td><td>66</td></tr>
<tr><td>地方志乘类图书</td><td>8</td><td>1</td><td>9</td></tr></table>
<ul>${units.map((unit) => `<li><a href="/stations/${unit}.html" title="${unit}，开放时间见站内公告">${unit}，开放时间见站内公告</a></li>`).join('\n')}</ul>
</body></html>`;

/** What a person changes in the file that was scaffolded. */
const filledIn = (scaffold: string): string =>
  scaffold
    .replace("'表样名称'", "'农家书屋统计表'")
    .replace("'发文字号'", "'甲县文化和旅游局'")
    .replace("'表样名称[年度]报告'", "'农家书屋统计(年报|表)'")
    .replace("zh: '第一行的官方名称', rarest: '称'", "zh: '地方志乘', rarest: '乘'")
    .replace("characters: '称'", "characters: '乘'")
    .replace(
      /columns: \[[\s\S]*?\n {10}\],/,
      `columns: [
            { id: 'held', zh: '藏书册次', en: 'held', type: 'count' },
            { id: 'lent', zh: '外借册次', en: 'lent', type: 'count' },
            { id: 'total', zh: '流通总册次', en: 'total', type: 'count' },
          ],`,
    )
    .replace(
      /rows: \[.*\],/,
      `rows: [
            { id: 'farming', zh: '农业技术类图书', en: 'farming' },
            { id: 'children', zh: '少儿绘本类图书', en: 'for children' },
            { id: 'local', zh: '地方志乘类图书', en: 'local history' },
          ],`,
    )
    .replace("left: ['part']", "left: ['held', 'lent']");

const hashes = async (folder: string): Promise<Map<string, string>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found = new Map<string, string>();
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || path.includes('node_modules')) continue;
    found.set(
      relative(folder, path).replaceAll(sep, '/'),
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    );
  }
  return found;
};

/** @returns the copy, and which of its files are new or other than before. */
export const withScaffoldedForm = async (): Promise<{ folder: string; touched: string[] }> => {
  const folder = await mkdtemp(join(tmpdir(), 'gouji-new-form-'));
  for (const part of ['parser', 'tools', 'package.json'])
    await cp(join(root, part), join(folder, part), { recursive: true });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  const before = await hashes(folder);
  const node = (...args: string[]) => run(process.execPath, args, { cwd: folder });
  await node('tools/new-form.ts', 'village-library-2024');
  const file = join(folder, 'parser/forms/village-library-2024/form.ts');
  await writeFile(file, filledIn(await readFile(file, 'utf8')));
  await node('tools/write-signs.ts');
  const after = await hashes(folder);
  return { folder, touched: [...after].flatMap(([path, hash]) => (before.get(path) === hash ? [] : path)) };
};

/** What the copy reads from the page, in a process of its own. */
export const readBy = async (folder: string, html: string): Promise<unknown> => {
  const program = `
    const { readFile } = await import('./parser/read.ts');
    const [{ extraction }] = await readFile({ path: 'page.html' }, Buffer.from(${JSON.stringify(html)}), '');
    console.log(JSON.stringify({
      form: extraction.form?.id, year: extraction.year?.value, authority: extraction.authority?.value,
      read: extraction.coverage.read, issues: extraction.issues,
      violated: extraction.checks.filter(({ outcome }) => outcome === 'violated').map(({ id }) => id),
    }));`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', program], { cwd: folder });
  return JSON.parse(stdout);
};
