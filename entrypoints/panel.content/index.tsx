import { options, render } from 'preact';
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import type { PanelActions, TableCsvs } from '../../components/actions.ts';
import type { AttachmentOutcome, LinkOutcome } from '../../components/attachments.ts';
import hostSheet from '../../components/host.css?inline';
import { Measured } from '../../components/measured.tsx';
import { Panel } from '../../components/panel.tsx';
import { languageOf } from '../../components/settings.ts';
import type { KeepAnswer } from '../../components/shelf-context.ts';
import { Boundary, type Trouble, TroubleCard, Updated } from '../../components/trouble.tsx';
import { withOwn } from '../../parser/forms/registry.ts';
import type { Slot } from '../../parser/source/blocks.ts';
import type { Measure } from '../../parser/table/measure.ts';
import { copyTable, copyText, saveText } from '../wire/hand-over.ts';
import { panelHost } from '../wire/host.ts';
import { clearMarks, removePanels } from '../wire/leave.ts';
import { isFailure, panelOrder } from '../wire/orders.ts';
import { panelSheets } from '../wire/panel-sheets.ts';
import type { PanelMessage, PanelState, Shown } from '../wire/protocol.ts';
import { troubleOf } from '../wire/trouble.ts';

/** Put into a page by the background, once a report was found in it or the person asked. Shows what the background has read. */
export default defineContentScript({
  matches: ['*://*.gov.cn/*'],
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main(ctx) {
    // The page's scripts cannot look in. The tests can, in the build that is made for them.
    const host = panelHost(hostSheet + panelSheets, import.meta.env.MODE === 'inspect');
    // What a version before has left is dead: its panel, and perhaps its marks.
    removePanels(document);

    let state: PanelState | null = null;
    /** What went wrong here, beside what the background tells of. */
    let own: Trouble[] = [];
    let summoned = 0;
    let raised = 0;
    // The person has asked for the panel, so it must come into sight, whatever the page does to itself.
    let asked = false;
    let measuredAt = 0;
    let measured: { frame: number; of: Measure } | null = null;
    let picked: { frame: number; slot: Slot; count: number } | null = null;

    const fail = (error: unknown): void => {
      own = [...own, troubleOf('panel', error)].slice(-5);
      console.warn('Gouji: something went wrong in the panel, and the person is told.', error);
      draw();
    };
    const tell = async (message: PanelMessage): Promise<unknown> => {
      // Asking tells the context, too, that it is cut off.
      if (!ctx.isValid) return null;
      try {
        const answer: unknown = await browser.runtime.sendMessage(message);
        if (!isFailure(answer)) return answer;
        own = [...own, answer.failed].slice(-5);
        draw();
      } catch (error) {
        if (ctx.isValid) fail(error);
      }
      return null;
    };
    const language = () => languageOf(state?.settings.language ?? 'auto', navigator.language);
    const draw = (): void => {
      const troubles = [...own, ...(state?.troubles ?? [])];
      if ((state?.readings.length ?? 0) === 0 && troubles.length === 0) {
        render(null, host.container);
        host.remove();
        return;
      }
      host.mount();
      const { settings } = state ?? {};
      render(<Updated language={language()} side={settings?.side ?? 'right'} />, host.after);
      render(
        <>
          {state && state.readings.length > 0 && (
            <Boundary onError={fail}>
              <Panel
                {...state}
                browserLanguage={navigator.language}
                summoned={summoned}
                raised={raised}
                picked={picked}
                actions={actions}
              />
            </Boundary>
          )}
          {measured && state && (
            <Measured
              measured={measured.of}
              language={language()}
              side={state.settings.side === 'right' ? 'left' : 'right'}
              onShow={(slots) => {
                const cells = slots.map((slot) => ({ slot, side: 'cell' as const }));
                void tell({ kind: 'show-cells', frame: measured?.frame ?? 0, cells });
              }}
              onCopy={(sum) => void copyText(sum)}
              onClose={() => {
                measured = null;
                void tell({ kind: 'clear-cells' });
                draw();
              }}
            />
          )}
          {troubles.length > 0 && (
            <TroubleCard
              troubles={troubles}
              language={language()}
              side={settings?.side === 'right' ? 'left' : 'right'}
              about={[`Gouji ${browser.runtime.getManifest().version}`, navigator.userAgent, document.URL]}
              onCopy={copyText}
              onReread={() => void readAgain()}
              onClose={() => void putAway()}
            />
          )}
        </>,
        host.container,
      );
      if (asked && host.isHidden()) void tell({ kind: 'page-hidden' });
      asked = false;
    };
    const refresh = async () => {
      const answer = await tell({ kind: 'state-wanted' });
      if (!ctx.isValid) return;
      if (isAnswer(answer, 'readings')) {
        state = answer as PanelState;
        withOwn(state.own);
      }
      draw();
    };
    const refreshAfter = async (message: PanelMessage) => {
      await tell(message);
      await refresh();
    };
    const readAgain = (): Promise<void> => {
      own = [];
      return refreshAfter({ kind: 'read-again' });
    };
    const putAway = (): Promise<void> => {
      own = [];
      return refreshAfter({ kind: 'trouble-seen' });
    };
    const actions: PanelActions = {
      show: async (frame, cells) => asShown(await tell({ kind: 'show-cells', frame, cells })),
      showQuote: async (frame, { block, at, quote }) =>
        asShown(await tell({ kind: 'show-quote', frame, block, at, quote })),
      clear: () => void tell({ kind: 'clear-cells' }),
      follow: (frame, slots) => void tell({ kind: 'follow', frame, slots }),
      save: saveText,
      copy: copyText,
      copyTable,
      table: async (frame, attachment, table) => {
        const answer = await tell({ kind: 'table-wanted', frame, attachment, table });
        return isAnswer(answer, 'figures') ? (answer as TableCsvs) : null;
      },
      findings: async ({ frame, attachment, report }, language) => {
        const answer = await tell({ kind: 'findings-wanted', frame, attachment, report, language });
        return typeof answer === 'string' ? answer : null;
      },
      keep: async ({ frame, attachment, report }) =>
        keepAnswer(await tell({ kind: 'keep', frame, attachment, report })),
      note: async ({ frame, attachment, report }) =>
        (await tell({ kind: 'note-wanted', frame, attachment, report })) === true,
      nextTab: async () => (await tell({ kind: 'next-wanted' })) === true,
      placed: (place) => void tell({ kind: 'panel-placed', place }),
      readAttachment: async (frame, url) => {
        const outcome = asOutcome(await tell({ kind: 'attachment-wanted', frame, url }));
        if (outcome.kind === 'read') await refresh();
        return outcome;
      },
      readLinked: async (frame, url) => asLinkOutcome(await tell({ kind: 'linked-wanted', frame, url })),
      openLinked: async (frame, url) => {
        const there = (await tell({ kind: 'linked-opened', frame, url })) === true;
        await refresh();
        return there;
      },
      listMore: async (frame) => {
        const count = await tell({ kind: 'more-wanted', frame });
        await refresh();
        return typeof count === 'number' ? count : 0;
      },
      readAgain,
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
        case 'measured':
          if (order.at < measuredAt) break;
          measuredAt = order.at;
          measured = order.measured && { frame: order.frame, of: order.measured };
          draw();
          break;
        case 'panel-show':
          raised += 1;
          asked = true;
          draw();
          break;
        case 'cell-picked':
          picked = { frame: order.frame, slot: order.slot, count: (picked?.count ?? 0) + 1 };
          draw();
          break;
      }
    };
    carefully(fail);
    browser.runtime.onMessage.addListener(obey);
    ctx.onInvalidated(() => {
      render(null, host.container);
      // Another script of the same version has taken over, or there is no version any more that this one belongs to.
      if (browser.runtime?.id !== undefined) {
        host.remove();
        browser.runtime.onMessage.removeListener(obey);
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
      if (undone === 4 || host.isHidden()) void tell({ kind: 'panel-undone', language: language() });
    }, 1000);
    // In a tab that nobody sees a second may last a minute.
    ctx.addEventListener(document, 'visibilitychange', host.alive);
    ctx.addEventListener(window, 'pageshow', host.alive);
    void refresh();
  },
});

