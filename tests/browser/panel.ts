import type { Frame, Page } from 'puppeteer-core';
import type { Visit } from './harness.ts';

/** What the tests do with the panel of a page. Its host is the last child of the root, beside the body. */

export const part = (selector: string): string => `html > aside:last-of-type >>> ${selector}`;

export const textOf = (page: Page | Frame, selector: string): Promise<string> =>
  page.$eval(part(selector), (element) => element.textContent ?? '');

export const click = async (page: Page | Frame, selector: string): Promise<void> => {
  const element = await page.waitForSelector(part(selector), { visible: true });
  await element?.click();
};

export const openPanel = async (page: Page): Promise<void> => {
  await click(page, '.chip');
  await page.waitForSelector(part('.panel'), { visible: true });
};

export const openTab = (page: Page, name: 'conclusion' | 'data' | 'prose'): Promise<void> =>
  click(page, `#gouji-tab-${name}`);

/** Waits until an element of the panel says these words. */
export const eventually = (page: Page, selector: string, words: string) =>
  page.waitForFunction(
    (within, expected) =>
      document
        .querySelector('html > aside')
        ?.shadowRoot?.querySelector(within)
        ?.textContent?.includes(expected),
    {},
    selector,
    words,
  );

/** Texts of the cells that carry a mark, in document order. */
export const marked = (page: Page | Frame): Promise<string[]> =>
  page.evaluate(() =>
    document
      .getAnimations()
      .map((animation) => (animation.effect as KeyframeEffect).target)
      .filter((element) => element?.matches('td, th'))
      .map((element) => (element?.textContent ?? '').trim()),
  );

/** A page with its chip on show. */
export const opened = async (
  at: Visit,
  address: string,
  size?: { width: number; height: number },
): Promise<Page> => {
  const page = await at.open(address, size);
  await page.waitForSelector(part('.chip'), { visible: true });
  return page;
};
