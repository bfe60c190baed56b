import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { full } from '../properties/seed.ts';

export type BrowserName = 'chrome' | 'firefox';

export const browserNames: readonly BrowserName[] = ['chrome', 'firefox'];

const commands: Record<BrowserName, readonly string[]> = {
  chrome: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
  firefox: ['firefox-esr', 'firefox'],
};

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Where the browser's program is on this machine, or null. */
export const programOf = (browser: BrowserName): string | null => {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const places = commands[browser].flatMap((command) => folders.map((folder) => join(folder, command)));
  return places.find(isProgram) ?? null;
};

/**
 * The browsers that a test file runs in: both in a full run. A person who waits has it run in `first`, where most of it is at stake, or in the
 * other where only that is installed.
 */
export const browsersFrom = (first: BrowserName): readonly BrowserName[] => {
  if (full) return browserNames;
  const installed = browserNames.filter((name) => programOf(name) !== null);
  return installed.includes(first) || installed.length === 0 ? [first] : installed;
};

export const installCommand = 'apt-get install -y chromium firefox-esr fonts-noto-cjk';

/** The folder in which each browser that runs is noted by the number of its process. */
export const browserNotes = '.output/browsers';
