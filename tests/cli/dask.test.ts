import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { renderHtml } from '../corpus-pages/layouts.ts';
import { inventReport } from '../corpus-pages/report.ts';
import { full } from '../properties/seed.ts';
import { entry, folderWith, root } from './gouji.ts';

/**
 * The recipe of docs/scale.md on a real Dask cluster, on loopback: a scheduler, two workers, one of which is killed in the middle. Debian has what
 * it needs as python3-distributed. Starting it takes longer than all else here: only in a full run.
 */

const python = ['/usr/bin/python3', 'python3'].find(
  (one) => spawnSync(one, ['-c', 'import distributed.cli.dask_scheduler']).status === 0,
);
if (python === undefined)
  console.warn(
    'SKIPPED: no Dask (Debian: python3-distributed); the recipe for it in docs/scale.md is not run.',
  );

const work = folderWith({});
const processes: ChildProcess[] = [];
afterAll(() => {
  for (const child of processes) child.kill('SIGKILL');
  rmSync(work, { recursive: true, force: true });
});

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

const started = (args: readonly string[]): ChildProcess => {
  const child = spawn(python ?? '', [...args], { cwd: work, stdio: 'ignore' });
  processes.push(child);
  return child;
};

const pages = 240;
const batch = 12;
const isPoison = (at: number): boolean => at % 40 === 7;

test.runIf(full && python !== undefined)(
  'a Dask cluster answers every line once, though a worker is killed in the middle',
  async () => {
    const htmls = Array.from({ length: 6 }, (_, at) =>
      renderHtml(inventReport('disclosure-2021', 950 + at), {}),
    );
    const input = join(work, 'pages.ndjson');
    writeFileSync(
      input,
      Array.from({ length: pages }, (_, at) =>
        isPoison(at)
          ? '{"poisoned\n'
          : `${JSON.stringify({ id: at, url: `http://www.a.gov.cn/${at}.html`, html: htmls[at % htmls.length] })}\n`,
      ).join(''),
    );
    const scheduler = `tcp://127.0.0.1:${await freePort()}`;
    const port = scheduler.split(':').at(-1) ?? '';
    started([
      '-m',
      'distributed.cli.dask_scheduler',
      '--host',
      '127.0.0.1',
      '--port',
      port,
      '--no-dashboard',
      '--no-show',
    ]);
    const worker = (): ChildProcess =>
      started([
        ...[
          '-m',
          'distributed.cli.dask_worker',
          scheduler,
          '--host',
          '127.0.0.1',
          '--nthreads',
          '1',
          '--no-dashboard',
        ],
        // One process, so that it is gone when it is killed, and nobody brings it back.
        ...['--no-nanny', '--memory-limit', '1GB', '--local-directory', work],
      ]);
    const first = worker();
    worker();
    const output = join(work, 'answers.ndjson');
    const client = spawn(
      python ?? '',
      [
        join(root, 'docs/recipes/gouji_dask.py'),
        scheduler,
        input,
        output,
        ...['--command', `"${process.execPath}" "${entry}" worker`, '--batch', String(batch), '--ahead', '3'],
      ],
      { cwd: work, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    processes.push(client);
    let [said, errors] = ['', ''];
    client.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    client.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString();
    });
    const ended = once(client, 'close');
    let killedAt = -1;
    const over = ended.then(() => true);
    // When something was answered, and more is to come.
    while (
      killedAt < 0 &&
      !(await Promise.race([over, new Promise((done) => setTimeout(() => done(false), 20))]))
    )
      if (existsSync(output) && statSync(output).size > 0) {
        first.kill('SIGKILL');
        killedAt = readFileSync(output, 'utf8').split('\n').length - 1;
      }
    const [code] = await ended;
    expect({ code, errors: code === 0 ? '' : errors }).toEqual({ code: 0, errors: '' });
    expect(killedAt, 'it was killed before the end').toBeGreaterThanOrEqual(0);
    expect(killedAt).toBeLessThan(pages);
    const answers: {
      line: number;
      id?: number;
      extractions: { form: unknown; issues: { code: string }[] }[];
    }[] = readFileSync(output, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map(({ line }) => line)).toEqual(Array.from({ length: pages }, (_, at) => at + 1));
    expect(answers.map(({ id }) => id)).toEqual(
      Array.from({ length: pages }, (_, at) => (isPoison(at) ? undefined : at)),
    );
    expect(answers.filter(({ extractions }) => extractions[0]?.form)).toHaveLength(
      Array.from({ length: pages }).filter((_, at) => !isPoison(at)).length,
    );
    expect(
      answers.filter(({ extractions }) => extractions[0]?.issues[0]?.code === 'line_malformed'),
    ).toHaveLength(6);
    expect(JSON.parse(said)).toMatchObject({ answers: pages, about: { writes: 'gouji/extraction/1' } });
  },
  90_000,
);
