import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import { afterAll, describe, expect, test } from 'vitest';

/** The package as others get it: packed, installed into an empty project, and used there. */

const run = promisify(execFile);
const root = new URL('../../', import.meta.url).pathname;
const project = mkdtempSync(join(tmpdir(), 'gouji-package-'));
const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];

const { stdout: packing } = await run(
  'npm',
  ['pack', '--json', '--pack-destination', project, '--loglevel=error'],
  {
    cwd: root,
  },
);
// Scripts that run before packing may print first.
const [packed] = JSON.parse(packing.slice(packing.search(/^\[\s*\{/m))) as { filename: string }[];

/** False where the registry cannot be reached, which only a machine of CI must be able to. */
const install = async (): Promise<boolean> => {
  writeFileSync(
    join(project, 'package.json'),
    '{ "name": "someone-elses", "private": true, "type": "module" }',
  );
  const releases = ['20', '22', '24'].map((major) => `node${major}@npm:node@${major}`);
  await run('npm', ['install', `./${packed?.filename}`, ...releases, '--ignore-scripts=false', ...quiet], {
    cwd: project,
  });
  writeFileSync(join(project, 'report.html'), readFileSync(join(root, 'samples/one-wrong-cell-2020.html')));
  writeFileSync(
    join(project, 'use.js'),
    `import { readFileSync } from 'node:fs';
import { extract, readHtml } from 'gouji';
import { toCsv } from 'gouji/export';
import { forms } from 'gouji/forms';
const source = { path: 'report.html', sha256: '', bytes: 0, format: 'html' };
const [extraction] = extract(readHtml(readFileSync('report.html', 'utf8')), source);
console.log(extraction.coverage.read, extraction.checks.filter((check) => check.outcome === 'violated').length);
console.log(toCsv([extraction]).split('\\r\\n').length, forms.map((form) => form.id).join(' '));
`,
  );
  return true;
};

const installed = await install().catch((error: Error) => {
  if (process.env.CI) throw error;
  console.warn(
    `SKIPPED: the package was not installed into an empty project: ${error.message.split('\n')[0]}`,
  );
  return false;
});
afterAll(() => rmSync(project, { recursive: true, force: true }), 60_000);

/** Each reader finds what it needs in the package and in its dependencies. */
const attachments: readonly [name: string, source: string][] = [
  ['a.pdf', 'pdf-printed-by-chromium/source.pdf'],
  ['b.docx', 'docx-word-processor/source.docx'],
  ['c.doc', 'doc-word-97/source.doc'],
  ['d.xlsx', 'xlsx-workbook/source.xlsx'],
  ['e.xls', 'xls-workbook/source.xls'],
];

describe.skipIf(!installed).each(['20', '22', '24'])('under Node %s', (major) => {
  const node = join(project, `node_modules/node${major}/bin/node`);

  test('the library reads, checks and exports', async () => {
    const { stdout } = await run(node, ['use.js'], { cwd: project });
    expect(stdout).toBe('198 3\n200 disclosure-2019 disclosure-2021\n');
  });

  test('the command checks', async () => {
    const command = join(project, 'node_modules/gouji/dist/gouji.js');
    await expect(
      run(node, [command, 'check', '--lang', 'en', 'report.html'], { cwd: project }),
    ).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringContaining('90 + 0 ≠ 88 + 1'),
    });
    const { stdout } = await run(node, ['--version']);
    expect(stdout).toMatch(new RegExp(`^v${major}\\.`));
  });

  const command = join(project, 'node_modules/gouji/dist/gouji.js');

  test('the command reads a folder in threads, attachments too, into files and a page for people', async () => {
    const folder = join(project, `folder-${major}`);
    mkdirSync(folder);
    const page = readFileSync(join(root, 'samples/consistent-2020.html'));
    for (let at = 0; at < 12; at++) writeFileSync(join(folder, `${at}.html`), page);
    for (const [name, source] of attachments)
      copyFileSync(join(root, 'tests/corpus', source), join(folder, name));
    const read = async (...args: string[]): Promise<void> => {
      // The attachments have wrong sums: exit 1.
      const { code } = await run(node, [command, ...args, '--jobs', '2'], { cwd: project }).then(
        () => ({ code: 0 }),
        (error: { code: number }) => error,
      );
      expect(code).toBe(1);
    };
    await read('extract', folder, '-o', `out-${major}.ndjson`);
    const coverage = readFileSync(join(project, `out-${major}.ndjson`), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).coverage);
    expect(coverage).toHaveLength(12 + attachments.length);
    expect(coverage.every(({ read, expected }) => read === expected && read > 100)).toBe(true);
    for (const format of ['csv', 'xlsx', 'parquet'])
      await read('extract', folder, '-o', `out-${major}.${format}`);
    expect(
      readFileSync(join(project, `out-${major}.parquet`))
        .subarray(0, 4)
        .toString(),
    ).toBe('PAR1');
    await read('check', folder, '-o', `out-${major}.txt`, '--report', `out-${major}.html`);
    expect(readFileSync(join(project, `out-${major}.html`), 'utf8')).toMatch(
      /^<!doctype html>[\s\S]*<\/html>\s*$/i,
    );
  });

  test('a database, or what it needs', async () => {
    const writing = run(
      node,
      [command, 'extract', 'report.html', '-o', `out-${major}.sqlite`, '--lang', 'en'],
      {
        cwd: project,
      },
    );
    const { code, stderr } = await writing.then(
      () => ({ code: 0, stderr: '' }),
      (error: { code: number; stderr: string }) => error,
    );
    // The report has a wrong sum, which is exit 1.
    expect(code).toBe(major === '20' ? 2 : 1);
    if (major === '20') expect(stderr).toMatch(/^SQLite needs Node 22\.13 or later/);
    else expect(stderr).not.toMatch(/[Ww]arning/);
  });
});

