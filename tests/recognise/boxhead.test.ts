import { describe, expect, test } from 'vitest';
import { disclosure2019 } from '../../parser/forms/disclosure/edition-2019.ts';
import { disclosure2021 } from '../../parser/forms/disclosure/edition-2021.ts';
import type { FormTable } from '../../parser/forms/schema.ts';
import { assign, headingNotes, isBroken, readBoxhead, unitOf } from '../../parser/recognise/boxhead.ts';
import { lexiconFor } from '../../parser/recognise/lexicon.ts';
import type { TableBlock } from '../../parser/source/blocks.ts';
import { keyedSheet } from '../../parser/table/keyed-sheet.ts';
import { body, tableOf } from '../grid/drawing.ts';

const lexisOf = (table: FormTable, band = 0) => {
  const lexicon = lexiconFor(table);
  const columns = lexicon.bands[band]?.columns;
  if (!columns) throw new Error('No such band');
  return { lexicon, columns };
};
const applicants = lexisOf(disclosure2021.tables[1]);
const documents = lexisOf(disclosure2019.tables[0]);
const fees = lexisOf(disclosure2021.tables[0], 3);

const sequenceOf = (rows: string): TableBlock => ({ ...tableOf(body(rows)), geometry: 'sequence' });

const read = (block: TableBlock, headingRows: number, lexis: typeof applicants) => {
  const sequence = block.geometry === 'sequence';
  const { rows } = keyedSheet(block);
  const boxhead = readBoxhead(
    rows.slice(0, headingRows),
    lexis.columns,
    lexis.lexicon.columnGroups,
    sequence,
  );
  const [row] = rows.slice(headingRows);
  const data = (row?.cells ?? []).slice(1);
  const assignment = assign(data, boxhead, lexis.columns, sequence);
  return { boxhead, assignment, broken: isBroken(assignment, boxhead) };
};

/** `id=text` for each assigned cell, `?` behind one that is in doubt; or how many cells there were and should have been. */
const drawn = ({ assignment }: ReturnType<typeof read>): string =>
  assignment.outcome === 'dropped'
    ? `${assignment.found} of ${assignment.expected}`
    : assignment.cells.map(({ leaf, cell, doubt }) => `${leaf.id}=${cell.text}${doubt ? '?' : ''}`).join(' ');

const seven =
  'natural_person=1 commercial_enterprise=2 research_institution=3 public_interest_organisation=4 legal_service_institution=5 other_organisation=6 total=7';
const applicantsHead = `
  信息 1x3 | 申请人情况 7x1
  自然人 1x2 | 法人或其他组织 5x1 | 总计 1x2
  商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他
`;

describe('headings name columns', () => {
  test('three storeys: groups name none, the leaves below them do', () => {
    const found = read(
      tableOf(body(`${applicantsHead.trimEnd()}\n予以公开 | 1 | 2 | 3 | 4 | 5 | 6 | 7`)),
      3,
      applicants,
    );
    expect(drawn(found)).toBe(seven);
    expect(found.boxhead.missing).toEqual([]);
    expect(found.broken).toBeNull();
  });

  test('columns in another order are read by their words', () => {
    const block = tableOf(
      body(`
        项目 | 总计 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他
        予以公开 | 7 | 1 | 2 | 3 | 4 | 5 | 6
      `),
    );
    expect(drawn(read(block, 1, applicants))).toBe(`total=7 ${seven.replace(' total=7', '')}`);
  });

  test('a cut or misspelt heading is taken between its neighbours, and noted', () => {
    const block = tableOf(
      body(`
        项目 | 自然人 | 商业企业 | 科研机购 | 社会公益 | 法律服务机构 | 其他 | 总计
        予以公开 | 1 | 2 | 3 | 4 | 5 | 6 | 7
      `),
    );
    const found = read(block, 1, applicants);
    expect(drawn(found)).toBe(seven);
    const official = (id: string) =>
      applicants.columns.find((column) => column.label.id === id)?.label.zh ?? '';
    expect(headingNotes('requests', found.boxhead, official)).toEqual([
      {
        code: 'label_differs',
        table: 'requests',
        id: 'research_institution',
        printed: '科研机购',
        official: '科研机构',
        slot: { table: 0, row: 0, column: 3 },
      },
      {
        code: 'label_differs',
        table: 'requests',
        id: 'public_interest_organisation',
        printed: '社会公益',
        official: '社会公益组织',
        slot: { table: 0, row: 0, column: 4 },
      },
    ]);
  });

  test('a heading like no column names none', () => {
    const block = tableOf(body('项目 | 自然人 | 备注说明\n予以公开 | 1 | 2'));
    expect(read(block, 1, applicants).boxhead.leaves.map((leaf) => leaf.id)).toEqual(['natural_person']);
  });

  test.each([
    ['本年收费金额（单位：万元）', '万元'],
    ['本年收费金额(单位:元)', '元'],
    ['本年收费金额：亿元', '亿元'],
    ['本年收费金额', null],
    ['采购总金额', null],
    ['美元', null],
  ])('the unit of %s', (heading, unit) => {
    expect(unitOf(heading)).toBe(unit);
  });

  test('the unit of a heading goes to its column', () => {
    const found = read(tableOf(body('信息内容 | 本年收费金额（单位：元）\n行政事业性收费 | 5')), 1, fees);
    expect(found.boxhead.leaves.map((leaf) => [leaf.id, leaf.unit])).toEqual([['amount', '元']]);
  });
});

