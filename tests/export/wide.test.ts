import { describe, expect, test } from 'vitest';
import {
  type CellYears,
  changeIn,
  overYears,
  shareIn,
  shownIn,
  totalsAmong,
} from '../../parser/export/over-years.ts';
import { type WideExtra, wideStart, wideTable } from '../../parser/export/wide.ts';
import type { Extraction } from '../../parser/extraction.ts';
import { disclosure2021 } from '../../parser/forms/disclosure/edition-2021.ts';
import { readFigure } from '../../parser/text/value.ts';
import { extraction, fact } from './extraction.ts';

const words = { blank: '空白', unreadable: '未读出' };

/** A report that prints these texts in the cells named. */
const printed = (
  authority: string | null,
  year: number | null,
  cells: Record<string, string>,
  form: Extraction['form'] = extraction().form,
): Extraction =>
  extraction({
    form,
    authority: authority === null ? null : { value: authority, evidence: '' },
    year: year === null ? null : { value: year, evidence: '' },
    facts: Object.entries(cells).map(([ref, raw]) => {
      const figure = readFigure(raw);
      const unit = figure.state === 'number' ? figure.unit : null;
      return fact({
        ref,
        raw,
        state: figure.state,
        value: figure.state === 'number' ? figure.value : null,
        unit,
      });
    }),
  });

const [granted, total] = ['requests.granted.natural_person', 'requests.granted.total'];
const processed = 'requests.total_processed.natural_person';

describe('the years as columns', () => {
  const table = (reports: Extraction[], extras: WideExtra[] = [], wanted = (_: string): boolean => true) => {
    const wide = wideTable(wanted, words, extras);
    for (const one of reports) wide.add(one);
    return { columns: wide.columns(), rows: [...wide.rows()] };
  };
  const start = [
    ...['甲市', 'disclosure-2019', 'requests', 'granted', '（一）予以公开'],
    ...['natural_person', '自然人', granted, '件'],
  ];

  test('a row for each body and each cell of its form, with what is printed from year to year', () => {
    const { columns, rows } = table([
      printed('甲市', 2021, { [granted]: '7件' }),
      printed('甲市', 2019, { [granted]: '5' }),
      printed('乙县', 2020, { [granted]: '' }),
    ]);
    expect(columns).toEqual([...wideStart, '2019', '2020', '2021', 'differing']);
    expect(rows).toEqual([
      [...start, 5, null, 7, null],
      ['乙县', ...start.slice(1, -1), null, null, '空白', null, null],
    ]);
  });

  test('several reports of one body and year: none of them is the right one', () => {
    const { rows } = table([
      printed('甲市', 2019, { [granted]: '5件' }),
      printed('甲市', 2019, { [granted]: '6件' }),
      printed('甲市', 2020, { [granted]: '7件' }),
      printed('甲市', 2020, { [granted]: '7' }),
      printed('甲市', 2021, { [granted]: '/' }),
      printed('甲市', 2021, { [granted]: '8?' }),
    ]);
    expect(rows).toEqual([[...start, '5 | 6', 7, '/ | 未读出', '2019 2021']]);
  });

  test('only what is wanted is listed; a share needs its total all the same', () => {
    const reports = [
      printed('甲市', 2020, { [granted]: '5件', [processed]: '20件' }),
      printed('甲市', 2021, { [granted]: '6件', [processed]: '20件' }),
    ];
    const only = (ref: string): boolean => ref === granted;
    expect(table(reports, [], only).rows).toEqual([[...start, 5, 6, null]]);
    const both = table(reports, ['share', 'change'], only);
    expect(both.columns.slice(wideStart.length)).toEqual([
      ...['2020', '2020_share', '2020_change', '2021', '2021_share', '2021_change', 'differing'],
    ]);
    expect(both.rows).toEqual([[...start, 5, 0.25, null, 6, 0.3, 1, null]]);
    // A change needs nothing beside its cell.
    expect(table(reports, ['change'], only).rows).toEqual([[...start, 5, null, 6, 1, null]]);
  });
});

