import { compile } from 'css-select';
import parseSheet from 'css-tree/parser';
import { parse as parseSelector, type Selector } from 'css-what';
import { declarationsOf } from './declarations.ts';
import { type Look, lookOf } from './look.ts';
import { keyOf, mediaOf, specificityOf } from './selectors.ts';

/** The part of a domhandler element that styles are asked of. */
type StyledNode = { name?: string; attribs?: Record<string, string> };

type Declared = { value: string; weight: number };

type StyleRule = {
  matches: (node: never) => boolean;
  /** Id, class or name that its last part asks for; '' where it asks for none. */
  key: string;
  weight: number;
  declarations: { property: string; value: string; important: boolean }[];
  /** `before`, `after` …, of which it speaks; '' for the element itself. */
  pseudo: string;
  /** It counts on paper only. */
  onPaper: boolean;
};

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
  if ('hidden' in attributes) hints.display = 'none';
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

/** Classes by which the usual frameworks hide text, where the page itself says nothing of them. */
const hidingClass =
  /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|d-none|is-hidden|hidden|invisible)(?=\s|$)/i;

const everything = parseSelector('*')[0] ?? [];

const important = 1e12;

/** The selector of a rule that stands in another: what is not said to be relative stands below it. */
const nested = (prelude: string, parent: string): string => {
  if (parent === '') return prelude;
  return prelude.includes('&') ? prelude.replaceAll('&', `:is(${parent})`) : `:is(${parent}) ${prelude}`;
};

/** The cascade of a page, as far as it concerns what is seen: its `style` elements and attributes. */
export class Cascade {
  readonly #rules = new Map<string, StyleRule[]>();
  readonly #declared = new Map<StyledNode, (property: string) => string>();
  #order = 0;

  constructor(sheets: readonly { text: string; media: string }[]) {
    for (const { text, media } of sheets) {
      const { screen, paper } = mediaOf(media);
      if (screen || paper) this.#read(text, screen, paper);
    }
  }

