import { describe, expect, test } from 'vitest';
import { extract } from '../../parser/extract.ts';
import type { Extraction } from '../../parser/extraction.ts';
import { readHtml } from '../../parser/source/html/html.ts';
import { htmlOf } from '../corpus-pages/html.ts';
import { officialLayout, pageOf } from '../corpus-pages/page.ts';
import {
  figure,
  label,
  type PageBlock,
  type PrintedRow,
  type PrintedTable,
  row,
} from '../corpus-pages/printed.ts';
import { inventReport, type Report } from '../corpus-pages/report.ts';

const readingsOf = (blocks: readonly PageBlock[]): Extraction[] =>
  extract(readHtml(htmlOf(blocks, { markup: 'tidy', surroundings: 'plain', charset: 'utf-8' })), {
    sha256: '',
    bytes: 0,
    format: 'html',
  });

const first = (blocks: readonly PageBlock[]): Extraction => {
  const [extraction] = readingsOf(blocks);
  if (!extraction) throw new Error('Nothing came back');
  return extraction;
};

const codes = ({ issues }: Extraction): string[] => issues.map(({ code }) => code);
const outcomes = ({ checks }: Extraction, table: string): Set<string> =>
  new Set(checks.flatMap(({ id, outcome }) => (id.startsWith(table) ? [outcome] : [])));

const report = inventReport('disclosure-2021', 11);
const page = (of: Report = report): PageBlock[] => pageOf(of, officialLayout);
/** The page with table three changed. */
const withTableThree = (change: (rows: PrintedTable) => PrintedTable[], of = report): PageBlock[] => {
  const blocks = page(of);
  const three = blocks.filter(({ kind }) => kind === 'table').at(-2);
  return blocks.flatMap((block): PageBlock[] =>
    block === three && block.kind === 'table'
      ? change(block.rows).map((rows) => ({ kind: 'table', rows }))
      : [block],
  );
};
/** （一）予以公开 of natural persons is one more than it should be. */
const ref = 'requests.granted.natural_person';
const mistaken: Report = {
  ...report,
  facts: { ...report.facts, [ref]: `${Number(report.facts[ref]) + 1}` },
};

describe('figures that are not accounted for', () => {
  test('a table of figures right behind one of the form makes its sums undetermined, not violated', () => {
    const behind: PrintedTable = [row(label('其中网上申请'), figure('4'), figure('9'))];
    const extraction = first(withTableThree((rows) => [rows, behind], mistaken));
    expect(extraction.issues).toContainEqual({
      code: 'figures_unaccounted',
      table: 'requests',
      figures: ['4', '9'],
      count: 2,
      slot: { table: 2, row: 0, column: 0 },
    });
    expect(outcomes(extraction, 'requests')).toEqual(new Set(['satisfied', 'undetermined']));
    expect(extraction.checks.find(({ id }) => id === 'requests.results_sum@natural_person')?.reason).toEqual({
      code: 'figures_unaccounted',
      refs: [],
    });
    expect(extraction.diagnoses).toEqual([]);
  });

  test('without it they are violated', () => {
    const extraction = first(withTableThree((rows) => [rows], mistaken));
    expect(codes(extraction)).not.toContain('figures_unaccounted');
    expect(outcomes(extraction, 'requests')).toEqual(new Set(['satisfied', 'violated']));
    expect(extraction.diagnoses).toHaveLength(1);
  });

  test('a figure before a label that counts nothing is told', () => {
    const numbered = ({ cells: [name, ...figures] }: PrintedRow): PrintedRow =>
      name ? row(label('31'), { ...name, colspan: 2 }, ...figures) : row(...figures);
    const extraction = first(
      withTableThree((rows) => [rows.map((line, at) => (at === 3 ? numbered(line) : line))]),
    );
    expect(extraction.issues).toContainEqual({
      code: 'figures_unaccounted',
      table: 'requests',
      figures: ['31'],
      count: 1,
      slot: { table: 1, row: 3, column: 0 },
    });
  });

  test('a count of the text about a table in doubt is not called wrong', () => {
    const said = (blocks: PageBlock[]): PageBlock[] =>
      blocks.flatMap((block): PageBlock[] =>
        block.kind === 'heading' && block.text === '一、总体情况'
          ? [block, { kind: 'paragraph', text: '2022年，本机关共收到政府信息公开申请9999件。' }]
          : [block],
      );
    const claimOf = (extraction: Extraction) =>
      extraction.claims.find(({ value }) => value === 9999)?.outcome;
    expect(claimOf(first(said(page())))).toBe('violated');
    const behind: PrintedTable = [row(label('其中网上申请'), figure('4'), figure('9'))];
    expect(claimOf(first(said(withTableThree((rows) => [rows, behind]))))).toBe('undetermined');
  });
});

