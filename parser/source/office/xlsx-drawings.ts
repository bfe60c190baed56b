import { type Package, relationsOf } from './ooxml.ts';
import type { Range } from './sheet.ts';
import { childOf, descendants, type Element, elementsIn, textIn, treeOf } from './xml.ts';

/** What lies over the cells of a sheet: pictures, text boxes and lines (ECMA-376 part 1, 20.5), and what is still drawn in the older way, fields and notes (part 4, 19.4). */

/** How wide a column and how high a row is, in English metric units (20.1.2.1). */
export type CellSizes = { width: (column: number) => number; height: (row: number) => number };

/** So little of a cell that a drawing only touches it. */
const touched = 60_000;

/** The cells over which something lies. */
export const drawingsOn = (parts: Package, sheet: string, sizes: CellSizes): Range[] =>
  relationsOf(parts, sheet).flatMap(({ type, target }) => {
    const xml = parts.xml.get(target);
    if (type === 'drawing' && xml !== undefined)
      return elementsIn(treeOf(xml)).flatMap((anchor) => anchored(anchor, sizes) ?? []);
    const old = type === 'vmlDrawing' ? parts.others.get(target) : undefined;
    const shapes = old ? [...descendants(treeOf(new TextDecoder().decode(old)), 'v:shape')] : [];
    return shapes.flatMap((shape) => shaped(shape) ?? []);
  });

const numberIn = (marker: Element | undefined, name: string): number => {
  const child = childOf(marker, name);
  return child ? Number(textIn(child)) : Number.NaN;
};

/** A sheet has no more columns and rows that anybody looks at. */
const most = 2000;

/** Which of the cells in a row a length reaches that begins in one of them. */
const reached = (from: number, offset: number, length: number, size: (at: number) => number): number => {
  let at = from;
  for (let left = offset + length - size(at); left > touched && at < from + most; left -= size(at)) at++;
  return at;
};

const anchored = (anchor: Element, { width, height }: CellSizes): Range | null => {
  if (childOf(anchor, 'xdr:graphicFrame')) return null;
  if (
    [...descendants(anchor, 'xdr:cNvPr')].some(({ attributes }) =>
      /^(?:1|true)$/.test(attributes.hidden ?? ''),
    )
  )
    return null;
  const from = childOf(anchor, 'xdr:from');
  const to = childOf(anchor, 'xdr:to');
  const position = childOf(anchor, 'xdr:pos')?.attributes;
  const top = position ? reached(0, 0, Number(position.y), height) : numberIn(from, 'xdr:row');
  const left = position ? reached(0, 0, Number(position.x), width) : numberIn(from, 'xdr:col');
  const extent = childOf(anchor, 'xdr:ext')?.attributes ?? {};
  const bottom = to
    ? numberIn(to, 'xdr:row') - (numberIn(to, 'xdr:rowOff') < touched ? 1 : 0)
    : reached(top, numberIn(from, 'xdr:rowOff') || 0, Number(extent.cy ?? 0), height);
  const right = to
    ? numberIn(to, 'xdr:col') - (numberIn(to, 'xdr:colOff') < touched ? 1 : 0)
    : reached(left, numberIn(from, 'xdr:colOff') || 0, Number(extent.cx ?? 0), width);
  if (![top, left, bottom, right].every(Number.isFinite)) return null;
  return { top, left, bottom: Math.max(top, bottom), right: Math.max(left, right) };
};

/** So few pixels of a cell that a shape only touches it. */
const touchedPixels = 4;

/** A shape of the older way. Notes are hidden until somebody points at their cell, unless they say otherwise. */
const shaped = (shape: Element): Range | null => {
  const data = elementsIn(shape).find(({ name }) => /(?:^|:)ClientData$/.test(name));
  const within = (wanted: string): Element | undefined =>
    elementsIn(data).find(({ name }) => name.replace(/^.*:/, '') === wanted);
  const anchor = within('Anchor');
  if (!data || !anchor) return null;
  const style = shape.attributes.style ?? '';
  const isNote = data.attributes.ObjectType === 'Note';
  const shown = isNote ? within('Visible') !== undefined : !/visibility\s*:\s*hidden/i.test(style);
  const [left = 0, , top = 0, , right = 0, beyondRight = 0, bottom = 0, beyondBottom = 0] = textIn(anchor)
    .split(',')
    .map(Number);
  const range = {
    top,
    left,
    bottom: Math.max(top, bottom - (beyondBottom < touchedPixels ? 1 : 0)),
    right: Math.max(left, right - (beyondRight < touchedPixels ? 1 : 0)),
  };
  return shown && Object.values(range).every(Number.isFinite) ? range : null;
};
