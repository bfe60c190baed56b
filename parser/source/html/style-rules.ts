import { compile } from 'css-select';
import parseSheet from 'css-tree/parser';
import { parse as parseSelector, type Selector } from 'css-what';
import { broughtFamilies, declarationsOf } from './declarations.ts';
import { keyOf, mediaOf, specificityOf, supportOf } from './selectors.ts';

/** The rules of the style sheets of a page, as far as they concern what is seen, each with where it counts. */

export type StyleSheet = { text: string; media: string };

/** The part of a domhandler element that styles are asked of. */
export type StyledNode = { name?: string; attribs?: Record<string, string>; parent?: StyledNode | null };

export type StyleRule = {
  matches: (node: never) => boolean;
  /** Id, class or name that its last part asks for; '' where it asks for none. */
  key: string;
  /** Where it stands among the rules of its layer, and that of its layer (CSS Cascade 5, 6.1). */
  weight: number;
  layer: number;
  declarations: { property: string; value: string; important: boolean }[];
  /** `before`, `after` …, of which it speaks; '' for the element itself. */
  pseudo: string;
  /** It counts on paper only, or where it cannot be told. */
  elsewhere: boolean;
};

/** Stands for the layer of rules that are in none: it weighs more than all. */
export const unlayered = 99;

const everything = parseSelector('*')[0] ?? [];

/** Counting, and in which rules and layer what is read stands. */
type RuleContext = { screen: boolean; elsewhere: boolean; parent: string; layer: string | null };

/** The selector of a rule that stands in another: what is not said to be relative stands below it. */
const nested = (prelude: string, parent: string): string => {
  if (parent === '') return prelude;
  return prelude.includes('&') ? prelude.replaceAll('&', `:is(${parent})`) : `:is(${parent}) ${prelude}`;
};

const ofLanguage = /^(?:lang|dir)$/;

export class StyleRules {
  readonly #rules = new Map<string, StyleRule[]>();
  /** Layers by the order in which they are first named. */
  readonly #layers = new Map<string, number>();
  /** Families of fonts that the sheets bring along. */
  readonly families = new Set<string>();
  #order = 0;

  constructor(sheets: readonly StyleSheet[]) {
    for (const { text, media } of sheets) {
      for (const family of broughtFamilies(text)) this.families.add(family);
      const { screen, elsewhere } = mediaOf(media);
      if (screen || elsewhere) this.#read(text, { screen, elsewhere, parent: '', layer: null });
    }
  }

  #layerOf(name: string | null): number {
    if (name === null) return unlayered;
    const known = this.#layers.get(name) ?? Math.min(this.#layers.size, unlayered - 1);
    this.#layers.set(name, known);
    return known;
  }

  #read(text: string, context: RuleContext): void {
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
    const visitAt = (node: CssNode, around: RuleContext): void => {
      const condition = node.prelude?.value?.trim() ?? '';
      const inside = (
        verdict: { screen: boolean; elsewhere: boolean },
        more: Partial<RuleContext> = {},
      ): void =>
        visit(node.block?.children ?? [], {
          ...around,
          screen: around.screen && verdict.screen,
          elsewhere: around.elsewhere && verdict.elsewhere,
          ...more,
        });
      switch (node.name?.toLowerCase()) {
        case 'media':
          inside(mediaOf(condition));
          return;
        case 'supports': {
          const known = supportOf(condition);
          inside({ screen: known === true, elsewhere: known !== false });
          return;
        }
        case 'container':
          inside({ screen: false, elsewhere: true });
          return;
        case 'scope':
          inside(
            { screen: true, elsewhere: true },
            { parent: /^\(([^()]+)\)/.exec(condition)?.[1] ?? around.parent },
          );
          return;
        case 'layer': {
          const names = condition.split(',').map((one) => `${around.layer ?? ''}.${one.trim()}`);
          for (const name of names) this.#layerOf(name);
          inside({ screen: true, elsewhere: true }, { layer: names[0] ?? null });
          return;
        }
        default:
      }
    };
    /** Rules that stand in another are its own (CSS Nesting). */
    const visit = (nodes: Iterable<CssNode>, around: RuleContext): void => {
      for (const node of nodes) {
        if (!around.screen && !around.elsewhere) return;
        if (node.type === 'Atrule') visitAt(node, around);
        else if (node.type === 'Rule') {
          const declarations = [...(node.block?.children ?? [])].flatMap((one) =>
            one.type === 'Declaration'
              ? declarationsOf(
                  one.property ?? '',
                  one.value ? (one.value as unknown as { value: string }).value : '',
                ).map((each) => ({ ...each, important: Boolean(one.important) }))
              : [],
          );
          const prelude = nested(node.prelude?.value ?? '', around.parent);
          if (declarations.length > 0) this.#add(prelude, declarations, around);
          visit(node.block?.children ?? [], { ...around, parent: prelude });
        }
      }
    };
    visit(sheet.children ?? [], context);
  }

  #add(prelude: string, declarations: StyleRule['declarations'], { screen, layer }: RuleContext): void {
    let selectors: Selector[][];
    try {
      selectors = parseSelector(prelude);
    } catch {
      return; // an invalid selector drops its rule
    }
    for (const selector of selectors) {
      // What asks for a language is not looked at: it may count.
      const tokens = selector.filter((one) => !(one.type === 'pseudo' && ofLanguage.test(one.name)));
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
          layer: this.#layerOf(layer),
          declarations,
          pseudo,
          elsewhere: !screen || tokens.length < selector.length,
        };
        const known = this.#rules.get(rule.key);
        if (known) known.push(rule);
        else this.#rules.set(rule.key, [rule]);
      } catch {
        // a pseudo-class that is no state of a page at rest
      }
    }
  }

  /** The rules that speak of an element, in no order. */
  *matching(node: StyledNode): Generator<StyleRule> {
    if (this.#rules.size === 0) return;
    const { id, class: classes = '' } = node.attribs ?? {};
    const keys = ['', node.name ?? ''];
    if (id !== undefined) keys.push(`#${id}`);
    for (const one of classes.split(/\s+/)) if (one !== '') keys.push(`.${one}`);
    for (const key of keys)
      for (const rule of this.#rules.get(key) ?? []) if (rule.matches(node as never)) yield rule;
  }
}
