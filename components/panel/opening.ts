import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PanelView } from '../settings.ts';
import type { PanelProps, PanelStanding } from './standing.ts';

/** A panel opens and closes: by its chip, by the toolbar, or as it was left. The focus goes in with it, and back to where it was. */

export type Opening = {
  open: boolean;
  /** @param fromPage the focus is on the page, and goes back there. */
  enter: (fromPage: boolean) => void;
  close: () => void;
  chip: RefObject<HTMLButtonElement | null>;
  panel: RefObject<HTMLDivElement | null>;
  scroller: RefObject<HTMLDivElement | null>;
  focus: () => void;
};

/** @param closing what else is done where it closes. */
export const useOpening = (
  { summoned = 0, raised = 0, place: left = null }: PanelProps,
  { over, stands, actions }: PanelStanding,
  view: PanelView,
  closing: () => void,
): Opening => {
  const leftOpen = left?.open === true && !stands;
  const [open, setOpen] = useState(!over || leftOpen);
  const chip = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(false);
  const before = useRef<HTMLElement | null>(null);
  const answered = useRef(0);
  // Left open on the page before: it takes no focus from this one.
  const quietly = useRef(!over || leftOpen);

  const focus = (): void => panel.current?.querySelector('h2')?.focus();
  const enter = (fromPage: boolean): void => {
    const { activeElement } = document;
    before.current =
      fromPage && activeElement instanceof HTMLElement && activeElement !== document.body
        ? activeElement
        : null;
    setOpen(true);
  };
  const close = (): void => {
    closing();
    setOpen(false);
  };

  useEffect(() => {
    if (summoned === answered.current) return;
    answered.current = summoned;
    if (open) close();
    else enter(true);
  }, [summoned]);
  useLayoutEffect(() => {
    if (open && !quietly.current) focus();
    else if (!open && wasOpen.current) {
      if (before.current?.isConnected) before.current.focus();
      else chip.current?.focus();
      before.current = null;
    }
    wasOpen.current = open;
    quietly.current = false;
  }, [open]);
  useEffect(() => {
    if (raised === 0) return;
    if (open) focus();
    else enter(true);
  }, [raised]);
  // It stands beside the page now: there are not two.
  useEffect(() => {
    if (over && open && stands) close();
  }, [stands]);
  const placed = useRef({ open, view });
  // Told at once: the page may be left before it is painted again.
  useLayoutEffect(() => {
    const last = placed.current;
    if (last.open === open && last.view === view) return;
    placed.current = { open, view };
    actions.placed({ open, view });
  }, [open, view]);
  // Each view begins at its beginning, with the tabs in sight.
  useLayoutEffect(() => {
    const [within, tabs] = [scroller.current, scroller.current?.querySelector('[role=tablist]')];
    const above = tabs?.previousElementSibling;
    if (within && above instanceof HTMLElement)
      within.scrollTop = Math.min(within.scrollTop, above.offsetTop + above.offsetHeight);
  }, [view]);
  return { open, enter, close, chip, panel, scroller, focus };
};
