import { encodeLegacy, encodeUtf16 } from '../encode.ts';
import { htmlOf } from '../html.ts';
import { renderText } from '../layouts.ts';
import { officialLayout, pageOf } from '../page.ts';
import { inventReport, type Report } from '../report.ts';
import { inTraditional } from '../traditional.ts';
import { type CorpusCase, expecting, reading } from './case.ts';

/** The same kind of page in the bytes of various encodings. */

const page = (report: Report, charset: string | null): string =>
  htmlOf(pageOf(report, officialLayout), { markup: 'tidy', surroundings: 'plain', charset });

/** 镕 and 堃 are in GBK but not in GB2312: a browser reads all three names as GB18030. */
const declared = inventReport('disclosure-2019', 501, { authority: '青禾市镕堃区人民政府' });
const wrong = inventReport('disclosure-2021', 502);
const undeclared = inventReport('disclosure-2019', 503, { authority: '云岭县发展和改革局' });
const big5 = inventReport('disclosure-2021', 504);
const utf16 = inventReport('disclosure-2021', 505, { authority: '云岭县望溪镇人民政府' });
const marked = inventReport('disclosure-2019', 506);
const text = inventReport('disclosure-2019', 507);
const saved = inventReport('disclosure-2021', 508, { authority: '青禾市生态环境局', year: 2024 });

const encodingCase = (
  slug: string,
  about: string,
  content: Uint8Array,
  report: Report,
  known: Parameters<typeof expecting>[1] = {},
): CorpusCase => ({
  slug,
  about,
  file: 'source.html',
  content,
  expected: expecting([reading(report)], known),
});

export const encodingCases: CorpusCase[] = [
  encodingCase(
    'encoding-gb18030-declared',
    'GBK bytes, declared as gb2312, with characters beyond GB2312 (镕, 堃).',
    encodeLegacy(page(declared, 'gb2312'), 'gbk'),
    declared,
    { noIssues: ['encoding_assumed'] },
  ),
  encodingCase(
    'encoding-gb18030-declared-utf-8',
    'GBK bytes, wrongly declared as utf-8.',
    encodeLegacy(page(wrong, 'utf-8'), 'gbk'),
    wrong,
    { issues: ['encoding_assumed'] },
  ),
  encodingCase(
    'encoding-gb18030-undeclared',
    'GBK bytes without any declaration.',
    encodeLegacy(page(undeclared, null), 'gbk'),
    undeclared,
    { issues: ['encoding_assumed'] },
  ),
  {
    ...encodingCase(
      'encoding-big5',
      'Traditional characters in Big5, declared.',
      encodeLegacy(inTraditional(page(big5, 'big5')), 'big5'),
      big5,
    ),
    expected: expecting([reading(big5, { authority: inTraditional(big5.authority) })], {
      noIssues: ['encoding_assumed'],
    }),
  },
  encodingCase(
    'encoding-utf-16le',
    'UTF-16, little end first, with a byte order mark.',
    encodeUtf16(page(utf16, null)),
    utf16,
  ),
  encodingCase(
    'encoding-utf-8-bom',
    'UTF-8 with a byte order mark; the declaration says gb2312, the mark wins.',
    new TextEncoder().encode(`\uFEFF${page(marked, 'gb2312')}`),
    marked,
  ),
  {
    slug: 'encoding-gb18030-text',
    about: 'A plain-text export in GBK: there is nothing to declare it.',
    file: 'source.txt',
    content: encodeLegacy(renderText(text, 'tab-cells'), 'gbk'),
    expected: expecting([reading(text)], { issues: ['encoding_assumed'] }),
  },
  {
    slug: 'mhtml-chromium',
    about: 'A page saved by Chromium as MHTML: multipart/related, quoted-printable.',
    file: 'source.mhtml',
    content: null,
    expected: expecting([reading(saved)]),
  },
];
