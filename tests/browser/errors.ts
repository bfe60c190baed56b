import type { Browser, CDPSession, Target } from 'puppeteer-core';
import type { BrowserName } from './browsers.ts';
import { inBrowserWindow } from './toolbar.ts';

/** What went wrong in a script or a page of the extension and was caught by nobody, one line each. */
export type Errors = {
  /** All since the start, or since they were last taken; takes them. */
  take(): Promise<string[]>;
  /** Lets go of the background: Chromium does not start a worker again that was stopped while somebody listened to it. */
  leaveBackground(): Promise<void>;
};

/** The page has gone while something was asked of the background, or of its window: nobody is left who waits for the answer. */
const leave =
  /Promise (?:rejected|resolved) (?:after context unloaded|while context is inactive)|^NS_ERROR_NOT_INITIALIZED\b/;

/** Words with which the background says that it has left something out: as grave as an exception, where a test does not expect it. */
const ofOurs = /\b(?:chrome|moz)-extension:\/\/|^Gouji: /;

export const errorsOf = (browser: Browser, name: BrowserName): Promise<Errors> =>
  name === 'chrome' ? inChrome(browser) : inFirefox(browser);

type Thrown = {
  exceptionDetails: {
    text: string;
    url?: string;
    exception?: { description?: string };
    stackTrace?: { callFrames: { url: string }[] };
  };
};
type Logged = { type: string; args: { value?: unknown; description?: string }[] };

/** Pages and workers are listened to from their beginning; what a content script throws is told with the page it runs in. */
const inChrome = async (browser: Browser): Promise<Errors> => {
  const seen: string[] = [];
  const workers: CDPSession[] = [];
  const note = (words: string): void => {
    if (ofOurs.test(words)) seen.push(words);
  };
  const listen = async (target: Target): Promise<void> => {
    if (!['page', 'service_worker', 'other'].includes(target.type())) return;
    const session: CDPSession = await target.createCDPSession();
    if (target.type() === 'service_worker') workers.push(session);
    session.on('Runtime.exceptionThrown', ({ exceptionDetails }: Thrown) => {
      const { text, url = '', exception, stackTrace } = exceptionDetails;
      note(
        [text, exception?.description, url, ...(stackTrace?.callFrames ?? []).map((one) => one.url)].join(
          ' ',
        ),
      );
    });
    session.on('Runtime.consoleAPICalled', ({ type, args }: Logged) => {
      if (type === 'error' || type === 'warning')
        note(args.map(({ value, description }) => String(value ?? description)).join(' '));
    });
    await session.send('Runtime.enable');
  };
  // A target that is gone before it is listened to has nothing to say.
  const begin = (target: Target): void => void listen(target).catch(() => {});
  browser.on('targetcreated', begin);
  browser.targets().forEach(begin);
  return {
    take: async () => seen.splice(0),
    leaveBackground: async () => {
      for (const session of workers.splice(0)) await session.detach().catch(() => {});
    },
  };
};

/** Firefox keeps every message of every script for the browser's own console. */
const inFirefox = async (browser: Browser): Promise<Errors> => ({
  leaveBackground: async () => {},
  take: async () => {
    const all = await inBrowserWindow(
      browser,
      `const [warning, info] = [1, 8];
       const storage = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage);
       const logged = storage.getEvents().filter(({ level }) => level === 'error' || level === 'warn')
         .map((event) => [...event.arguments].map(String).join(' '));
       const thrown = Services.console.getMessageArray()
         .filter((one) => one instanceof Ci.nsIScriptError && !(one.flags & (warning | info)))
         .map((one) => one.errorMessage + ' ' + one.sourceName + ':' + one.lineNumber);
       storage.clearEvents();
       Services.console.reset();
       return JSON.stringify([...thrown, ...logged]);`,
    );
    return (JSON.parse(String(all)) as string[]).filter((words) => ofOurs.test(words) && !leave.test(words));
  },
});
