import { render } from 'preact';
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import hostSheet from '../../components/host.css?inline';
import { Updated } from '../../components/trouble.tsx';
import { carefully } from '../panel/careful.ts';
import { PanelSession } from '../panel/session.tsx';
import { panelHost } from '../wire/host.ts';
import { clearMarks, removePanels } from '../wire/leave.ts';
import { panelOrder } from '../wire/orders.ts';
import { panelSheets } from '../wire/panel-sheets.ts';

/** Put into a page by the background, once a report was found in it or the person asked. Shows what the background has read. */
export default defineContentScript({
  matches: ['*://*.gov.cn/*'],
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main(ctx) {
    const host = panelHost(hostSheet + panelSheets);
    // What a version before has left is dead: its panel, and perhaps its marks.
    removePanels(document);

    const session = new PanelSession({
      container: host.container,
      props: () => ({ stage: 'over', movable: import.meta.env.CHROME }),
      send: (message) => browser.runtime.sendMessage(message),
      isLive: () => ctx.isValid,
      prepare: (shown) => {
        if (shown.isEmpty) {
          host.remove();
          return null;
        }
        host.mount();
        render(<Updated language={shown.language} side={shown.settings?.side ?? 'right'} />, host.after);
        return null;
      },
      // It must come into sight, whatever the page does to itself.
      drawn: (asked) => {
        if (asked && host.isHidden()) void session.tell({ kind: 'page-hidden' });
      },
      placed: (place) => void session.tell({ kind: 'panel-placed', place }),
      move: async (home) => home === 'side' && (await session.tell({ kind: 'side-wanted' })) === true,
      address: () => document.URL,
    });
    const hear = (message: unknown, sender: { id?: string }, answer: (value: unknown) => void): void => {
      const order = sender.id === browser.runtime.id ? panelOrder(message) : null;
      if (!order) return;
      answer(true);
      session.obey(order);
    };
    carefully(session.fail);
    browser.runtime.onMessage.addListener(hear);
    ctx.onInvalidated(() => {
      render(null, host.container);
      // Another script of the same version has taken over, or there is no version any more that this one belongs to.
      if (browser.runtime?.id !== undefined) {
        host.remove();
        browser.runtime.onMessage.removeListener(hear);
        return;
      }
      clearMarks(document);
      host.expire();
    });
    // Nobody tells a script that it is cut off; it has to look. Firefox ends it, and what comes after shows itself.
    let undone = 0;
    ctx.setInterval(() => {
      host.alive();
      if (document.visibilityState !== 'visible' || !host.isUndone()) return;
      undone += 1;
      // A page may put all of itself anew. One that does it again and again does not want the panel.
      if (undone <= 3) host.mount();
      if (undone === 4 || host.isHidden())
        void session.tell({ kind: 'panel-undone', language: session.language() });
    }, 1000);
    // In a tab that nobody sees a second may last a minute.
    ctx.addEventListener(document, 'visibilitychange', host.alive);
    ctx.addEventListener(window, 'pageshow', host.alive);
    void session.refresh();
  },
});
