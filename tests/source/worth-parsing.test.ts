import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { extract } from '../../parser/extract.ts';
import { forms } from '../../parser/forms/registry.ts';
import { signsOf } from '../../parser/forms/signs.ts';
import { decode } from '../../parser/source/encoding.ts';
import { mayHoldReport as mayHold, withoutReport } from '../../parser/source/worth-parsing.ts';
import { renderHtml } from '../corpus-pages/layouts.ts';
import { formIds, inventReport } from '../corpus-pages/report.ts';

const mayHoldReport = (html: string): boolean => mayHold([html], signsOf(forms));

const filler = '<p>今日天气晴朗，全市各项工作有序开展。</p>';
const long = (html: string): string => html + filler.repeat(400);

const pages = async (folder: URL): Promise<[string, string][]> =>
  existsSync(folder)
    ? Promise.all(
        readdirSync(folder, { recursive: true, encoding: 'utf8' })
          .filter((name) => /source\.html$|20\d\d\.html$/.test(name))
          .map(async (name) => [name, (await decode(readFileSync(new URL(name, folder)))).text]),
      )
    : [];

describe('a page is only glanced at where it can hold no report', async () => {
  const all = [
    ...(await pages(new URL('../corpus/', import.meta.url))),
    ...(await pages(new URL('../../samples/', import.meta.url))),
    ...(await pages(new URL('../../../shared/corpus/', import.meta.url))),
  ];

  test('there are pages to try', () => expect(all.length).toBeGreaterThan(40));

  // Short pages are read anyway: with filler behind them it is their words that decide.
  test.each(all.filter(([name]) => !/no-report|question-marks|mojibake/.test(name)))(
    '%s is read',
    (_, html) => {
      expect(mayHoldReport(long(html))).toBe(true);
    },
  );

  test.each(formIds)('a report of %s is read with every character in a span of its own', (formId) => {
    const html = renderHtml(inventReport(formId, 7), {}).replace(/\p{Script=Han}/gu, '<span>$&</span>');
    expect(mayHoldReport(long(html))).toBe(true);
  });

  test('Chinese written as character references is read', () => {
    expect(mayHoldReport(long('&#32416;').replaceAll('今', ''))).toBe(true);
    expect(mayHoldReport(long('&#x7ea0;').replaceAll('今', ''))).toBe(true);
  });

  test('a page of news is not, and that is said', () => {
    const html = long('<table><tr><td>要闻</td></tr></table>');
    expect(mayHoldReport(html)).toBe(false);
    const [extraction] = extract(withoutReport([html]), { sha256: '', bytes: 0, format: 'html' });
    expect(extraction?.issues).toEqual([{ code: 'no_report', tables: 1 }]);
    const [prose] = extract(withoutReport([long('')]), { sha256: '', bytes: 0, format: 'html' });
    expect(prose?.issues).toEqual([{ code: 'no_tables' }]);
  });
});
