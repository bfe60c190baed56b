import type { Page } from 'puppeteer-core';
import { full } from '../properties/seed.ts';
import type { BrowserName } from './browsers.ts';

/** The two windows that every flow runs in: that of a desk, and the narrowest that is promised. */
const desk = { width: 1280, height: 800 };
const narrow = { width: 380, height: 760 };

type Size = typeof desk;

/** A full run tries both windows in either browser; for a person who waits, each browser has one of them. */
export const sizesIn = (browser: BrowserName): readonly Size[] => {
  if (full) return [desk, narrow];
  return browser === 'chrome' ? [desk] : [narrow];
};

/**
 * What of the panel, or of a page of the extension, reaches beyond its left or right edge, or is cut off there.
 * What scrolls by itself (a table) may be wider, and so may a line that ends in an ellipsis.
 */
export const beyondItsEdge = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const panel = document.querySelector('html > aside')?.shadowRoot?.querySelector('.panel');
    const whole = panel ?? document.documentElement;
    const { left, right } = panel?.getBoundingClientRect() ?? { left: 0, right: innerWidth };
    const held = (element: Element): boolean => {
      for (let one = element.parentElement; one && one !== whole; one = one.parentElement)
        if (getComputedStyle(one).overflowX !== 'visible') return true;
      return false;
    };
    const cut = (element: Element): boolean => {
      if (element.clientWidth <= 1 || element.scrollWidth <= element.clientWidth + 1) return false;
      const { overflowX, textOverflow } = getComputedStyle(element);
      if (!['hidden', 'clip'].includes(overflowX) || textOverflow === 'ellipsis') return false;
      const edge = element.getBoundingClientRect().right + 1;
      return [...element.querySelectorAll('*')].some(
        (one) => !one.closest('.unseen') && one.getBoundingClientRect().right > edge,
      );
    };
    const over = (element: Element): boolean => {
      const box = element.getBoundingClientRect();
      return box.width > 1 && (box.left < left - 1 || box.right > right + 1) && !held(element);
    };
    const outside = left < -1 || right > innerWidth + 1 || (!panel && whole.scrollWidth > innerWidth);
    return [
      ...(outside ? ['the whole'] : []),
      ...[...whole.querySelectorAll('*')]
        .filter((element) => over(element) || cut(element))
        // What is only read aloud has no place of its own.
        .filter((element) => !element.closest('.unseen'))
        .filter((element) => element.checkVisibility({ visibilityProperty: true }))
        .map((element) => `${element.localName}.${element.className}: ${element.textContent?.slice(0, 40)}`),
    ];
  });
