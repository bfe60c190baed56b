import { renderHtml } from '../layouts.ts';
import { inventReport, withFacts } from '../report.ts';
import { type CorpusCase, expecting, layoutCase, reading } from './case.ts';

/** Markup that only a conforming parser puts right. */

const stray = inventReport('disclosure-2019', 305, { authority: '云岭县发展和改革局' });
const strayMarkup = renderHtml(stray)
  .replaceAll('<table>', '<table><p></p><center>')
  .replaceAll('</td></tr>', '</td></span></td></tr></div>');

const concealed = withFacts(inventReport('disclosure-2019', 306), {
  'requests.received_new.total': '',
});

export const malformedCases: CorpusCase[] = [
  layoutCase(
    'malformed-unclosed',
    'No end tags of td, tr and p anywhere: an unclosed p in an unclosed td costs a careless parser every table.',
    inventReport('disclosure-2021', 301),
    { markup: 'unclosed' },
  ),
  layoutCase(
    'malformed-nested-one-cell-tables',
    'Every figure stands in a one-cell table of its own.',
    inventReport('disclosure-2019', 302),
    { markup: 'nested-cells' },
  ),
  layoutCase(
    'malformed-tables-in-paragraphs',
    'Every table stands inside a paragraph.',
    inventReport('disclosure-2021', 303),
    { surroundings: 'in-paragraphs' },
  ),
  layoutCase(
    'malformed-hidden-rows-comments-scripts',
    'Rows with display:none hold other figures; comments and scripts hold the text of tables. None of it is read.',
    inventReport('disclosure-2021', 304),
    { surroundings: 'concealed' },
    { issues: ['hidden_row'] },
  ),
  {
    slug: 'malformed-hidden-cells',
    about:
      'Cells with display:none or hidden stand first in every row, and before the last, which is blank in one: they take no column, and are not read.',
    file: 'source.html',
    content: renderHtml(concealed)
      .replaceAll(/<td[^>]*>[\d.]*<\/td><\/tr>/g, '<td style="display: none">999</td>$&')
      .replaceAll('<tr><td', '<tr><td hidden rowspan="2"></td><td'),
    expected: expecting([reading(concealed)], { issues: ['hidden_cell'] }),
  },
  {
    slug: 'malformed-stray-tags',
    about: 'Tags that may not stand inside a table (p, center), end tags of elements that were never opened.',
    file: 'source.html',
    content: strayMarkup,
    expected: expecting([reading(stray)]),
  },
];
