// First of all: see there.
import '../wire/jitless.ts';

import { render } from 'preact';
import { browser } from 'wxt/browser';
import type { PanelView } from '../../components/settings.ts';
import { panelWordsIn } from '../../components/words-in.ts';
import { wordsIn } from '../../parser/messages/words-in.ts';
import { carefully } from '../panel/careful.ts';
import { PanelSession } from '../panel/session.tsx';
import { asksForSide, sideOrder } from '../wire/orders.ts';
import { adoptedSheet } from '../wire/panel-sheets.ts';
import type { OwnMessage } from '../wire/protocol.ts';
import { atHand, sidebar } from '../wire/sidebar.ts';

/** The panel beside the page, one in each window: of the tab that is in front there. */

const root = document.querySelector('#root');
if (!root) throw new Error('The page has no root.');
const shadow = root.attachShadow({ mode: 'open' });
shadow.adoptedStyleSheets = [adoptedSheet()];
// The panel begins with the name of the report, as a part of a page.
const heading = document.createElement('h1');
heading.className = 'unseen';
heading.textContent = document.title;
const container = document.createElement('div');
shadow.append(heading, container);

const say = (message: OwnMessage): Promise<unknown> => browser.runtime.sendMessage(message);

const leave = (): void => {
  const firefox = sidebar();
  if (firefox) void firefox.close();
  else window.close();
};

// As the person has left it: so it is shown of the next page, and of the next tab.
let view: PanelView = 'conclusion';

/** The panel of one tab, until another tab comes to the front: what it says, also at its end, is said of this tab, and no late answer is shown. */
const begin = (tab: number) => {
  let isLive = true;
  const session = new PanelSession({
    container,
    props: () => ({ stage: 'beside', movable: true, place: { open: true, view } }),
    send: (message) => say({ kind: 'from-side', tab, message }),
    isLive: () => isLive,
    prepare: ({ isEmpty, language }) => {
      if (sidebar() && own !== undefined) atHand.noteSide(own, isEmpty ? null : tab);
      document.documentElement.lang = language;
      return isEmpty ? (
        <div class="gouji at-beside" lang={language}>
          <header>
            <div class="bar">
              <span class="product">{wordsIn(language).ui.product}</span>
            </div>
          </header>
          <p class="nothing">{panelWordsIn(language).nothingOnTab}</p>
        </div>
      ) : null;
    },
    drawn: () => {},
    placed: (place) => {
      view = place.view;
    },
    move: async (home) => {
      if (home !== 'page') return false;
      void say({ kind: 'from-side', tab, message: { kind: 'page-home-wanted' } });
      leave();
      return true;
    },
    address: () => location.href,
  });
  const end = (): void => {
    render(null, container);
    void session.tell({ kind: 'clear-cells' });
    isLive = false;
  };
  void session.refresh();
  return { session, tab, end };
};

const { id: own } = await browser.windows.getCurrent();
const [front] = await browser.tabs.query({ active: true, ...(own !== undefined && { windowId: own }) });
let at = begin(front?.id ?? browser.tabs.TAB_ID_NONE);

carefully((error) => at.session.fail(error));
type Reply = (value: unknown) => void;
browser.runtime.onMessage.addListener(
  (message: unknown, sender: { id?: string }, answer: Reply): undefined => {
    if (sender.id !== browser.runtime.id) return;
    if (own !== undefined && asksForSide(message, own)) answer(true);
    const order = sideOrder(message);
    // It opens and closes as the browser has it, and is never a chip.
    if (order?.tab === at.tab && order.order.kind !== 'panel-toggle') at.session.obey(order.order);
  },
);
browser.tabs.onActivated.addListener(({ tabId, windowId }) => {
  if (windowId !== own || tabId === at.tab) return;
  at.end();
  at = begin(tabId);
});
browser.tabs.onUpdated.addListener((id, { status }) => {
  if (id !== at.tab) return;
  if (status === 'complete') void at.session.arrive();
  if (status !== 'loading') return;
  void say({ kind: 'page-left', tab: id });
  void at.session.leavePage();
});
addEventListener('pagehide', () => {
  at.end();
  if (own === undefined) return;
  if (sidebar()) atHand.forgetSide(own);
  void say({ kind: 'side-left', window: own });
});
void say({ kind: 'side-stands' });
