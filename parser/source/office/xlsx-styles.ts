import { pictureFont } from '../picture-fonts.ts';
import { builtInFormat } from './number-format.ts';
import { plain, type RunSetting } from './seen.ts';
import { childOf, type Element, elementsIn, treeOf } from './xml.ts';

/** How a workbook sets its cells: fonts, fills and number formats (ECMA-376 part 1, 18.8). */

/** A font as far as it decides what is seen; of a run within a text, left out where the font of the cell holds. */
export type Font = Pick<RunSetting, 'struck' | 'shift' | 'mark' | 'size' | 'color' | 'why'>;

export type XlsxStyle = { font: Font; ground: string; format: string; repeated: boolean };

const black = '000000';

export const plainFont: Font = { struck: false, shift: '', mark: false, size: 0, color: black, why: null };

const isOn = (element: Element | undefined): boolean =>
  element !== undefined && !/^(?:0|false)$/.test(element.attributes.val ?? '');

/** A grey between black, 0, and white, 1. */
const greyOf = (part: number): string =>
  Math.round(255 * Math.min(1, Math.max(0, part)))
    .toString(16)
    .padStart(2, '0')
    .repeat(3)
    .toUpperCase();

/** Brighter than this every colour is nearly white. */
const nearWhite = 0.9;

/**
 * A colour in six digits; null where it is not known which. Of themes only the first two are, nearly always white and black, and what a
 * tint makes of them (18.8.3).
 */
const colorOf = (element: Element | undefined): string | null => {
  const { rgb, theme, indexed, tint } = element?.attributes ?? {};
  const change = Number(tint ?? 0) || 0;
  if (rgb !== undefined && /^[0-9a-f]{6,8}$/i.test(rgb)) return rgb.slice(-6).toUpperCase();
  if (theme === '0') return greyOf(1 + Math.min(0, change));
  if (indexed === '1' || indexed === '9') return 'FFFFFF';
  if (theme === '1') return greyOf(Math.max(0, change));
  if (indexed === '0' || indexed === '8' || indexed === '64') return '000000';
  return change > nearWhite ? 'FFFFFF' : null;
};

/** Letters are black where nothing else is said of them. */
const inkOf = (color: Element | undefined): string | null =>
  color === undefined || isOn({ ...color, attributes: { val: color.attributes.auto ?? '0' } })
    ? black
    : colorOf(color);

/** A font, or the properties of a run (18.4.7). */
export const fontOf = (element: Element | undefined): Font => {
  if (!element) return plainFont;
  const align = childOf(element, 'vertAlign')?.attributes.val ?? '';
  const shift = align === 'baseline' ? '' : align;
  return {
    struck: isOn(childOf(element, 'strike')),
    shift,
    mark: shift !== '',
    size: Number.parseFloat(childOf(element, 'sz')?.attributes.val ?? '') || 0,
    color: inkOf(childOf(element, 'color')),
    why: pictureFont.test((childOf(element, 'name') ?? childOf(element, 'rFont'))?.attributes.val ?? '')
      ? 'glyphs'
      : null,
  };
};

const isDark = (color: string): boolean =>
  [0, 2, 4].every((at) => Number.parseInt(color.slice(at, at + 2), 16) < 0x40);

/** Stands for a colour of which only the name is known. */
const unnamed = '808080';

/** The ground of a fill: the colour of its pattern where that is solid. One that is not known is neither white nor black. */
const groundOf = (fill: Element | undefined): string => {
  const pattern = childOf(fill, 'patternFill');
  if (childOf(fill, 'gradientFill')) return unnamed;
  if (pattern?.attributes.patternType !== 'solid') return plain.ground;
  return colorOf(childOf(pattern, 'fgColor')) ?? unnamed;
};

/** Is text of the colour of its ground, by the same name in the theme or in the palette? */
const isSameByName = (font: Element | undefined, fill: Element | undefined): boolean => {
  const ink = childOf(font, 'color')?.attributes ?? {};
  const pattern = childOf(fill, 'patternFill');
  const ground = childOf(pattern, 'fgColor')?.attributes ?? {};
  const named = ink.theme ?? ink.indexed;
  return (
    pattern?.attributes.patternType === 'solid' &&
    named !== undefined &&
    (['theme', 'indexed', 'tint'] as const).every((name) => ink[name] === ground[name])
  );
};

export class XlsxStyles {
  /** Height of the letters by which columns are measured; 0 where it is not known. */
  readonly size: number;
  readonly #styles: XlsxStyle[];
  readonly #conditions: boolean[];

  constructor(xml: string | undefined) {
    const top = xml === undefined ? undefined : treeOf(xml);
    const listed = (name: string): Element[] => elementsIn(childOf(top, name));
    const formats = new Map(
      listed('numFmts').map(({ attributes }) => [attributes.numFmtId, attributes.formatCode ?? '']),
    );
    const inks = listed('fonts');
    const fills = listed('fills');
    const fonts = inks.map(fontOf);
    const grounds = fills.map(groundOf);
    this.size = fonts[0]?.size ?? 0;
    this.#styles = listed('cellXfs').map((xf) => {
      const { numFmtId = '0', fontId = '0', fillId = '0' } = xf.attributes;
      const font = fonts[Number(fontId)] ?? plainFont;
      const same = isSameByName(inks[Number(fontId)], fills[Number(fillId)]);
      return {
        font: same ? { ...font, color: unnamed } : font,
        ground: grounds[Number(fillId)] ?? plain.ground,
        format: formats.get(numFmtId) ?? builtInFormat(Number(numFmtId)),
        repeated: childOf(xf, 'alignment')?.attributes.horizontal === 'fill',
      };
    });
    this.#conditions = listed('dxfs').map((dxf) => {
      const font = fontOf(childOf(dxf, 'font'));
      const fill = childOf(childOf(dxf, 'fill'), 'patternFill');
      // Such a fill is solid, and its colour that of the ground (18.3.1.10).
      const dark = childOf(fill, 'bgColor') ?? childOf(fill, 'fgColor');
      const covers = dark !== undefined && isDark(colorOf(dark) ?? unnamed);
      return childOf(dxf, 'numFmt') !== undefined || font.struck || font.color === 'FFFFFF' || covers;
    });
  }

  of(index: number): XlsxStyle {
    return (
      this.#styles[index] ?? { font: plainFont, ground: plain.ground, format: 'General', repeated: false }
    );
  }

  /** May a condition that sets cells so (18.3.1.10) change what is seen of a figure? */
  mayChange(condition: number): boolean {
    return this.#conditions[condition] === true;
  }
}
