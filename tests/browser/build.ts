import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { browserNames, installCommand, programOf } from './browsers.ts';

/** Builds what the browser tests install: once with the shadow root open to them, once as it is packed. */
export default async function setup(): Promise<void> {
  const missing = browserNames.filter((name) => !programOf(name));
  if (missing.length > 0) {
    const sentence = `No ${missing.join(' and no ')} on this machine. The browser tests need it: ${installCommand}`;
    if (process.env.CI) throw new Error(sentence);
    console.warn(`\n!!! SKIPPED: ${sentence}\n`);
  }
  for (const browser of browserNames.filter((name) => !missing.includes(name))) {
    for (const mode of ['inspect', 'production']) await build(browser, mode);
  }
}

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
