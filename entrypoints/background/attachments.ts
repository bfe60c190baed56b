import { browser } from 'wxt/browser';
import type { AttachmentOutcome } from '../../components/attachments.ts';
import { toCsv } from '../../parser/export/csv.ts';
import { attachmentReadSchema } from '../wire/protocol.ts';
import { keep, readingAt } from './kept.ts';
import { ask, standingReadings } from './pages.ts';
import { redraw } from './redraw.ts';

/**
 * Has an attachment read that the page of a frame links to, after the person's click: the frame's own reader fetches it, as the page
 * itself could, and what reads it is put into that frame. Nothing is asked of the network from here.
 */
export const readAttachment = async (tab: number, frame: number, url: string): Promise<AttachmentOutcome> => {
  const linking = await readingAt(tab, { frame, attachment: null });
  const file = linking?.nearby.files.find((one) => one.url === url);
  if (!linking || !file) return { kind: 'unfetched', why: 'gone' };
  if (!file.own) return { kind: 'unfetched', why: 'elsewhere' };
  try {
    await browser.scripting.executeScript({
      target: { tabId: tab, frameIds: [frame] },
      files: ['/attachment.js'],
    });
  } catch {
    return { kind: 'unfetched', why: 'gone' };
  }
  const answer = attachmentReadSchema.safeParse(await ask(tab, frame, { kind: 'read-attachment', url }));
  if (!answer.success) return { kind: 'unfetched', why: 'gone' };
  if (answer.data.kind === 'unfetched') return answer.data;
  const { page, reports } = answer.data;
  const [first] = reports;
  const found = reports.filter(({ extraction }) => extraction.form !== null);
  if (found.length === 0 && first) return { kind: 'unread', extraction: first.extraction };
  const extractions = found.map(({ extraction }) => extraction);
  await keep(tab, {
    frame,
    page,
    attachment: url,
    extractions,
    findings: found.map(({ findings }) => findings),
    csv: toCsv(extractions),
    nearby: linking.nearby,
    title: file.name,
    retrieved: new Date().toISOString(),
  });
  await redraw(tab, await standingReadings(tab));
  return { kind: 'read' };
};
