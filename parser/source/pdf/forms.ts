import type { Glyph } from './marks.ts';
import { apply, around, type Box, type Doubt, type Matrix, middle, type Piece } from './shapes.ts';

/** What people typed into the fields of a page, or laid over it, since it was printed (ISO 32000-1, 12.5 and 12.7). */

/** An annotation as pdfjs gives it, as far as it is looked at. */
type Annotation = {
  subtype?: unknown;
  rect?: unknown;
  quadPoints?: unknown;
  fieldType?: unknown;
  fieldValue?: unknown;
  textContent?: unknown;
  contentsObj?: unknown;
  password?: unknown;
  annotationFlags?: unknown;
  defaultAppearanceData?: unknown;
  options?: unknown;
  checkBox?: unknown;
  radioButton?: unknown;
};

/** What a list shows for a value that is chosen (12.7.4.4): it may be called otherwise. */
const shownOption = (options: unknown, value: string): string => {
  const list: readonly { exportValue?: unknown; displayValue?: unknown }[] = Array.isArray(options)
    ? options
    : [];
  const chosen = list.find((one) => one.exportValue === value);
  return typeof chosen?.displayValue === 'string' ? chosen.displayValue : value;
};

const isChecked = ({ fieldType, fieldValue, checkBox, radioButton }: Annotation): boolean =>
  fieldType === 'Btn' &&
  Boolean(checkBox ?? radioButton) &&
  typeof fieldValue === 'string' &&
  fieldValue !== 'Off';

/** Not shown (12.5.3): the flags Hidden and NoView. */
const unshown = 2 | 32;

/** Lies over what is printed, and may show something else. */
const over: ReadonlySet<unknown> = new Set([
  'FreeText',
  'Stamp',
  'Ink',
  'Line',
  'PolyLine',
  'Polygon',
  'Square',
  'Circle',
  'Redact',
]);

const boxOf = (rect: unknown, view: Matrix): Box | null => {
  if (!Array.isArray(rect) || rect.length < 4) return null;
  const [x1, y1, x2, y2] = rect.map(Number);
  if (![x1, y1, x2, y2].every(Number.isFinite)) return null;
  return around([apply(view, x1 ?? 0, y1 ?? 0), apply(view, x2 ?? 0, y2 ?? 0)]);
};

const textOf = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : Array.isArray(value)
      ? value.filter((one) => typeof one === 'string').join(' ')
      : '';

const fontSizeOf = (data: unknown): number => {
  const size = typeof data === 'object' && data !== null && 'fontSize' in data ? Number(data.fontSize) : 0;
  return size > 0 ? size : 10;
};

const within = (box: Box, glyph: Glyph): boolean => {
  const { x, y } = middle(glyph);
  return x > box.left && x < box.right && y > box.top && y < box.bottom;
};

/** Values of fields as runs of text in their places, and where it is not sure what is seen. */
export const laidOver = (
  annotations: readonly Annotation[],
  view: Matrix,
  glyphs: readonly Glyph[],
): { pieces: Piece[]; doubts: Doubt[] } => {
  const pieces: Piece[] = [];
  const doubts: Doubt[] = [];
  for (const one of annotations) {
    if (Number(one.annotationFlags ?? 0) & unshown) continue;
    const box = boxOf(one.rect, view);
    if (!box) continue;
    if (one.subtype === 'StrikeOut') doubts.push({ ...box, why: 'struck' });
    else if (over.has(one.subtype)) doubts.push({ ...box, why: 'covered' });
    // Buttons and signatures have a face of their own.
    if (
      one.subtype === 'Widget' &&
      /^(?:Btn|Sig)$/.test(String(one.fieldType)) &&
      glyphs.some((glyph) => within(box, glyph))
    )
      doubts.push({ ...box, why: 'covered' });
    if (one.subtype === 'Widget' && isChecked(one)) doubts.push({ ...box, why: 'control' });
    if (one.subtype !== 'Widget' || (one.fieldType !== 'Tx' && one.fieldType !== 'Ch')) continue;
    const value = shownOption(one.options, textOf(one.fieldValue)).trim();
    if (value === '') continue;
    const size = Math.min(fontSizeOf(one.defaultAppearanceData), box.bottom - box.top);
    const { y } = middle(box);
    pieces.push({ ...box, top: y - size / 2, bottom: y + size / 2, text: value, size, runs: 'right' });
    // What the page shows is the appearance; the value may have been changed without it.
    const shown = Array.isArray(one.textContent) ? one.textContent.map(String).join('').trim() : '';
    if (one.password || (shown !== '' && shown.replace(/\s/g, '') !== value.replace(/\s/g, '')))
      doubts.push({ ...box, why: 'control' });
    if (glyphs.some((glyph) => within(box, glyph))) doubts.push({ ...box, why: 'covered' });
  }
  return { pieces, doubts };
};