describe('cells under headings', () => {
  test('as many cells as headings pair in order, though the columns of the grid differ; that is said', () => {
    // 11 physical columns: headings with colspans above cells without
    const block = tableOf(
      body(`
        项目 | 自然人 2x1 | 商业企业 2x1 | 科研机构 | 社会公益组织 | 法律服务机构 2x1 | 其他 | 总计
        予以公开 | 1 | 2 | 3 | 4 | 5 | 6 | 7
      `),
    );
    const found = read(block, 1, applicants);
    expect(drawn(found)).toBe(seven);
    expect(found.broken).toEqual({ table: 0, row: 1, column: 2 });
  });

  test('a heading that is missing in official order follows from the others', () => {
    const block = tableOf(
      body(`
        项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 其他 | 总计 |
        予以公开 | 1 | 2 | 3 | 4 | 5 | 6 | 7
      `),
    );
    const found = read(block, 1, applicants);
    expect(drawn(found)).toBe(seven);
    expect(found.assignment).toMatchObject({ inferred: 'legal_service_institution' });
  });

  test('two missing headings are not inferred', () => {
    const block = tableOf(
      body(`
        项目 | 自然人 | 商业企业 | 科研机构 | 其他 | 总计 | |
        予以公开 | 1 | 2 | 3 | 4 | 5 | 6 | 7
      `),
    );
    expect(drawn(read(block, 1, applicants))).toBe('7 of 5');
  });

  test('a merged figure belongs to no heading for sure', () => {
    const block = tableOf(
      body(`
        项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计
        予以公开 | 1 | 9 5x1 | 7
      `),
    );
    expect(drawn(read(block, 1, applicants))).toBe(
      'natural_person=1 commercial_enterprise=9? research_institution=9? public_interest_organisation=9? legal_service_institution=9? other_organisation=9? total=7',
    );
  });

  test('a figure that spans rows belongs to none of them for sure', () => {
    const block = tableOf(
      body(`
        信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量
        规章 | 1 1x2 | 2 | 3
        规范性文件 | 5 | 6
      `),
    );
    expect(drawn(read(block, 1, documents))).toBe('newly_made=1? newly_disclosed=2 total_disclosed=3');
  });

  test('cells that were dropped leave positions unknown: nothing is assigned', () => {
    const block = tableOf(
      body(`
        项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计
        予以公开 | 1 | 2 | 7
      `),
    );
    expect(drawn(read(block, 1, applicants))).toBe('3 of 7');
    expect(
      drawn(
        read(
          sequenceOf(
            '项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计\n予以公开 | 1 | 2 | 7',
          ),
          1,
          applicants,
        ),
      ),
    ).toBe('3 of 7');
  });

  test('more figures than headings are dropped, empty cells at the end are not missed', () => {
    const heading = '信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量';
    expect(drawn(read(sequenceOf(`${heading}\n规章 | 1 | 2 | 3 | 4`), 1, documents))).toBe('4 of 3');
    const block = sequenceOf(`${heading}\n规章 | 1 | 2 | 3`);
    block.rows[1]?.cells.push({ text: '', colspan: 1, rowspan: 1 }, { text: '', colspan: 1, rowspan: 1 });
    expect(drawn(read(block, 1, documents))).toBe('newly_made=1 newly_disclosed=2 total_disclosed=3');
  });

  test('spare physical columns: a figure belongs to the heading that it stands under', () => {
    const block = tableOf(
      body(`
        信息内容 | 本年新制作数量 2x1 | 本年新公开数量 2x1 | 对外公开总数量
        规章 | 1 | x | 2 2x1 | 3
      `),
    );
    for (const cell of block.rows[1]?.cells ?? []) if (cell.text === 'x') cell.text = '';
    expect(drawn(read(block, 1, documents))).toBe('newly_made=1 newly_disclosed=2 total_disclosed=3');
  });

  test('two figures under one heading: nothing is assigned', () => {
    const block = tableOf(
      body(`
        信息内容 | 本年新制作数量 2x1 | 本年新公开数量 2x1 | 对外公开总数量
        规章 | 1 | 8 | 2 2x1 | 3
      `),
    );
    expect(drawn(read(block, 1, documents))).toBe('4 of 3');
  });

  test('a sequence pairs in the official order, even where its headings were flattened out of it', () => {
    const block = sequenceOf(
      '申请人情况 | 自然人 | 法人或其他组织 | 总计 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他\n予以公开 | 1 | 2 | 3 | 4 | 5 | 6 | 7',
    );
    expect(drawn(read(block, 1, applicants))).toBe(seven);
  });
});
