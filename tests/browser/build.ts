import { execFile } from 'node:child_process';
import { readdir, rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import { browserNames, browserNotes, installCommand, programOf } from './browsers.ts';

/** Builds what the browser tests install: once with the shadow root open to them, once as it is packed. */
export default async function setup(): Promise<() => Promise<void>> {
  await rm(browserNotes, { recursive: true, force: true });
  const missing = browserNames.filter((name) => !programOf(name));
  if (missing.length > 0) {
    const sentence = `No ${missing.join(' and no ')} on this machine. The browser tests need it: ${installCommand}`;
    if (process.env.CI) throw new Error(sentence);
    console.warn(`\n!!! SKIPPED: ${sentence}\n`);
  }
  for (const browser of browserNames.filter((name) => !missing.includes(name))) {
    for (const mode of ['inspect', 'production']) await build(browser, mode);
  }
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

const build = async (browser: string, mode: string): Promise<void> => {
  // A test runner's NODE_ENV would give a development build of preact.
  const env = { ...process.env, NODE_ENV: 'production' };
  try {
    await run('npx', ['wxt', 'build', '--browser', browser, '--mode', mode], { env });
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Error(`The extension does not build for ${browser}.\n${stdout ?? ''}${stderr ?? ''}`);
  }
};
