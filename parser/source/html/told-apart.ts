/**
 * Which elements of a live page its style sheets may set otherwise than others of the same name, classes and surroundings: those that are
 * chosen by their place, an attribute, a state or what stands beside them.
 */

/** What stands before or behind an element is that of the element. */
const pseudoElement = /::[a-z-]+(?:\([^()]*\))?|:(?:before|after|first-letter|first-line)\b/gi;
/** Under the pointer, or where a person writes: few elements, which are told apart in any case. */
const pointed = /:(?:hover|active|focus|focus-within|focus-visible)(?![\w-])(?![^()]*\))/gi;
const pointedAt = ':hover,:active,:focus-within';
/** More in a selector than names, classes and what they stand in. */
const further = /[:[+~&]/;

/** Style rules of sheets that cannot be read, or hold within others, may choose anything. */
class Unread extends Error {}

const addRules = (rules: CSSRuleList, sized: boolean, selectors: Set<string>): void => {
  for (const rule of rules) {
    const kind = rule.constructor.name;
    const inner = 'cssRules' in rule ? (rule.cssRules as CSSRuleList | null) : null;
    if (kind === 'CSSPageRule') continue;
    if ('selectorText' in rule) {
      if (inner && inner.length > 0) throw new Unread();
      for (const selector of String(rule.selectorText).split(/,(?![^()]*\))/)) {
        const plain = selector
          .replace(pseudoElement, '')
          .replace(pointed, '')
          .replaceAll(':root', 'html')
          .trim();
        if (sized || further.test(plain)) selectors.add(plain || '*');
      }
    } else if (kind === 'CSSScopeRule') throw new Unread();
    else if ('styleSheet' in rule) {
      const imported = rule.styleSheet as CSSStyleSheet | null;
      if (imported) addRules(imported.cssRules, sized, selectors);
    } else if (inner && 'insertRule' in rule)
      addRules(inner, sized || kind === 'CSSContainerRule', selectors);
  }
};

/** One selector for all such elements; null where it cannot be told. */
export const selectorApart = (document: Document): string | null => {
  const selectors = new Set([pointedAt]);
  try {
    // A sheet of another site may be seen and not be read.
    for (const sheet of [...document.styleSheets, ...document.adoptedStyleSheets])
      addRules(sheet.cssRules, false, selectors);
  } catch {
    return null;
  }
  return [...selectors].join(',');
};

/** Those in a table, and what a script moves in it; null where it may be any. */
export const toldApartIn = (table: Element, selector: string | null): ReadonlySet<Element> | null => {
  if (selector === null || table.getRootNode() !== table.ownerDocument) return null;
  try {
    const found = new Set<Element>(table.querySelectorAll(selector));
    for (const { effect } of table.getAnimations({ subtree: true })) {
      if (effect && 'target' in effect) found.add(effect.target as Element);
    }
    return found;
  } catch {
    return null;
  }
};
