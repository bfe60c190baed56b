/** What stands in a page of ours, and how it is taken away, also by a later version of the extension, which has put none of it there. */

/** The id of the animations that mark cells, and the name under which words are highlighted. */
export const markName = 'gouji';

/** Takes every mark off the page. */
export const clearMarks = (page: Document): void => {
  for (const animation of page.getAnimations()) if (animation.id === markName) animation.cancel();
  if ('highlights' in CSS) CSS.highlights.delete(markName);
};

type Opener = { dom?: { openOrClosedShadowRoot?: (element: Element) => ShadowRoot | null } };

/** The shadow root of an element, which only scripts of extensions are shown where it is closed. */
const rootOf = (element: Element): ShadowRoot | null => {
  const { openOrClosedShadowRoot } = element as Element & { openOrClosedShadowRoot?: ShadowRoot | null };
  if (openOrClosedShadowRoot !== undefined) return openOrClosedShadowRoot;
  const { chrome } = globalThis as typeof globalThis & { chrome?: Opener };
  return chrome?.dom?.openOrClosedShadowRoot?.(element) ?? element.shadowRoot;
};

/** Takes away every panel that stands in the page, with its marks. */
export const removePanels = (page: Document): void => {
  for (const host of page.querySelectorAll('html > aside')) {
    if (!rootOf(host)?.querySelector('div > .gouji')) continue;
    host.remove();
    clearMarks(page);
  }
};
