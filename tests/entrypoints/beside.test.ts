import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { PageReading, PanelState } from '../../entrypoints/wire/reading.ts';
import { wrongCell } from '../components/extractions.ts';

/** What the background does for a panel beside the page, with a browser that stands in for one. */

type Listener = (message: unknown, sender: unknown, answer: (value: unknown) => void) => unknown;
type Press = (tab: unknown) => void;

const window = 7;
const tab = 3;
const page = 'a-page';
const open = vi.fn<(of: { windowId: number }) => Promise<void>>();
const close = vi.fn(async (_of: { windowId: number }) => {});
const setOptions = vi.fn(async (_to: { enabled: boolean }) => {});
/** The windows in which a panel stands beside the page, and what has been said to it and to the frames of the tab. */
const standing = new Set<number>();
const toSide: unknown[] = [];
const toFrames: { tab: number; message: { kind: string } }[] = [];
/** What the browser calls. */
let hear: Listener = () => false;
let press: Press = () => {};
let command: (name: string, tab?: unknown) => void = () => {};
let sideCloses: (of: { windowId: number }) => void = () => {};

const none = { addListener: () => {} };
vi.stubGlobal('browser', {
  ...fakeBrowser,
  storage: {
    ...fakeBrowser.storage,
    local: { ...fakeBrowser.storage.local, setAccessLevel: async () => {} },
  },
  runtime: {
    ...fakeBrowser.runtime,
    id: 'gouji',
    getURL: (path: string) => `extension://gouji${path}`,
    onMessage: {
      addListener: (one: Listener) => {
        hear = one;
      },
    },
    onStartup: none,
    sendMessage: async (message: { kind: string; window?: number }) => {
      if (message.kind === 'side-asked')
        return standing.has(message.window ?? -1) || Promise.reject(new Error());
      toSide.push(message);
      return undefined;
    },
  },
  tabs: {
    ...fakeBrowser.tabs,
    onRemoved: none,
    get: async (id: number) => ({ id, windowId: window, active: id === tab, url: 'http://www.a.gov.cn/' }),
    query: async () => [{ id: tab, windowId: window, active: true }],
    sendMessage: async (to: number, message: { kind: string }) => {
      toFrames.push({ tab: to, message });
      return message.kind === 'still-there' ? [page] : true;
    },
  },
  action: {
    onClicked: {
      addListener: (one: Press) => {
        press = one;
      },
    },
    setBadgeText: async () => {},
    setBadgeBackgroundColor: async () => {},
    setBadgeTextColor: async () => {},
    setPopup: async () => {},
    openPopup: async () => {},
  },
  scripting: {
    executeScript: async () => {
      throw new Error('No script may be put there.');
    },
  },
  commands: {
    onCommand: {
      addListener: (one: typeof command) => {
        command = one;
      },
    },
  },
  sidePanel: {
    open,
    close,
    setOptions,
    onClosed: {
      addListener: (one: typeof sideCloses) => {
        sideCloses = one;
      },
    },
  },
});
vi.stubGlobal('indexedDB', undefined);

const { default: background } = await import('../../entrypoints/background/index.ts');
const { keep } = await import('../../entrypoints/background/kept.ts');
const { changeSettings, readSettings } = await import('../../entrypoints/wire/stored.ts');

const reading: PageReading = {
  frame: 0,
  page,
  attachment: null,
  extractions: [wrongCell()],
  csv: 'a\r\n',
  nearby: { files: [], links: [], next: null, frames: [], pictures: 0, loading: false, isFile: false },
  title: null,
  retrieved: '2026-01-01T00:00:00.000Z',
};

/** As a page of the extension says it. */
const say = (message: unknown): Promise<unknown> =>
  new Promise((answer) => {
    hear(message, { id: 'gouji', url: 'extension://gouji/sidepanel.html' }, answer);
  });
const fromSide = (message: unknown) => say({ kind: 'from-side', tab, message });
const kindsTo = (id: number) => toFrames.filter((one) => one.tab === id).map(({ message }) => message.kind);
const inFront = { id: tab, windowId: window, active: true, url: 'http://www.a.gov.cn/' };

beforeEach(async () => {
  fakeBrowser.reset();
  standing.clear();
  open.mockReset();
  open.mockImplementation(async ({ windowId }) => void standing.add(windowId));
  for (const one of [close, setOptions]) one.mockClear();
  background.main();
  await keep(tab, reading);
  toSide.length = 0;
  toFrames.length = 0;
});

