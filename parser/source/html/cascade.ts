import parseSheet from 'css-tree/parser';
import type { Obscurity } from '../../issue.ts';
import { remembered } from '../../text/remembered.ts';
import { mayHide } from './classes.ts';
import { declarationsOf, isPending, settled } from './declarations.ts';
import { type Look, lookOf } from './look.ts';
import { type StyledNode, type StyleRule, StyleRules, type StyleSheet, unlayered } from './style-rules.ts';

type Declared = { value: string; weight: number };

/** What browsers declare by themselves (HTML Standard, 15 Rendering). */
const userAgent: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  sup: { 'vertical-align': 'super', 'font-size': 'smaller' },
  sub: { 'vertical-align': 'sub', 'font-size': 'smaller' },
  small: { 'font-size': 'smaller' },
  big: { 'font-size': 'larger' },
  s: { 'text-decoration-line': 'line-through' },
  strike: { 'text-decoration-line': 'line-through' },
  del: { 'text-decoration-line': 'line-through' },
  rt: { 'vertical-align': 'super', 'font-size': '50%' },
  rp: { display: 'none' },
  datalist: { display: 'none' },
};

const fontSizes = ['x-small', 'small', 'medium', 'large', 'x-large', 'xx-large', '48px'];

/** The presentational hints of an element (HTML Standard 15.2), as declarations. */
const hintsOf = (name: string, attributes: Record<string, string>): Record<string, string> => {
  const hints: Record<string, string> = {};
  if ('hidden' in attributes || 'popover' in attributes) hints.display = 'none';
  if (name === 'dialog' && !('open' in attributes)) hints.display = 'none';
  if (/^rtl$/i.test(attributes.dir ?? '')) hints.direction = 'rtl';
  if (attributes.bgcolor) hints['background-color'] = attributes.bgcolor.trim().toLowerCase();
  if (name === 'font') {
    if (attributes.face) hints['font-family'] = attributes.face;
    if (attributes.color) hints.color = attributes.color.trim().toLowerCase();
    const parts = /^\s*([+-]?)(\d)/.exec(attributes.size ?? '');
    if (parts) {
      const sign = parts[1] === '-' ? -1 : 1;
      const step = parts[1] ? 3 + sign * Number(parts[2]) : Number(parts[2]);
      hints['font-size'] = fontSizes[Math.min(7, Math.max(1, step)) - 1] ?? 'medium';
    }
  }
  return hints;
};

/** What is added to the weight of a rule: for each layer, for a style attribute, for what is important. */
const weights = { layer: 1e10, attribute: 1e13, important: 1e14 } as const;

/** The signs with which lists are numbered; bullets say nothing. */
const numbering =
  /decimal|roman|alpha|latin|greek|cjk|chinese|ideographic|hiragana|katakana|armenian|georgian|"/;

const isInCell = (node: StyledNode): boolean => {
  for (let at: StyledNode | null | undefined = node; at; at = at.parent)
    if (at.name === 'td' || at.name === 'th') return true;
  return false;
};

