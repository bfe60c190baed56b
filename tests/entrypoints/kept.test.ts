import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { PageReading } from '../../entrypoints/wire/reading.ts';
import { wrongCell } from '../components/extractions.ts';

vi.stubGlobal('browser', fakeBrowser);
const { droppedFrames, forget, forgetTab, keep, readingAt, readingsOf, tabsWithReadings } = await import(
  '../../entrypoints/background/kept.ts'
);

const place = { frame: 0, attachment: null };

/** Always the same, and without any order. */
const noiseOf = (length: number): string => {
  let seed = 7;
  return Array.from({ length }, () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return String.fromCharCode(0x4e00 + ((seed >>> 16) % 20_000));
  }).join('');
};

/** `noise`: characters that no packing makes fewer, as a page's own figures would be many. */
const reading = (noise: number, frame = 0): PageReading => ({
  frame,
  page: '1-2-3-4',
  attachment: null,
  extractions: [wrongCell()],
  csv: noiseOf(noise),
  nearby: { files: [], links: [], next: null, frames: [], pictures: 0, loading: false, isFile: false },
  title: null,
  retrieved: '2026-01-01T00:00:00.000Z',
});

describe('readings of open tabs', () => {
  beforeEach(() => fakeBrowser.reset());

  it('come back as they were kept', async () => {
    const one = reading(100);
    await keep(1, one);
    expect(await readingAt(1, place)).toEqual(one);
  });

  it('take an eighth of their room', async () => {
    const one = reading(0);
    await keep(1, one);
    const stored = JSON.stringify(await fakeBrowser.storage.session.get(null)).length;
    expect(stored * 8).toBeLessThan(JSON.stringify(one).length);
  });

  it('of the oldest tab make room, and it is known which page can be read again', async () => {
    for (let tab = 1; tab <= 12; tab++) await keep(tab, reading(400_000));
    const kept = await tabsWithReadings();
    expect(kept.length).toBeLessThan(12);
    expect(kept).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].slice(-kept.length));
    expect(await readingsOf(1)).toEqual([]);
    expect(await droppedFrames(1)).toEqual([0]);
    await keep(1, reading(0));
    expect(await droppedFrames(1)).toEqual([]);
    expect(await readingsOf(1)).toHaveLength(1);
  });

  it('of one tab do not take the room of all', async () => {
    await keep(1, reading(0));
    for (let frame = 0; frame < 12; frame++) await keep(2, reading(400_000, frame));
    expect(await readingsOf(1)).toHaveLength(1);
    expect((await readingsOf(2)).at(-1)?.frame).toBe(11);
  });

  it('go where the browser grants less than it has promised, and are refused only where not one fits', async () => {
    let granted = 2_500_000;
    const set = fakeBrowser.storage.session.set.bind(fakeBrowser.storage.session);
    const store = vi.spyOn(fakeBrowser.storage.session, 'set').mockImplementation(async (items: object) => {
      const all = { ...(await fakeBrowser.storage.session.get(null)), ...items };
      if (JSON.stringify(all).length > granted) throw new Error('QUOTA_BYTES quota exceeded');
      await set(items as Record<string, unknown>);
    });
    try {
      for (let tab = 1; tab <= 3; tab++) await keep(tab, reading(400_000));
      expect(await readingsOf(3)).toHaveLength(1);
      expect(await readingsOf(1)).toEqual([]);
      granted = 1000;
      await expect(keep(4, reading(400_000))).rejects.toThrow('quota');
    } finally {
      store.mockRestore();
    }
  });

  it('are forgotten by what they are: one that has come in the place of another stays', async () => {
    const before = reading(0);
    await keep(1, before);
    await keep(1, { ...before, page: '5-6-7-8' });
    await forget(1, [before]);
    expect((await readingAt(1, place))?.page).toBe('5-6-7-8');
    await forget(1, [{ ...before, page: '5-6-7-8' }]);
    expect(await readingAt(1, place)).toBeUndefined();
  });

  it('are forgotten with their tab', async () => {
    await keep(1, reading(0));
    await keep(2, reading(0));
    await forgetTab(1);
    expect(await tabsWithReadings()).toEqual([2]);
    expect(
      Object.keys(await fakeBrowser.storage.session.get(null)).filter((key) => key.startsWith('reading:1:')),
    ).toEqual([]);
  });
});
