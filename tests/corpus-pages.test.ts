import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cases, filesOf } from './corpus-pages/cases/all.ts';
import { htmlChoices, renderHtml, renderText } from './corpus-pages/layouts.ts';
import { inventReport, type Report } from './corpus-pages/report.ts';
import { dialects } from './corpus-pages/text.ts';

/** A report whose every figure is printed nowhere else. */
const unmistakable = (formId: Report['formId']): Report => {
  const report = inventReport(formId, 1);
  return {
    ...report,
    facts: Object.fromEntries(Object.keys(report.facts).map((ref, at) => [ref, `${7_000_000 + at}`])),
  };
};

/** Figures in the order of the page, tags and white space between their digits left out. */
const figuresIn = (page: string): string[] =>
  (page.replaceAll(/<(?!\/?t[dr]\b)[^>]*>/g, '').match(/7000\d{3}/g) ?? []).toSorted();

describe.each(['disclosure-2019', 'disclosure-2021'] as const)('pages of %s', (formId) => {
  const report = unmistakable(formId);
  const all = Object.values(report.facts).toSorted();
  const { tableTwo, tableThree, tableFour, markup, surroundings } = htmlChoices;

  test.each([
    ...tableTwo.map((layout) => ({ tableTwo: layout })),
    ...tableThree.map((layout) => ({ tableThree: layout })),
    ...tableFour.map((layout) => ({ tableFour: layout })),
    ...markup.map((one) => ({ markup: one })),
    ...surroundings.filter((one) => one !== 'concealed').map((one) => ({ surroundings: one })),
  ])('%j prints every figure once', (options) => {
    expect(figuresIn(renderHtml(report, options))).toEqual(all);
  });

  test.each(dialects)('%s prints every figure once', (dialect) => {
    expect(figuresIn(renderText(report, dialect))).toEqual(all);
  });
});

describe('corpus on disk is what its cases say', () => {
  test('no two cases share a slug', () => {
    expect(new Set(cases.map((one) => one.slug)).size).toBe(cases.length);
  });

  test.each(cases.map((one) => [one.slug, one] as const))('%s', (slug, one) => {
    const folder = new URL(`./corpus/${slug}/`, import.meta.url);
    for (const [name, content] of filesOf(one))
      expect(
        Buffer.compare(readFileSync(new URL(name, folder)), content),
        `tests/corpus/${slug}/${name} differs: change tests/corpus-pages/cases, then run node tests/corpus-pages/write.ts`,
      ).toBe(0);
  });
});
