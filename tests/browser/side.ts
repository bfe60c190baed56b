import type { Browser, Page, Target } from 'puppeteer-core';

/** The panel in the side panel of Chrome, which lists it among its pages once it stands. */

export const inSide = (selector: string): string => `#root >>> ${selector}`;

/** Of the window of 1280 in a picture. */
export const sideWidth = 404;

const isSide = (one: Target): boolean => one.url().endsWith('/sidepanel.html');

export const sidesOf = (browser: Browser): Target[] => browser.targets().filter(isSide);

export const sideOf = async (browser: Browser): Promise<Page> =>
  (await browser.waitForTarget(isSide)).asPage();
