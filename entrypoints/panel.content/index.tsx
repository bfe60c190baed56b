import { render } from 'preact';
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import type { PanelActions } from '../../components/actions.ts';
import type { AttachmentOutcome } from '../../components/attachments.ts';
import charts from '../../components/charts/charts.css?inline';
import judging from '../../components/judging.css?inline';
import type { KeepAnswer } from '../../components/keep.tsx';
import css from '../../components/panel.css?inline';
import { Panel } from '../../components/panel.tsx';
import views from '../../components/views.css?inline';
import type { Slot } from '../../parser/source/blocks.ts';
import { panelOrder } from '../wire/orders.ts';
import type { PanelMessage, PanelState, Shown } from '../wire/protocol.ts';
import { copyText, saveText } from './hand-over.ts';
import { panelHost } from './host.ts';

/** Put into a page by the background, once a report was found in it or the person asked. Shows what the background has read. */
export default defineContentScript({
  matches: ['*://*.gov.cn/*'],
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main(ctx) {
    let state: PanelState | null = null;
    let summoned = 0;
    // The person has asked for the panel, so it must come into sight, whatever the page does to itself.
    let asked = false;
    let picked: { frame: number; slot: Slot; count: number } | null = null;
    // The page's scripts cannot look in. The tests can, in the build that is made for them.
    const host = panelHost(css + views + judging + charts, import.meta.env.MODE === 'inspect');
    const draw = () => {
      if (!state || state.readings.length === 0) {
        render(null, host.container);
        return host.remove();
      }
      host.mount();
      render(
        <Panel
          {...state}
          browserLanguage={navigator.language}
          summoned={summoned}
          picked={picked}
          actions={actions}
        />,
        host.container,
      );
      if (asked && host.isHidden()) void tell({ kind: 'page-hidden' });
      asked = false;
    };
    const refresh = async () => {
      const answer = await tell({ kind: 'state-wanted' });
      if (!ctx.isValid) return;
      state = asState(answer);
      draw();
    };
    const refreshAfter = async (message: PanelMessage) => {
      await tell(message);
      await refresh();
    };
    const actions: PanelActions = {
      show: async (frame, cells) => asShown(await tell({ kind: 'show-cells', frame, cells })),
      showQuote: async (frame, { block, at, quote }) =>
        asShown(await tell({ kind: 'show-quote', frame, block, at, quote })),
      clear: () => void tell({ kind: 'clear-cells' }),
      follow: (frame, slots) => void tell({ kind: 'follow', frame, slots }),
      save: saveText,
      copy: copyText,
      findings: async ({ frame, attachment, report }, language) => {
        const answer = await tell({ kind: 'findings-wanted', frame, attachment, report, language });
        return typeof answer === 'string' ? answer : null;
      },
      keep: async ({ frame, attachment, report }) =>
        keepAnswer(await tell({ kind: 'keep', frame, attachment, report })),
      readAttachment: async (frame, url) => {
        const outcome = asOutcome(await tell({ kind: 'attachment-wanted', frame, url }));
        if (outcome.kind === 'read') await refresh();
        return outcome;
      },
      dismiss: (key, reason) => void refreshAfter({ kind: 'dismiss', key, reason }),
      recall: (key) => void refreshAfter({ kind: 'recall', key }),
      set: (settings) => {
        // At once, so that the panel does not wait for the store.
        if (state) state = { ...state, settings: { ...state.settings, ...settings } };
        draw();
        void tell({ kind: 'settings-changed', settings });
      },
      openPage: (page) => void tell({ kind: 'page-wanted', page }),
    };
    const obey = (message: unknown, sender: { id?: string }, answer: (value: unknown) => void): void => {
      const order = sender.id === browser.runtime.id ? panelOrder(message) : null;
      if (!order) return;
      answer(true);
      switch (order.kind) {
        case 'state-changed':
          void refresh();
          break;
        case 'panel-toggle':
          summoned += 1;
          asked = true;
          draw();
          break;
        case 'cell-picked':
          picked = { frame: order.frame, slot: order.slot, count: (picked?.count ?? 0) + 1 };
          draw();
          break;
      }
    };
    browser.runtime.onMessage.addListener(obey);
    ctx.onInvalidated(() => {
      browser.runtime.onMessage.removeListener(obey);
      render(null, host.container);
      host.remove();
    });
    void refresh();
  },
});

const tell = (message: PanelMessage): Promise<unknown> =>
  browser.runtime.sendMessage(message).catch(() => null);

// The background has checked all this against its schemas; here only that an answer came at all.
const isAnswer = (answer: unknown, part: string): boolean =>
  typeof answer === 'object' && answer !== null && part in answer;

const asState = (answer: unknown): PanelState | null =>
  isAnswer(answer, 'readings') ? (answer as PanelState) : null;

const asShown = (answer: unknown): Shown =>
  isAnswer(answer, 'found') ? (answer as Shown) : { found: 0, span: null };

const asOutcome = (answer: unknown): AttachmentOutcome =>
  isAnswer(answer, 'kind') ? (answer as AttachmentOutcome) : { kind: 'unfetched', why: 'gone' };

const keepAnswer = (answer: unknown): KeepAnswer => {
  if (!isAnswer(answer, 'kept')) return 'failed';
  const { kept, already } = answer as { kept: unknown; already?: unknown };
  return kept !== true ? 'failed' : already === true ? 'already' : 'kept';
};
