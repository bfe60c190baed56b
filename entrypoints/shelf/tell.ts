import { browser } from 'wxt/browser';
import type { OwnMessage } from '../wire/protocol.ts';

/** The background writes what is set aside, one change after the other, and looks again at the pages that are open. */
export const tell = (message: OwnMessage): void => {
  browser.runtime.sendMessage(message).catch(() => {});
};
