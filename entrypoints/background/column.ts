import type { LinkOutcome } from '../../components/attachments.ts';
import { reasonsOf, verdictOn } from '../../parser/findings/verdict.ts';
import { nothingNearby } from '../wire/nearby.ts';
import { moreLinksSchema } from '../wire/page-schemas.ts';
import { readDismissals, readSettings } from '../wire/stored.ts';
import { keepFile } from './attachments.ts';
import { keep, readingAt } from './kept.ts';
import { ask } from './pages.ts';

/**
 * Reports that a column page links to, each after the person's click, one at a time: the page's own reader fetches them, from its own site
 * alone. They are kept as readings that the panel does not show before one is opened.
 */

/** More links than this are not listed, however many pages are added. */
const mostLinks = 1500;

export const readLinked = async (tab: number, frame: number, url: string): Promise<LinkOutcome> => {
  const column = await readingAt(tab, { frame, attachment: null });
  const link = column?.nearby.links.find((one) => one.url === url);
  if (!link) return { kind: 'unfetched', why: 'gone' };
  const kept = await keepFile(tab, frame, url, { nearby: nothingNearby, title: link.name, linked: true });
  if (kept.kind !== 'kept') return kept;
  const [dismissals, { quiet }] = await Promise.all([readDismissals(), readSettings()]);
  return {
    kind: 'linked',
    reports: kept.found.map(({ extraction, findings }) => {
      const on = verdictOn({ extraction, statements: findings }, { dismissals, quiet });
      return {
        authority: extraction.authority?.value ?? null,
        year: extraction.year?.value ?? null,
        verdict: on.verdict,
        reasons: reasonsOf(on),
      };
    }),
  };
};

/** Puts what was read of a link among the readings that the panel shows. False where it had to make room for others. */
export const openLinked = async (tab: number, frame: number, url: string): Promise<boolean> => {
  const reading = await readingAt(tab, { frame, attachment: url });
  if (!reading) return false;
  const { linked: _, ...shown } = reading;
  await keep(tab, shown);
  return true;
};

/** Lists what the next page of the list links to as well. Answers how many links that were. */
export const listMore = async (tab: number, frame: number): Promise<number> => {
  const column = await readingAt(tab, { frame, attachment: null });
  const address = column?.nearby.next;
  if (!address) return 0;
  const more = moreLinksSchema.safeParse(await ask(tab, frame, { kind: 'list-more', url: address })).data;
  const now = await readingAt(tab, { frame, attachment: null });
  if (now?.page !== column.page) return 0;
  const known = new Set(now.nearby.links.map(({ url }) => url));
  const added = (more?.links ?? []).filter(({ url }) => !known.has(url));
  const links = [...now.nearby.links, ...added].slice(0, mostLinks);
  const next = more && more.next !== address ? more.next : null;
  await keep(tab, { ...now, nearby: { ...now.nearby, links, next } });
  return added.length;
};
