import type { browser as Extension } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { holdsReport, worthIn } from '../../parser/probe.ts';
import type { ProbeMessage } from '../wire/protocol.ts';
import { troubleOf } from '../wire/trouble.ts';
import { watch } from '../wire/watch.ts';

/**
 * Runs in every frame of every page under gov.cn. It looks for a table of the form, and for one that states totals, also in what the
 * page shows later, and does nothing else: where there is one it says so once, and the background decides whether the page is read.
 */
export default defineUnlistedScript(() => {
  if (!looked()) watch(document, looked);
});

let totalsSeen = false;

/** Answers whether a report was seen, and said. A page that states totals is told of once, and looked at further. */
const looked = (): boolean => {
  try {
    const worth = totalsSeen ? holdsReport(document) && 'report' : worthIn(document);
    if (worth === 'report') return tell({ kind: 'report-seen' });
    if (worth === 'totals') totalsSeen = tell({ kind: 'totals-seen' });
    return false;
  } catch (error) {
    return tell({ kind: 'failed', trouble: troubleOf('probe', error) });
  }
};

const tell = (message: ProbeMessage): true => {
  // After an update there is nobody left to tell.
  extension()
    ?.runtime?.sendMessage(message)
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
