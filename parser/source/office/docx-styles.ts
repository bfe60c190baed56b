import { pictureFont } from '../picture-fonts.ts';
import { plain, type RunSetting } from './seen.ts';
import { childOf, descendants, type Element, elementsIn, treeOf, valIn } from './xml.ts';

/** How Word sets a run of text: from its own properties, its style, the style of its paragraph and of its table (ECMA-376 part 1, 17.7). */

/** Properties of a run as far as they decide what is seen of it; left out where nothing is said. */
type Properties = {
  vanish?: boolean;
  strike?: boolean;
  dstrike?: boolean;
  align?: string;
  position?: number;
  size?: number;
  color?: string | null;
  ground?: string | null;
  rtl?: boolean;
  /** A font of pictures, letters of no width, or two lines in one: what is seen is not what is written. */
  odd?: RunSetting['why'];
};

/** Those of which each level of styles turns over what the other says (17.7.3). */
const toggles = ['vanish', 'strike'] as const;

const isOn = (element: Element | undefined): boolean | undefined =>
  element && !/^(?:0|false|off|none)$/.test(element.attributes['w:val'] ?? '');

/** A colour in six digits; null for the one that goes with every ground. */
const colorIn = (text: string | undefined): string | null | undefined =>
  text === undefined ? undefined : /^[0-9A-Fa-f]{6}$/.test(text) ? text.toUpperCase() : null;

/** The colours of a theme for a ground, white nearly always. */
const light = /^(?:background[12]|light[12]|bg[12]|lt[12])$/;

/** A colour of text (17.3.2.6): one of the theme goes before the digits, which hold what it was when the text was written. */
const inkOf = (color: Element | undefined): string | null | undefined => {
  const { 'w:val': digits, 'w:themeColor': theme } = color?.attributes ?? {};
  const known = colorIn(digits);
  return theme !== undefined && light.test(theme) && !known ? 'FFFFFF' : known;
};

/** The colour of a fill of letters (MS-DOCX 2.6.1.20), which goes before their own. */
const fillOf = (fill: Element | undefined): string | null | undefined => {
  const solid = childOf(fill, 'w14:solidFill');
  const digits = childOf(solid, 'w14:srgbClr')?.attributes['w14:val'];
  const scheme = childOf(solid, 'w14:schemeClr')?.attributes['w14:val'];
  return digits === undefined
    ? scheme === undefined
      ? undefined
      : light.test(scheme)
        ? 'FFFFFF'
        : null
    : colorIn(digits);
};

/** The ground of shading (17.3.5): its fill, or its own colour where the pattern is solid. */
export const groundOf = (shading: Element | undefined): string | null | undefined => {
  if (!shading) return undefined;
  const { 'w:val': pattern, 'w:fill': fill, 'w:color': color } = shading.attributes;
  return colorIn(pattern === 'solid' ? color : fill);
};

const highlights: Readonly<Record<string, string>> = {
  black: '000000',
  blue: '0000FF',
  cyan: '00FFFF',
  darkBlue: '00008B',
  darkCyan: '008B8B',
  darkGray: 'A9A9A9',
  darkGreen: '006400',
  darkMagenta: '800080',
  darkRed: '8B0000',
  darkYellow: '808000',
  green: '00FF00',
  lightGray: 'D3D3D3',
  magenta: 'FF00FF',
  red: 'FF0000',
  white: 'FFFFFF',
  yellow: 'FFFF00',
};

