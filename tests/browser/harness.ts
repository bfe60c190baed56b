import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, launch, type Page } from 'puppeteer-core';
import type { browser as Extension } from 'wxt/browser';
import { type BrowserName, browserNotes, installCommand, programOf } from './browsers.ts';
import { errorsOf } from './errors.ts';
import { openSite, type Site } from './site.ts';

/** `inspect` differs from the packed build in one thing: its shadow root is open, so that a test can look into it. */
export type Build = 'inspect' | 'packed';

export type Visit = {
  browser: Browser;
  site: Site;
  /** Opens a page that was given to `site`. */
  open(address: string, size?: { width: number; height: number }): Promise<Page>;
  /** Opens a page of the extension itself: `shelf.html`. */
  openOwn(path: string, size?: { width: number; height: number }): Promise<Page>;
  /** Waits for one file in the download folder, takes it out and returns it. */
  downloaded(): Promise<{ name: string; bytes: Buffer }>;
  /** What scripts and pages of the extension have thrown since it was asked last, and nobody has caught. */
  errors(): Promise<string[]>;
  /** Before the background is stopped. */
  leaveBackground(): Promise<void>;
  /** Gives the browser back, or ends it. Rejects where there are such errors that nobody has asked for: they fail the test. */
  close(): Promise<void>;
};

/**
 * A real browser with the extension in it and no way to the network. Starting one takes seconds: one of each kind serves all test files,
 * one after the other, and is given over with no page open and nothing stored. It ends with the process.
 */
export const visit = async (name: BrowserName, build: Build = 'inspect'): Promise<Visit> => {
  const folder = resolve('.output', `${name}-mv3${build === 'inspect' ? '-inspect' : ''}`);
  if (build === 'packed') return visitWith(name, folder);
  running[name] ??= visitWith(name, folder);
  const at = await running[name];
  const before = at.site.requested.length;
  return {
    ...at,
    site: {
      ...at.site,
      get requested() {
        return at.site.requested.slice(before);
      },
    },
    close: async () => {
      const uncaught = await at.errors();
      await empty(at);
      // What a page that is being closed leaves behind belongs to nobody.
      await at.errors();
      refuse(uncaught);
    },
  };
};

const running: Partial<Record<BrowserName, Promise<Visit>>> = {};

/**
 * Where the panel is to stand: over the page, where most tests look at it; `tests/browser/beside.test.ts` takes it as it comes. `own` is a
 * page of the extension.
 */
export const choose = (own: Page, home: 'page' | 'side' | 'as it comes'): Promise<unknown> =>
  own.evaluate(async (chosen) => {
    const { chrome } = globalThis as unknown as { chrome: typeof Extension };
    const { settings = {} } = await chrome.storage.local.get<{ settings?: object }>('settings');
    // What is null does not fit, and is as if it were not there.
    const home = chosen === 'as it comes' ? null : chosen;
    await chrome.storage.local.set({ settings: { ...settings, home } });
    return chrome.runtime.sendMessage({ kind: 'settings-written' });
  }, home);

/** Closes every page and forgets what the extension has kept. */
const empty = async ({ browser, openOwn }: Visit): Promise<void> => {
  const open = await browser.pages();
  const own = await openOwn('options.html');
  for (const page of open) await page.close().catch(() => {});
  await own.evaluate(async () => {
    const { storage } = (globalThis as unknown as { chrome: typeof Extension }).chrome;
    await Promise.all([storage.local.clear(), storage.session.clear()]);
    globalThis.localStorage?.clear();
    await new Promise<void>((done, failed) => {
      const request = indexedDB.deleteDatabase('gouji-shelf');
      request.onsuccess = () => done();
      request.onerror = () => failed(request.error);
    });
  });
  await choose(own, 'page');
  const blank = await browser.newPage();
  await own.close();
  await blank.bringToFront();
};

const refuse = (uncaught: readonly string[]): void => {
  if (uncaught.length > 0)
    throw new Error(`The extension has thrown what nobody caught:\n${uncaught.join('\n')}`);
};

/** A browser of its own, with the extension in `folder`. */
export const visitWith = async (name: BrowserName, folder: string): Promise<Visit> => {
  const executablePath = programOf(name);
  if (!executablePath) throw new Error(`No ${name} is installed: ${installCommand}`);
  const site = await openSite();
  const downloads = await mkdtemp(join(tmpdir(), 'gouji-downloads-'));
  const browser = await launchers[name](executablePath, site.port, downloads);
  await note(browser);
  const errors = await errorsOf(browser, name);
  const id = await browser.installExtension(folder);
  const own =
    name === 'chrome' ? `chrome-extension://${extensionIdOf(id)}` : `moz-extension://${firefoxUuid}`;
  const at: Visit = {
    browser,
    site,
    openOwn: async (path, size = { width: 1280, height: 800 }) => {
      const page = await browser.newPage();
      await page.setViewport(size);
      const address = `${own}/${path}`;
      // Firefox opens its own pages in another process and loses the answer on the way.
      if (name === 'firefox') void page.goto(address).catch(() => {});
      else await page.goto(address, { waitUntil: 'load' });
      await arrival(page, own);
      return page;
    },
    open: async (address, size = { width: 1280, height: 800 }) => {
      const page = await browser.newPage();
      await page.setViewport(size);
      await page.goto(address, { waitUntil: 'load' });
      return page;
    },
    downloaded: () => takeDownload(downloads),
    errors: errors.take,
    leaveBackground: errors.leaveBackground,
    close: async () => {
      const uncaught = await errors.take();
      await browser.close();
      await site.close();
      await rm(downloads, { recursive: true, force: true });
      refuse(uncaught);
    },
  };
  await listening(at);
  return at;
};

