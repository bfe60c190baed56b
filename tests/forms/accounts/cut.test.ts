import { describe, expect, test } from 'vitest';
import type { LineReading, RelationReading, TableReading } from '../../../parser/tabulation.ts';
import { type Drawing, municipal, national, readingsOf } from './pages.ts';

/** 部门决算公开 01–09 cut over pages: the rest stands in a table of its own. */

type Way = (drawing: Drawing, head: readonly string[], body: readonly string[], at: number) => Drawing[];

/** Ways in which the rest begins. */
const ways: Readonly<Record<string, Way>> = {
  'without any heading': ({ above }, head, body, at) => [
    { above, rows: [...head, ...body.slice(0, at)].join('\n') },
    { above: [], rows: body.slice(at).join('\n') },
  ],
  'with the heading again': ({ above }, head, body, at) => [
    { above, rows: [...head, ...body.slice(0, at)].join('\n') },
    { above: [], rows: [...head, ...body.slice(at)].join('\n') },
  ],
  'with title and heading again': ({ above }, head, body, at) => [
    { above, rows: [...head, ...body.slice(0, at)].join('\n') },
    { above, rows: [...head, ...body.slice(at)].join('\n') },
  ],
  'called what goes on': ({ above }, head, body, at) => [
    { above, rows: [...head, ...body.slice(0, at)].join('\n') },
    { above: [`${above[0]}（续表）`], rows: [...head, ...body.slice(at)].join('\n') },
  ],
  'in a table with a column less': ({ above }, head, body, at) => [
    { above, rows: [...head, ...body.slice(0, at)].join('\n') },
    {
      above: [],
      rows: body
        .slice(at)
        .map((row) => row.replace(/ \| [^|]*$/, ''))
        .join('\n'),
    },
  ],
};

const isOfHead = (row: string): boolean =>
  !/^(\d{3}|[一二三四五六七八九十]+、|\d+ \|)|\d\.\d/.test(row.trim());

const partsOf = ({ rows }: Drawing): [head: string[], body: string[]] => {
  const lines = rows.split('\n');
  const from = lines.findIndex((row) => !isOfHead(row));
  return [lines.slice(0, from), lines.slice(from)];
};

const linesOf = (tables: readonly TableReading[]): { relation: RelationReading; line: LineReading }[] =>
  tables.flatMap(({ relations }) =>
    relations.flatMap((relation) => relation.lines.map((line) => ({ relation, line }))),
  );

/** Tables with codes: those that a page break cuts. */
const coded = (drawings: readonly Drawing[]): Drawing[] =>
  drawings.filter(
    ({ above, rows }) =>
      /^(收入|支出|一般公共预算财政拨款支出)决算表$/.test(above[0] ?? '') && /\n201 /.test(rows),
  );

describe.each(Object.entries(ways))('%s', (way, cutAt) => {
  const pages = [...coded(national), ...coded(municipal)].flatMap((drawing) => {
    const [head, body] = partsOf(drawing);
    return body
      .slice(1)
      .map((_, at) => ({ at: at + 1, tables: readingsOf(cutAt(drawing, head, body, at + 1)) }));
  });

  test('nothing is said to be wrong, wherever it is cut', () => {
    expect(pages.length).toBeGreaterThan(80);
    const wrong = pages.flatMap(({ at, tables }) =>
      linesOf(tables).flatMap(({ relation, line }) =>
        line.outcome === 'violated' ? [[at, relation.rule, relation.target, line]] : [],
      ),
    );
    expect(wrong).toEqual([]);
  });

  test.skipIf(way.endsWith('less'))('both pieces are read, and what stands in two of them holds', () => {
    for (const { tables } of pages) {
      expect(new Set(linesOf(tables).map(({ line }) => line.outcome))).toEqual(new Set(['satisfied']));
      expect(new Set(linesOf(tables).map(({ relation }) => relation.cue))).toEqual(new Set(['form']));
    }
    const over = pages.flatMap(({ tables }) =>
      linesOf(tables).filter(({ relation }) => relation.parts.some(({ table }) => table !== undefined)),
    );
    expect(over.length).toBeGreaterThan(pages.length);
  });
});

describe('a wrong digit in a table that is cut', () => {
  const [drawing] = coded(municipal);
  const again = ways['with the heading again'];
  if (!drawing || !again) throw new Error('There is such a drawing.');
  const [head, body] = partsOf(drawing);

  test('among rows of both pieces is undetermined, with the reason', () => {
    const wrong = body.map((row) => row.replace(/^(合计→2 \| )1389\.01/, '$11398.01'));
    const lines = linesOf(readingsOf(again(drawing, head, wrong, 9)));
    const total = lines.filter(({ relation }) => relation.rule === 'department-accounts.receipts.total');
    expect(
      total.filter(({ line }) => line.outcome === 'undetermined').map(({ line }) => line.reason),
    ).toEqual(['cut']);
    // 合计 is also the sum of its row, which no page break cuts.
    expect(
      lines.filter(({ line }) => line.outcome === 'violated').map(({ relation }) => relation.axis),
    ).toEqual(['across']);
  });

  test('within one piece is called what it is, at its place on the page', () => {
    const wrong = body.map((row) => row.replace('| 32.56 |', '| 32.65 |'));
    const tables = readingsOf(again(drawing, head, wrong, 5));
    const violated = tables.flatMap(({ index, relations }) =>
      relations.flatMap(({ axis, lines }) =>
        lines.flatMap(({ outcome }) => (outcome === 'violated' ? [[index, axis]] : [])),
      ),
    );
    expect(violated).toEqual(
      expect.arrayContaining([
        [1, 'across'],
        [1, 'down'],
      ]),
    );
    const [second] = tables.slice(1);
    const cell = second?.cells.find(({ raw }) => raw === '32.65');
    const changes = second?.diagnoses.flatMap(({ alternatives }) => alternatives[0]?.changes ?? []);
    expect(changes?.map(({ ref, to }) => [ref, to])).toEqual([[`t1.r${cell?.row}.c${cell?.column}`, 32.56]]);
  });
});

test('the same table of two units is two tables', () => {
  const [drawing] = coded(municipal);
  if (!drawing) throw new Error('There is such a drawing.');
  const tables = readingsOf([drawing, drawing]);
  expect(tables.map(({ index }) => index)).toEqual([0, 1]);
  const [one, other] = tables.map(({ relations }) =>
    relations.map(({ rule, target, lines }) => [rule, target, lines]),
  );
  expect(one).toEqual(other);
  expect(
    linesOf(tables).every(({ relation }) => relation.parts.every(({ table }) => table === undefined)),
  ).toBe(true);
});

test('another table that is as wide and has no title is none of it', () => {
  const [drawing] = coded(municipal);
  if (!drawing) throw new Error('There is such a drawing.');
  const width = Math.max(...drawing.rows.split('\n').map((row) => row.split('|').length));
  const other = ['甲', '乙'].map((name) => [name, ...Array(width - 1).fill('1.5')].join(' | ')).join('\n');
  const [alone] = readingsOf([drawing]);
  const [first, second] = readingsOf([drawing, { above: [], rows: other }]);
  expect(first).toEqual(alone);
  expect(second?.index).toBe(1);
});
