import { describe, expect, test } from 'vitest';
import { labelToName } from '../../entrypoints/attachment/label-to-name.ts';

/** What stands in for a package in the extension does what the package does. */

describe('the labels of charsets', () => {
  // As the Encoding Standard has them.
  test.each([
    ['utf-8', 'UTF-8'],
    ['UTF8', 'UTF-8'],
    [' gb2312 ', 'GBK'],
    ['x-gbk', 'GBK'],
    ['gb18030', 'gb18030'],
    ['Big5-HKSCS', 'Big5'],
    ['iso-8859-1', 'windows-1252'],
    ['shift_jis', 'Shift_JIS'],
    ['utf-16', 'UTF-16LE'],
    ['unicodefffe', 'UTF-16BE'],
    ['none-such', null],
    ['', null],
  ])('%j', (label, name) =>
    expect(labelToName(label)?.toLowerCase() ?? null).toBe(name?.toLowerCase() ?? null),
  );
});

test('UTF-16 is called as the sniffer knows it', () => {
  expect(['utf-16', 'utf-16be'].map(labelToName)).toEqual(['UTF-16LE', 'UTF-16BE']);
});