/** Until the background answers: a button that is pressed before it listens is not heard. */
const listening = async ({ openOwn }: Visit): Promise<void> => {
  const own = await openOwn('options.html');
  const answers = () =>
    own
      .evaluate(() =>
        (globalThis as unknown as { chrome: typeof Extension }).chrome.runtime
          .sendMessage({ kind: 'settings-written' })
          .then(
            () => true,
            () => false,
          ),
      )
      .catch(() => false);
  for (let tries = 0; !(await answers()); tries++) {
    if (tries === 300) throw new Error('The background of the extension does not answer.');
    await pause(100);
  }
  await choose(own, 'page');
  await own.close();
};

/** Notes the process of a browser, which Firefox does not end with the worker that started it: `build.ts` ends it with the run. */
const note = async (browser: Browser): Promise<void> => {
  const process = browser.process()?.pid;
  if (process === undefined) return;
  await mkdir(browserNotes, { recursive: true });
  await writeFile(join(browserNotes, String(process)), '');
};

/** Until a page stands at an address of this beginning. One that is asked on its way to another process may answer with an error, or never. */
const arrival = async (page: Page, start: string): Promise<void> => {
  for (let tries = 0; tries < 200; tries++) {
    const there = await Promise.race([
      page
        .evaluate((own) => location.href.startsWith(own) && document.readyState === 'complete', start)
        .catch(() => false),
      pause(5_000).then(() => false),
    ]);
    if (there) return;
    await pause(100);
  }
  throw new Error(`No page has come to stand at ${start}.`);
};

/** Firefox would draw one by lot; it is given one instead. */
const firefoxUuid = '5a1f0c7e-93d2-4c57-8e0b-7d1b6f2a4c90';
const firefoxId = '{b1f5a9d2-3c64-4f0e-9a57-6f2d0c7e1a11}';

const extensionIdOf = (installed: unknown): string =>
  typeof installed === 'string' ? installed : String((installed as { id?: string } | null)?.id ?? '');

const launchers: Record<BrowserName, (program: string, port: number, downloads: string) => Promise<Browser>> =
  {
    chrome: (executablePath, port, downloadPath) =>
      launch({
        browser: 'chrome',
        executablePath,
        headless: true,
        pipe: true,
        enableExtensions: true,
        downloadBehavior: { policy: 'allow', downloadPath },
        args: [
          '--no-sandbox',
          '--disable-gpu',
          '--disable-quic',
          '--no-first-run',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
          '--disable-features=HttpsUpgrades',
          '--lang=zh-CN',
          '--accept-lang=zh-CN',
          `--proxy-server=127.0.0.1:${port}`,
          '--proxy-bypass-list=<-loopback>',
        ],
      }),
    firefox: (executablePath, port, downloadPath) =>
      launch({
        browser: 'firefox',
        executablePath,
        headless: true,
        args: ['--remote-allow-system-access'],
        extraPrefsFirefox: {
          'network.proxy.type': 1,
          'network.proxy.http': '127.0.0.1',
          'network.proxy.http_port': port,
          'network.proxy.ssl': '127.0.0.1',
          'network.proxy.ssl_port': port,
          'network.proxy.allow_hijacking_localhost': true,
          'network.proxy.no_proxies_on': '',
          'dom.security.https_first': false,
          // Nobody looks at them, and they take seconds.
          'browser.newtabpage.enabled': false,
          'browser.newtab.preload': false,
          'browser.newtabpage.activity-stream.testing.shouldInitializeFeeds': false,
          'extensions.webextensions.uuids': JSON.stringify({ [firefoxId]: firefoxUuid }),
          'intl.accept_languages': 'zh-CN, zh',
          'browser.download.folderList': 2,
          'browser.download.dir': downloadPath,
          'browser.download.useDownloadDir': true,
        },
      }),
  };

const takeDownload = async (folder: string): Promise<{ name: string; bytes: Buffer }> => {
  let before = '';
  for (const end = Date.now() + 45_000; Date.now() < end; await pause(50)) {
    const names = await readdir(folder);
    // Both browsers write beside the file first, Firefox for a moment under a name of its own with the same ending.
    const unfinished = names.some((name) => /\.(part|crdownload|tmp)$/.test(name) || name.startsWith('.'));
    const [name] = names;
    const settled = names.join('/') === before;
    before = names.join('/');
    if (name === undefined || unfinished || !settled) continue;
    const bytes = await readFile(join(folder, name)).catch(() => null);
    if (bytes === null || bytes.length === 0) continue;
    await rm(join(folder, name));
    return { name, bytes };
  }
  throw new Error('Nothing was downloaded within 45 seconds.');
};

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
