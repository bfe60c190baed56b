import { browser } from 'wxt/browser';
import type { PanelHome } from '../../components/settings.ts';

/** Firefox's place beside the page, of which the types do not know; elsewhere there is none. `open` and `close` are granted at a press only. */
type Sidebar = {
  open: () => Promise<void>;
  close: () => Promise<void>;
};

export const sidebar = (): Sidebar | undefined =>
  (browser as typeof browser & { sidebarAction?: Sidebar }).sidebarAction;

/** Can a panel stand beside the page in this browser? On a telephone it cannot. */
export const standsBeside = (): boolean => sidebar() !== undefined || browser.sidePanel !== undefined;

/**
 * What a press in Firefox has to know at once, before anything could be asked: all pages of ours have this store in common, and its
 * background is one of them. Where it is wrong, as after a crash, one press is lost.
 */
export const atHand = {
  noteHome: (home: PanelHome): void => localStorage.setItem('home', home),
  home: (): PanelHome => (localStorage.getItem('home') === 'page' ? 'page' : 'side'),
  /** The sidebar of a window stands, and shows something of this tab, or of none. */
  noteSide: (window: number, tab: number | null): void =>
    localStorage.setItem(`side:${window}`, String(tab ?? '')),
  forgetSide: (window: number): void => localStorage.removeItem(`side:${window}`),
  /** Undefined where it does not stand. */
  sideIn: (window: number): { tab: number | null } | undefined => {
    const noted = localStorage.getItem(`side:${window}`);
    return noted === null ? undefined : { tab: noted === '' ? null : Number(noted) };
  },
  /** Windows of another day. */
  forgetSides: (): void => {
    for (const key of Object.keys(localStorage)) if (key.startsWith('side:')) localStorage.removeItem(key);
  },
};
