import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Messages = Record<string, { message: string }>;

const root = new URL('../../', import.meta.url);

describe.each(['en', 'zh_CN'])('what the shops show of the extension in %s', (language) => {
  const words = JSON.parse(
    readFileSync(new URL(`public/_locales/${language}/messages.json`, root), 'utf8'),
  ) as Messages;

  it('is as long as the shops allow: name 75, short name 12, description 132 characters', () => {
    expect(words.extName?.message.length).toBeLessThanOrEqual(75);
    expect(words.extShortName?.message.length).toBeLessThanOrEqual(12);
    expect(words.extDescription?.message.length).toBeLessThanOrEqual(132);
  });

  it('does not promise that nothing is ever fetched: a click fetches an attachment', () => {
    expect(words.extDescription?.message).not.toMatch(/不联网|offline|no network/i);
  });
});
