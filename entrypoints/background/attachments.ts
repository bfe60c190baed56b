import { browser } from 'wxt/browser';
import type { AttachmentOutcome } from '../../components/attachments.ts';
import { toCsv } from '../../parser/export/csv.ts';
import { readOwnForms } from '../wire/own-forms.ts';
import { type AttachmentRead, attachmentReadSchema, type PageReading } from '../wire/reading.ts';
import { keep, readingAt } from './kept.ts';
import { ask, standingReadings } from './pages.ts';
import { tablesToKeep } from './read.ts';
import { redraw } from './redraw.ts';

/** Has the reader of a frame fetch and read a file. What reads it is put there with the first one. */
const readFileOf = async (
  tab: number,
  frame: number,
  url: string,
  totals: boolean,
): Promise<AttachmentRead> => {
  const gone: AttachmentRead = { kind: 'unfetched', why: 'gone' };
  const own = await readOwnForms();
  const asked = async (): Promise<AttachmentRead> =>
    attachmentReadSchema.safeParse(await ask(tab, frame, { kind: 'read-attachment', url, own, totals }))
      .data ?? gone;
  const first = await asked();
  if (first.kind !== 'unfetched' || first.why !== 'gone') return first;
  try {
    await browser.scripting.executeScript({
      target: { tabId: tab, frameIds: [frame] },
      files: ['/attachment.js'],
    });
  } catch {
    return gone;
  }
  return asked();
};

/** Has a file read, and keeps what it holds as a reading beside that of its page: reports, or the tables of a file without any. */
export const keepFile = async (
  tab: number,
  frame: number,
  url: string,
  about: Pick<PageReading, 'nearby' | 'title' | 'linked'>,
): Promise<
  | { kind: 'kept'; found: Extract<AttachmentRead, { kind: 'read' }>['reports'] }
  | Exclude<AttachmentOutcome, { kind: 'read' }>
> => {
  // Of the links of a column only reports are wanted.
  const answer = await readFileOf(tab, frame, url, about.linked !== true);
  if (answer.kind === 'unfetched') return answer;
  const { page, reports, tables = [] } = answer;
  const [first] = reports;
  const found = reports.filter(({ extraction }) => extraction.form !== null);
  if (found.length === 0 && first && tables.length === 0)
    return { kind: 'unread', extraction: first.extraction };
  const told = found.length > 0 ? found : reports.slice(0, 1);
  const extractions = told.map(({ extraction }) => extraction);
  await keep(tab, {
    ...about,
    frame,
    page,
    attachment: url,
    extractions,
    findings: told.map(({ findings }) => findings),
    ...(found.length === 0 && { tables: tablesToKeep(tables) }),
    csv: toCsv(extractions),
    retrieved: new Date().toISOString(),
  });
  return { kind: 'kept', found };
};

/**
 * Has an attachment read that the page of a frame links to, after the person's click: the frame's own reader fetches it, as the page
 * itself could, and what reads it is put into that frame. Nothing is asked of the network from here.
 */
export const readAttachment = async (tab: number, frame: number, url: string): Promise<AttachmentOutcome> => {
  const linking = await readingAt(tab, { frame, attachment: null });
  const file = linking?.nearby.files.find((one) => one.url === url);
  if (!linking || !file) return { kind: 'unfetched', why: 'gone' };
  if (!file.own) return { kind: 'unfetched', why: 'elsewhere' };
  const kept = await keepFile(tab, frame, url, { nearby: linking.nearby, title: file.name });
  if (kept.kind !== 'kept') return kept;
  await redraw(tab, await standingReadings(tab));
  return { kind: 'read' };
};
