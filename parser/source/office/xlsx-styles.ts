import { builtInFormat } from './number-format.ts';
import { plain, type RunSetting } from './seen.ts';
import { childOf, type Element, elementsIn, treeOf } from './xml.ts';

/** How a workbook sets its cells: fonts, fills and number formats (ECMA-376 part 1, 18.8). */

/** A font as far as it decides what is seen; of a run within a text, left out where the font of the cell holds. */
export type Font = Pick<RunSetting, 'struck' | 'shift' | 'mark' | 'size' | 'color'>;

export type XlsxStyle = { font: Font; ground: string; format: string; repeated: boolean };

const plainFont: Font = { struck: false, shift: '', mark: false, size: 0, color: null };

const isOn = (element: Element | undefined): boolean =>
  element !== undefined && !/^(?:0|false)$/.test(element.attributes.val ?? '');

/** A colour in six digits; null where it is not known which, or goes with every ground. Of themes only the first colour is, nearly always white. */
const colorOf = (element: Element | undefined): string | null => {
  const { rgb, theme, indexed } = element?.attributes ?? {};
  if (rgb !== undefined && /^[0-9a-f]{6,8}$/i.test(rgb)) return rgb.slice(-6).toUpperCase();
  if (theme === '0' || indexed === '1' || indexed === '9') return 'FFFFFF';
  return null;
};

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
    color: colorOf(childOf(element, 'color')),
  };
};

/** The ground of a fill: the colour of its pattern where that is solid. One that is not known is neither white nor black. */
const groundOf = (fill: Element | undefined): string => {
  const pattern = childOf(fill, 'patternFill');
  if (childOf(fill, 'gradientFill')) return '808080';
  if (pattern?.attributes.patternType !== 'solid') return plain.ground;
  return colorOf(childOf(pattern, 'fgColor')) ?? '808080';
};

export class XlsxStyles {
  readonly #styles: XlsxStyle[];
  readonly #conditions: boolean[];

  constructor(xml: string | undefined) {
    const top = xml === undefined ? undefined : treeOf(xml);
    const listed = (name: string): Element[] => elementsIn(childOf(top, name));
    const formats = new Map(
      listed('numFmts').map(({ attributes }) => [attributes.numFmtId, attributes.formatCode ?? '']),
    );
    const fonts = listed('fonts').map(fontOf);
    const grounds = listed('fills').map(groundOf);
    this.#styles = listed('cellXfs').map((xf) => {
      const { numFmtId = '0', fontId = '0', fillId = '0' } = xf.attributes;
      return {
        font: fonts[Number(fontId)] ?? plainFont,
        ground: grounds[Number(fillId)] ?? plain.ground,
        format: formats.get(numFmtId) ?? builtInFormat(Number(numFmtId)),
        repeated: childOf(xf, 'alignment')?.attributes.horizontal === 'fill',
      };
    });
    this.#conditions = listed('dxfs').map((dxf) => {
      const font = fontOf(childOf(dxf, 'font'));
      return childOf(dxf, 'numFmt') !== undefined || font.struck || font.color === 'FFFFFF';
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
