// First of all: see there.
import '../wire/jitless.ts';

import { browser } from 'wxt/browser';
import { panelWordsIn } from '../../components/words-in.ts';
import { carefully } from '../panel/careful.ts';
import { panelSession } from '../panel/session.tsx';
import { sideOrder } from '../wire/orders.ts';
import { panelSheets } from '../wire/panel-sheets.ts';
import type { OwnMessage } from '../wire/protocol.ts';

/** The panel beside the page, one in each window: of the tab that is in front there. */

const root = document.querySelector('#root');
if (!root) throw new Error('The page has no root.');
const shadow = root.attachShadow({ mode: 'open' });
// Made by script, since the policy of this page forbids a style element.
const sheet = new CSSStyleSheet();
sheet.replaceSync(panelSheets);
shadow.adoptedStyleSheets = [sheet];
// The panel begins with the name of the report, as a part of a page.
const heading = document.createElement('h1');
heading.className = 'unseen';
heading.textContent = document.title;
const container = document.createElement('div');
shadow.append(heading, container);

const { id: own } = await browser.windows.getCurrent();
let tab = await inFront();

async function inFront(): Promise<number> {
  const [front] = await browser.tabs.query({ active: true, ...(own !== undefined && { windowId: own }) });
  return front?.id ?? browser.tabs.TAB_ID_NONE;
}

const say = (message: OwnMessage): Promise<unknown> => browser.runtime.sendMessage(message);

/** Firefox closes it at a press only, and by a call of its own, of which the types do not know. */
const leave = (): void => {
  const { sidebarAction } = browser as typeof browser & { sidebarAction?: { close: () => Promise<void> } };
  if (sidebarAction) void sidebarAction.close();
  else window.close();
};

const { refresh, obey, fail } = panelSession({
  container,
  props: () => ({ stage: 'beside', movable: true, key: tab }),
  send: (message) => say({ kind: 'from-side', tab, message }),
  isLive: () => true,
  prepare: ({ isEmpty, language }) => {
    document.documentElement.lang = language;
    return isEmpty ? (
      <div class="gouji at-beside" lang={language}>
        <p class="nothing">{panelWordsIn(language).nothingOnTab}</p>
      </div>
    ) : null;
  },
  drawn: () => {},
  // It stands as the browser has it.
  placed: () => {},
  move: async (home) => {
    if (home !== 'page') return false;
    void say({ kind: 'from-side', tab, message: { kind: 'page-home-wanted' } });
    leave();
    return false;
  },
  address: () => location.href,
});

carefully(fail);
browser.runtime.onMessage.addListener((message: unknown, sender: { id?: string }): undefined => {
  const order = sender.id === browser.runtime.id ? sideOrder(message) : null;
  if (order?.tab === tab) obey(order.order);
});
void say({ kind: 'side-stands' });
browser.tabs.onActivated.addListener(({ tabId, windowId }) => {
  if (windowId !== own) return;
  tab = tabId;
  void refresh();
});
browser.tabs.onUpdated.addListener((id, { status }) => {
  if (id === tab && status !== undefined) void refresh();
});
void refresh();
