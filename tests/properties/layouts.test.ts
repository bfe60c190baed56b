import fc from 'fast-check';
import { expect, test } from 'vitest';
import { extract } from '../../parser/extract.ts';
import { severity } from '../../parser/severity.ts';
import { readHtml } from '../../parser/source/html/html.ts';
import { differences } from '../corpus-case.ts';
import { htmlChoices, renderHtml } from '../corpus-pages/layouts.ts';
import { outcomesOf } from '../corpus-pages/outcomes.ts';
import { formIds, inventReport, type Report, withFacts } from '../corpus-pages/report.ts';
import { runs, seeded } from './seed.ts';

/** Any report, printed in any of the layouts that are really published, is read as what it is. */

const inventions = fc.record({
  form: fc.constantFrom(...formIds),
  seed: fc.nat(),
  otherInOneRow: fc.boolean(),
});

const layouts = fc.record({
  tableTwo: fc.constantFrom(...htmlChoices.tableTwo),
  tableThree: fc.constantFrom(...htmlChoices.tableThree),
  tableFour: fc.constantFrom(...htmlChoices.tableFour),
  sentences: fc.constantFrom(...htmlChoices.sentences),
  markup: fc.constantFrom(...htmlChoices.markup),
  surroundings: fc.constantFrom(...htmlChoices.surroundings),
});

/** Some cells left blank, some marked, whichever they are. */
const withGaps = (report: Report, picks: readonly number[], mark: string): Report => {
  const refs = Object.keys(report.facts);
  return withFacts(
    report,
    Object.fromEntries(picks.map((pick, at) => [refs[pick % refs.length] ?? '', at % 2 === 0 ? '' : mark])),
  );
};

test(`a random report in a random layout is read as that report (${seeded})`, () => {
  fc.assert(
    fc.property(
      inventions,
      layouts,
      fc.array(fc.nat(), { maxLength: 30 }),
      fc.constantFrom('/', '—', '无'),
      ({ form, seed, otherInOneRow }, layout, picks, mark) => {
        const report = withGaps(inventReport(form, seed, { otherInOneRow }), picks, mark);
        const html = renderHtml(report, layout);
        const [extraction, ...others] = extract(readHtml(html), {
          sha256: '',
          bytes: html.length,
          format: 'html',
        });
        expect(others).toEqual([]);
        if (!extraction) throw new Error('nothing came back');
        const { year, authority, facts } = report;
        expect(
          differences(extraction, { form, year, authority, facts, outcomes: outcomesOf(report) }),
        ).toEqual([]);
        expect(extraction.issues.filter(({ code }) => severity[code] === 'unread')).toEqual([]);
      },
    ),
    runs(300),
  );
}, 60_000);
