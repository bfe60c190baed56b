// First of all: see there.
import '../wire/jitless.ts';

import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import * as z from 'zod';
import { type Failure, type Message, messageSchema, ownMessageSchema } from '../wire/protocol.ts';
import { atHand, sidebar } from '../wire/sidebar.ts';
import { troubleOf } from '../wire/trouble.ts';
import { examine } from './examine.ts';
import { frameHandlers } from './frame-messages.ts';
import { type Handlers, handledBy, type Sender } from './handlers.ts';
import { forgetTab } from './kept.ts';
import { keepAndGoOn } from './next-tab.ts';
import { ownHandlers } from './own-messages.ts';
import { topFrame } from './pages.ts';
import { panelHandlers } from './panel-messages.ts';
import { forgetPlace } from './placed.ts';
import { keepHomeAtHand, pressSide } from './side.ts';
import { hearSideGo } from './side-gone.ts';
import { forgetTroubles, tellTrouble } from './troubles.ts';

/** Where the heavy work is done: reads what the readers send, keeps it, and carries words between panel and readers. */
export default defineBackground(() => {
  keepHomeAtHand().catch((error: unknown) =>
    console.warn('Gouji: where the panel is wanted is not known at a press.', error),
  );
  browser.runtime.onStartup.addListener(() => {
    if (sidebar()) atHand.forgetSides();
  });

  // Settings and dismissals are for this side only; Firefox has no such switch.
  void browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });

  browser.runtime.onMessage.addListener((raw: unknown, sender, answer) => {
    if (sender.id !== browser.runtime.id) return false;
    const own = sender.url?.startsWith(browser.runtime.getURL('/')) === true;
    const tab = sender.tab?.id;
    const frame = sender.frameId;
    if (!own && (tab === undefined || frame === undefined)) return false;
    const origin = {
      tab: tab ?? -1,
      frame: frame ?? -1,
      window: sender.tab?.windowId,
      url: sender.url ?? '',
      beside: false,
    };
    const done = own
      ? heard(ownMessageSchema, ownHandlers, raw, origin)
      : heard(messageSchema, pageHandlers, raw, origin);
    done.then(answer, async (error: unknown) => {
      const trouble = troubleOf('background', error);
      answer({ failed: trouble } satisfies Failure);
      // A panel says it itself; nobody would see the answer to a reader.
      const kind = (raw as { kind?: unknown } | null)?.kind;
      if (!own && Object.hasOwn(frameHandlers, String(kind)))
        await tellTrouble(origin.tab, origin.frame, trouble);
    });
    return true;
  });

  browser.tabs.onRemoved.addListener((tab) => {
    void forgetTab(tab);
    void forgetTroubles(tab);
    void forgetPlace(tab);
  });

  hearSideGo();
  browser.commands?.onCommand.addListener((command, tab) => {
    const id = tab?.id;
    if (command === 'keep-and-go-on' && id !== undefined)
      keepAndGoOn(id).catch((error: unknown) => tellTrouble(id, topFrame, troubleOf('background', error)));
  });

  // The toolbar's button, and the shortcut, which stands for it.
  browser.action.onClicked.addListener((tab) => {
    const { id } = tab;
    // At once, or the press counts for nothing any more.
    const side = pressSide(tab);
    if (id !== undefined)
      examine({ id, windowId: tab.windowId }, side).catch((error: unknown) =>
        tellTrouble(id, topFrame, troubleOf('background', error)),
      );
  });
});

const pageHandlers: Handlers<Message> = { ...frameHandlers, ...panelHandlers };

/** Has a message handled, at once: the press of a button that it tells of counts for nothing later. */
const heard = <Heard extends { kind: string }>(
  schema: z.ZodType<Heard>,
  handlers: Handlers<Heard>,
  raw: unknown,
  from: Sender,
): Promise<unknown> => {
  const message = schema.safeParse(raw);
  // A message of ours that does not fit the protocol is a fault of ours, and no reason to be silent.
  if (!message.success) return Promise.reject(new Error(z.prettifyError(message.error)));
  return handledBy(handlers, message.data, from);
};
