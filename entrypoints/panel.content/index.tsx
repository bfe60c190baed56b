import { render } from 'preact';
import { browser } from 'wxt/browser';
import { createShadowRootUi } from 'wxt/utils/content-script-ui/shadow-root';
import { defineContentScript } from 'wxt/utils/define-content-script';
import css from '../../components/panel.css?inline';
import { type FrameReading, Panel } from '../../components/panel.tsx';
import type { Language } from '../../parser/messages/words.ts';
import { panelOrder } from '../wire/orders.ts';
import type { PanelMessage, Shown } from '../wire/protocol.ts';
import { copyText, saveText } from './hand-over.ts';

/** Put into a page by the background, once a report was found in it. Shows what the background has read. */
export default defineContentScript({
  matches: ['*://*.gov.cn/*'],
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  async main(ctx) {
    let readings: readonly FrameReading[] = [];
    let summoned = 0;
    const ui = await createShadowRootUi(ctx, {
      name: 'gouji-panel',
      position: 'inline',
      // Outside the body, whose styles and scripts are the page's own business.
      anchor: 'html',
      append: 'last',
      // The page's scripts cannot look in. The tests can, in the build that is made for them.
      mode: import.meta.env.MODE === 'inspect' ? 'open' : 'closed',
      isolateEvents: true,
      css,
      onMount: (container) => container,
      onRemove: (container) => container && render(null, container),
    });
    const draw = () => {
      if (readings.length === 0) return ui.remove();
      if (!ui.mounted) ui.mount();
      if (!ui.mounted) return;
      render(
        <Panel
          readings={readings}
          language={language()}
          summoned={summoned}
          onShow={async (frame, cells) => asShown(await tell({ kind: 'show-cells', frame, cells }))}
          onClear={() => void tell({ kind: 'clear-cells' })}
          onDownload={saveText}
          onCopy={copyText}
        />,
        ui.mounted,
      );
    };
    const refresh = async () => {
      readings = asReadings(await tell({ kind: 'readings-wanted' }));
      if (ctx.isValid) draw();
    };
    const obey = (message: unknown, sender: { id?: string }, answer: (value: unknown) => void): void => {
      const order = sender.id === browser.runtime.id ? panelOrder(message) : null;
      if (!order) return;
      answer(true);
      if (order.kind === 'readings-changed') return void refresh();
      summoned += 1;
      draw();
    };
    browser.runtime.onMessage.addListener(obey);
    ctx.onInvalidated(() => browser.runtime.onMessage.removeListener(obey));
    await refresh();
  },
});

const tell = (message: PanelMessage): Promise<unknown> =>
  browser.runtime.sendMessage(message).catch(() => null);

// The background has checked them against their schema; here only that an answer came at all.
const asReadings = (answer: unknown): FrameReading[] => (Array.isArray(answer) ? answer : []);

const asShown = (answer: unknown): Shown =>
  typeof answer === 'object' && answer !== null && 'found' in answer
    ? (answer as Shown)
    : { found: 0, span: null };

const language = (): Language => (/^zh\b/i.test(navigator.language) ? 'zh-CN' : 'en');
