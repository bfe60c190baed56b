import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

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

export const installCommand = 'apt-get install -y chromium firefox-esr fonts-noto-cjk';

/** The folder in which each browser that runs is noted by the number of its process. */
export const browserNotes = '.output/browsers';
