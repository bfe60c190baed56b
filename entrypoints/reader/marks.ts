import { markName } from '../wire/leave.ts';
import type { MarkedCell, ShownMarks } from '../wire/page-schemas.ts';

type Held = { element: Element; style: Keyframe };

/** Milliseconds for which a mark lasts without this script, which Firefox ends without a word when it updates the extension. */
const lasts = 6_000;
/** Milliseconds after which the time of the marks begins anew. */
const beat = 1_000;

/**
 * Marks on the page. A mark on a cell is an animation that holds a few styles while it waits for its beginning, which never comes as long
 * as this script lives; a mark on words is a highlight of the CSS Custom Highlight API. The document's markup, attributes and style
 * sheets stay as they are even while it shows, and it is undone entirely.
 */
export class Marks {
  readonly #shown: Animation[] = [];
  readonly #isLive: () => boolean;
  #beating: ReturnType<typeof setInterval> | undefined;

  /** @param isLive is there anybody left to answer to? Marks go where there is not. */
  constructor(isLive: () => boolean) {
    this.#isLive = isLive;
  }

  /** Marks `cells`, in place of what was marked before, and brings the first into view; `quiet` leaves the page where it is. */
  showCells(cells: readonly { element: Element; side: MarkedCell['side'] }[], quiet = false): ShownMarks {
    return this.#show(
      cells.map(({ element, side }) => ({ element, style: styles[side] })),
      quiet,
    );
  }

  /** Marks the words of `range`, and the block they stand in. */
  showText(range: Range | null, quiet = false): ShownMarks {
    const around = range?.commonAncestorContainer;
    const element = around instanceof Element ? around : around?.parentElement;
    const shown = this.#show(element ? [{ element, style: passage }] : [], quiet);
    // The browser gives its style by a sheet that the background lays over the page.
    if (range && 'highlights' in CSS) CSS.highlights.set(markName, new Highlight(range));
    return shown;
  }

  clear(): void {
    clearInterval(this.#beating);
    for (const animation of this.#shown.splice(0)) animation.cancel();
    if ('highlights' in CSS) CSS.highlights.delete(markName);
  }

  /** Is all that is marked still part of the page? */
  stand(): boolean {
    return this.#shown.every(({ effect }) => (effect as KeyframeEffect | null)?.target?.isConnected === true);
  }

  #goOn(): void {
    if (this.#isLive()) for (const animation of this.#shown) animation.currentTime = 0;
    else this.clear();
  }

  #show(held: readonly Held[], quiet: boolean): ShownMarks {
    this.clear();
    // On a narrow screen the panel lies over the lower half, so the middle that one sees is higher.
    const scrollMarginBottom = matchMedia('(max-width: 480px)').matches ? '340px' : '0px';
    for (const { element, style } of held) {
      const frame = { ...style, scrollMarginBottom };
      const animation = element.animate([frame, frame], { delay: lasts, duration: 1, fill: 'backwards' });
      animation.id = markName;
      this.#shown.push(animation);
    }
    this.#beating = setInterval(() => this.#goOn(), beat);
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (!quiet)
      held[0]?.element.scrollIntoView({
        block: 'center',
        inline: 'nearest',
        behavior: still ? 'instant' : 'smooth',
      });
    if (held.length === 0) return { found: 0, span: null, shift: null };
    const boxes = held.map(({ element }) => element.getBoundingClientRect());
    return {
      found: held.length,
      span: {
        left: Math.min(...boxes.map(({ left }) => left)),
        right: Math.max(...boxes.map(({ right }) => right)),
      },
      shift: shiftOf(window),
    };
  }
}

/** CSS pixels from the left edge of the top window to that of this one; null where a frame of another site stands between. */
const shiftOf = (view: Window): number | null => {
  let shift = 0;
  for (let one = view; one !== one.parent; one = one.parent) {
    const frame = frameOf(one);
    if (!frame) return null;
    shift += frame.getBoundingClientRect().left + frame.clientLeft;
  }
  return shift;
};

// For a frame of another site some browsers answer null, some throw.
const frameOf = (view: Window): Element | null => {
  try {
    return view.frameElement;
  } catch {
    return null;
  }
};

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
