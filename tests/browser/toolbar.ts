import type { Browser, Page } from 'puppeteer-core';
import type { browser as Extension } from 'wxt/browser';
import type { BrowserName } from './browsers.ts';

/** The toolbar's button of the extension, pressed on the page in front: all that a real click grants comes with it. */
export const pressButton = async (browser: Browser, name: BrowserName, page: Page): Promise<void> => {
  await page.bringToFront();
  if (name === 'chrome') {
    const [extension] = (await browser.extensions()).values();
    if (!extension) throw new Error('The browser has no extension.');
    return extension.triggerAction(page);
  }
  await inFront(browser, page);
  await inBrowserWindow(
    browser,
    `const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
     const { extension } = WebExtensionPolicy.getByID('${firefoxId}');
     ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);`,
  );
};

/** The tab of Firefox comes to the front a little later than its page is told. */
const inFront = async (browser: Browser, page: Page): Promise<void> => {
  const shown = () => inBrowserWindow(browser, 'return gBrowser.selectedBrowser.currentURI.spec');
  for (const end = Date.now() + 5_000; (await shown()) !== page.url(); ) {
    if (Date.now() > end) throw new Error(`The tab of ${page.url()} does not come to the front.`);
    await new Promise((done) => setTimeout(done, 20));
  }
};

/**
 * A shortcut of the extension, on the page in front. Keys that a test presses reach the page only: Firefox is told that its own key was
 * pressed, the background of the other that the browser has heard it.
 */
export const pressShortcut = async (
  browser: Browser,
  name: BrowserName,
  page: Page,
  command: string,
): Promise<void> => {
  await page.bringToFront();
  if (name === 'firefox') {
    await inFront(browser, page);
    await inBrowserWindow(
      browser,
      `const { extension } = WebExtensionPolicy.getByID('${firefoxId}');
       const letter = extension.manifest.commands['${command}'].suggested_key.default.at(-1);
       for (const key of document.querySelectorAll('keyset[id^="ext-keyset"] key'))
         if (key.getAttribute('key')?.toUpperCase() === letter) return key.doCommand();
       throw new Error('There is no such key: ' + document.querySelector('keyset[id^="ext-keyset"]')?.outerHTML);`,
    );
    return;
  }
  const target = await browser.waitForTarget((one) => one.type() === 'service_worker');
  const worker = await target.worker();
  await worker?.evaluate(async (heard) => {
    const { chrome } = globalThis as unknown as { chrome: typeof Extension };
    const [tab] = await chrome.tabs.query({ active: true });
    (chrome.commands.onCommand as unknown as Dispatching).dispatch(heard, tab);
  }, command);
};

type Dispatching = { dispatch: (command: string, tab: unknown) => void };

const firefoxId = '{b1f5a9d2-3c64-4f0e-9a57-6f2d0c7e1a11}';

type Connection = { send: (method: string, parameters: unknown) => Promise<{ result: unknown }> };

/** Runs a statement in the window of Firefox itself, which has no other way to its toolbar. */
export const inBrowserWindow = async (browser: Browser, statement: string): Promise<unknown> => {
  const { connection } = browser as unknown as { connection: Connection };
  const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const [window] = (result as { contexts: { context: string }[] }).contexts;
  const answer = await connection.send('script.evaluate', {
    expression: `(() => { ${statement} })()`,
    target: { context: window?.context },
    awaitPromise: true,
  });
  const { type, result: value, exceptionDetails } = answer.result as Evaluated;
  if (type !== 'success') throw new Error(exceptionDetails?.text ?? type);
  return value?.value;
};

type Evaluated = { type: string; result?: { value?: unknown }; exceptionDetails?: { text: string } };
