import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderHtml } from '../corpus-pages/layouts.ts';
import { inventReport } from '../corpus-pages/report.ts';
import { full } from '../properties/seed.ts';
import { entry, folderWith, gouji, root } from './gouji.ts';

/** The recipes of docs/scale.md, run: GNU parallel over ssh with two hosts, both of them this machine. */

const sshd = ['/usr/sbin/sshd', '/usr/local/sbin/sshd'].find(existsSync);
const has = (command: string): boolean => spawnSync(command, ['--version']).error === undefined;
const ready =
  sshd !== undefined && has('parallel') && has('ssh') && has('ssh-keygen') && process.platform === 'linux';
if (!ready)
  console.warn('SKIPPED: GNU parallel and an OpenSSH server are needed to test workers on two hosts.');

const pages = full ? 40 : 16;
/** So many are one job of a worker. */
const atOnce = pages / 4;
const work = folderWith({});
let server: ChildProcess | null = null;
let port = 0;

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address() as AddressInfo;
      probe.close(() => resolve(free));
    });
  });

const listens = (at: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(at, '127.0.0.1');
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });

const lines = Array.from({ length: pages }, (_, at) =>
  JSON.stringify({
    id: at,
    url: `http://www.a.gov.cn/${at}.html`,
    html: renderHtml(inventReport('disclosure-2021', 900 + at), {}),
  }),
);
lines[7] = '{"poisoned';
const input = join(work, 'pages.ndjson');
const key = join(work, 'key');

beforeAll(async () => {
  writeFileSync(input, `${lines.join('\n')}\n`);
  if (!ready) return;
  for (const name of ['key', 'host'])
    spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(work, name)]);
  writeFileSync(join(work, 'authorized'), readFileSync(`${key}.pub`));
  port = await freePort();
  const config = join(work, 'sshd_config');
  writeFileSync(
    config,
    [
      `Port ${port}`,
      'ListenAddress 127.0.0.1',
      'ListenAddress 127.0.0.2',
      `HostKey ${join(work, 'host')}`,
      `AuthorizedKeysFile ${join(work, 'authorized')}`,
      'PidFile none',
      'StrictModes no',
      'UsePAM no',
      'PasswordAuthentication no',
      'MaxStartups 50',
    ].join('\n'),
  );
  // The server separates its privileges in this folder, which a system that never started one does not have.
  if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true });
  server = spawn(sshd ?? '', ['-D', '-e', '-f', config], { stdio: 'ignore' });
  for (let tries = 0; tries < 100 && !(await listens(port)); tries++)
    await new Promise((done) => setTimeout(done, 50));
});
afterAll(() => {
  server?.kill();
  rmSync(work, { recursive: true, force: true });
});

type Answer = { id?: number; extractions: { form: unknown; issues: { code: string }[] }[] };

describe.runIf(ready)('GNU parallel', () => {
  test('drives workers on two hosts; the answers come in the order of the pages', () => {
    const ssh = `ssh -p ${port} -i ${key} -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR`;
    const log = join(work, 'jobs.log');
    // What a worker says is kept apart from what the login shell of a host may print.
    const said = join(work, 'said.txt');
    const { stdout, status } = spawnSync(
      'parallel',
      [
        '--will-cite',
        '--pipe',
        '--keep-order',
        '-N',
        String(atOnce),
        '--joblog',
        log,
        '--sshlogin',
        `1/${ssh} 127.0.0.1,1/${ssh} 127.0.0.2`,
        `cd ${root} && ${process.execPath} ${entry} worker 2>>${said}`,
      ],
      {
        input: readFileSync(input),
        encoding: 'utf8',
        maxBuffer: 1 << 28,
        env: { ...process.env, HOME: work },
      },
    );
    expect({ status, said: readFileSync(said, 'utf8') }).toEqual({ status: 0, said: '' });
    const answers: Answer[] = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map(({ id }) => id)).toEqual(lines.map((_, at) => (at === 7 ? undefined : at)));
    expect(answers[7]?.extractions[0]?.issues[0]?.code).toBe('line_malformed');
    expect(answers.filter(({ extractions }) => extractions[0]?.form !== null)).toHaveLength(pages - 1);
    const hosts = readFileSync(log, 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t')[1]);
    expect(new Set(hosts).size).toBe(2);
  });
});

/** What Spark's `RDD.pipe` does: for each partition a process, its lines written in, a line of the answer for each. */
test('partitions through a pipe of their own hold together what one worker answers', async () => {
  const partitions = [lines.slice(0, 9), lines.slice(9, 12), [], lines.slice(12)];
  const answered = await Promise.all(
    partitions.map((part) => gouji(['worker'], { input: part.map((line) => `${line}\n`).join('') })),
  );
  const whole = await gouji(['worker'], { input: readFileSync(input) });
  const withoutLine = (text: string): string => text.replace(/"line":\d+/g, '').replace(/-:\d+/g, '-');
  const sameLine = (text: string): string => withoutLine(text).replace(/第 \d+ 行|Line \d+/g, '');
  expect(answered.every(({ code }) => code === 0)).toBe(true);
  expect(sameLine(answered.map(({ stdout }) => stdout).join(''))).toBe(sameLine(whole.stdout));
});
