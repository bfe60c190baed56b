import type { browser as Extension } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { holdsReport } from '../../parser/probe.ts';
import type { ProbeMessage } from '../wire/protocol.ts';
import { watch } from '../wire/watch.ts';

/**
 * Runs in every frame of every page under gov.cn. It looks for a table of the form, also in what the page shows later, and does
 * nothing else: where there is one it says so once, and the background decides whether the page is read.
 */
export default defineUnlistedScript(() => {
  if (holdsReport(document)) tell();
  else watch(document, () => holdsReport(document) && tell());
});

const tell = (): true => {
  const seen: ProbeMessage = { kind: 'report-seen' };
  extension()
    .runtime.sendMessage(seen)
    .catch(() => {});
  return true;
};

/**
 * What `wxt/browser` gives, but not before there is something to say: browsers build it when it is first touched, which takes as
 * long as the look.
 */
const extension = (): typeof Extension => {
  const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', typeof Extension>;
  return browser?.runtime?.id ? browser : chrome;
};
