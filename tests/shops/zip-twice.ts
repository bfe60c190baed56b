import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';

/**
 * `npm run zip:verify`: packs the extension, unpacks the sources that go to the shop with it, packs these again in another folder, and
 * compares the packages byte for byte: what a reviewer builds is what was handed in.
 */

const run = promisify(execFile);
const env = { ...process.env, NODE_ENV: 'production' };

const pack = async (folder: string): Promise<Map<string, string>> => {
  for (const browser of ['chrome', 'firefox'])
    await run('npx', ['wxt', 'zip', '-b', browser], { cwd: folder, env });
  const output = join(folder, '.output');
  const names = (await readdir(output)).filter((name) => /-(chrome|firefox)\.zip$/.test(name)).toSorted();
  const hashes = names.map(async (name): Promise<[string, string]> => {
    const bytes = await readFile(join(output, name));
    return [name, createHash('sha256').update(bytes).digest('hex')];
  });
  return new Map(await Promise.all(hashes));
};

const unpack = async (archive: string, folder: string): Promise<void> => {
  for (const [name, bytes] of Object.entries(unzipSync(await readFile(archive)))) {
    if (name.endsWith('/')) continue;
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
  }
};

const first = await pack('.');
const sources = (await readdir('.output')).find((name) => name.endsWith('-sources.zip'));
if (!sources) throw new Error('The packages came without their sources.');
const elsewhere = await mkdtemp(join(tmpdir(), 'gouji-sources-'));
try {
  await unpack(join('.output', sources), elsewhere);
  await symlink(resolve('node_modules'), join(elsewhere, 'node_modules'));
  await run('npx', ['wxt', 'prepare'], { cwd: elsewhere, env });
  const second = await pack(elsewhere);
  for (const [name, hash] of first) {
    const same = second.get(name) === hash;
    console.log(`${same ? 'same' : 'DIFFERS'}  ${hash}  ${name}`);
    if (!same) process.exitCode = 1;
  }
  if (first.size === 0) process.exitCode = 1;
} finally {
  await rm(elsewhere, { recursive: true, force: true });
}