  #read(text: string, screen: boolean, paper: boolean): void {
    type CssNode = {
      type: string;
      name?: string;
      value?: string;
      prelude?: CssNode | null;
      block?: { children: Iterable<CssNode> } | null;
      children?: Iterable<CssNode>;
      property?: string;
      important?: boolean | string;
    };
    const sheet: CssNode = parseSheet(text, {
      parseValue: false,
      parseRulePrelude: false,
      parseAtrulePrelude: false,
      parseCustomProperty: false,
    });
    /** @param parent selector of the rule in which these stand (CSS Nesting); '' outside one. */
    const visit = (nodes: Iterable<CssNode>, onScreen: boolean, onPaper: boolean, parent = ''): void => {
      for (const node of nodes) {
        if (node.type === 'Atrule') {
          const name = node.name?.toLowerCase() ?? '';
          if (!node.block || !/^(?:media|supports|layer|container)$/.test(name)) continue;
          const media = name === 'media' ? mediaOf(node.prelude?.value ?? '') : { screen: true, paper: true };
          visit(node.block.children, onScreen && media.screen, onPaper && media.paper, parent);
        } else if (node.type === 'Rule' && (onScreen || onPaper)) {
          const declarations = [...(node.block?.children ?? [])].flatMap((one) =>
            one.type === 'Declaration'
              ? declarationsOf(
                  one.property ?? '',
                  one.value ? (one.value as unknown as { value: string }).value : '',
                ).map((each) => ({ ...each, important: Boolean(one.important) }))
              : [],
          );
          const prelude = nested(node.prelude?.value ?? '', parent);
          if (declarations.length > 0) this.#add(prelude, declarations, !onScreen);
          visit(node.block?.children ?? [], onScreen, onPaper, prelude);
        }
      }
    };
    visit(sheet.children ?? [], screen, paper);
  }

  #add(prelude: string, declarations: StyleRule['declarations'], onPaper: boolean): void {
    let selectors: Selector[][];
    try {
      selectors = parseSelector(prelude);
    } catch {
      return; // an invalid selector drops its rule
    }
    for (const tokens of selectors) {
      const last = tokens.at(-1);
      const [ids, classes, types] = specificityOf(tokens);
      let pseudo = '';
      if (last?.type === 'pseudo-element') pseudo = last.name;
      else if (last?.type === 'pseudo' && /^(?:before|after|first-letter|first-line)$/.test(last.name))
        pseudo = last.name;
      const own = pseudo === '' ? tokens : tokens.slice(0, -1);
      try {
        const rule: StyleRule = {
          matches: compile<never, never>([own.length > 0 ? own : everything]),
          key: keyOf(own),
          weight: (ids * 1e4 + classes * 100 + types) * 1e5 + this.#order++,
          declarations,
          pseudo,
          onPaper,
        };
        const known = this.#rules.get(rule.key);
        if (known) known.push(rule);
        else this.#rules.set(rule.key, [rule]);
      } catch {
        // a pseudo-class that is no state of a page at rest
      }
    }
  }

  *#matching(node: StyledNode): Generator<StyleRule> {
    if (this.#rules.size === 0) return;
    const { id, class: classes = '' } = node.attribs ?? {};
    const keys = ['', node.name ?? ''];
    if (id !== undefined) keys.push(`#${id}`);
    for (const one of classes.split(/\s+/)) if (one !== '') keys.push(`.${one}`);
    for (const key of keys)
      for (const rule of this.#rules.get(key) ?? []) if (rule.matches(node as never)) yield rule;
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
    for (const rule of this.#matching(node)) {
      for (const { property, value, important: strong } of rule.declarations) {
        if (rule.onPaper) {
          if (property === 'display' || property === 'visibility') replaced = 'replaced';
        } else if (rule.pseudo === '') declare(property, value, rule.weight + (strong ? important : 0));
        else if (property === 'content' || /^first-/.test(rule.pseudo)) {
          const kind = property === 'content' && rule.pseudo !== 'first-letter' ? value : property;
          if (kind !== '') generated = kind;
        }
      }
    }
    for (const [property, value, strong] of inlineOf(attributes.style ?? ''))
      declare(property, value, 1e11 + (strong ? important : 0));
    const values = (property: string): string =>
      property === '--generated'
        ? generated
        : property === '--replaced'
          ? replaced
          : (declared.get(property)?.value ?? '');
    this.#declared.set(node, values);
    return values;
  }

  /** How an element is set, from the root down. */
  lookOf(node: StyledNode, parent: Look): Look {
    const values = this.#valuesOf(node);
    const look = lookOf(node.name ?? '', values, parent);
    if (look.why !== null || look.gone) return look;
    if (node.name === 'details' && !('open' in (node.attribs ?? {}))) return { ...look, why: 'hidden' };
    if (values('--replaced') !== '') return { ...look, why: 'replaced' };
    const classes = node.attribs?.class ?? '';
    if (hidingClass.test(classes) && values('display') === '' && values('visibility') === '')
      return { ...look, why: 'hidden' };
    return look;
  }

  /** What stands in an element without being written there: text that a style adds, or a picture behind it. */
  besideOf(node: StyledNode): 'generated' | 'drawn' | null {
    const values = this.#valuesOf(node);
    if (values('--generated') !== '') return 'generated';
    return /url\(/.test(values('background-image')) || node.attribs?.background ? 'drawn' : null;
  }
}

type Inline = readonly [property: string, value: string, important: boolean][];

/** Style attributes that came before: the same ones stand in cell after cell. */
const inlines = new Map<string, Inline>();
const mostInlines = 4_000;

const inlineOf = (style: string): Inline => {
  if (style === '') return [];
  const known = inlines.get(style);
  if (known) return known;
  if (inlines.size >= mostInlines) inlines.clear();
  const made = parseInline(style);
  inlines.set(style, made);
  return made;
};

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