describe('pieces of a table', () => {
  /** Table three of two years by turns, each cut before its last row. */
  const byTurns = (): PageBlock[] => {
    const other = inventReport('disclosure-2021', 12);
    const [, three] = page(other).flatMap((block) => (block.kind === 'table' ? [block.rows] : []));
    if (!three) throw new Error('No table three');
    return withTableThree((rows) => [rows.slice(0, -1), three.slice(0, -1), rows.slice(-1), three.slice(-1)]);
  };

  test('of two years by turns: no figure is read as that of one of them', () => {
    for (const extraction of readingsOf(byTurns())) {
      expect(
        extraction.facts.filter(({ ref, value }) => ref.startsWith('requests.') && value !== null),
      ).toEqual([]);
      expect(outcomes(extraction, 'requests')).toEqual(new Set(['undetermined']));
      expect(codes(extraction)).not.toContain('blank_form');
    }
    expect(readingsOf(byTurns()).some((extraction) => codes(extraction).includes('pieces_unsure'))).toBe(
      true,
    );
  });

  test('in another order than on the form: they are read, and nothing is called wrong', () => {
    const turned = withTableThree(
      (rows) => [[...rows.slice(0, 3), ...rows.slice(-1)], rows.slice(0, -1)],
      mistaken,
    );
    const extraction = first(turned);
    expect(extraction.facts.find((fact) => fact.ref === ref)?.value).toBe(Number(mistaken.facts[ref]));
    expect(codes(extraction)).toContain('pieces_unsure');
    expect(outcomes(extraction, 'requests')).toEqual(new Set(['satisfied', 'undetermined']));
  });
});

describe('several reports on one page', () => {
  const authorities = ['青禾市白石区人民政府', '青禾市林业局', '青禾市水务局'];
  const reports = authorities.map((authority, at) => inventReport('disclosure-2021', 21 + at, { authority }));

  test('tables below the title of another report are not those of the one before, though these are images', () => {
    const [a, b, c] = reports.map((one) => pageOf(one, officialLayout));
    if (!a || !b || !c) throw new Error('Three reports');
    const tables = (blocks: PageBlock[]) => blocks.filter(({ kind }) => kind === 'table');
    const without = (blocks: PageBlock[], gone: readonly PageBlock[]) =>
      blocks.filter((one) => !gone.includes(one));
    // The first prints table two alone, the second the others, the third all.
    const [two, ...others] = tables(b);
    const blocks = [...without(a, tables(a).slice(1)), ...without(b, two ? [two] : []), ...c];
    expect(others).toHaveLength(2);
    const extractions = readingsOf(blocks);
    expect(extractions.map(({ authority }) => authority?.value)).toEqual(authorities);
    extractions.forEach(({ facts }, at) => {
      const own = reports[at]?.facts ?? {};
      for (const { ref, raw } of facts) expect([ref, raw]).toEqual([ref, own[ref]]);
    });
    expect(extractions.map(({ facts }) => new Set(facts.map(({ ref }) => ref.split('.')[0])).size)).toEqual([
      1, 2, 3,
    ]);
  });

  test('a title that is printed again begins no report', () => {
    const blocks = pageOf(report, officialLayout);
    const title = blocks.find(({ kind }) => kind === 'title');
    const last = blocks.filter(({ kind }) => kind === 'table').at(-1);
    const again = blocks.flatMap((block): PageBlock[] =>
      block === last && title ? [title, block] : [block],
    );
    expect(readingsOf(again)).toHaveLength(1);
    expect(first(again).coverage).toEqual(first(blocks).coverage);
  });
});

describe('a row that says in words what it should count', () => {
  const worded = (words: (at: number) => string): Extraction => {
    const blocks = page();
    const two = blocks.find(({ kind }) => kind === 'table');
    return first(
      blocks.map((block): PageBlock => {
        if (block !== two || block.kind !== 'table') return block;
        const rows = block.rows.map((line) =>
          line.cells[0]?.lines.join('') === '规章'
            ? row(...line.cells.map((cell, at) => (at === 0 ? cell : label(words(at)))))
            : line,
        );
        return { kind: 'table', rows };
      }),
    );
  };
  const regulations = ({ facts }: Extraction) =>
    facts.flatMap(({ ref, state, raw }) => (ref.includes('.regulations.') ? [[state, raw]] : []));

  test('is there, and its cells are unreadable', () => {
    const extraction = worded(() => '本单位未制作规章');
    expect(regulations(extraction)).toEqual(Array(3).fill(['unreadable', '本单位未制作规章']));
    expect(codes(extraction)).not.toContain('row_missing');
  });

  test('headings behind a label are no such words', () => {
    expect(
      regulations(worded((at) => ['', '本年制发件数', '本年废止件数', '现行有效件数'][at] ?? '')),
    ).toEqual([]);
  });
});
