import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readBytes } from '../cli/read.ts';
import { type ExpectedReport, pageDifferences } from './corpus-case.ts';

/** Published reports with facts read by eye. They are not part of the repository; the folder lies beside it where it exists. */
const shared = new URL('../../shared/corpus/', import.meta.url);

/** A title can name the body shorter than the text does (the district, or the government without its city): either is right. */
const alsoRight: Readonly<Record<string, readonly string[]>> = {
  'yanzhou-2020': ['济宁市兖州区'],
  'hongze-2023': ['洪泽区人民政府'],
};

/** Published on a form of before 2019: how many cells it has, and its sums, which were added up by eye. */
const older = { 'pingtan-2016': { cells: 32, sums: 4 } } as const;

/** A form that nobody has filled in. */
const empty = ['blank-template-2021-form'];

const names = existsSync(shared)
  ? readdirSync(shared)
      .filter((file) => /\.(html|txt|pdf|docx)$/.test(file))
      .toSorted()
  : [];

if (names.length === 0)
  console.warn('SKIPPED: ../shared/corpus is not here, so no published report is read by these tests.');

describe.skipIf(names.length === 0)('shared corpus', () => {
  for (const file of names) {
    const slug = file.replace(/\.[^.]+$/, '');
    test(file, async () => {
      const extractions = await readBytes(file, readFileSync(new URL(file, shared)));
      if (slug === 'pingtan-2016') {
        const [extraction, ...others] = extractions;
        expect(others).toEqual([]);
        expect(extraction?.form?.id).toBe('fujian-statistics-2014');
        expect(extraction?.year?.value).toBe(2016);
        expect(extraction?.authority?.value).toBe('平潭综合实验区');
        expect(extraction?.facts.filter(({ state }) => state === 'number')).toHaveLength(older[slug].cells);
        const value = (ref: string) => extraction?.facts.find((fact) => fact.ref === ref)?.value;
        expect(value('statistics.disclosed.year')).toBe(3460);
        expect(value('statistics.disclosed.since_start')).toBe(85376);
        expect(extraction?.checks.filter(({ outcome }) => outcome === 'satisfied')).toHaveLength(
          older[slug].sums,
        );
        expect(extraction?.issues).toEqual([]);
        return;
      }
      if (empty.includes(slug)) {
        const [extraction] = extractions;
        expect(extraction?.form?.id).toBe('disclosure-2021');
        expect(extraction?.facts.filter(({ value }) => value !== null)).toEqual([]);
        expect(extraction?.checks.filter(({ outcome }) => outcome !== 'undetermined')).toEqual([]);
        expect(extraction?.issues.map(({ code }) => code)).toContain('blank_form');
        return;
      }
      const expected = JSON.parse(
        readFileSync(new URL(`${slug}.expected.json`, shared), 'utf8'),
      ) as ExpectedReport;
      const read = extractions[0]?.authority?.value;
      const authority = alsoRight[slug]?.find((name) => name === read) ?? expected.authority ?? null;
      expect(pageDifferences(extractions, { reports: [{ ...expected, authority }], issues: [] })).toEqual([]);
    });
  }
});
