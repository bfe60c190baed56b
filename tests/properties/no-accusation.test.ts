import fc from 'fast-check';
import { expect, test } from 'vitest';
import { extract } from '../../parser/extract.ts';
import type { Extraction } from '../../parser/extraction.ts';
import { readHtml } from '../../parser/source/html/html.ts';
import { htmlOf, markups } from '../corpus-pages/html.ts';
import { htmlChoices, renderHtml } from '../corpus-pages/layouts.ts';
import { formIds, inventReport, withFacts } from '../corpus-pages/report.ts';
import { mangled } from './mangled.ts';
import { runs, seed, seeded, times } from './seed.ts';

/** A doubt of ours is never an error of theirs; nor is an error of theirs hidden by it. */

const readingsOf = (html: string): Extraction[] =>
  extract(readHtml(html), { sha256: '', bytes: html.length, format: 'html' });

const accusations = ({ checks, claims, diagnoses }: Extraction): string[] => [
  ...checks.flatMap(({ id, outcome }) => (outcome === 'violated' ? [id] : [])),
  ...claims.flatMap(({ quote, outcome }) => (outcome === 'violated' ? [quote] : [])),
  ...diagnoses.flatMap(({ explains }) => explains.map((id) => `a diagnosis of ${id}`)),
];

/** `GOUJI_PAGES=10000` tries as many. */
const pages = Number(process.env.GOUJI_PAGES ?? times(1200));

test(`a correct report, however its tables are added to, cut, shuffled, repeated or set beside others, is not said to be wrong (${seeded})`, () => {
  const wrong = Array.from({ length: pages }, (_, at) => at + seed).flatMap((one) => {
    const { done, blocks } = mangled(one);
    const html = htmlOf(blocks, { markup: 'tidy', surroundings: 'plain', charset: 'utf-8' });
    const found = readingsOf(html).flatMap(accusations);
    return found.length > 0 ? [`seed ${one}, ${done.join(', ')}: ${found.slice(0, 3).join('; ')}`] : [];
  });
  expect(wrong).toEqual([]);
}, 300_000);

test(`what is wrong in a page that is surely read is found (${seeded})`, () => {
  fc.assert(
    fc.property(
      fc.record({
        form: fc.constantFrom(...formIds),
        seed: fc.nat(),
        tableThree: fc.constantFrom(...htmlChoices.tableThree),
        tableFour: fc.constantFrom(...htmlChoices.tableFour),
        markup: fc.constantFrom(...markups),
      }),
      fc.constantFrom('requests.total_processed.total', 'requests.granted.natural_person'),
      fc.integer({ min: 1, max: 500 }),
      ({ form, seed, ...layout }, ref, by) => {
        const report = inventReport(form, seed);
        const mistaken = withFacts(report, { [ref]: `${Number(report.facts[ref]) + by}` });
        const [extraction] = readingsOf(renderHtml(mistaken, layout));
        const violated = extraction?.checks.filter(({ terms }) => terms.some((term) => term.ref === ref));
        expect(violated?.map(({ id, outcome }) => [id, outcome])).toEqual(
          violated?.map(({ id }) => [id, 'violated']),
        );
        expect(extraction?.diagnoses).toHaveLength(1);
      },
    ),
    runs(100),
  );
}, 60_000);