/** Whatever a control of the panel throws, at once or later, is told. */
const carefully = (fail: (error: unknown) => void): void => {
  const before = options.vnode;
  options.vnode = (node) => {
    const props = node.props as Record<string, unknown> | null;
    if (typeof node.type === 'string' && props) {
      for (const [name, handler] of Object.entries(props)) {
        if (!/^on[A-Z]/.test(name) || typeof handler !== 'function') continue;
        props[name] = function guarded(this: unknown, ...given: unknown[]): unknown {
          try {
            const done: unknown = handler.apply(this, given);
            if (done instanceof Promise) done.catch(fail);
            return done;
          } catch (error) {
            fail(error);
            return undefined;
          }
        };
      }
    }
    before?.(node);
  };
};

// The background has checked all this against its schemas; here only that an answer came at all.
const isAnswer = (answer: unknown, part: string): boolean =>
  typeof answer === 'object' && answer !== null && part in answer;

const asShown = (answer: unknown): Shown =>
  isAnswer(answer, 'found') ? (answer as Shown) : { found: 0, span: null, shift: null };

const asOutcome = (answer: unknown): AttachmentOutcome =>
  isAnswer(answer, 'kind') ? (answer as AttachmentOutcome) : { kind: 'unfetched', why: 'gone' };

const asLinkOutcome = (answer: unknown): LinkOutcome =>
  isAnswer(answer, 'kind') ? (answer as LinkOutcome) : { kind: 'unfetched', why: 'gone' };

const keepAnswer = (answer: unknown): KeepAnswer => {
  if (!isAnswer(answer, 'kept')) return 'failed';
  const { kept, already } = answer as { kept: unknown; already?: unknown };
  return kept !== true ? 'failed' : already === true ? 'already' : 'kept';
};
