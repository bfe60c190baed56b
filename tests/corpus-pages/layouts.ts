import { htmlOf, type Markup, markups, type Surroundings, surroundings } from './html.ts';
import { officialLayout, type PageLayout, pageOf } from './page.ts';
import type { Report } from './report.ts';
import { tableFourLayouts } from './table-four.ts';
import { tableThreeLayouts } from './table-three.ts';
import { tableTwoLayouts } from './table-two.ts';
import { type Dialect, textOf } from './text.ts';

/** How a page is printed. Every choice is free of the others. */
export type HtmlOptions = PageLayout & { readonly markup: Markup; readonly surroundings: Surroundings };

/** Every value of every choice, for tests that draw among them. */
export const htmlChoices = {
  tableTwo: tableTwoLayouts,
  tableThree: tableThreeLayouts,
  tableFour: tableFourLayouts,
  sentences: [false, true],
  markup: markups,
  surroundings,
} as const;

/** The report as a web page; the official layout and tidy markup unless told otherwise. */
export const renderHtml = (report: Report, options: Partial<HtmlOptions> = {}): string =>
  htmlOf(pageOf(report, { ...officialLayout, ...options }), {
    markup: options.markup ?? 'tidy',
    surroundings: options.surroundings ?? 'plain',
    charset: 'utf-8',
  });

/** The report as plain text. Throws where the dialect cannot print a blank cell that the report has: see `carriesBlanks`. */
export const renderText = (report: Report, dialect: Dialect, layout: Partial<PageLayout> = {}): string =>
  textOf(pageOf(report, { ...officialLayout, ...layout }), dialect);
