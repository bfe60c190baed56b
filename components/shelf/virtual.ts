import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type VirtualItem,
  Virtualizer,
  type VirtualizerOptions,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useReducer, useState } from 'preact/hooks';

type Span = { items: VirtualItem[]; height: number; scrollTo: (index: number) => void };

/**
 * Of a list of `count` lines only those in view, with their places.
 * @param sizeOf height of a line, CSS pixels.
 */
export const useVirtualLines = (
  count: number,
  scroller: RefObject<HTMLElement | null>,
  sizeOf: (index: number) => number,
): Span => {
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  const options: VirtualizerOptions<HTMLElement, HTMLElement> = {
    count,
    getScrollElement: () => scroller.current,
    estimateSize: sizeOf,
    overscan: 8,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: redraw,
  };
  const [virtualizer] = useState(() => new Virtualizer(options));
  virtualizer.setOptions(options);
  useEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  // Sizes are remembered until they are measured anew; another order or width changes them.
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, sizeOf]);
  return {
    items: virtualizer.getVirtualItems(),
    height: virtualizer.getTotalSize(),
    scrollTo: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
  };
};
