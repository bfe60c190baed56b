import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, linkSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wordPageOf } from './pages.ts';
import { pandasPython } from './pandas.ts';
import { markdownTable } from './table.ts';
import { writeTable } from './write-table.ts';

/**
 * `npm run bench:folder`: CPU time, pages a second and peak memory over a folder of pages of size M, two threads each, in one run beside the
 * reference and pandas: three rounds, each program once in each, the median and the spread. CPU is what counts: wall time on idle cores hides a
 * second thread that does the work of the first again. `-- --files 2000`, `-- --rounds 3`; `-- --curve` adds the memory over 1,000, 20,000 and
 * 50,000 files; `-- --write` puts the tables into docs/speed.md and docs/scale.md.
 */

const root = join(import.meta.dirname, '../..');
const variants = 100;

const option = (name: string): string | undefined => process.argv[process.argv.indexOf(`--${name}`) + 1];
const files = process.argv.includes('--files') ? Number(option('files')) : 2000;
const rounds = process.argv.includes('--rounds') ? Number(option('rounds')) : 3;

const home = mkdtempSync(join(tmpdir(), 'gouji-folder-'));
process.on('exit', () => rmSync(home, { recursive: true, force: true }));

const originals = Array.from({ length: variants }, (_, at) => {
  const path = join(home, `${at}.html`);
  writeFileSync(path, wordPageOf(1000 + at));
  return path;
});

/** A folder of so many pages; every hundredth is the same file under another name, so that disks hold them. */
const folderOf = (count: number): { folder: string; list: string } => {
  const folder = join(home, `of-${count}`);
  const paths = Array.from({ length: count }, (_, at) => {
    const below = join(folder, String(Math.floor(at / 1000)).padStart(3, '0'));
    if (at % 1000 === 0) mkdirSync(below, { recursive: true });
    const path = join(below, `${String(at).padStart(6, '0')}.html`);
    linkSync(originals[at % variants] ?? '', path);
    return path;
  });
  const list = join(home, `of-${count}.txt`);
  writeFileSync(list, `${paths.join('\n')}\n`);
  return { folder, list };
};

/** `cpu`: seconds of all threads together. */
type Taken = { seconds: number; cpu: number | null; megabytes: number | null };

/** A whole process, its start included. The memory of a Node process is told by itself. */
const timed = async (command: string, args: readonly string[]): Promise<Taken> => {
  const isNode = command === process.execPath;
  const start = process.hrtime.bigint();
  const child = spawn(command, isNode ? ['--import', './tests/bench/peak.ts', ...args] : args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit', isNode ? 'pipe' : 'ignore'],
  });
  let told = '';
  child.stdio[3]?.on('data', (chunk: Buffer) => {
    told += chunk.toString();
  });
  const [code] = (await once(child, 'close')) as [number];
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}`);
  const [memory, cpu] = told.split(' ').map(Number);
  return {
    seconds: Number(process.hrtime.bigint() - start) / 1e9,
    cpu: cpu === undefined ? null : cpu / 1e6,
    megabytes: told === '' ? null : Math.round((memory ?? 0) / 1024),
  };
};

const packed = join(root, 'dist/gouji.js');
const gouji = existsSync(packed) ? packed : join(root, 'cli/gouji.ts');
const out = (name: string): string[] => ['--output', join(home, name), '--jobs', '2', '--no-progress'];

type Program = { name: string; command: string; args: (folder: string, list: string) => readonly string[] };

const node = (name: string, args: Program['args']): Program => ({ name, command: process.execPath, args });
const reference = node('SAX grid, two threads (reference)', (_, list) => [
  'tests/bench/folder-peer.ts',
  'grids',
  list,
]);
const check = node('`gouji check`', (folder) => [gouji, 'check', folder, ...out('check.txt')]);
const isWritten = process.argv.includes('--write');
const python = await pandasPython();
const programs: Program[] = [
  node('reading the files only', (_, list) => ['tests/bench/folder-peer.ts', 'bytes', list]),
  reference,
  check,
  node('`gouji extract --only facts --format csv`', (folder) => [
    gouji,
    'extract',
    folder,
    '--only',
    'facts',
    '--format',
    'csv',
    ...out('csv'),
  ]),
  ...['ndjson', 'csv', 'parquet', 'sqlite', 'xlsx'].map((format) =>
    node(`\`gouji extract --format ${format}\``, (folder) => [
      gouji,
      'extract',
      folder,
      '--format',
      format,
      ...out(format),
    ]),
  ),
  ...(python === null
    ? []
    : [
        {
          name: 'pandas.read_html, two processes',
          command: python,
          args: (_: string, list: string) => ['tests/bench/read_folder_with_pandas.py', list],
        },
      ]),
];

