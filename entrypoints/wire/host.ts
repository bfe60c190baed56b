/** The place of the panel in a page. */
type PanelHost = {
  container: HTMLElement;
  /** What is shown in place of the container once the script that fills it is no more, by an update. Needs no script to be shown or closed. */
  after: HTMLElement;
  mount: () => void;
  /** To be called more often than every `patience` milliseconds: the script still runs. */
  alive: () => void;
  /** Shows what comes after at once. */
  expire: () => void;
  remove: () => void;
  /** Does the page hide all of itself, and the panel with it? */
  isHidden: () => boolean;
  /** Is it taken away or hidden, though it was mounted? */
  isUndone: () => boolean;
};

/** Milliseconds without a word from the script after which it is taken for gone. Firefox ends the scripts of an extension that it updates without telling them. */
const patience = 5_000;

/** Holds a style on an element, but not before the patience is at an end. */
const holdLater = (element: Element, visibility: 'visible' | 'hidden'): Animation =>
  element.animate([{ visibility }, { visibility }], { delay: patience, duration: 1, fill: 'forwards' });

/**
 * A closed shadow root beside the page's body. Its host is a plain `aside`: a page can declare what an element with a hyphen in its name
 * is, and would be handed the shadow root by `attachInternals`; of the elements of HTML itself it cannot.
 */
export const panelHost = (css: string): PanelHost => {
  const host = document.createElement('aside');
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = css;
  const container = document.createElement('div');
  const after = document.createElement('div');
  after.style.visibility = 'hidden';
  root.append(style, container, after);
  let clocks: Animation[] = [];
  let wanted = false;
  const isHidden = (): boolean =>
    host.isConnected && !host.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const alive = (): void => {
    for (const clock of clocks) clock.currentTime = 0;
  };
  // What is typed or clicked in the panel is no shortcut of the page.
  for (const kind of ['keydown', 'keyup', 'keypress', 'click', 'pointerdown', 'pointerup', 'wheel'])
    root.addEventListener(kind, (event) => event.stopPropagation());
  return {
    container,
    after,
    // Outside the body, whose styles and scripts are the page's own business.
    mount: () => {
      wanted = true;
      if (host.isConnected) return;
      document.documentElement.append(host);
      for (const clock of clocks) clock.cancel();
      clocks = [holdLater(container, 'hidden'), holdLater(after, 'visible')];
    },
    alive,
    expire: () => {
      for (const clock of clocks) clock.finish();
    },
    remove: () => {
      wanted = false;
      host.remove();
    },
    isHidden,
    isUndone: () => wanted && (!host.isConnected || isHidden()),
  };
};
