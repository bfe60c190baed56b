import { forms } from '../parser/forms/registry.ts';
import { simplified } from '../parser/text/traditional.ts';

/** `parser/forms/probe-signs.ts` as the forms have it: the probe, which runs on every page, cannot carry the forms themselves. */

const traditional = Map.groupBy(simplified, ([, simple]) => simple);

/** A character in all its forms. */
const variants = (character: string): string[] => [
  character,
  ...(traditional.get(character) ?? []).map(([other]) => other),
];

const classOf = (character: string): string => {
  const all = variants(character);
  return all.length === 1 ? character : `[${all.join('')}]`;
};

export const signsModule = (): string => {
  const signs = forms.flatMap((form) => form.signs?.wordings ?? []);
  const patterns = [...new Set(signs.map(({ zh }) => [...zh].map(classOf).join('\\s*')))];
  const characters = [...new Set(signs.flatMap(({ rarest }) => variants(rarest)))];
  return [
    '/** What the tables of the forms print and other pages seldom do. Written from `parser/forms` by `npm run signs`. */',
    '',
    '// biome-ignore format: one wording a line',
    'export const wordings =',
    `  /${patterns.join('|')}/;`,
    '',
    '/** Of each wording the character that is rarest on other pages. */',
    `export const characters = '${characters.join('')}';`,
    '',
  ].join('\n');
};
