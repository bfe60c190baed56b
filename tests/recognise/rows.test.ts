import { describe, expect, test } from 'vitest';
import { disclosure2021 } from '../../parser/forms/disclosure/edition-2021.ts';
import { bindRows } from '../../parser/recognise/bind.ts';
import { dataRowsOf } from '../../parser/recognise/data-rows.ts';
import { lexiconFor } from '../../parser/recognise/lexicon.ts';
import type { TableBlock } from '../../parser/source/blocks.ts';
import { keyedSheet } from '../../parser/table/keyed-sheet.ts';
import { body, tableOf } from '../grid/drawing.ts';

const [documents, requests] = disclosure2021.tables.map(lexiconFor);

const drawn = (rows: string): TableBlock => tableOf(body(rows));

/** What a table is read as: its rows, ordinals of those with figures but no label, and of headings below the last row. */
const read = (table: TableBlock, lexicon = requests, above = '') => {
  if (!lexicon) throw new Error('The form has these tables.');
  const before = above === '' ? [] : keyedSheet(drawn(above)).rows;
  const { rows, strays, left } = dataRowsOf(keyedSheet(table), lexicon, before);
  bindRows(rows, lexicon);
  return { rows, strays: strays.map(({ index }) => index), left: left.map(({ index }) => index) };
};

/** `stub > label: cells behind it` */
const rowsIn = (rows: string, lexicon = requests): string[] =>
  read(drawn(rows), lexicon).rows.map(
    ({ stub, data }) =>
      `${stub.map(({ text }) => text).join(' > ')}: ${data.map(({ text }) => text).join(' ')}`,
  );

/** The first words of each row of headings that a row stands under. */
const headingsOver = (rows: string, above = ''): string[] =>
  read(drawn(rows), requests, above).rows.map(({ heading }) =>
    heading.map(({ cells }) => cells[0]?.text).join(' '),
  );

/** The rows of the form that the labels are bound to; `≈` by likeness, `?` where it may be that one. */
const boundTo = (rows: string): (string | undefined)[] =>
  read(drawn(rows)).rows.map(({ entry, exact, maybe }) =>
    entry ? `${exact ? '' : '≈ '}${entry.label.id}` : maybe ? `? ${maybe.label.id}` : undefined,
  );

const heading = '项目 | 自然人 | 商业企业 | 总计';
const granted = '（一）予以公开 | 1 | 2 | 3';

describe('which rows are headings', () => {
  test('those that name columns; each row of figures stands under those right above it', () => {
    expect(
      headingsOver(`${heading}\n${granted}\n自然人 | 商业企业 | 其他\n（二）部分公开 | 1 | 2 | 3`),
    ).toEqual(['项目', '自然人']);
    expect(headingsOver(`甲 | 乙 | 丙\n${heading}\n${granted}`)).toEqual(['甲 项目']);
  });

  test('其他 and 总计 name rows and columns: two of them are headings, one alone is none', () => {
    expect(headingsOver(`其他 | 总计\n${granted}`)).toEqual(['其他']);
    expect(rowsIn(`其他 | |\n${granted}`)).toEqual(['其他:  ', '（一）予以公开: 1 2 3']);
    // A word that names columns only is one, though its cells were never merged.
    expect(headingsOver(`自然人 | |\n${granted}`)).toEqual(['自然人']);
  });

  test('the title of a band, alone in its row among cells that were never merged', () => {
    const bands = read(
      drawn(
        '第二十条第（一）项 | | |\n信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数\n规章 | 1 | 2 | 3\n第二十条第（五）项 | | |\n信息内容 | 本年处理决定数量\n行政许可 | 4',
      ),
      documents,
    );
    expect(bands.rows.map(({ heading: over }) => over.map(({ index }) => index))).toEqual([
      [0, 1],
      [3, 4],
    ]);
  });

  test('rows of words alone; below the last row they are left', () => {
    expect(read(drawn(`${heading}\n${granted}\n注 | 以上为本机关数据`)).left).toEqual([2]);
    expect(read(drawn(`${heading}\n${granted}`)).left).toEqual([]);
    expect(read(drawn('/ | /\n（一）予以公开')).left).toEqual([1]);
  });

  test('those before a page break hold for the rows behind it, until there are others', () => {
    expect(headingsOver(granted, heading)).toEqual(['项目']);
    expect(headingsOver(`甲 | 乙\n${granted}`, heading)).toEqual(['项目 甲']);
    expect(headingsOver(`类别 | 总计 | 自然人\n${granted}`, heading)).toEqual(['类别']);
    // Only the first of the table's own takes the place of those before.
    expect(headingsOver(`类别 | 总计 | 自然人\n信息 | 其他 | 科研机构\n${granted}`, heading)).toEqual([
      '类别 信息',
    ]);
  });
});

