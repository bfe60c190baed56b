import { execFile } from 'node:child_process';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { browserNames, browserNotes, installCommand, programOf } from './browsers.ts';

/** Builds what the browser tests install: as it is packed, and the same with the shadow root open to them. */
export default async function setup(): Promise<() => Promise<void>> {
  await rm(browserNotes, { recursive: true, force: true });
  const missing = browserNames.filter((name) => !programOf(name));
  if (missing.length > 0) {
    const sentence = `No ${missing.join(' and no ')} on this machine. The browser tests need it: ${installCommand}`;
    if (process.env.CI) throw new Error(sentence);
    console.warn(`\n!!! SKIPPED: ${sentence}\n`);
  }
  await Promise.all(browserNames.filter((name) => !missing.includes(name)).map(build));
  return endBrowsers;
}

/** Those that outlive the worker that started them. */
const endBrowsers = async (): Promise<void> => {
  for (const name of await readdir(browserNotes).catch(() => []))
    try {
      process.kill(Number(name), 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  await rm(browserNotes, { recursive: true, force: true });
};

const run = promisify(execFile);

const build = async (browser: string): Promise<void> => {
  // A test runner's NODE_ENV would give a development build of preact.
  const env = { ...process.env, NODE_ENV: 'production' };
  try {
    await run(process.execPath, ['node_modules/wxt/bin/wxt.mjs', 'build', '--browser', browser], { env });
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Error(`The extension does not build for ${browser}.\n${stdout ?? ''}${stderr ?? ''}`);
  }
  await open(`.output/${browser}-mv3`, `.output/${browser}-mv3-inspect`);
};

/** The build once more, with the one word changed that keeps a page, and the tests, out of the panel. */
const open = async (packed: string, opened: string): Promise<void> => {
  await rm(opened, { recursive: true, force: true });
  await cp(packed, opened, { recursive: true });
  const panel = join(opened, 'content-scripts/panel.js');
  const [before = '', after, ...more] = (await readFile(panel, 'utf8')).split(
    /(?<=mode:["'`])closed(?=["'`])/,
  );
  if (after === undefined || more.length > 0) throw new Error(`${panel} does not close one shadow root.`);
  await writeFile(panel, `${before}open${after}`);
};
