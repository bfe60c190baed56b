import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainCharset } from '../../parser/source/charset.ts';
import { prescan } from '../../parser/source/prescan.ts';
import { runs, seeded, times } from '../properties/seed.ts';

const utf8 = new TextEncoder();

test.each([
  ['<!DOCTYPE html><html lang="zh-CN"><head>\n<meta charset="utf-8">', 'utf-8'],
  ['<html><head><meta charset=gb2312 />', 'gbk'],
  ["<meta name='viewport' content='width=device-width'><meta charset='GB18030'>", 'gb18030'],
  ['<title>a</title><META http-equiv="Content-Type" content="text/html; charset=gbk" />', 'gbk'],
  ['<meta http-equiv=Content-Type content="text/html;charset=Big5">', 'big5'],
])('%s says it plainly: %s', (head, charset) => {
  expect(plainCharset(utf8.encode(head))).toBe(charset);
});

test.each([
  '<meta content="text/html; charset=gbk" http-equiv="Content-Type">',
  '<!-- <meta charset="gbk"> --><meta charset="utf-8">',
  '<?xml version="1.0" encoding="gbk"?><meta charset="utf-8">',
  '<p title="<meta charset=gbk>"><meta charset="utf-8">',
  'no markup',
  '<meta charset="utf-16">',
])('%s is left to the standard’s algorithm', (head) => {
  expect(plainCharset(utf8.encode(head))).toBeNull();
});

/** What heads are made of, and what could lead astray. */
const piece = fc.constantFrom(
  ...[
    '<',
    '>',
    '"',
    "'",
    '/',
    '=',
    ' ',
    '\n',
    '\f',
    '\0',
    '!',
    '?',
    '-->',
    '<!--',
    'meta',
    'charset',
    'utf-8',
    'gbk',
  ],
  ...[
    '<!DOCTYPE html>',
    '<html lang="zh">',
    '<head>',
    '</head>',
    '<script>if (a<b)</script>',
    '<title>年报</title>',
  ],
  ...[
    '<meta charset="utf-8">',
    "<meta charset='gbk'/>",
    '<meta charset=big5>',
    '<meta name="a" content="charset=gbk">',
  ],
  ...[
    '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">',
    '<meta charset="gb18030" ',
    'content="',
  ],
  ...[
    '<meta http-equiv=content-type ',
    '<?xml version="1.0" encoding="gbk"?>',
    '<meta charset="utf-16">',
    '<METAX charset="gbk">',
  ],
);

test(`what it says, the standard’s algorithm says too (${seeded})`, () => {
  let answered = 0;
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const head = utf8.encode(pieces.join(''));
      const plain = plainCharset(head);
      if (plain === null) return;
      answered++;
      expect(plain).toBe(prescan(head, null));
    }),
    runs(20_000),
  );
  expect(answered).toBeGreaterThan(times(1000));
});