/** What a rule of `::before` or `::after` draws that has no text: a line through, or over, what stands beside it. */
const drawsOver = (declarations: StyleRule['declarations']): boolean => {
  const value = (wanted: string): string =>
    declarations.find(({ property }) => property === wanted)?.value ?? '';
  const isPlaced = /absolute|fixed/.test(value('position')) || value('margin-top').startsWith('-');
  const border = value('border');
  return (
    isPlaced &&
    ((border !== '' && !/^(?:0|none|transparent)/.test(border)) ||
      (value('background-color') !== '' && value('background-color') !== 'transparent') ||
      /[(]/.test(value('background-image')))
  );
};

/** The cascade of a page, as far as it concerns what is seen: its `style` elements and attributes. */
export class Cascade {
  readonly #rules: StyleRules;
  readonly #declared = new Map<StyledNode, (property: string) => string>();

  constructor(sheets: readonly StyleSheet[]) {
    this.#rules = new StyleRules(sheets);
  }

  /** What is declared of an element: the winner of each property. */
  #valuesOf(node: StyledNode): (property: string) => string {
    const known = this.#declared.get(node);
    if (known) return known;
    const name = node.name ?? '';
    const attributes = node.attribs ?? {};
    const declared = new Map<string, Declared>();
    const declare = (property: string, value: string, weight: number): void => {
      const before = declared.get(property);
      if (!before || before.weight <= weight) declared.set(property, { value, weight });
    };
    for (const [property, value] of Object.entries(userAgent[name] ?? {})) declare(property, value, -2);
    for (const [property, value] of Object.entries(hintsOf(name, attributes))) declare(property, value, -1);
    let replaced = '';
    let generated = '';
    for (const rule of this.#rules.matching(node)) {
      const pseudo = rule.pseudo !== '' && !rule.elsewhere;
      if (pseudo && drawsOver(rule.declarations)) generated = 'drawn';
      for (const { property, value, important: strong } of rule.declarations) {
        if (rule.elsewhere) {
          if (property === 'display' || property === 'visibility') replaced = 'replaced';
        } else if (!pseudo) {
          // What is important weighs the more, the earlier its layer stands.
          const layer = strong ? unlayered - rule.layer : rule.layer;
          declare(property, value, rule.weight + layer * weights.layer + (strong ? weights.important : 0));
        } else if (property === 'content' || /^first-/.test(rule.pseudo)) {
          const kind = property === 'content' && rule.pseudo !== 'first-letter' ? value : property;
          if (kind !== '') generated = kind;
        }
      }
    }
    for (const [property, value, strong] of inlineOf(attributes.style ?? ''))
      declare(property, value, weights.attribute + (strong ? weights.important : 0));
    const values = (property: string): string => {
      if (property === '--generated') return generated;
      if (property === '--replaced') return replaced;
      const own = declared.get(property);
      const all = declared.get('all');
      // `all` sets back what was declared before.
      const value = own && !(all && all.weight > own.weight) ? own.value : '';
      if (!isPending(value)) return value;
      const whole = this.#filled(value, node);
      return property.startsWith('--') ? (whole ?? '') : whole === null ? '' : settled(property, whole);
    };
    this.#declared.set(node, values);
    return values;
  }

  /** A value with those of custom properties in their places; null where one is not declared. */
  #filled(text: string, node: StyledNode, deep = 0): string | null {
    const at = text.indexOf('var(');
    if (at < 0) return text;
    if (deep > mostNested || text.length > longestValue) return null;
    let end = at + 4;
    for (let open = 1; open > 0 && end < text.length; end++)
      open += text[end] === '(' ? 1 : text[end] === ')' ? -1 : 0;
    const inside = text.slice(at + 4, end - 1);
    const comma = inside.indexOf(',');
    const name = (comma < 0 ? inside : inside.slice(0, comma)).trim();
    let value = '';
    for (let from: StyledNode | null | undefined = node; from && value === ''; from = from.parent)
      if (from.attribs) value = this.#valuesOf(from)(name);
    if (value === '' && comma < 0) return null;
    const chosen = value === '' ? inside.slice(comma + 1).trim() : value;
    return this.#filled(text.slice(0, at) + chosen + text.slice(end), node, deep + 1);
  }

  /** How an element is set, from the root down. */
  lookOf(node: StyledNode, parent: Look): Look {
    const values = this.#valuesOf(node);
    const look = lookOf(node.name ?? '', values, parent);
    // Pages are not shown until they are loaded: of the whole of them only the colours count.
    if (node.name === 'body') return { ...parent, color: look.color, ground: look.ground };
    if (look.why !== null || look.gone) return look;
    if (node.name === 'details' && !('open' in (node.attribs ?? {}))) return { ...look, why: 'hidden' };
    const why = this.#doubtOf(node, values);
    if (why) return { ...look, why };
    const classes = node.attribs?.class ?? '';
    if (mayHide(classes) && values('display') === '' && values('visibility') === '')
      return { ...look, why: 'hidden' };
    return look;
  }

  /** What else of the declarations leaves in doubt what is seen of an element. */
  #doubtOf(node: StyledNode, values: (property: string) => string): Obscurity | null {
    if (values('--replaced') !== '') return 'replaced';
    const family = values('font-family').split(',')[0]?.replace(/["']/g, '').trim() ?? '';
    return this.#rules.families.has(family) && isInCell(node) ? 'glyphs' : null;
  }

  /** What stands in an element without being written there: text that a style adds, or a picture behind it. */
  besideOf(node: StyledNode): 'generated' | 'drawn' | null {
    const values = this.#valuesOf(node);
    if (values('--generated') !== '') return 'generated';
    if (numbering.test(values('list-style-type'))) return 'generated';
    if (values('display') === 'list-item' && values('list-style-type') !== 'none') return 'generated';
    return /url\(/.test(values('background-image')) || node.attribs?.background ? 'drawn' : null;
  }
}

/** More nested custom properties, or a longer value, are no page that a person made. */
const mostNested = 20;
const longestValue = 2_000;

type Inline = readonly [property: string, value: string, important: boolean][];

/** The declarations of a style attribute. */
const parseInline = (style: string): Inline => {
  const block = parseSheet(`a{${style.replace(/[{}]/g, '')}}`, {
    parseValue: false,
    parseRulePrelude: false,
  });
  type Node = { type: string; property: string; important: boolean | string; value: { value: string } };
  const [rule] = [...(block.children as Iterable<{ block?: { children: Iterable<Node> } }>)];
  return [...(rule?.block?.children ?? [])].flatMap((one) =>
    one.type === 'Declaration'
      ? declarationsOf(one.property, one.value.value).map(
          ({ property, value }): [string, string, boolean] => [property, value, Boolean(one.important)],
        )
      : [],
  );
};

/** The same style attributes stand in cell after cell. */
const rememberedInline = remembered(parseInline, { most: 4_000, longest: 2_000 });

const inlineOf = (style: string): Inline => (style === '' ? [] : rememberedInline(style));
