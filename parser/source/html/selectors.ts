import type { Selector } from 'css-what';

/** Where a rule counts, and how much: its media query and its selector. */

/** The width for which a page is looked at where it asks: that of a desk. */
const screenWidth = 1280;

/** Does a rule count on the screen of a desk, and does it count on paper? What cannot be told counts. */
export const mediaOf = (query: string): { screen: boolean; paper: boolean } => {
  const text = query.toLowerCase().trim();
  if (text === '' || text === 'all') return { screen: true, paper: true };
  const each = text.split(',').map((one) => {
    const narrow = /max-(?:device-)?width\s*:\s*([\d.]+)/.exec(one);
    const wide = /min-(?:device-)?width\s*:\s*([\d.]+)/.exec(one);
    const fits = (!narrow || Number(narrow[1]) >= screenWidth) && (!wide || Number(wide[1]) <= screenWidth);
    const negated = /^\s*not\s/.test(one);
    const print = /\bprint\b/.test(one);
    const other = /\b(?:speech|aural|tty|braille|handheld|projection|embossed)\b/.test(one);
    const screen = negated ? print || other : fits && !print && !other;
    return { screen, paper: print !== negated };
  });
  return { screen: each.some(({ screen }) => screen), paper: each.some(({ paper }) => paper) };
};

type Specificity = [ids: number, classes: number, types: number];

export const specificityOf = (tokens: readonly Selector[]): Specificity => {
  const sum: Specificity = [0, 0, 0];
  for (const token of tokens) {
    if (token.type === 'attribute') sum[token.name === 'id' && token.action === 'equals' ? 0 : 1]++;
    else if (token.type === 'tag' || token.type === 'pseudo-element') sum[2]++;
    else if (token.type === 'pseudo') {
      if (Array.isArray(token.data)) {
        if (token.name === 'where') continue;
        const most = token.data
          .map(specificityOf)
          .toSorted((a, b) => b[0] - a[0] || b[1] - a[1] || b[2] - a[2])[0];
        most?.forEach((count, at) => {
          sum[at as 0 | 1 | 2] += count;
        });
      } else sum[1]++;
    }
  }
  return sum;
};

/** What of the last part of a selector an element must have: the surest of it. */
export const keyOf = (tokens: readonly Selector[]): string => {
  let key = '';
  for (const token of tokens.toReversed()) {
    if (token.type === 'attribute') {
      if (token.name === 'id' && token.action === 'equals') return `#${token.value}`;
      if (token.name === 'class' && token.action === 'element') key = `.${token.value}`;
    } else if (token.type === 'tag') key ||= token.name;
    else if (token.type !== 'pseudo' && token.type !== 'universal' && token.type !== 'pseudo-element') break;
  }
  return key;
};
