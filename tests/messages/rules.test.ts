import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { forms } from '../../parser/forms/registry.ts';
import { rulesIn } from '../../parser/messages/rules.ts';
import { languages } from '../../parser/messages/words.ts';
import { rulesMarkdown } from '../../tools/rules-markdown.ts';

it('docs/rules.md is what the forms say', () => {
  const page = readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8');
  expect(page, 'Run npm run rules').toBe(rulesMarkdown());
});

it.each(languages)('every rule has words, a source and an example in %s', (language) => {
  const rules = rulesIn(language);
  for (const { relation, scope, source, example } of rules) {
    for (const text of [relation, scope, source, example]) expect(text.trim()).not.toBe('');
  }
  const ids = new Set(rules.map(({ id }) => id));
  for (const { identities } of forms) for (const { id } of identities) expect(ids).toContain(id);
});

it('knows every relation over the years', () => {
  const code = readFileSync(new URL('../../parser/compare/history.ts', import.meta.url), 'utf8');
  const yearly = forms.flatMap((form) => form.yearly.map(({ id }) => `history.${id}`));
  const raised = new Set([
    ...[...code.matchAll(/id: [`']history\.(\w+)/g)].map(([, name]) => `history.${name}`),
    ...yearly,
  ]);
  const known = rulesIn('en')
    .map(({ id }) => id)
    .filter((id) => id.startsWith('history.'));
  expect([...raised].toSorted()).toEqual(known.toSorted());
});

it('quotes the words that a form prints', () => {
  const balance = rulesIn('zh-CN').find(({ id }) => id === 'requests.balance');
  expect(balance?.wording).toContain('第一项加第二项之和，等于第三项加第四项之和');
  expect(balance?.source).toContain('国办公开办函〔2019〕60号');
});
