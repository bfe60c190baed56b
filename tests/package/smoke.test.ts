import { execFile } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { forms } from '../../parser/forms/registry.ts';
import { full, oneIn } from '../properties/seed.ts';

/** The package as others get it: packed, installed into an empty project, and used there. */

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));
const project = mkdtempSync(join(tmpdir(), 'gouji-package-'));
const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];

// Packing prepares the extension, too, of which nothing is packed.
if (!full) await run('npm', ['run', 'build:package'], { cwd: root });
const { stdout: packing } = await run(
  'npm',
  [
    'pack',
    '--json',
    '--pack-destination',
    project,
    ...(full ? [] : ['--ignore-scripts']),
    '--loglevel=error',
  ],
  {
    cwd: root,
  },
);
// Scripts that run before packing may print first.
const [packed] = JSON.parse(packing.slice(packing.search(/^\[\s*\{/m))) as { filename: string }[];

/** The oldest that package.json promises, and the one that is current; each takes seconds to install. A person who waits has one. */
const oldest = /\d+\.\d+/.exec(packageJson.engines.node)?.[0] ?? '';
const versions = full ? [oldest, '24'] : [];
const own = /^\d+/.exec(process.versions.node)?.[0] ?? '';

/** False where the registry cannot be reached, which only a machine of CI must be able to. */
const install = async (): Promise<boolean> => {
  writeFileSync(
    join(project, 'package.json'),
    '{ "name": "someone-elses", "private": true, "type": "module" }',
  );
  const releases = versions.map((version) => `node${version}@npm:node@${version}`);
  const readers = Object.entries(packageJson.peerDependencies).map(([name, range]) => `${name}@${range}`);
  await run(
    'npm',
    ['install', `./${packed?.filename}`, ...readers, ...releases, '--ignore-scripts=false', ...quiet],
    { cwd: project },
  );
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
afterAll(() => rmSync(project, { recursive: true, force: true }));

/** Each reader finds what it needs in the package and in its dependencies. */
const attachments: readonly [name: string, source: string][] = [
  ['a.pdf', 'pdf-printed-by-chromium/source.pdf'],
  ['b.docx', 'docx-word-processor/source.docx'],
  ['c.doc', 'doc-word-97/source.doc'],
  ['d.xlsx', 'xlsx-workbook/source.xlsx'],
  ['e.xls', 'xls-workbook/source.xls'],
];

describe.skipIf(!installed).each(full ? versions : [own])('under Node %s', (version) => {
  const node = full ? join(project, `node_modules/node${version}/bin/node`) : process.execPath;

  test('the library reads, checks and exports', async () => {
    const { stdout } = await run(node, ['use.js'], { cwd: project });
    expect(stdout).toBe(`198 3\n200 ${forms.map(({ id }) => id).join(' ')}\n`);
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
    expect(stdout.startsWith(`v${version}.`)).toBe(true);
  });

  const command = join(project, 'node_modules/gouji/dist/gouji.js');

  describe('the command reads a folder in threads, attachments too', () => {
    const folder = join(project, `folder-${version}`);
    const pages = 4;
    beforeAll(() => {
      mkdirSync(folder);
      const page = readFileSync(join(root, 'samples/consistent-2020.html'));
      for (let at = 0; at < pages; at++) writeFileSync(join(folder, `${at}.html`), page);
      for (const [name, source] of attachments)
        copyFileSync(join(root, 'tests/corpus', source), join(folder, name));
    });
    /** What a run writes into a file of this name. */
    const written = async (name: string, ...args: string[]): Promise<Buffer> => {
      const output = join(project, `${version}-${name}`);
      const given = [command, ...args.map((arg) => (arg === name ? output : arg)), '--jobs', '2'];
      const { code } = await run(node, given, { cwd: project }).then(
        () => ({ code: 0 }),
        (error: { code: number }) => error,
      );
      // The attachments have wrong sums: what checks them ends with 1, what takes their figures out with 0.
      expect(code).toBe(args[0] === 'check' ? 1 : 0);
      return readFileSync(output);
    };

    test('as lines', async () => {
      const lines = await written('out.ndjson', 'extract', folder, '-o', 'out.ndjson');
      const coverage = lines
        .toString()
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).coverage);
      expect(coverage).toHaveLength(pages + attachments.length);
      expect(coverage.every(({ read, expected }) => read === expected && read > 100)).toBe(true);
    });

    test.each(
      oneIn(3, [
        ['out.csv', '\uFEFFreport,'],
        ['out.xlsx', 'PK'],
        ['out.parquet', 'PAR1'],
      ] as const),
    )('as %s', async (name, start) => {
      const bytes = await written(name, 'extract', folder, '-o', name);
      expect(bytes.subarray(0, Buffer.byteLength(start)).toString()).toBe(start);
    });

    test('as a page for people', async () => {
      const page = await written('out.html', 'check', folder, '-o', `${version}.txt`, '--report', 'out.html');
      expect(page.toString()).toMatch(/^<!doctype html>[\s\S]*<\/html>\s*$/i);
    });
  });

  test('a database, without a warning', async () => {
    const writing = run(
      node,
      [command, 'extract', 'report.html', '-o', `out-${version}.sqlite`, '--lang', 'en'],
      {
        cwd: project,
      },
    );
    const { stderr } = await writing;
    expect(stderr).not.toMatch(/[Ww]arning/);
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

test.skipIf(!installed)('the library reads what the command reads, from bytes', async () => {
  for (const [name, source] of [
    ...attachments,
    ['gbk.html', 'encoding-gb18030-undeclared/source.html'],
  ] as const)
    copyFileSync(join(root, 'tests/corpus', source), join(project, name));
  writeFileSync(
    join(project, 'bytes.js'),
    `import { readFileSync } from 'node:fs';
import { read, tables, readHtml, extract } from 'gouji';
const said = [];
for (const name of ['report.html', 'gbk.html', 'a.pdf', 'b.docx', 'c.doc', 'd.xlsx', 'e.xls']) {
  const bytes = readFileSync(name);
  const [{ extraction, verdict }] = await read(bytes, { name });
  const { tables: found } = await tables(bytes, { url: 'http://a.gov.cn/' + name });
  said.push([name, extraction.facts.length > 100, extraction.source.path, extraction.source.sha256.length, typeof verdict.verdict, found.length > 0]);
}
const wrong = [];
for (const call of [() => readHtml(Buffer.from('<p>')), () => extract('<p>'), () => read('<p>', { name: 'a' }), () => read(new Uint8Array(), 'a.html'), () => read(new Uint8Array(), { name: 'a', charset: 7 }), () => tables(null, { name: 'a' })])
  try { await call(); wrong.push('nothing'); } catch (error) { wrong.push(error.constructor.name + ': ' + error.message); }
console.log(JSON.stringify({ said, wrong }));
`,
  );
  const { stdout } = await run(process.execPath, ['bytes.js'], { cwd: project });
  const { said, wrong } = JSON.parse(stdout);
  for (const [name, ...rest] of said) expect([name, ...rest]).toEqual([name, true, name, 64, 'string', true]);
  expect(wrong).toEqual([
    expect.stringMatching(/^TypeError: readHtml takes text .* got Buffer; .*read\(bytes/),
    expect.stringMatching(/^TypeError: extract takes a document.* got string/),
    expect.stringMatching(/^TypeError: read\(bytes, from\): the first argument .* got string; of text/),
    expect.stringMatching(/^TypeError: read\(bytes, from\): the second argument .* got string/),
    expect.stringMatching(/^TypeError: read\(bytes, from\): charset .* got number/),
    expect.stringMatching(/^TypeError: tables\(bytes, from\): the first argument .* got null/),
  ]);
});

test.skipIf(!installed)(
  'by itself it reads pages, without any large package, and says of a PDF what is missing',
  async () => {
    // Beside the other project: what stands above would be found.
    const small = mkdtempSync(join(tmpdir(), 'gouji-small-'));
    writeFileSync(join(small, 'package.json'), '{ "private": true, "type": "module" }');
    await run('npm', ['install', join(project, packed?.filename ?? ''), ...quiet], { cwd: small });
    for (const name of ['pdfjs-dist', 'word-extractor'])
      expect(existsSync(join(small, 'node_modules', name)), name).toBe(false);
    for (const [name, source] of attachments)
      copyFileSync(join(root, 'tests/corpus', source), join(small, name));
    copyFileSync(join(project, 'report.html'), join(small, 'report.html'));
    const { stdout } = await run(
      process.execPath,
      [
        'node_modules/gouji/dist/gouji.js',
        'extract',
        '--format',
        'ndjson',
        'report.html',
        'a.pdf',
        'b.docx',
        'c.doc',
      ],
      { cwd: small },
    ).catch((error) => error);
    const codes = Object.fromEntries(
      stdout
        .trimEnd()
        .split('\n')
        .map((line: string) => JSON.parse(line))
        .map((one: { source: { path: string }; issues: { code: string }[]; facts: unknown[] }) => [
          one.source.path,
          one.facts.length > 100 ? 'read' : one.issues[0]?.code,
        ]),
    );
    expect(codes).toEqual({
      'report.html': 'read',
      'b.docx': 'read',
      'a.pdf': 'reader_missing',
      'c.doc': 'reader_missing',
    });
    rmSync(small, { recursive: true, force: true });
  },
);

test.skipIf(!installed)('its types stand alone, without those of the DOM', async () => {
  writeFileSync(
    join(project, 'typed.ts'),
    `import { type Extraction, extract, read, readHtml, type Report, tables } from 'gouji';
const [first]: Extraction[] = extract(readHtml(''), { sha256: '', bytes: 0, format: 'html' });
export const outcome: 'satisfied' | 'violated' | 'undetermined' | undefined = first?.checks[0]?.outcome;
const reports: Report[] = await read(new Uint8Array(), { name: 'a.html' });
export const rules: string[] = reports.flatMap(({ verdict }) => verdict.findings.map(({ rule }) => rule));
export const captions = (await tables(new Uint8Array(), { url: 'http://a', charset: 'gbk' })).tables.map(({ caption }) => caption);
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
    '--lib',
    'es2023',
    '--exactOptionalPropertyTypes',
    '--noUncheckedIndexedAccess',
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
