import type { MarkedCell, Shown } from '../wire/protocol.ts';

/**
 * Marks on the page's own cells. A mark is a paused animation that holds a few styles: the document's markup, attributes and
 * style sheets stay as they are even while it shows, and to cancel it is to undo it entirely.
 */
export class Marks {
  readonly #shown: Animation[] = [];

  /** Marks `elements`, in place of what was marked before, and brings the first into view. */
  show(elements: readonly { element: Element; side: MarkedCell['side'] }[]): Shown {
    this.clear();
    // On a narrow screen the panel lies over the lower half, so the middle that one sees is higher.
    const scrollMarginBottom = matchMedia('(max-width: 480px)').matches ? '340px' : '0px';
    for (const { element, side } of elements) {
      const style = { ...styles[side], scrollMarginBottom };
      const animation = element.animate([style, style], { duration: 1, fill: 'both' });
      animation.pause();
      this.#shown.push(animation);
    }
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    elements[0]?.element.scrollIntoView({
      block: 'center',
      inline: 'nearest',
      behavior: still ? 'instant' : 'smooth',
    });
    if (elements.length === 0) return { found: 0, span: null };
    const boxes = elements.map(({ element }) => element.getBoundingClientRect());
    return {
      found: elements.length,
      span: {
        left: Math.min(...boxes.map(({ left }) => left)),
        right: Math.max(...boxes.map(({ right }) => right)),
      },
    };
  }

  clear(): void {
    for (const animation of this.#shown.splice(0)) animation.cancel();
  }
}

// Left and right differ in line as well as in colour: solid and dashed, as in the panel.
const held = (color: string, tint: string, line: string): Keyframe => ({
  outline: `3px ${line} ${color}`,
  outlineOffset: '-3px',
  backgroundColor: tint,
  color: '#111',
});

const styles: Record<MarkedCell['side'], Keyframe> = {
  left: held('#1d5fbf', '#dcebff', 'solid'),
  right: held('#b45309', '#fff1d6', 'dashed'),
};