const { folder, list } = folderOf(files);
const runs = new Map<string, Taken[]>(programs.map(({ name }) => [name, []]));
for (let round = 1; round <= rounds; round++)
  for (const { name, command, args } of programs) {
    console.error(`${round}/${rounds} ${name} …`);
    runs.get(name)?.push(await timed(command, args(folder, list)));
    for (const output of ['check.txt', 'ndjson', 'csv', 'parquet', 'sqlite', 'xlsx'])
      rmSync(join(home, output), { force: true });
  }

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
/** The median of what each round gives, and the least and the most of them. */
const spread = (values: readonly number[], digits: number): string => {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const own = median(values).toFixed(digits);
  return least === most ? own : `${own} (${least.toFixed(digits)}–${most.toFixed(digits)})`;
};
const base = runs.get(reference.name) ?? [];
const hours = (seconds: number): string => {
  const all = (seconds / files) * 1e6;
  return all < 5400 ? `${Math.round(all / 60)} min` : `${(all / 3600).toFixed(1)} h`;
};
const speed = markdownTable(
  [
    `${files.toLocaleString('en-US')} pages of size M, two threads, median of ${rounds} rounds (least–most)`,
    'CPU ÷ reference',
    'CPU ms a page',
    'pages/s',
    'peak memory',
    'CPU for a million pages',
  ],
  [...runs].map(([name, taken]) => {
    const cpu = taken.flatMap((one) => (one.cpu === null ? [] : [one.cpu]));
    const ratios = cpu.map((own, round) => own / (base[round]?.cpu ?? 1));
    return [
      name,
      cpu.length > 0 ? spread(ratios, 2) : '',
      cpu.length > 0 ? ((median(cpu) / files) * 1000).toFixed(2) : '',
      spread(
        taken.map(({ seconds }) => files / seconds),
        0,
      ),
      taken[0]?.megabytes ? `${Math.max(...taken.map(({ megabytes }) => megabytes ?? 0))} MB` : '',
      cpu.length > 0 ? hours(median(cpu)) : '',
    ];
  }),
);
console.log(`${speed}\n`);

if (process.argv.includes('--curve')) {
  const rows: string[][] = [];
  for (const count of [1000, 20_000, 50_000]) {
    const many = folderOf(count);
    const row = [count.toLocaleString('en-US')];
    for (const program of [
      check,
      node('', (of) => [gouji, 'extract', of, '--format', 'ndjson', ...out('ndjson')]),
    ]) {
      console.error(`${count} files …`);
      const { seconds, megabytes } = await timed(program.command, program.args(many.folder, many.list));
      row.push(`${Math.round(count / seconds).toLocaleString('en-US')}`, `${megabytes} MB`);
      for (const output of ['check.txt', 'ndjson']) rmSync(join(home, output), { force: true });
    }
    rows.push(row);
    rmSync(many.folder, { recursive: true, force: true });
  }
  const curve = markdownTable(
    ['files', '`check`: pages/s', 'peak memory', '`extract`: pages/s', 'peak memory'],
    rows,
  );
  console.log(curve);
  if (isWritten) await writeTable('docs/scale.md', 'bench:curve', curve);
}
if (isWritten) await writeTable('docs/speed.md', 'bench:folder', speed);