describe('which wording labels a row', () => {
  test('the last before its figures; what stands before it are the groups', () => {
    expect(rowsIn(`${heading}\n三、本年度办理结果 | （三）不予公开 | 1.属于国家秘密 | 1 | 2 | 3`)).toEqual([
      '三、本年度办理结果 > （三）不予公开 > 1.属于国家秘密: 1 2 3',
    ]);
    expect(rowsIn(`${heading}\n1.属于国家秘密 | 注 | 1 | 2 | 3`)).toEqual(['1.属于国家秘密 > 注: 1 2 3']);
    expect(rowsIn(`${heading}\n（三）不予公开 | 其他 | 1 | 2 | 3`)).toEqual(['（三）不予公开 > 其他: 1 2 3']);
  });

  test('but not the heading of a group that stands behind it, where a span above it is too long', () => {
    expect(rowsIn(`${heading}\n1.属于国家秘密 | （三）不予公开 | 1 | 2 | 3`)).toEqual([
      '1.属于国家秘密: 1 2 3',
    ]);
  });

  test('words among figures label nothing', () => {
    expect(rowsIn(`${heading}\n${granted.replace('2', '甲')}\n转办 | / | 乙 | 3\n转送 | | |`)).toEqual([
      '（一）予以公开: 1 甲 3',
      '转办: / 乙 3',
      '转送:   ',
    ]);
  });

  test('figures without a label are strays, marks alone are nothing', () => {
    const { rows, strays } = read(drawn(`${heading}\n | 1 | 2 | 3\n/ | /`));
    expect([rows, strays]).toEqual([[], [1]]);
  });

  test('a row that nobody sees is none', () => {
    const table = drawn(`${heading}\n${granted}\n（二）部分公开 | 1 | 2 | 3`);
    const hidden = {
      ...table,
      rows: table.rows.map((row, at) => (at === 1 ? { ...row, hidden: true as const } : row)),
    };
    expect(read(hidden).rows.map(({ label }) => label.text)).toEqual(['（二）部分公开']);
  });
});

describe('a row that says in words what it should count', () => {
  const head = '信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数';

  test('has words for each column, none of which is a heading or a label', () => {
    expect(rowsIn(`${head}\n规章 | 未制作 | 未废止 | 无此类`, documents)).toEqual([
      '规章: 未制作 未废止 无此类',
    ]);
    for (const row of [
      '规章 | 未制作 | 未废止',
      '规章 | 未制作 | 未废止 | 规章',
      '规章 | 未制作 | 未废止 | 信息内容',
      '规章 | 未制作 | 未废止 | 本年制发件数',
    ])
      expect(rowsIn(`${head}\n${row}`, documents), row).toEqual([]);
  });

  test('one cell of words across all columns is not one for each', () => {
    expect(rowsIn(`${head}\n规章 | 未制作 3x1`, documents)).toEqual([]);
    expect(rowsIn(`${head}\n规章 1x2 | 未制作 | 未废止 | 无此类\n甲 | 乙 | 丙`, documents)).toHaveLength(1);
  });

  test('nothing of the kind is known where cells have no columns', () => {
    const table: TableBlock = { ...drawn(`${head}\n规章 | 未制作 | 未废止 | 无此类`), geometry: 'sequence' };
    expect(read(table, documents).rows).toEqual([]);
  });
});

