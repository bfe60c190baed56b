import { describe, expect, test } from 'vitest';
import { htmlParts } from '../../parser/source/html/mhtml.ts';
import { encodeLegacy } from '../corpus-pages/encode.ts';

const html = '<meta charset="gb2312"><p>政府信息公开=100%</p>';
const gbk = encodeLegacy(html, 'gbk');

const quotedPrintable = (bytes: Uint8Array): string =>
  [...bytes]
    .map((byte) =>
      byte > 126 || byte === 61
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte),
    )
    .join('')
    .replace(/(?:=..|[^=]){60}/g, '$&=\r\n');

const base64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes).toString('base64').replace(/.{20}/g, '$&\r\n');

const file = (parts: { type: string; coding: string; body: string }[]): Uint8Array =>
  Buffer.from(
    `From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----B--1----"\r\n\r\n\r\n${parts
      .map(
        ({ type, coding, body }) =>
          `------B--1----\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${coding}\r\nContent-Location: http://a.gov.cn/\r\n\r\n${body}\r\n`,
      )
      .join('')}------B--1------\r\n`,
    'latin1',
  );

const decoded = (bytes: Uint8Array): string => new TextDecoder('gbk').decode(bytes).trim();

describe('a page saved as one file', () => {
  test.each([
    ['quoted-printable', quotedPrintable(gbk)],
    ['base64', base64(gbk)],
    ['binary', Buffer.from(gbk).toString('latin1')],
    ['8bit', Buffer.from(gbk).toString('latin1')],
  ])('%s', (coding, body) => {
    const parts = htmlParts(file([{ type: 'text/html', coding, body }]));
    expect(parts?.map(({ bytes }) => decoded(bytes))).toEqual([html]);
  });

  test('every frame is a part; images and styles are not', () => {
    const parts = htmlParts(
      file([
        { type: 'text/html; charset="gb2312"', coding: 'base64', body: base64(gbk) },
        { type: 'image/png', coding: 'base64', body: 'AAAA' },
        { type: 'text/css', coding: 'quoted-printable', body: 'p {}' },
        { type: 'text/html', coding: 'quoted-printable', body: '<p>frame</p>' },
      ]),
    );
    expect(parts?.map(({ bytes, charset }) => [decoded(bytes), charset])).toEqual([
      [html, 'gb2312'],
      ['<p>frame</p>', null],
    ]);
  });

  test('a blank before a soft line break belongs to the text', () => {
    const parts = htmlParts(
      file([
        { type: 'text/html', coding: 'quoted-printable', body: '<td class=3D"a" =\r\ncolspan=3D"2">= \r\n' },
      ]),
    );
    expect(parts?.map(({ bytes }) => decoded(bytes))).toEqual(['<td class="a" colspan="2">']);
  });

  test('what is not one is told apart', () => {
    expect(htmlParts(gbk)).toBeNull();
    expect(htmlParts(Uint8Array.of())).toBeNull();
    expect(htmlParts(Buffer.from('Content-Type: multipart/related\r\n\r\nno boundary'))).toBeNull();
  });
});
