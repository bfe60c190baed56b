import { describe, expect, it } from 'vitest';
import {
  columnKey,
  firstChoice,
  flatTable,
  rowKey,
  type YearChoice,
  yearTables,
} from '../../components/shelf/year-tables.ts';
import { overYears } from '../../parser/export/over-years.ts';
import type { Extraction } from '../../parser/extraction.ts';
import { keptFrom } from './kept.ts';

const report = (await keptFrom('consistent-2020.html')).extraction;

/** The report as another body or year would have printed it, some of its figures changed; null prints a mark. */
const printedAs = (
  authority: string,
  year: number,
  changed: Record<string, number | null> = {},
  form = report.form,
): Extraction => ({
  ...report,
  form,
  authority: { value: authority, evidence: authority },
  year: { value: year, evidence: String(year) },
  facts: report.facts.map((fact) => {
    const value = changed[fact.ref];
    if (value === undefined) return fact;
    return value === null
      ? { ...fact, state: 'mark', value: null, raw: '/' }
      : { ...fact, state: 'number', value, raw: String(value) };
  }),
});

const gathered = (...reports: Extraction[]) => {
  const over = overYears({ acrossForms: true });
  for (const one of reports) over.add(one);
  return { cells: [...over.cells()], years: over.years() };
};

const total = 'requests.total_processed.total';
const granted = 'requests.granted.total';
const choiceOf = (cells: ReturnType<typeof gathered>['cells'], ...refs: string[]): YearChoice => {
  const chosen = cells.filter(({ ref }) => refs.includes(ref));
  return { rows: new Set(chosen.map(rowKey)), columns: new Set(chosen.map(columnKey)) };
};
const all = {
  measures: ['count', 'share', 'change'] as const,
  body: null,
  year: null,
  language: 'zh-CN' as const,
};

describe('the years side by side', () => {
  const found = gathered(
    printedAs('甲市', 2019, { [granted]: 18, [total]: 90 }),
    printedAs('甲市', 2020, { [granted]: 20, [total]: 80 }),
    printedAs('甲市', 2021, { [granted]: null, [total]: 70 }),
    printedAs('乙县', 2021, { [granted]: 7, [total]: 70 }),
    printedAs('乙县', 2021, { [granted]: 8, [total]: 70 }),
  );
  const listed = { ...found, ...all, choice: choiceOf(found.cells, granted) };

  it('give each body a table: what is printed, its share of the total, and the change', () => {
    const [first] = yearTables({ ...listed, layout: 'bodies' });
    expect(first?.title).toBe('甲市');
    expect(first?.heads.map(({ label }) => label)).toEqual(['2019', '2020', '2021']);
    expect(first?.lines.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['18', '20.0%', '', '20', '25.0%', '+2', '/', '', ''],
    ]);
  });

  it('compute nothing where two reports differ, and show both', () => {
    const [, second] = yearTables({ ...listed, layout: 'bodies' });
    expect(second?.lines[0]?.cells.map(({ text, state }) => [text, state]).slice(6)).toEqual([
      ['7 | 8', 'differs'],
      ['', 'none'],
      ['', 'none'],
    ]);
  });

  it('give each year a table of the bodies that have a report', () => {
    const tables = yearTables({ ...listed, layout: 'years' });
    expect(tables.map(({ title, lines }) => [title, lines.map(({ label }) => label)])).toEqual([
      ['2019', ['甲市']],
      ['2020', ['甲市']],
      ['2021', ['甲市', '乙县']],
    ]);
  });

  it('are exported as shown, numbers as numbers', () => {
    const tables = yearTables({ ...listed, layout: 'bodies', measures: ['count', 'change'], body: '甲市' });
    expect(flatTable(tables, ['count', 'change'], 'zh-CN')).toEqual({
      heads: ['机关', '指标', '2019', '2019 增减', '2020', '2020 增减', '2021', '2021 增减'],
      rows: [['甲市', '（一）予以公开', 18, null, 20, 2, '/', null]],
    });
  });

  it('begin with the figures that the form has people look at first', () => {
    const choice = firstChoice(found.cells);
    expect([...choice.rows].some((key) => key.endsWith('一、本年新收政府信息公开申请数量'))).toBe(true);
    expect(choice.rows.size).toBeLessThan(15);
  });

  it('take a cell of two forms for one where both call it by the same words', () => {
    const newer = report.form && { ...report.form, id: 'disclosure-2021' };
    const { cells } = gathered(printedAs('甲市', 2020), printedAs('甲市', 2021, {}, newer));
    const own = cells.filter(({ ref }) => ref === granted);
    expect(own.map(({ prints }) => [...prints.keys()])).toEqual([[2020, 2021]]);
  });
});
