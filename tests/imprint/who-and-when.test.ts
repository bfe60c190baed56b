import { expect, test } from 'vitest';
import { disclosure2021 } from '../../parser/forms/disclosure/edition-2021.ts';
import { identify } from '../../parser/imprint/identify.ts';
import { readHtml } from '../../parser/source/html/html.ts';
import { leads } from './leads.ts';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const blockOf = (part: string): string => {
  const [, kind = '', text = ''] = /^(T: |M: |# |\[)?(.*)$/s.exec(part) ?? [];
  if (kind === 'T: ') return `<title>${escaped(text)}</title>`;
  if (kind === 'M: ') return `<meta name="ArticleTitle" content="${escaped(text)}">`;
  if (kind === '# ') return `<h1>${escaped(text)}</h1>`;
  if (kind !== '[' || !part.includes('|')) return `<p>${escaped(part)}</p>`;
  const cells = text.slice(0, -1).split('|');
  return `<table><tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr></table>`;
};

const pageOf = (lead: string): string =>
  (lead.match(/\[[^\]|]*\|[^\]]*\]|[^|]+/g) ?? []).map(blockOf).join('');

test.each(leads)('%s', (lead, body, year) => {
  const document = readHtml(pageOf(lead));
  const found = identify(document, document.blocks, disclosure2021, true);
  expect([found.authority?.value ?? null, found.year?.value ?? null]).toEqual([body, year]);
  // What is said is said by the page: the phrase that it was read from stands on it.
  for (const evidence of [found.authority?.evidence, found.year?.evidence]) expect(evidence).not.toBe('');
});
