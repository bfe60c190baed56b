import { browser } from 'wxt/browser';
import * as z from 'zod';
import { type PageReading, readingSchema } from '../wire/reading.ts';
import { packed, unpacked } from './packed.ts';

/**
 * The readings of open pages, by tab and frame. They live in the session store of the browser, in memory only, because the background
 * may be stopped and started again at any time. That store is small (10 MB for all that an extension keeps in it), so each reading is
 * packed and fetched by itself, and where there is no room for one more the oldest goes. Of one that had to go its place is still known:
 * its page can be read again (`droppedFrames`).
 */

/** Characters for all readings, for those of one tab, and readings of which the place is known. */
const most = 6_000_000;
const mostOfTab = 3_000_000;
const mostPlaces = 2_000;

/** A frame has one reading of its page, and one of each attachment that was asked for. */
type ReadingKey = Pick<PageReading, 'frame' | 'attachment'>;

/** Oldest first. `page`: which reading it is. `size`: characters that it takes; 0 where it had to go. */
const placesSchema = z.array(
  z.object({
    tab: z.int(),
    frame: z.int(),
    attachment: z.string().nullable(),
    page: z.string(),
    size: z.int().min(0),
  }),
);
type Placed = z.infer<typeof placesSchema>[number];

const placesKey = 'readings';
const keyOf = (tab: number, { frame, attachment }: ReadingKey): string =>
  `reading:${tab}:${frame}${attachment === null ? '' : `:${attachment}`}`;
const keyOfPlaced = (one: Placed): string => keyOf(one.tab, one);

const placesNow = async (): Promise<Placed[]> =>
  placesSchema.safeParse((await browser.storage.session.get(placesKey))[placesKey]).data ?? [];

// One change after the other: each goes from the places that the one before has left.
let last: Promise<unknown> = Promise.resolve();
const inTurn = <Result>(change: () => Promise<Result>): Promise<Result> => {
  const next = last.then(change, change);
  last = next.catch(() => {});
  return next;
};

/** Takes readings out until what stays fits: first what is too much in one tab, then what is oldest of all; never the one at `spared`. */
const withRoom = (
  places: readonly Placed[],
  spared: string,
  room: number,
): { stay: Placed[]; go: Placed[] } => {
  const stay = [...places];
  const go: Placed[] = [];
  const drop = (which: (one: Placed) => boolean): boolean => {
    const at = stay.findIndex((one) => one.size > 0 && keyOfPlaced(one) !== spared && which(one));
    const one = stay[at];
    if (!one) return false;
    go.push(one);
    stay[at] = { ...one, size: 0 };
    return true;
  };
  const sum = (which: (one: Placed) => boolean) =>
    stay.reduce((total, one) => total + (which(one) ? one.size : 0), 0);
  for (const tab of new Set(places.map((one) => one.tab)))
    while (sum((one) => one.tab === tab) > mostOfTab && drop((one) => one.tab === tab));
  while (sum(() => true) > room && drop(() => true));
  return { stay: stay.slice(-mostPlaces), go };
};

/** Keeps a reading, in place of the one before of the same page. Rejects where the browser has no room for it, not even alone. */
export const keep = (tab: number, reading: PageReading): Promise<void> =>
  inTurn(async () => {
    const key = keyOf(tab, reading);
    const text = await packed(reading);
    const { frame, attachment, page } = reading;
    const placed: Placed = { tab, frame, attachment, page, size: text.length };
    const before = await placesNow();
    const at = before.findIndex((one) => keyOfPlaced(one) === key && one.size > 0);
    const places =
      at < 0 ? [...before.filter((one) => keyOfPlaced(one) !== key), placed] : before.with(at, placed);
    // The browser may grant less than it has promised: then half as much is tried, down to this one alone.
    for (let room = most; ; room = Math.floor(room / 2)) {
      const { stay, go } = withRoom(places, key, room);
      try {
        await browser.storage.session.remove(go.map(keyOfPlaced));
        await browser.storage.session.set({ [key]: text, [placesKey]: stay });
        return;
      } catch (error) {
        if (stay.every((one) => one.size === 0 || keyOfPlaced(one) === key)) throw error;
      }
    }
  });

/** All readings of a tab, in the order of their frames, pages before their attachments. What does not fit the schema is left out. */
export const readingsOf = async (tab: number): Promise<PageReading[]> => {
  const places = (await placesNow()).filter((one) => one.tab === tab && one.size > 0);
  const found = await Promise.all(places.map((one) => readingAt(tab, one)));
  return found
    .filter((one) => one !== undefined)
    .sort((a, b) => a.frame - b.frame || Number(a.attachment !== null) - Number(b.attachment !== null));
};

export const readingAt = async (tab: number, place: ReadingKey): Promise<PageReading | undefined> => {
  const key = keyOf(tab, place);
  const { [key]: text } = await browser.storage.session.get(key);
  return readingSchema.safeParse(await unpacked(text)).data;
};

/** Frames of a tab whose page was read, but had to make room for others. */
export const droppedFrames = async (tab: number): Promise<number[]> =>
  (await placesNow())
    .filter((one) => one.tab === tab && one.size === 0 && one.attachment === null)
    .map(({ frame }) => frame);

/** Frames of a tab of which anything was read. */
export const framesOf = async (tab: number): Promise<Set<number>> =>
  new Set((await placesNow()).filter((one) => one.tab === tab).map(({ frame }) => frame));

const forgetPlaced = (which: (one: Placed) => boolean): Promise<void> =>
  inTurn(async () => {
    const places = await placesNow();
    const gone = places.filter(which);
    if (gone.length === 0) return;
    await browser.storage.session.set({ [placesKey]: places.filter((one) => !gone.includes(one)) });
    await browser.storage.session.remove(gone.map(keyOfPlaced));
  });

/** Forgets these readings, and none that has come in the place of one of them meanwhile. */
export const forget = (
  tab: number,
  readings: readonly Pick<PageReading, 'frame' | 'attachment' | 'page'>[],
): Promise<void> => {
  const names = new Set(readings.map((reading) => `${keyOf(tab, reading)} ${reading.page}`));
  return forgetPlaced((one) => names.has(`${keyOfPlaced(one)} ${one.page}`));
};

/** Forgets a tab that is closed. */
export const forgetTab = (tab: number): Promise<void> => forgetPlaced((one) => one.tab === tab);

/** Forgets where readings were that had to go: their pages are about to be read again, or cannot be. */
export const forgetDropped = (tab: number): Promise<void> =>
  forgetPlaced((one) => one.tab === tab && one.size === 0);

/** Tabs of which anything is kept, oldest first. */
export const tabsWithReadings = async (): Promise<number[]> => [
  ...new Set((await placesNow()).filter(({ size }) => size > 0).map(({ tab }) => tab)),
];