const oddIn = (run: Element): RunSetting['why'] | undefined => {
  const fonts = childOf(run, 'w:rFonts')?.attributes;
  if (pictureFont.test(`${fonts?.['w:ascii'] ?? ''} ${fonts?.['w:hAnsi'] ?? ''}`)) return 'glyphs';
  const width = Number.parseInt(valIn(run, 'w:w') ?? '', 10);
  if (width < 10) return 'hidden';
  if (Number(valIn(run, 'w:spacing')) <= -80) return 'covered';
  const layout = childOf(run, 'w:eastAsianLayout')?.attributes;
  if (layout && isOn({ name: '', attributes: { 'w:val': layout['w:combine'] ?? '0' }, children: [] }))
    return 'raised';
  const fill = childOf(run, 'w14:textFill');
  if (childOf(fill, 'w14:noFill')) return 'hidden';
  // In thousandths of a hundredth of what lies behind.
  if (
    fill &&
    [...descendants(fill, 'w14:alpha')].some(({ attributes }) => Number(attributes['w14:val']) > 85_000)
  )
    return 'hidden';
  return undefined;
};

const propertiesOf = (run: Element | undefined): Properties => {
  if (!run) return {};
  const found: Properties = {};
  const vanish = isOn(childOf(run, 'w:vanish'));
  if (vanish !== undefined) found.vanish = vanish;
  const strike = isOn(childOf(run, 'w:strike'));
  if (strike !== undefined) found.strike = strike;
  const dstrike = isOn(childOf(run, 'w:dstrike'));
  if (dstrike !== undefined) found.dstrike = dstrike;
  const align = valIn(run, 'w:vertAlign');
  if (align !== undefined) found.align = align === 'baseline' ? '' : align;
  const position = valIn(run, 'w:position');
  if (position !== undefined) found.position = Number.parseFloat(position) || 0;
  const size = Number.parseFloat(valIn(run, 'w:sz') ?? '');
  // Of no size at all is less than anything that is seen, and not a size that is not known.
  if (size >= 0) found.size = Math.max(size, 1) / 2;
  const color = fillOf(childOf(run, 'w14:textFill')) ?? inkOf(childOf(run, 'w:color'));
  if (color !== undefined) found.color = color;
  const ground = highlights[valIn(run, 'w:highlight') ?? ''] ?? groundOf(childOf(run, 'w:shd'));
  if (ground !== undefined) found.ground = ground;
  const rtl = isOn(childOf(run, 'w:rtl'));
  if (rtl !== undefined) found.rtl = rtl;
  const odd = oddIn(run);
  if (odd !== undefined) found.odd = odd;
  return found;
};

type DocxStyle = {
  name: string;
  basedOn: string | undefined;
  run: Properties;
  numbered: boolean | undefined;
};

/** Nearer to one another than letters are high, in twentieths of a point: nothing of them is left. */
const leastLine = 100;
/** So far out of their cell that nobody looks there. */
const farOut = -4000;

/** Is a paragraph cut to lines that show nothing, or set away from where it stands (17.3.1.33, 17.3.1.12)? */
export const isOutOfSight = (paragraph: Element | undefined): boolean => {
  const spacing = childOf(paragraph, 'w:spacing')?.attributes;
  if (spacing?.['w:lineRule'] === 'exact' && Number(spacing['w:line']) < leastLine) return true;
  const indent = childOf(paragraph, 'w:ind')?.attributes ?? {};
  return (
    ['w:left', 'w:start', 'w:firstLine'].some((side) => Number(indent[side] ?? 0) < farOut) ||
    Number(indent['w:hanging'] ?? 0) > -farOut
  );
};

/** What a style of tables says of all its cells, and of some of them (17.7.6): which these are is not looked at, so that what may hide or strike a figure is a doubt of all. */
const partsOf = (style: Element): Properties => {
  const found: Properties = {};
  for (const part of elementsIn(style)) {
    if (part.name !== 'w:tblStylePr') continue;
    const own = propertiesOf(childOf(part, 'w:rPr'));
    if (part.attributes['w:type'] === 'wholeTable') Object.assign(found, own);
    else if (own.vanish) found.odd ??= 'hidden';
    else if (own.strike || own.dstrike) found.odd ??= 'struck';
    else if (own.align) found.odd ??= 'raised';
  }
  return found;
};

/** Does a paragraph get a number or a bullet of its own (17.9)? Undefined where nothing is said. */
const numberedIn = (paragraph: Element | undefined): boolean | undefined => {
  const numbering = childOf(paragraph, 'w:numPr');
  return numbering && valIn(numbering, 'w:numId') !== '0';
};