describe('cells over the years', () => {
  const gathered = (reports: Extraction[], options?: Parameters<typeof overYears>[0]) => {
    const over = overYears(options);
    for (const one of reports) over.add(one);
    return { years: over.years(), cells: [...over.cells()] };
  };
  const onlyOf = (reports: Extraction[], ref = granted): CellYears => {
    const found = gathered(reports).cells.find((cell) => cell.ref === ref);
    if (!found) throw new Error(`No cell ${ref}`);
    return found;
  };

  test('a report of which body, year or form is not known has no place', () => {
    expect(
      gathered([
        printed(null, 2020, { [granted]: '5' }),
        printed('甲市', null, { [granted]: '5' }),
        printed('甲市', 2020, { [granted]: '5' }, null),
      ]),
    ).toEqual({ years: [], cells: [] });
  });

  test('rows of a body’s own are the same where they are called the same', () => {
    const own = (row: string, label: string, raw: string, year: number): Extraction => ({
      ...printed('甲市', year, { [`requests.${row}.total`]: raw }),
      issues: [
        {
          ...{ code: 'extra_row', table: 'requests', row, label, subtotal: false },
          slot: { table: 1, row: 24, column: 2 },
        },
      ],
    });
    const { cells } = gathered([
      own('extra_1', '6.转办', '1', 2019),
      own('extra_2', '6.转办', '2', 2020),
      own('extra_1', '7.退回', '3', 2020),
    ]);
    expect(cells.map(({ rowLabel, prints }) => [rowLabel.zh, ...prints.keys()])).toEqual([
      ['6.转办', 2019, 2020],
      ['7.退回', 2020],
    ]);
  });

  test('cells of two forms are one only where that is asked for, and both call them by the same words', () => {
    const newer = { id: disclosure2021.id, title: disclosure2021.title, issuedAs: disclosure2021.issuedAs };
    const reports = [
      printed('甲市', 2020, { [granted]: '5' }),
      printed('甲市', 2021, { [granted]: '6' }, newer),
      printed('乙县', 2021, { [granted]: '6' }, newer),
    ];
    const shown = (options?: Parameters<typeof overYears>[0]) =>
      gathered(reports, options).cells.map(({ authority, form, prints }) => [
        authority,
        form,
        ...prints.keys(),
      ]);
    expect(shown()).toEqual([
      ['甲市', 'disclosure-2019', 2020],
      ['甲市', 'disclosure-2021', 2021],
      ['乙县', 'disclosure-2021', 2021],
    ]);
    expect(shown({ acrossForms: true })).toEqual([
      ['甲市', 'disclosure-2019', 2020, 2021],
      ['乙县', 'disclosure-2021', 2021],
    ]);
  });

  test('only refs that are wanted are kept', () => {
    const { cells } = gathered([printed('甲市', 2020, { [granted]: '5', [total]: '5' })], {
      wanted: (ref) => ref === total,
    });
    expect(cells.map(({ ref }) => ref)).toEqual([total]);
  });

  test('each wording is shown once: a number, a mark as it is printed, words for a blank and for what cannot be read', () => {
    const cell = onlyOf([
      printed('甲市', 2019, { [granted]: '5件' }),
      printed('甲市', 2019, { [granted]: '5' }),
      printed('甲市', 2019, { [granted]: '——' }),
      printed('甲市', 2020, { [granted]: '' }),
      printed('甲市', 2021, { [granted]: '5?' }),
    ]);
    expect([2018, 2019, 2020, 2021].map((year) => shownIn(cell, year, words))).toEqual([
      [],
      [5, '——'],
      ['空白'],
      ['未读出'],
    ]);
  });

  test('a change is that against the year before, exact, and none where either prints no one number', () => {
    const cell = onlyOf([
      printed('甲市', 2018, { [granted]: '0.1' }),
      printed('甲市', 2019, { [granted]: '0.3' }),
      printed('甲市', 2020, { [granted]: '' }),
      printed('甲市', 2021, { [granted]: '4' }),
      printed('甲市', 2022, { [granted]: '4' }),
      printed('甲市', 2022, { [granted]: '5' }),
      printed('甲市', 2024, { [granted]: '0' }),
      printed('甲市', 2025, { [granted]: '0' }),
    ]);
    const years = [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025];
    expect(years.map((year) => changeIn(cell, year))).toEqual([null, 0.2, null, null, null, null, null, 0]);
  });

  describe('a share', () => {
    const shares = (cells: Record<string, string>, ref: string, authority = '甲市'): number | null => {
      const all = gathered([
        printed(authority, 2020, cells),
        printed('乙县', 2020, { [processed]: '1', [total]: '1' }),
      ]).cells;
      const cell = all.find((one) => one.ref === ref && one.authority === authority);
      if (!cell) throw new Error(`No cell ${ref}`);
      return shareIn(cell, totalsAmong(all)(cell), 2020);
    };

    test('is that in the total of the rows, else of the columns, of the same body', () => {
      expect(shares({ [granted]: '5', [processed]: '20', [total]: '10' }, granted)).toBe(0.25);
      // （七）总计 is no part of a sum of rows: its share is that in its own row.
      expect(shares({ [processed]: '5', 'requests.total_processed.total': '20' }, processed)).toBe(0.25);
      expect(shares({ [granted]: '5' }, granted)).toBeNull();
      expect(shares({ [total]: '5', 'requests.total_processed.total': '20' }, total)).toBe(0.25);
    });

    test('is none in a total that is not above zero, or is no number, and none of what is no number', () => {
      expect(shares({ [granted]: '0', [processed]: '20' }, granted)).toBe(0);
      expect(shares({ [granted]: '5', [processed]: '0' }, granted)).toBeNull();
      expect(shares({ [granted]: '5', [processed]: '-2' }, granted)).toBeNull();
      expect(shares({ [granted]: '5', [processed]: '' }, granted)).toBeNull();
      expect(shares({ [granted]: '', [processed]: '20' }, granted)).toBeNull();
    });

    test('is none where the form counts the cell in no total: neither side of a balance is one', () => {
      expect(
        shares(
          { 'requests.received_new.total': '5', 'requests.carried_over.total': '5' },
          'requests.received_new.total',
        ),
      ).toBeNull();
      expect(
        shares({ 'proactive_disclosure.regulations.issued': '5' }, 'proactive_disclosure.regulations.issued'),
      ).toBeNull();
    });

    test('is none in a cell of another form, or of one that is not known', () => {
      const other = { id: 'unknown', title: '', issuedAs: '' };
      const { cells } = gathered([printed('甲市', 2020, { [granted]: '5', [processed]: '20' }, other)]);
      const [cell] = cells;
      expect(cell && totalsAmong(cells)(cell)).toBeUndefined();
    });
  });
});
