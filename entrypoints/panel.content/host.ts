/** The place of the panel in a page. */
export type PanelHost = {
  container: HTMLElement;
  mount: () => void;
  remove: () => void;
  /** Does the page hide all of itself, and the panel with it? */
  isHidden: () => boolean;
};

/**
 * A closed shadow root beside the page's body. Its host is a plain `aside`: a page can declare what an element with a hyphen in its name
 * is, and would be handed the shadow root by `attachInternals`; of the elements of HTML itself it cannot.
 *
 * @param open for tests only: leaves the root open to them.
 */
export const panelHost = (css: string, open: boolean): PanelHost => {
  const host = document.createElement('aside');
  const root = host.attachShadow({ mode: open ? 'open' : 'closed' });
  const style = document.createElement('style');
  style.textContent = css;
  const container = document.createElement('div');
  root.append(style, container);
  // What is typed or clicked in the panel is no shortcut of the page.
  for (const kind of ['keydown', 'keyup', 'keypress', 'click', 'pointerdown', 'pointerup', 'wheel'])
    container.addEventListener(kind, (event) => event.stopPropagation());
  return {
    container,
    // Outside the body, whose styles and scripts are the page's own business.
    mount: () => {
      if (!host.isConnected) document.documentElement.append(host);
    },
    remove: () => host.remove(),
    isHidden: () =>
      host.isConnected && !host.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
  };
};
