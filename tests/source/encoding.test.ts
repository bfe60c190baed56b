import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode } from '../../parser/source/encoding.ts';
import { encodeLegacy, encodeUtf16 } from '../corpus-pages/encode.ts';
import { runs, seeded } from '../properties/seed.ts';

const body = '<title>甲市2020年政府信息公开工作年度报告</title><p>予以公开</p>';
const traditional = '<title>甲市2020年政府信息公開工作年度報告</title><p>予以公開</p>';

const meta = (charset: string): string => `<meta charset="${charset}">`;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const joined = (...parts: (Uint8Array | number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));
const bigEndian = (text: string): Uint8Array => {
  const little = encodeUtf16(text).subarray(2);
  return little.map((_byte, at) => little[at ^ 1] ?? 0);
};

describe('text is decoded', () => {
  test.each([
    ['UTF-8, declared', utf8(meta('utf-8') + body), meta('utf-8') + body],
    ['UTF-8, undeclared', utf8(body), body],
    ['UTF-8 with a byte order mark', joined([0xef, 0xbb, 0xbf], utf8(body)), body],
    [
      'UTF-8 with a byte order mark that contradicts the meta tag',
      joined([0xef, 0xbb, 0xbf], utf8(meta('gbk') + body)),
      meta('gbk') + body,
    ],
    ['GBK declared as gb2312', encodeLegacy(meta('gb2312') + body, 'gbk'), meta('gb2312') + body],
    [
      'GBK declared by http-equiv',
      encodeLegacy(`<meta http-equiv="Content-Type" content="text/html; charset=GBK">${body}`, 'gbk'),
      `<meta http-equiv="Content-Type" content="text/html; charset=GBK">${body}`,
    ],
    [
      'a charset declared after a long comment',
      encodeLegacy(`<!-- ${'x'.repeat(2000)} -->${meta('gbk')}${body}`, 'gbk'),
      `<!-- ${'x'.repeat(2000)} -->${meta('gbk')}${body}`,
    ],
    ['Big5, declared', encodeLegacy(meta('big5') + traditional, 'big5'), meta('big5') + traditional],
    ['UTF-16LE with a byte order mark', encodeUtf16(body), body],
    ['UTF-16BE with a byte order mark', joined([0xfe, 0xff], bigEndian(body)), body],
    ['plain ASCII', utf8('<table><tr><td>1</table>'), '<table><tr><td>1</table>'],
  ])('%s', async (_name, bytes, text) => {
    expect(await decode(bytes)).toEqual({ text, issues: [], binary: null });
  });

  test('a charset from the transport goes before a meta tag', async () => {
    const bytes = encodeLegacy(meta('utf-8') + body, 'gbk');
    expect(await decode(bytes, 'gb2312')).toEqual({ text: meta('utf-8') + body, issues: [], binary: null });
  });
});

describe('a charset that is missing or wrong is found, and said', () => {
  test.each([
    ['GBK, undeclared', encodeLegacy(body, 'gbk'), body, null, 'gb18030'],
    [
      'GBK declared utf-8',
      encodeLegacy(meta('utf-8') + body, 'gbk'),
      meta('utf-8') + body,
      'utf-8',
      'gb18030',
    ],
    [
      'GBK declared iso-8859-1',
      encodeLegacy(meta('iso-8859-1') + body, 'gbk'),
      meta('iso-8859-1') + body,
      'windows-1252',
      'gb18030',
    ],
    ['UTF-8 declared gb2312', utf8(meta('gb2312') + body), meta('gb2312') + body, 'gbk', 'utf-8'],
    ['Big5, undeclared', encodeLegacy(traditional, 'big5'), traditional, null, 'big5'],
    [
      'Big5 declared gbk',
      encodeLegacy(meta('gbk') + traditional, 'big5'),
      meta('gbk') + traditional,
      'gbk',
      'big5',
    ],
    ['UTF-16LE without a byte order mark', encodeUtf16(body).subarray(2), body, null, 'utf-16le'],
    ['UTF-16BE without a byte order mark', bigEndian(body), body, null, 'utf-16be'],
  ])('%s', async (_name, bytes, text, declared, used) => {
    expect(await decode(bytes)).toEqual({
      text,
      issues: [{ code: 'encoding_assumed', declared, used }],
      binary: null,
    });
  });

  test.each(['gbk', ''])('one cut character does not spoil a GBK page (declared: %j)', async (declared) => {
    const start = declared === '' ? '' : meta(declared);
    const bytes = joined(encodeLegacy(start + body, 'gbk'), [0xd5], utf8('<td>1</td>'));
    const { text, issues } = await decode(bytes);
    expect(text).toContain(body);
    expect(issues.map(({ code }) => code)).toEqual(declared === '' ? ['encoding_assumed'] : []);
  });
});

