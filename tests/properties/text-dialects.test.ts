import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extract } from '../../parser/extract.ts';
import type { Extraction } from '../../parser/extraction.ts';
import { severity } from '../../parser/severity.ts';
import { readText } from '../../parser/source/plain-text/text.ts';
import { differences } from '../corpus-case.ts';
import { renderText } from '../corpus-pages/layouts.ts';
import { outcomesOf } from '../corpus-pages/outcomes.ts';
import { formIds, inventReport, type Report, withFacts } from '../corpus-pages/report.ts';
import { carriesBlanks, dialects } from '../corpus-pages/text.ts';
import { runs, seeded } from './seed.ts';

const reports = fc
  .record({ form: fc.constantFrom(...formIds), seed: fc.nat(), otherInOneRow: fc.boolean() })
  .map(({ form, seed, otherInOneRow }) => inventReport(form, seed, { otherInOneRow }));

/** The same report with some cells of its tables blank. */
const withBlanks = (report: Report, picks: readonly number[]): Report => {
  const refs = Object.keys(report.facts);
  return withFacts(report, Object.fromEntries(picks.map((pick) => [refs[pick % refs.length] ?? '', ''])));
};

const read = (text: string): Extraction[] =>
  extract(readText(text), { sha256: '', bytes: text.length, format: 'text' });

const unread = (extractions: readonly Extraction[]): string[] =>
  extractions.flatMap(({ issues }) =>
    issues.filter(({ code }) => severity[code] === 'unread').map((issue) => JSON.stringify(issue)),
  );

/** What was read of the rows that the form has. */
const onForm = (extractions: readonly Extraction[]) =>
  extractions.flatMap(({ facts }) =>
    facts.filter((fact) => fact.state !== 'unreadable' && !fact.ref.includes('.extra_')),
  );

const layouts = fc.record({
  tableTwo: fc.constantFrom('banded' as const, 'split-title-above' as const),
  tableFour: fc.constantFrom('one' as const, 'two' as const, 'three' as const),
  sentences: fc.boolean(),
});

const picks = fc.array(fc.nat(), { minLength: 1, maxLength: 40 });

describe.each(dialects)('%s', (dialect) => {
  test(`what is read is the report (${seeded})`, () => {
    fc.assert(
      fc.property(reports, layouts, (report, layout) => {
        // A narrow column breaks the unit off its figure (2612.25万 / 元), and nobody would put it back: the row is refused.
        const narrow = dialect === 'aligned' ? { ...layout, tableTwo: 'banded' as const } : layout;
        const extractions = read(renderText(report, dialect, narrow));
        expect(extractions).toHaveLength(1);
        const wanted = {
          form: report.formId,
          year: report.year,
          authority: report.authority,
          facts: report.facts,
          outcomes: outcomesOf(report),
        };
        expect(extractions.flatMap((extraction) => differences(extraction, wanted))).toEqual([]);
        expect(unread(extractions)).toEqual([]);
      }),
      runs(40),
    );
  });

  if (carriesBlanks(dialect))
    test(`a blank cell shifts no other (${seeded})`, () => {
      fc.assert(
        fc.property(reports, picks, (clean, blanks) => {
          const report = withBlanks(clean, blanks);
          const extractions = read(renderText(report, dialect));
          const facts = onForm(extractions);
          for (const fact of facts) expect([fact.ref, fact.raw]).toEqual([fact.ref, report.facts[fact.ref]]);
          // Columns aligned by spaces leave a doubt where a row or column is blank as a whole: then rows are refused.
          if (dialect !== 'aligned') expect(facts).toHaveLength(Object.keys(report.facts).length);
          else if (facts.length < Object.keys(report.facts).length)
            expect(unread(extractions)).not.toEqual([]);
        }),
        runs(40),
      );
    });

  test(`lines that are lost are missed, and shift nothing (${seeded})`, () => {
    fc.assert(
      fc.property(reports, picks, (report, lost) => {
        const lines = renderText(report, dialect).split('\n');
        const figures = lines.flatMap((line, at) => (/\d\s*\|?\s*$/.test(line) ? [at] : []));
        const gone = new Set(lost.map((pick) => figures[pick % figures.length]));
        const extractions = read(lines.filter((_, at) => !gone.has(at)).join('\n'));
        for (const fact of onForm(extractions))
          expect([fact.ref, fact.raw]).toEqual([fact.ref, report.facts[fact.ref]]);
      }),
      runs(40),
    );
  });
});

test(`a row of which blank cells were dropped is refused (${seeded})`, () => {
  fc.assert(
    fc.property(reports, picks, (clean, blanks) => {
      const report = withBlanks(clean, blanks);
      const text = renderText(report, 'tab-rows-omitted')
        .replaceAll(/\t{2,}/g, '\t')
        .replaceAll(/\t$/gm, '');
      for (const fact of onForm(read(text)))
        expect([fact.ref, fact.raw]).toEqual([fact.ref, report.facts[fact.ref]]);
    }),
    runs(100),
  );
});
