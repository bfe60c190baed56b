/**
 * Notices what a page shows later: by script, in the same page after a click, or when it goes back. Listens and observes only,
 * so that the page cannot tell. Bounded three times over: in time, in the number of looks and in what the looks may cost.
 */

/** Milliseconds after the page's first change, or after an act of the person, in which changes are noticed. */
const watchedFor = 15_000;
/** Looks in that time. */
const mostLooks = 12;
/** Milliseconds that all looks of that time together may take. */
const mostCost = 60;

/** The first wait between a change and the look at it; each is longer than the one before. */
const firstWait = 150;
const longestWait = 2_000;

/** Milliseconds without a key after which what was typed is looked at. */
const typingRests = 400;

/** Acts after which a page may show something else. Only the person's own count: a page could make up any number of them. */
const acts = ['click', 'popstate', 'hashchange'] as const;
const keys = ['input', 'change'] as const;

/**
 * Calls `look` after changes of the page, until it answers true. Most pages never change, and cost no more than the observer: acts are
 * listened to from the first change on.
 *
 * @param typed looks also where text changes in place, and where the person types into a field, which is no change of the page.
 * @returns ends the watch.
 */
export const watch = (page: Document, look: () => boolean, { typed = false } = {}): (() => void) => {
  const changes = { childList: true, subtree: true, characterData: typed };
  let looks = 0;
  let cost = 0;
  let until = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const observer = new MutationObserver(() => {
    if (until === 0) {
      for (const kind of acts) addEventListener(kind, act, { capture: true, passive: true });
      begin();
    } else if (Date.now() > until) return rest();
    waiting ??= setTimeout(lookOnce, Math.min(firstWait * 1.5 ** looks, longestWait));
  });
  const begin = (): void => {
    looks = 0;
    cost = 0;
    until = Date.now() + watchedFor;
    observer.observe(page, changes);
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
  const rest = (): void => {
    observer.disconnect();
    clearTimeout(waiting);
    waiting = undefined;
  };
  const act = (event: Event): void => {
    if (!event.isTrusted) return;
    rest();
    begin();
  };
  const typing = (event: Event): void => {
    if (!event.isTrusted) return;
    rest();
    begin();
    waiting = setTimeout(lookOnce, typingRests);
  };
  const end = (): void => {
    rest();
    if (typed) for (const kind of keys) removeEventListener(kind, typing, true);
    for (const kind of acts) removeEventListener(kind, act, true);
  };

  if (typed) for (const kind of keys) addEventListener(kind, typing, { capture: true, passive: true });
  observer.observe(page, changes);
  return end;
};