describe('garbled text is refused with a sample', () => {
  const sampleOf = async (text: string): Promise<string | null> => {
    const issue = (await decode(utf8(text))).issues.find(({ code }) => code === 'text_garbled');
    return issue?.code === 'text_garbled' ? issue.sample : null;
  };
  test('UTF-8 that was read as GBK and saved', async () => {
    expect(await sampleOf(new TextDecoder('gb18030').decode(utf8(body)))).toMatch(/鏀垮簻|斂搴|俊鎭/);
  });
  test('UTF-8 that was read as Latin-1 and saved', async () => {
    expect(await sampleOf(new TextDecoder('windows-1252').decode(utf8(body)))).toContain('æ”¿åº');
  });
  test('GBK that was read as Latin-1 and saved', async () => {
    expect(await sampleOf(new TextDecoder('windows-1252').decode(encodeLegacy(body, 'gbk')))).toContain(
      'Õþ¸®',
    );
  });
  test('Chinese turned to question marks', async () => {
    expect(await sampleOf('<title>??????????2020??????????</title><td>?????</td><td>90</td>')).toMatch(
      /^\?+/,
    );
  });
  test('Chinese turned to replacement characters', async () => {
    expect(await sampleOf(`<td>${'\uFFFD'.repeat(40)}</td>`)).toMatch(/\uFFFD/);
  });
  test('sound text with a few question marks is not garbled', async () => {
    expect(await sampleOf(`${body}这是什么？???真的吗???`)).toBeNull();
    expect(await sampleOf('<script>a ?? b</script><p>english only</p>')).toBeNull();
  });
});

describe('what is no text', () => {
  test.each([
    ['PDF', utf8('%PDF-1.7\n%âãÏÓ')],
    ['DOC/XLS/WPS (OLE)', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0)],
    ['DOCX', joined(utf8('PK\x03\x04'), [20, 0, 0, 0], utf8('word/document.xml'))],
    ['XLSX', joined(utf8('PK\x03\x04'), [20, 0, 0, 0], utf8('xl/workbook.xml'))],
    ['ZIP', joined(utf8('PK\x03\x04'), [20, 0, 0, 0], utf8('a.txt'))],
    ['RTF', utf8('{\\rtf1\\ansi')],
    ['PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a)],
    ['JPEG', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)],
    ['GIF', utf8('GIF89a')],
    ['GZIP', Uint8Array.of(0x1f, 0x8b, 8)],
  ])('%s', async (looksLike, bytes) => {
    expect(await decode(bytes)).toEqual({
      text: '',
      issues: [{ code: 'source_binary', looksLike }],
      binary: looksLike,
    });
  });

  test('unknown bytes full of NULs', async () => {
    const bytes = Uint8Array.from({ length: 300 }, (_, at) => (at % 3 === 0 ? 7 : 0));
    expect(await decode(bytes)).toEqual({
      text: '',
      issues: [{ code: 'source_binary', looksLike: null }],
      binary: 'unknown',
    });
  });

  test('one stray NUL does not make a page binary', async () => {
    expect((await decode(utf8(`${body}${'<td>1</td>'.repeat(50)}\0`))).text).toContain('予以公开');
  });

  test.each([
    ['nothing', []],
    ['white space', [32, 13, 10, 9]],
    ['a byte order mark', [0xef, 0xbb, 0xbf]],
  ])('%s is empty', async (_name, bytes) => {
    expect(await decode(Uint8Array.from(bytes))).toEqual({
      text: '',
      issues: [{ code: 'source_empty' }],
      binary: null,
    });
  });
});

test(`any bytes give a text or an issue, and never throw (${seeded})`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      const { text, issues } = await decode(bytes);
      expect(text !== '' || issues.length > 0).toBe(true);
    }),
    runs(1000),
  );
});