test.skipIf(!installed).each(['README.md', 'README.zh-CN.md'])('the example in %s runs', async (readme) => {
  const [, example = ''] = /```js\n([\s\S]*?)```/.exec(readFileSync(join(root, readme), 'utf8')) ?? [];
  expect(example).toContain("from 'gouji'");
  writeFileSync(join(project, 'example.js'), example);
  const { stdout } = await run(process.execPath, ['example.js'], { cwd: project });
  expect(stdout).toContain('济宁市兖州区人民政府 2020');
  expect(stdout).toContain('requests.balance@natural_person');
});

test.skipIf(!installed)('its types stand alone', async () => {
  writeFileSync(
    join(project, 'typed.ts'),
    `import { type Extraction, extract, readHtml } from 'gouji';
const [first]: Extraction[] = extract(readHtml(''), { sha256: '', bytes: 0, format: 'html' });
export const outcome: 'satisfied' | 'violated' | 'undetermined' | undefined = first?.checks[0]?.outcome;
// @ts-expect-error a count is never text
export const value: string | null | undefined = first?.facts[0]?.value;
`,
  );
  const options = [
    '--noEmit',
    '--strict',
    '--module',
    'nodenext',
    '--target',
    'es2023',
    '--skipLibCheck',
    'false',
    '--types',
    '',
  ];
  const { stdout } = await run(join(root, 'node_modules/.bin/tsc'), [...options, 'typed.ts'], {
    cwd: project,
  }).catch((error) => error);
  expect(stdout).toBe('');
});

test.skipIf(!installed)('a browser bundle holds what is used, and nothing of Node', async () => {
  writeFileSync(
    join(project, 'forms-only.js'),
    `import { forms } from 'gouji/forms'; globalThis.forms = forms;`,
  );
  const output = await build({
    root: project,
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry: 'forms-only.js', formats: ['es'], fileName: 'forms-only' } },
  });
  const [bundle] = [output].flat();
  if (!bundle || !('output' in bundle)) throw new Error('nothing was built');
  const { code } = bundle.output[0];
  expect(code).toContain('disclosure-2021');
  expect(code).not.toMatch(/node:|parse5|levenshtein/);
});