export class DocxStyles {
  readonly #styles = new Map<string, DocxStyle>();
  readonly #defaults: Properties;
  #paragraph: string | undefined;

  /** @param xml the part of styles; without it nothing is set but what runs say themselves. */
  constructor(xml: string | undefined) {
    const top = xml === undefined ? undefined : treeOf(xml);
    this.#defaults = propertiesOf(childOf(childOf(childOf(top, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr'));
    for (const style of elementsIn(top)) {
      if (style.name !== 'w:style') continue;
      const id = style.attributes['w:styleId'] ?? '';
      this.#styles.set(id, {
        name: valIn(style, 'w:name') ?? '',
        basedOn: valIn(style, 'w:basedOn'),
        run: { ...propertiesOf(childOf(style, 'w:rPr')), ...partsOf(style) },
        numbered: numberedIn(childOf(style, 'w:pPr')),
      });
      if (style.attributes['w:type'] === 'paragraph' && style.attributes['w:default'] !== undefined)
        this.#paragraph ??= id;
    }
  }

  /** A style and what it is based on, the style itself last. */
  #chain(id: string | undefined): DocxStyle[] {
    const chain: DocxStyle[] = [];
    const seen = new Set<string>();
    for (let at = id; at !== undefined && !seen.has(at); at = this.#styles.get(at)?.basedOn) {
      seen.add(at);
      const style = this.#styles.get(at);
      if (style) chain.unshift(style);
    }
    return chain;
  }

  #runOf(id: string | undefined): Properties {
    return Object.assign({}, ...this.#chain(id).map(({ run }) => run));
  }

  /** The name of a paragraph's style, of its own or of one it is based on, that says which heading it is; 0 for none. */
  headingOf(paragraph: Element | undefined): number {
    const id = valIn(paragraph, 'w:pStyle');
    for (const { name } of this.#chain(id).reverse()) {
      if (/^(?:title|标题)$/i.test(name)) return 1;
      const level = /^(?:heading|标题)\s*([1-6])$/i.exec(name)?.[1];
      if (level !== undefined) return Number(level);
    }
    return 0;
  }

  isNumbered(paragraph: Element | undefined): boolean {
    return (
      numberedIn(paragraph) ??
      this.#chain(valIn(paragraph, 'w:pStyle') ?? this.#paragraph)
        .map(({ numbered }) => numbered)
        .findLast((numbered) => numbered !== undefined) ??
      false
    );
  }

  /**
   * How a run is set.
   * @param table id of the style of the table around it.
   * @param ground of its paragraph or cell, where that has one.
   */
  settingOf(
    run: Element | undefined,
    paragraph: Element | undefined,
    table: string | undefined,
    ground: string | null,
  ): RunSetting {
    const own = propertiesOf(childOf(run, 'w:rPr'));
    const levels = [
      this.#runOf(table),
      this.#runOf(valIn(paragraph, 'w:pStyle') ?? this.#paragraph),
      this.#runOf(valIn(childOf(run, 'w:rPr'), 'w:rStyle')),
    ];
    const set: Properties = Object.assign({}, this.#defaults, ...levels, own);
    for (const name of toggles)
      set[name] =
        own[name] ??
        (this.#defaults[name] === true || levels.filter((level) => level[name] === true).length % 2 === 1);
    const mark = set.align !== undefined && set.align !== '';
    return {
      ...plain,
      gone: set.vanish === true,
      struck: set.strike === true || set.dstrike === true,
      shift: `${set.align ?? ''}${set.position ? ` ${set.position}` : ''}`,
      mark,
      // Where nothing says more, letters have ten points.
      size: set.size ?? 10,
      color: set.color ?? null,
      ground: set.ground ?? ground ?? plain.ground,
      why: set.odd ?? (set.rtl ? 'reordered' : null),
    };
  }
}
