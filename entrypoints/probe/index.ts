import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { holdsReport } from '../../parser/probe.ts';
import { type LiveReading, readDom } from '../../parser/source/dom.ts';
import { probeOrder } from '../wire/orders.ts';
import type { MarkedCell, ProbeMessage } from '../wire/protocol.ts';
import { Marks } from './marks.ts';

/**
 * Runs in every frame of every page under gov.cn. On a page without a report it looks once and ends.
 * On a page with one it sends what it read to the background, and from then on does only what it is asked.
 */
export default defineUnlistedScript(() => {
  if (holdsReport(document)) attend();
});

const attend = (): void => {
  const reading = readDom(document);
  const page = crypto.getRandomValues(new Uint32Array(4)).join('-');
  const marks = new Marks();
  const tell = (message: ProbeMessage) => browser.runtime.sendMessage(message).catch(() => {});
  const report = () => tell({ kind: 'report-found', page, document: reading.document });

  browser.runtime.onMessage.addListener((message: unknown, sender, answer) => {
    const order = sender.id === browser.runtime.id ? probeOrder(message) : null;
    switch (order?.kind) {
      case 'mark':
        answer(marks.show(cellsOf(reading, order.cells)));
        break;
      case 'clear':
        marks.clear();
        answer(true);
        break;
      case 'still-there':
        answer(page);
        break;
    }
  });
  addEventListener('pagehide', () => {
    marks.clear();
    tell({ kind: 'report-gone', page });
  });
  // The browser may bring the page back as it was, this script with it.
  addEventListener('pageshow', (event) => {
    if (event.persisted) report();
  });
  report();
};

const cellsOf = (reading: LiveReading, cells: readonly MarkedCell[]) =>
  cells.flatMap(({ slot, side }) => {
    const element = reading.cellAt(slot);
    return element?.isConnected ? [{ element, side }] : [];
  });
