import { expect, test } from 'vitest';
import { languageOf } from '../../cli/language.ts';

test.each([
  [{}, 'zh-CN'],
  [{ LANG: 'C' }, 'zh-CN'],
  [{ LANG: 'C.UTF-8' }, 'zh-CN'],
  [{ LANG: 'POSIX' }, 'zh-CN'],
  [{ LANG: 'zh_CN.UTF-8' }, 'zh-CN'],
  [{ LANG: 'zh_TW.UTF-8' }, 'zh-CN'],
  [{ LANG: 'en_GB.UTF-8' }, 'en'],
  [{ LANG: 'de_DE.UTF-8' }, 'en'],
  [{ LANG: 'ca_ES.UTF-8' }, 'en'],
  [{ LANG: 'zh_CN.UTF-8', LC_MESSAGES: 'en_US.UTF-8' }, 'en'],
  [{ LC_ALL: 'zh_CN.UTF-8', LC_MESSAGES: 'en_US.UTF-8' }, 'zh-CN'],
  [{ LC_ALL: '', LANG: 'en_US.UTF-8' }, 'en'],
])('%o speaks %s', (environment, language) => {
  expect(languageOf(['check', 'x'], environment)).toBe(language);
});

test('--lang goes before the environment, the last one before all', () => {
  expect(languageOf(['--lang', 'en', 'check', 'x'], { LANG: 'zh_CN.UTF-8' })).toBe('en');
  expect(languageOf(['check', '--lang=zh-CN', 'x'], { LANG: 'en_US.UTF-8' })).toBe('zh-CN');
  expect(languageOf(['--lang', 'zh-CN', 'check', '--lang', 'en'], {})).toBe('en');
});

test('an unknown one leaves the choice to the environment: the command line says what is allowed', () => {
  expect(languageOf(['--lang', 'fr', 'check'], { LANG: 'en_US.UTF-8' })).toBe('en');
});
