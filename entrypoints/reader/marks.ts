import type { MarkedCell, Shown } from '../wire/protocol.ts';

/** The name under which words are highlighted; its style is a sheet that the background lays over the page. */
const highlight = 'gouji';

type Held = { element: Element; style: Keyframe };

/**
 * Marks on the page. A mark on a cell is a paused animation that holds a few styles, a mark on words a highlight of the CSS Custom
 * Highlight API: the document's markup, attributes and style sheets stay as they are even while it shows, and it is undone entirely.
 */
export class Marks {
  readonly #shown: Animation[] = [];

  /** Marks `cells`, in place of what was marked before, and brings the first into view. */
  showCells(cells: readonly { element: Element; side: MarkedCell['side'] }[]): Shown {
    return this.#show(cells.map(({ element, side }) => ({ element, style: styles[side] })));
  }

  /** Marks the words of `range`, and the block they stand in. */
  showText(range: Range | null): Shown {
    const around = range?.commonAncestorContainer;
    const element = around instanceof Element ? around : around?.parentElement;
    const shown = this.#show(element ? [{ element, style: passage }] : []);
    if (range && 'highlights' in CSS) CSS.highlights.set(highlight, new Highlight(range));
    return shown;
  }

  clear(): void {
    for (const animation of this.#shown.splice(0)) animation.cancel();
    if ('highlights' in CSS) CSS.highlights.delete(highlight);
  }

  #show(held: readonly Held[]): Shown {
    this.clear();
    // On a narrow screen the panel lies over the lower half, so the middle that one sees is higher.
    const scrollMarginBottom = matchMedia('(max-width: 480px)').matches ? '340px' : '0px';
    for (const { element, style } of held) {
      const frame = { ...style, scrollMarginBottom };
      const animation = element.animate([frame, frame], { duration: 1, fill: 'both' });
      animation.pause();
      this.#shown.push(animation);
    }
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    held[0]?.element.scrollIntoView({
      block: 'center',
      inline: 'nearest',
      behavior: still ? 'instant' : 'smooth',
    });
    if (held.length === 0) return { found: 0, span: null };
    const boxes = held.map(({ element }) => element.getBoundingClientRect());
    return {
      found: held.length,
      span: {
        left: Math.min(...boxes.map(({ left }) => left)),
        right: Math.max(...boxes.map(({ right }) => right)),
      },
    };
  }
}

// The sides differ in line as well as in colour: solid, dashed and double, as in the panel.
const box = (color: string, tint: string, line: string): Keyframe => ({
  outline: `3px ${line} ${color}`,
  outlineOffset: '-3px',
  backgroundColor: tint,
  color: '#111',
});

const styles: Record<MarkedCell['side'], Keyframe> = {
  left: box('#1d5fbf', '#dcebff', 'solid'),
  right: box('#b45309', '#fff1d6', 'dashed'),
  cell: box('#6b21a8', '#f3e8ff', 'double'),
};

const passage: Keyframe = { outline: '2px solid #6b21a8', outlineOffset: '4px' };