describe('labels are bound to the rows of the form', () => {
  test('by their words, the rest by likeness between neighbours that are sure', () => {
    expect(
      boundTo(
        `${heading}\n${granted}\n（二）部分公天 | 1 | 2 | 3\n1.属于国家秘密 | 1 | 2 | 3\n（七）总计 | 1 | 2 | 3`,
      ),
    ).toEqual(['granted', '≈ partially_granted', 'denied_state_secret', 'total_processed']);
    // Nothing of the form is open between these two.
    expect(boundTo(`${heading}\n${granted}\n（二）予以公天 | 1 | 2 | 3\n（二）部分公开 | 1 | 2 | 3`)).toEqual(
      ['granted', undefined, 'partially_granted'],
    );
  });

  test('the first of a table, whatever is open above it; none that stands in the form before or behind its neighbours', () => {
    const received = '一、本年新收政府信息公开申请数重 | 1 | 2 | 3';
    const carried = '四、结转下年度继续办里 | 1 | 2 | 3';
    expect(boundTo(`${heading}\n${received}\n${granted}`)).toEqual(['≈ received_new', 'granted']);
    expect(boundTo(`${heading}\n${granted}\n${received}\n（二）部分公开 | 1 | 2 | 3`)).toEqual([
      'granted',
      undefined,
      'partially_granted',
    ]);
    expect(boundTo(`${heading}\n${granted}\n${carried}\n（二）部分公开 | 1 | 2 | 3`)).toEqual([
      'granted',
      undefined,
      'partially_granted',
    ]);
    expect(boundTo(`${heading}\n${granted}\n${carried}`)).toEqual(['granted', '≈ carried_forward']);
  });

  test('no row of the form is taken for a second one that is only like it', () => {
    const misspelt = '（二）部分公天 | 1 | 2 | 3';
    expect(
      boundTo(`${heading}\n（二）部分公开 | 1 | 2 | 3\n${granted}\n${misspelt}\n1.属于国家秘密 | 1 | 2 | 3`),
    ).toEqual(['partially_granted', 'granted', undefined, 'denied_state_secret']);
    const twice = `${granted}\n${misspelt}\n1.属于国家秘密 | 1 | 2 | 3`;
    expect(boundTo(`${heading}\n${twice}\n${twice}`)).toEqual([
      ...['granted', '≈ partially_granted', 'denied_state_secret'],
      ...['granted', undefined, 'denied_state_secret'],
    ]);
  });

  test('a label in two cells is like what both say; the heading of its group is no part of it', () => {
    expect(
      boundTo(
        `${heading}\n${granted}\n（三）不予公开 | 1.属于 | 国家秘蜜 | 1 | 2 | 3\n（七）总计 | 1 | 2 | 3`,
      ),
    ).toEqual(['granted', '≈ denied_state_secret', 'total_processed']);
  });

  test('其他 that is the first row, of which no group is known, may be that of the form', () => {
    expect(boundTo(`${heading}\n其他 | 1 | 2 | 3\n（七）总计 | 1 | 2 | 3`)).toEqual([
      'other_other',
      'total_processed',
    ]);
  });

  test('what is bound to nothing is not exact', () => {
    expect(read(drawn(`${heading}\n${granted}\n转办 | 1 | 2 | 3`)).rows.map(({ exact }) => exact)).toEqual([
      true,
      false,
    ]);
  });

  test('too unlike for that, they may be the row that is missing there, or are rows of the body’s own', () => {
    expect(
      boundTo(
        `${heading}\n${granted}\n2.其他法律行政法规 | 1 | 2 | 3\n4.保护第三人利益 | 1 | 2 | 3\n转办 | 1 | 2 | 3\n（七）总计 | 1 | 2 | 3`,
      ),
    ).toEqual([
      'granted',
      '≈ denied_prohibited_by_law',
      '? denied_third_party_rights',
      undefined,
      'total_processed',
    ]);
  });

  test('a subtotal is no row of the form, however like one it is', () => {
    expect(
      boundTo(
        `${heading}\n${granted}\n（二）部分公开小计 | 1 | 2 | 3\n（三）不予公开 | 1 | 2 | 3\n（七）总计 | 1 | 2 | 3`,
      ),
    ).toEqual(['granted', undefined, undefined, 'total_processed']);
  });

  test('其他 is the one of its own group, and of none that has no such row', () => {
    expect(
      boundTo(
        `${heading}\n8.属于行政查询事项 | 1 | 2 | 3\n（四）无法提供 | 其他 | 1 | 2 | 3\n2.重复申请 | 1 | 2 | 3\n（六）其他处理 | 其他 | 1 | 2 | 3`,
      ),
    ).toEqual(['denied_administrative_inquiry', undefined, 'not_processed_repeated', 'other_other']);
    // The group of a row is that of the row above, where it says none: it may be the row that is missing behind it, in other words.
    expect(boundTo(`${heading}\n2.重复申请 | 1 | 2 | 3\n其他 | 1 | 2 | 3\n（七）总计 | 1 | 2 | 3`)).toEqual([
      'not_processed_repeated',
      '? other',
      'total_processed',
    ]);
  });

  test('总计 for the second time is the same row again', () => {
    expect(boundTo(`${heading}\n（二）部分公开 | 1 | 2 | 3\n总计 | 1 | 2 | 3\n总计 | 1 | 2 | 3`)).toEqual([
      'partially_granted',
      'total_processed',
      'total_processed',
    ]);
  });

  test('a long stretch without a label of the form is another table: nothing in it is alike', () => {
    const stretch = (rows: number): string =>
      `${heading}\n${granted}\n${Array.from({ length: rows }, (_, at) => (at === 0 ? '（二）部分公天 | 1 | 2 | 3' : `甲乙丙 | ${at}`)).join('\n')}`;
    expect(boundTo(stretch(80))[1]).toBe('≈ partially_granted');
    expect(boundTo(stretch(81))[1]).toBeUndefined();
  });
});