describe('the panel beside the page', () => {
  it('is answered as the panel in the page of its tab would be, and knows that it stands', async () => {
    standing.add(window);
    const state = (await fromSide({ kind: 'state-wanted' })) as PanelState;
    expect(state.readings).toEqual([reading]);
    expect(state.stands).toBe(true);
    standing.clear();
    expect(await fromSide({ kind: 'state-wanted' })).toMatchObject({ stands: false });
  });

  it('has cells marked in the page of its tab, and nowhere else', async () => {
    const cells = [{ slot: { table: 1, row: 24, column: 3 }, side: 'cell' }];
    await fromSide({ kind: 'show-cells', frame: 0, cells });
    expect(toFrames).toContainEqual({ tab, message: { kind: 'mark', cells } });
    expect(toFrames.every((one) => one.tab === tab)).toBe(true);
  });

  it('may say only what a panel says', async () => {
    expect(await fromSide({ kind: 'report-gone', page })).toHaveProperty('failed');
    // Nor may a script in a page speak as it.
    const answered = await new Promise((answer) => {
      const sender = { id: 'gouji', url: 'http://www.a.gov.cn/', tab: { id: tab }, frameId: 0 };
      hear({ kind: 'from-side', tab, message: { kind: 'state-wanted' } }, sender, answer);
    });
    expect(answered).toHaveProperty('failed');
  });

  it('hears of what it has changed itself: another stands in each window', async () => {
    await fromSide({ kind: 'settings-changed', settings: { language: 'en' } });
    expect(toSide).toContainEqual({ kind: 'to-side', tab, order: { kind: 'state-changed' } });
  });

  it('is told to the pages when it comes to stand, and is no choice of the person by that', async () => {
    await changeSettings({ home: 'page' });
    await say({ kind: 'side-stands' });
    expect(kindsTo(tab)).toContain('state-changed');
    expect((await readSettings()).home).toBe('page');
  });

  it('takes its marks along when it goes, whoever says so', async () => {
    await say({ kind: 'side-left', window });
    expect(kindsTo(tab)).toEqual(expect.arrayContaining(['clear', 'state-changed']));
    toFrames.length = 0;
    sideCloses({ windowId: window });
    await vi.waitFor(() => expect(kindsTo(tab)).toEqual(expect.arrayContaining(['clear', 'state-changed'])));
  });

  it('leaves behind with its page what went wrong there', async () => {
    const trouble = { where: 'reader', kind: 'error', what: 'x' };
    const sender = {
      id: 'gouji',
      url: 'http://www.a.gov.cn/',
      tab: { id: tab, windowId: window },
      frameId: 0,
    };
    await new Promise((answer) => hear({ kind: 'failed', trouble }, sender, answer));
    expect(await fromSide({ kind: 'state-wanted' })).toMatchObject({ troubles: [trouble] });
    await say({ kind: 'page-left', tab });
    expect(await fromSide({ kind: 'state-wanted' })).toMatchObject({ troubles: [] });
  });

  it('goes over the page where the person has it go', async () => {
    await fromSide({ kind: 'page-home-wanted' });
    expect((await readSettings()).home).toBe('page');
    expect(setOptions).toHaveBeenLastCalledWith({ enabled: false });
    expect(kindsTo(tab)).toContain('panel-show');
  });
});

describe('where it stands', () => {
  it('is beside the page as it comes, and what was chosen stays', async () => {
    expect((await readSettings()).home).toBe('side');
    await changeSettings({ home: 'page' });
    await changeSettings({ width: 500 });
    expect(await readSettings()).toMatchObject({ home: 'page', width: 500 });
  });

  it('is left open by a change of something else', async () => {
    await changeSettings({ width: 500 });
    expect(await fakeBrowser.storage.local.get('settings')).toEqual({ settings: { width: 500 } });
  });
});

describe('a press of the toolbar button', () => {
  it('opens it before anything is waited for', () => {
    press(inFront);
    expect(open).toHaveBeenCalledWith({ windowId: window });
  });

  it('closes it where it shows something of the page', async () => {
    standing.add(window);
    press(inFront);
    await vi.waitFor(() => expect(close).toHaveBeenCalledWith({ windowId: window }));
  });

  it('opens the one over the page where the browser refuses', async () => {
    open.mockRejectedValue(new Error('No active side panel'));
    press(inFront);
    await vi.waitFor(() => expect(kindsTo(tab)).toContain('panel-toggle'));
  });

  it('opens nothing beside a page that no extension may read', () => {
    press({ ...inFront, url: undefined });
    press({ ...inFront, url: 'about:addons' });
    expect(open).not.toHaveBeenCalled();
  });
});

describe('the shortcut that keeps and goes on', () => {
  it('is carried out by the panel beside the page where one stands, else by the one in the page', async () => {
    command('keep-and-go-on', inFront);
    await vi.waitFor(() => expect(kindsTo(tab)).toContain('go-on'));
    toFrames.length = 0;
    toSide.length = 0;
    standing.add(window);
    command('keep-and-go-on', inFront);
    await vi.waitFor(() => expect(toSide).toContainEqual({ kind: 'to-side', tab, order: { kind: 'go-on' } }));
    expect(kindsTo(tab)).not.toContain('go-on');
  });

  it('is the only one that is heard of', async () => {
    command('another', inFront);
    await new Promise((done) => setTimeout(done, 20));
    expect(toFrames).toEqual([]);
  });
});
