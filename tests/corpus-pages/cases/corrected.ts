import { htmlOf } from '../html.ts';
import { officialLayout, pageOf } from '../page.ts';
import { inventReport, withFacts } from '../report.ts';
import { type CorpusCase, expecting, reading } from './case.ts';

/** Figures that were put right on the page, the old ones left beside them. */

/** Struck text, as the blocks have it. */
const struck = (text: string): string => text.replace(/\S/g, '$&\u0336');

const report = inventReport('disclosure-2021', 760, { authority: '云岭县发展和改革局' });
const figure = (ref: string): string => report.facts[ref] ?? '';

/** A cell of the page: what it holds, and what is to be read of it. */
const corrections: Readonly<Record<string, { html: string; raw: string }>> = {
  'requests.granted.natural_person': {
    html: `<del>910</del>${figure('requests.granted.natural_person')}`,
    raw: `${struck('910')}${figure('requests.granted.natural_person')}`,
  },
  'requests.denied_state_secret.natural_person': {
    html: `${figure('requests.denied_state_secret.natural_person')}<s>911</s>`,
    raw: `${figure('requests.denied_state_secret.natural_person')}${struck('911')}`,
  },
  'requests.carried_over.total': {
    html: `<span style="text-decoration: line-through">9<b>12</b></span><ins>${figure('requests.carried_over.total')}件</ins>`,
    raw: `${struck('912')}${figure('requests.carried_over.total')}件`,
  },
};

const printed = withFacts(
  report,
  Object.fromEntries(Object.entries(corrections).map(([ref, { raw }]) => [ref, raw])),
);

const emptied = 'review_litigation.reconsideration.upheld';
const withoutFigure = withFacts(inventReport('disclosure-2021', 761), { [emptied]: struck('913') });

const page = (shown: typeof report): string =>
  htmlOf(pageOf(shown, officialLayout), { markup: 'tidy', surroundings: 'plain', charset: 'utf-8' });

const retitled = inventReport('disclosure-2021', 777, { authority: '云岭县水利局' });

const hiding = inventReport('disclosure-2021', 778, { authority: '云岭县林业局' });

/** Parts of figures that the page does not show, in elements that only change how text looks. */
const unshown: Readonly<Record<string, string>> = {
  'requests.granted.natural_person': '<b style="display:none">99</b>',
  'requests.denied_state_secret.natural_person': '<a hidden>98</a>',
  'requests.carried_over.total': '<em style="display: none"><i>97</i></em>',
};
const hidingPage = page(
  withFacts(hiding, Object.fromEntries(Object.keys(unshown).map((ref, at) => [ref, `999${at}`]))),
);

export const correctedCases: CorpusCase[] = [
  {
    // Spans that change how their text looks are read with the tree of the page.
    slug: 'malformed-figure-struck-out-beside-its-correction',
    about:
      'Figures struck out beside those that took their place (del, s, a span with line-through): 12 struck and 15 is 15, not 1215.',
    file: 'source.html',
    content: Object.values(corrections).reduce(
      (html, { html: cell, raw }) => html.replace(raw, cell),
      page(printed),
    ),
    expected: expecting([
      reading(report, {
        facts: printed.facts,
        values: Object.fromEntries(Object.keys(corrections).map((ref) => [ref, Number(figure(ref))])),
      }),
    ]),
  },
  {
    slug: 'figure-struck-out',
    about:
      'A figure struck out with nothing in its place: it is no longer a figure of the report, and no zero.',
    file: 'source.html',
    content: page(withoutFigure).replace(struck('913'), '<del>913</del>'),
    expected: expecting(
      [
        reading(withoutFigure, {
          values: { [emptied]: null },
          outcomes: { 'review_litigation.outcomes_sum@reconsideration': 'undetermined' },
        }),
      ],
      { issues: ['figure_obscured'] },
    ),
  },
  {
    slug: 'title-struck-out',
    about:
      'The year in the title was put right, the old one struck out before it: 2̶0̶1̶0̶2022年 is the year 2022.',
    file: 'source.html',
    content: page(retitled).replaceAll(
      new RegExp(`(<h1>.*?)(${retitled.year}.*?</h1>)`, 'g'),
      '$1<del>2010</del>$2',
    ),
    expected: expecting([reading(retitled)]),
  },
  {
    // Elements that hide text are read with the tree of the page.
    slug: 'malformed-figure-part-hidden',
    about: 'Parts of figures hidden in b, a and em: 99 hidden before 12 is 12, not 9912.',
    file: 'source.html',
    content: Object.entries(unshown).reduce(
      (html, [ref, part], at) => html.replace(`999${at}`, `${part}${hiding.facts[ref] ?? ''}`),
      hidingPage,
    ),
    expected: expecting([reading(hiding)]),
  },
];
