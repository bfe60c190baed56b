import type { Obscurity } from '../../issue.ts';
import { pixels } from './lengths.ts';

/** What takes text out of sight or out of its place, as single properties say it. */

/** A property as a browser computes it, or as a page declares it; '' where nothing is declared. */
export type Values = (property: string) => string;

export const nothing =
  /^(?:|none|normal|auto|static|visible|inherit|initial|unset|revert|[+-]?0(?:\.0+)?(?:px|pt|em|rem|%)?)$/;

/** Elements with lines of their own, which word processors set a little out of their cell. */
export const blockNames = /^(?:p|div|center|h[1-6]|ul|ol|li|dl|section|pre|blockquote)$/;
/** So much over what stands beside it, in pixels, that something of that is covered. */
const overlap = -3;
const overlapOfBlock = -40;

/** Effects of a filter that leave a figure to be read. */
const plainFilter = /^(?:none$|progid|alpha|(?:grayscale|sepia|saturate|hue-rotate|drop-shadow)\([^()]*\)$)/;

/** Away from where anybody looks: further than any table is wide, or so far that nothing of it is left. */
export const far = 500;
/** No line of a cell is wider. */
const lineWidth = 600;
/** Is a border drawn? */
export const isBordered = (text: string): boolean =>
  /solid|double|dashed|dotted|groove|ridge|inset|outset/.test(text) &&
  !/(?:^|\s)0(?:px|pt)?(?:\s|$)/.test(text);

/** Is it laid over what stands beside it, or something drawn over it? */
export const laidOver = (name: string, value: Values, size: number): Obscurity | null => {
  const margin = (side: string): number => pixels(value(`margin-${side}`), size, 0) || 0;
  if (Math.min(margin('top'), margin('bottom')) < overlap) return 'covered';
  if (Math.min(margin('left'), margin('right')) < (blockNames.test(name) ? overlapOfBlock : overlap))
    return 'reordered';
  // The border of a box that is lower than its letters runs through them.
  if (isBordered(value('border')) && pixels(value('height'), size) < size * leastHeight) return 'struck';
  return /inset/.test(value('box-shadow')) ? 'struck' : null;
};

/** Of the size of letters: no figure of three digits fits into a box that is narrower, and no letter into one that is lower. */
export const narrow = 1.5;
const leastHeight = 0.75;

/** Is it written, and yet not seen? */
export const hiddenBy = (
  name: string,
  value: Values,
  size: number,
  position: string,
  part: boolean,
): Obscurity | null => {
  const filter = value('filter');
  if (filter !== '' && !plainFilter.test(filter)) return 'hidden';
  if (value('scale') === '0' || /scale[xy3d]{0,2}\( ?0(?:\.0+)? ?[,)]/.test(value('transform')))
    return 'hidden';
  if (value('content-visibility') === 'hidden' || value('mso-hide') === 'all') return 'hidden';
  if (!nothing.test(value('-webkit-text-security'))) return 'hidden';
  if (!nothing.test(value('clip-path'))) return 'hidden';
  if ((position === 'absolute' || position === 'fixed') && !nothing.test(value('clip'))) return 'hidden';
  const indent = pixels(value('text-indent'), size, lineWidth);
  if (Math.abs(indent) > far || pixels(value('margin-left'), size, 0) < -far) return 'hidden';
  // A rule across the page is a box without height, and without text.
  if (name !== 'hr' && /hidden|clip/.test(value('overflow'))) {
    const smaller = (side: string, least: number): boolean => pixels(value(side), size, Number.NaN) < least;
    if (['height', 'width', 'max-height', 'max-width'].some((side) => smaller(side, 5))) return 'hidden';
    const least = size * leastHeight;
    if (!part && ['height', 'max-height', 'line-height'].some((side) => isLower(side, value, size, least)))
      return 'hidden';
    // A cell is as wide as its column, whatever it says; a box in it is not, and no figure of three digits fits into this one.
    const padding = (side: string): number => pixels(value(`padding-${side}`), size, 0) || 0;
    const filled = value('box-sizing') === 'border-box' ? padding('left') + padding('right') : 0;
    if (smaller('max-width', size * narrow) || (!part && smaller('width', size * narrow + filled)))
      return 'hidden';
  }
  if (/^(?:input|textarea)$/.test(name) && pixels(value('width'), size, Number.NaN) < size * narrow)
    return 'hidden';
  return null;
};

/** A height without a unit is none; a height of lines without one counts letters. */
const isLower = (side: string, value: Values, size: number, least: number): boolean => {
  const text = value(side);
  const given = pixels(text, size, side === 'line-height' ? size : Number.NaN);
  return (side === 'line-height' && /^[\d.]+$/.test(text) ? given * size : given) < least;
};

/** Do its characters, or its parts, stand in another order or place than they are written? */
export const turnedBy = (value: Values, display: string, part: boolean): Obscurity | null => {
  if (value('direction') === 'rtl') return 'reordered';
  if (/flex/.test(display) && /reverse/.test(value('flex-direction'))) return 'reordered';
  if (!nothing.test(value('order'))) return 'reordered';
  if (['grid-row', 'grid-column', 'grid-area'].some((property) => !nothing.test(value(property))))
    return 'reordered';
  if (!part && /^(?:right|inline-end)$/.test(value('float'))) return 'reordered';
  for (const property of ['transform', 'rotate', 'scale', 'translate'])
    if (!nothing.test(value(property))) return 'reordered';
  const spacing = pixels(value('letter-spacing'), 16);
  return spacing < -4 ? 'covered' : null;
};
