/**
 * Notices what a page shows later: by script, in the same page after a click, or when it goes back. Listens and observes only,
 * so that the page cannot tell. Bounded three times over: in time, in the number of looks and in what the looks may cost.
 */

/** Milliseconds after the page has loaded, or after an act of the person, in which changes are noticed. */
export const watchedFor = 15_000;
/** Looks in that time. */
export const mostLooks = 12;
/** Milliseconds that all looks of that time together may take. */
const mostCost = 60;

/** The first wait between a change and the look at it; each is longer than the one before. */
const firstWait = 150;
const longestWait = 2_000;

/** Acts after which a page may show something else. Only the person's own count: a page could make up any number of them. */
const acts = ['click', 'popstate', 'hashchange'] as const;

/**
 * Calls `look` after changes of the page, until it answers true.
 *
 * @returns ends the watch.
 */
export const watch = (page: Document, look: () => boolean): (() => void) => {
  const view = page.defaultView ?? window;
  let looks = 0;
  let cost = 0;
  let until = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  // No timer ends the watch, since most pages never change: the first change that comes too late does.
  const observer = new MutationObserver(() => {
    if (Date.now() > until) rest();
    else waiting ??= setTimeout(lookOnce, Math.min(firstWait * 1.5 ** looks, longestWait));
  });
  const rest = (): void => {
    observer.disconnect();
    clearTimeout(waiting);
    waiting = undefined;
  };
  const lookOnce = (): void => {
    waiting = undefined;
    looks += 1;
    const start = performance.now();
    const found = look();
    cost += performance.now() - start;
    if (found) end();
    else if (looks >= mostLooks || cost > mostCost) rest();
  };
  const observe = (): void => {
    rest();
    looks = 0;
    cost = 0;
    observer.observe(page, { childList: true, subtree: true });
    until = Date.now() + watchedFor;
  };
  const act = (event: Event): void => {
    if (event.isTrusted) observe();
  };
  const end = (): void => {
    rest();
    for (const kind of acts) view.removeEventListener(kind, act, true);
  };

  for (const kind of acts) view.addEventListener(kind, act, { capture: true, passive: true });
  observe();
  return end;
};
