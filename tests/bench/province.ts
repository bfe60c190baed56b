import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wordPageOf } from './pages.ts';
import { markdownTable } from './table.ts';
import { writeTable } from './write-table.ts';

/**
 * `npm run bench:province`: what the reports of a province cost, from what some hundreds of pages and PDF files cost: machine hours, memory, disk.
 * 120 counties × 40 departments × 7 years, half of them PDF. `-- --write` puts the table into docs/scale.md.
 */

const root = join(import.meta.dirname, '../..');
const packed = join(root, 'dist/gouji.js');
const gouji = existsSync(packed) ? packed : join(root, 'cli/gouji.ts');
const home = mkdtempSync(join(tmpdir(), 'gouji-province-'));
process.on('exit', () => rmSync(home, { recursive: true, force: true }));

const reports = 120 * 40 * 7;
const counts = { pages: 600, pdf: 240 };

const corpus = join(root, 'tests/corpus');
const pdfs = readdirSync(corpus)
  .map((slug) => join(corpus, slug, 'source.pdf'))
  .filter(existsSync);

mkdirSync(join(home, 'pages'));
mkdirSync(join(home, 'pdf'));
for (let at = 0; at < counts.pages; at++)
  writeFileSync(join(home, 'pages', `${at}.html`), wordPageOf(3000 + (at % 100)));
for (let at = 0; at < counts.pdf; at++)
  copyFileSync(pdfs[at % pdfs.length] ?? '', join(home, 'pdf', `${at}.pdf`));

const sizeOf = (path: string): number =>
  statSync(path).isDirectory()
    ? readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
    : statSync(path).size;

type Cost = { cpu: number; megabytes: number; bytes: number };

const costOf = async (folder: string, output: string): Promise<Cost> => {
  const path = join(home, output);
  const child = spawn(
    process.execPath,
    ['--import', './tests/bench/peak.ts', gouji, 'extract', join(home, folder), '-o', path, '--jobs', '2'],
    { cwd: root, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  let told = '';
  child.stdio[3]?.on('data', (chunk: Buffer) => {
    told += chunk.toString();
  });
  const [code] = (await once(child, 'close')) as [number];
  if (code === null) throw new Error(`${output}: killed`);
  const [memory = 0, cpu = 0] = told.split(' ').map(Number);
  return { cpu: cpu / 1e6, megabytes: memory / 1024, bytes: sizeOf(path) };
};

const hours = (seconds: number): string => `${(seconds / 3600).toFixed(1)} h`;
const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(1)} GB`;

const rows: string[][] = [];
for (const output of ['out.ndjson', 'out.csv', 'out.parquet', 'out.sqlite', 'out/']) {
  console.error(`${output} …`);
  const [pages, pdf] = [await costOf('pages', output), await costOf('pdf', output)];
  const half = reports / 2;
  const cpu = (pages.cpu / counts.pages) * half + (pdf.cpu / counts.pdf) * half;
  const bytes = (pages.bytes / counts.pages) * half + (pdf.bytes / counts.pdf) * half;
  rows.push([
    output === 'out/' ? 'folder of tables' : output.replace('out.', ''),
    `${((pages.cpu / counts.pages) * 1000).toFixed(1)} ms`,
    `${((pdf.cpu / counts.pdf) * 1000).toFixed(1)} ms`,
    hours(cpu),
    hours(cpu / 4),
    `${Math.round(Math.max(pages.megabytes, pdf.megabytes))} MB`,
    gigabytes(bytes),
  ]);
  rmSync(join(home, output), { recursive: true, force: true });
}
const table = markdownTable(
  [
    `${reports.toLocaleString('en-US')} reports, half of them PDF`,
    'CPU a page of size M',
    'CPU a PDF',
    'CPU in all',
    'on four cores',
    'peak memory, two threads',
    'disk',
  ],
  rows,
);
console.log(table);
const input =
  (sizeOf(join(home, 'pages')) / counts.pages + sizeOf(join(home, 'pdf')) / counts.pdf) * (reports / 2);
const said = `${table}\n\nThe reports themselves take ${gigabytes(input)}. Measured on ${counts.pages} pages and ${counts.pdf} PDF files of the corpus, ${spawnSync('uname', ['-m'], { encoding: 'utf8' }).stdout.trim()}, two threads, Node ${process.versions.node.split('.')[0]}.`;
if (process.argv.includes('--write')) await writeTable('docs/scale.md', 'bench:province', said);
