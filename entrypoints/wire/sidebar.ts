import { browser } from 'wxt/browser';

/** Firefox's place beside the page, of which the types do not know; elsewhere there is none. `close` is granted at a press only. */
type Sidebar = {
  isOpen: (of: { windowId: number }) => Promise<boolean>;
  close: () => Promise<void>;
};

export const sidebar = (): Sidebar | undefined =>
  (browser as typeof browser & { sidebarAction?: Sidebar }).sidebarAction;
