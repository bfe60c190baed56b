import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { holdsReport } from '../../parser/probe.ts';
import type { ProbeMessage } from '../wire/protocol.ts';
import { watch } from '../wire/watch.ts';

/**
 * Runs in every frame of every page under gov.cn. It looks for a table of the form, also in what the page shows later, and does
 * nothing else: where there is one it says so once, and the background decides whether the page is read.
 */
export default defineUnlistedScript(() => {
  const look = (): boolean => {
    if (!holdsReport(document)) return false;
    const seen: ProbeMessage = { kind: 'report-seen' };
    browser.runtime.sendMessage(seen).catch(() => {});
    return true;
  };
  if (!look()) watch(document, look);
});
