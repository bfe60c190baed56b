import { describe, expect, test } from 'vitest';
import { disclosure2021 } from '../../parser/forms/disclosure/edition-2021.ts';
import { emptyFragment, type Fragment } from '../../parser/recognise/fragment.ts';
import { unsurePieces } from '../../parser/recognise/pieces.ts';
import { type IdentifiedReport, repeatedTables } from '../../parser/recognise/repeated.ts';
import { keyedSheet } from '../../parser/table/keyed-sheet.ts';
import { body, tableOf } from '../grid/drawing.ts';

/** A piece of a table of the form in the table `at` of the source, which prints these rows; `?` before one that is there but not read. */
const piece = (at: number, table: string, ...rows: string[]): Fragment => {
  const sheet = keyedSheet({ ...tableOf(body('1\n'.repeat(rows.length).trim())), index: at });
  const fragment = emptyFragment(table, at, sheet.rows);
  rows.forEach((row, nth) => {
    const [cell] = sheet.rows[nth]?.cells ?? [];
    if (row.startsWith('?')) fragment.unread.add(row.slice(1));
    else if (cell) fragment.bindings.push({ row, column: 'total', cell, doubt: false, unit: null });
  });
  return fragment;
};

const slot = (table: number, row = 0) => ({ table, row, column: 0 });

describe('pieces of one table of the form', () => {
  const unsure = (...pieces: Fragment[]) => {
    const { issues, repeated } = unsurePieces(disclosure2021, pieces);
    return { issues, repeated: [...repeated] };
  };
  const none = { issues: [], repeated: [] };

  test('in the order of the form are those of one', () => {
    expect(
      unsure(
        piece(1, 'requests', 'received_new', 'granted'),
        piece(2, 'requests', 'partially_granted', 'total_processed'),
      ),
    ).toEqual(none);
    expect(unsure(piece(1, 'requests', 'granted', 'received_new'))).toEqual(none);
    // A piece in which nothing was found says nothing.
    expect(
      unsure(
        piece(1, 'requests', 'granted'),
        piece(2, 'requests'),
        piece(3, 'requests', 'partially_granted'),
      ),
    ).toEqual(none);
  });

  test('in another order are unsure, from the first that is out of turn', () => {
    const turned = [
      piece(1, 'requests', 'total_processed'),
      piece(2, 'requests', 'granted'),
      piece(3, 'requests', 'received_new'),
    ];
    expect(unsure(...turned)).toEqual({
      issues: [{ code: 'pieces_unsure', table: 'requests', slot: slot(2) }],
      repeated: [],
    });
    // What lies between two rows of a piece before is out of turn as well.
    expect(
      unsure(piece(1, 'requests', 'received_new', 'total_processed'), piece(2, 'requests', 'granted')).issues,
    ).toHaveLength(1);
  });

  test('that print a row again are unsure, and may be those of another report', () => {
    const again = [
      piece(1, 'requests', 'received_new', 'granted'),
      piece(4, 'requests', 'granted', 'partially_granted'),
    ];
    expect(unsure(...again)).toEqual({
      issues: [{ code: 'pieces_unsure', table: 'requests', slot: slot(4) }],
      repeated: ['requests'],
    });
    // Though it was only recognised there: of it no cell could be read.
    expect(unsure(piece(1, 'requests', 'granted'), piece(4, 'requests', '?granted'))).toEqual({
      issues: [{ code: 'pieces_unsure', table: 'requests', slot: slot(4) }],
      repeated: ['requests'],
    });
    const noted = piece(4, 'requests', '?granted');
    noted.issues.push({ code: 'pieces_unsure', table: 'requests', slot: slot(4, 7) });
    expect(unsure(piece(1, 'requests', 'granted'), noted).issues[0]?.slot).toEqual(slot(4, 7));
  });

  test('of a table in bands stand in any order', () => {
    expect(
      unsure(
        piece(1, 'proactive_disclosure', 'administrative_licensing'),
        piece(2, 'proactive_disclosure', 'regulations'),
      ),
    ).toEqual(none);
    expect(
      unsure(piece(1, 'proactive_disclosure', 'regulations'), piece(2, 'proactive_disclosure', 'regulations'))
        .repeated,
    ).toEqual(['proactive_disclosure']);
  });

  test('of different tables have nothing to do with one another', () => {
    expect(
      unsure(
        piece(1, 'requests', 'granted'),
        piece(2, 'review_litigation', 'reconsideration'),
        piece(3, 'requests', 'partially_granted'),
      ),
    ).toEqual(none);
  });
});

describe('tables that a page prints more than once', () => {
  /** A report, and what of its title is missing. */
  const report = (
    fragments: Fragment[],
    ...missing: ('authority_missing' | 'year_missing')[]
  ): IdentifiedReport =>
    ({
      report: { fragments },
      identified: { issues: missing.map((code) => ({ code })) },
    }) as unknown as IdentifiedReport;
  const untitled = ['authority_missing', 'year_missing'] as const;

  const codes = (...reports: IdentifiedReport[]): string[][] =>
    repeatedTables(reports).map((issues) =>
      issues.map(
        (issue) =>
          `${issue.code} ${'table' in issue ? issue.table : ''} ${'slot' in issue ? issue.slot.table : ''}`,
      ),
    );

  test('with no title between: whose each is nobody can say, of neither report', () => {
    const one = report([piece(1, 'requests', 'granted'), piece(2, 'review_litigation', 'reconsideration')]);
    expect(codes(one, report([piece(3, 'requests', 'granted')], ...untitled))).toEqual([
      ['table_repeated requests 1'],
      ['table_repeated requests 3'],
    ]);
    // A third below them belongs to the same.
    expect(
      codes(
        one,
        report([], ...untitled),
        report([piece(5, 'review_litigation', 'reconsideration')], ...untitled),
      ),
    ).toEqual([['table_repeated review_litigation 2'], [], ['table_repeated review_litigation 5']]);
  });

  test('below a title that says whose or of which year they are, they are those of another report', () => {
    const one = report([piece(1, 'requests', 'granted')]);
    for (const missing of [[], ['authority_missing'], ['year_missing']] as const)
      expect(codes(one, report([piece(3, 'requests', 'granted')], ...missing)), missing.join()).toEqual([
        [],
        [],
      ]);
    expect(codes(report([piece(3, 'requests', 'granted')], ...untitled))).toEqual([[]]);
  });

  test('of one report they are its own', () => {
    expect(
      codes(report([piece(1, 'requests', 'granted'), piece(2, 'requests', 'partially_granted')])),
    ).toEqual([[]]);
  });

  test('cut in pieces besides, nobody can say either which of these belong together', () => {
    const cut = report([piece(1, 'requests', 'granted'), piece(2, 'requests', 'partially_granted')]);
    expect(codes(cut, report([piece(3, 'requests', 'granted')], ...untitled))).toEqual([
      ['table_repeated requests 1', 'pieces_unsure requests 1'],
      ['table_repeated requests 3', 'pieces_unsure requests 3'],
    ]);
  });

  test('a table of which nothing was read is none', () => {
    const nothing = report([piece(3, 'requests', '?granted')], ...untitled);
    expect(codes(report([piece(1, 'requests', 'granted')]), nothing)).toEqual([[], []]);
  });
});
