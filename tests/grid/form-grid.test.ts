import { describe, expect, test } from 'vitest';
import { formGrid, mostSlots } from '../../parser/grid/form-grid.ts';
import { cellOf, cellsOfRow } from '../../parser/grid/grid.ts';
import { body, draw, drawing, foot, head, tableOf } from './drawing.ts';

/** Steps are those of HTML Standard 4.9.12.1, "the algorithm for processing rows" where not said otherwise. */
describe('cells find their slots', () => {
  test('a cell covers as many columns and rows as it spans', () => {
    const grid = formGrid(
      tableOf(
        body(`
          A 2x1 | B 1x2
          C | D
        `),
      ),
    );
    expect(draw(grid)).toEqual(
      drawing(`
        A A B
        C D B
      `),
    );
    expect(grid.problems).toEqual([]);
  });

  test('step 6: a cell goes to the first slot that no cell above reaches into', () => {
    const grid = formGrid(
      tableOf(
        body(`
          A | B 1x3 | C | D 1x2
          E | F
          G | H | I
        `),
      ),
    );
    expect(draw(grid)).toEqual(
      drawing(`
        A B C D
        E B F D
        G B H I
      `),
    );
    expect(grid.problems).toEqual([]);
  });

  test('the boxhead of table three: headings of three storeys', () => {
    const grid = formGrid(
      tableOf(
        body(`
          k 3x3 | a 7x1
          n 1x2 | o 5x1 | t 1x2
          q | r | s | u | v
          x 3x1 | 1 | 2 | 3 | 4 | 5 | 6 | 7
        `),
      ),
    );
    expect(draw(grid)).toEqual(
      drawing(`
        k k k a a a a a a a
        k k k n o o o o o t
        k k k n q r s u v t
        x x x 1 2 3 4 5 6 7
      `),
    );
  });

  test('steps 7 and 12: a longer row widens the table, a shorter one leaves slots without a cell', () => {
    const grid = formGrid(
      tableOf(
        body(`
          A
          B | C | D
          E | F
        `),
      ),
    );
    expect(draw(grid)).toEqual(
      drawing(`
        A . .
        B C D
        E F .
      `),
    );
    expect(cellOf(grid, 0, 1)).toBeNull();
    expect(cellOf(grid, 2, 1)?.cell.text).toBe('F');
  });

  test('step 4: a row without cells takes its place', () => {
    const grid = formGrid(tableOf(body('A | B 1x2\n\nC | D')));
    expect(draw(grid)).toEqual(['A B', '. B', 'C D']);
  });

  test('a row that cells from above fill altogether', () => {
    const grid = formGrid(tableOf(body('A 1x2 | B 1x2\n\nC | D')));
    expect(draw(grid)).toEqual(['A B', 'A B', 'C D']);
    expect(grid.problems).toEqual([]);
  });

  test('no rows', () => {
    expect(formGrid(tableOf())).toMatchObject({ width: 0, height: 0, cells: [], problems: [] });
  });

  test('every cell knows its first slot, its size and where it stands in the source', () => {
    const grid = formGrid(tableOf(body('A 1x2 | B\nC 2x1')));
    expect(grid.cells[2]).toMatchObject({
      row: 1,
      column: 1,
      width: 2,
      height: 1,
      sourceRow: 1,
      sourceCell: 0,
    });
    expect(draw(grid)).toEqual(['A B .', 'A C C']);
  });
});

describe('row groups', () => {
  test('rowspan 0 reaches to the end of its group, not further', () => {
    const grid = formGrid(
      tableOf(
        head('h 1x0 | i\nj'),
        body(`
          A 1x0 | B
          C
          D
        `),
        body('E | F'),
      ),
    );
    expect(draw(grid)).toEqual(
      drawing(`
        h i
        h j
        A B
        A C
        A D
        E F
      `),
    );
    expect(grid.problems).toEqual([]);
  });

  test('a rowspan that would leave its group ends there and is listed', () => {
    const grid = formGrid(tableOf(head('A 1x3 | B'), body('C | D')));
    expect(draw(grid)).toEqual(['A B', 'C D']);
    expect(grid.problems).toEqual([{ kind: 'rowspan_past_end', row: 0, column: 0 }]);
  });

  test('a rowspan that passes the last row ends there and is listed', () => {
    const grid = formGrid(tableOf(body('A | B 1x4\nC')));
    expect(draw(grid)).toEqual(['A B', 'C B']);
    expect(grid.problems).toEqual([{ kind: 'rowspan_past_end', row: 0, column: 1 }]);
  });

  test('forming a table, step 19: tfoot rows come last, wherever they stand, in tree order', () => {
    const grid = formGrid(tableOf(foot('y | y'), head('A | B'), foot('z 1x0 | z\nz'), body('C | D')));
    expect(draw(grid)).toEqual(['A B', 'C D', 'y y', 'z z', 'z z']);
    expect(grid.cells.find((cell) => cell.cell.text === 'C')?.sourceRow).toBe(4);
  });

  test('two groups that only a tfoot parted stay two', () => {
    const grid = formGrid(tableOf(body('A 1x0 | B'), foot('Z | Z'), body('C | D')));
    expect(draw(grid)).toEqual(['A B', 'C D', 'Z Z']);
  });

  test('hidden rows keep their place and are named', () => {
    const table = tableOf(body('A 1x3 | B\nC\nD'));
    const [, second] = table.rows;
    if (second) second.hidden = true;
    const grid = formGrid(table);
    expect(draw(grid)).toEqual(['A B', 'A C', 'A D']);
    expect([...grid.hidden]).toEqual([1]);
  });
});

describe('problems are listed, never thrown', () => {
  test('step 14: of two cells that overlap, the first keeps the slot', () => {
    const grid = formGrid(
      tableOf(
        body(`
          A | B 1x2 | C
          D 3x1
        `),
      ),
    );
    expect(draw(grid)).toEqual(
      drawing(`
        A B C
        D B D
      `),
    );
    expect(grid.problems).toEqual([{ kind: 'overlap', row: 1, column: 1 }]);
    expect(cellsOfRow(grid, 1).map((at) => grid.cells[at]?.cell.text)).toEqual(['D', 'B']);
  });

  test('every slot of an overlap is listed', () => {
    const grid = formGrid(tableOf(body('A | B 2x2\nC 3x1')));
    expect(grid.problems).toEqual([
      { kind: 'overlap', row: 1, column: 1 },
      { kind: 'overlap', row: 1, column: 2 },
    ]);
  });
});

describe('spans of any size are bounded', () => {
  test('65534 rows × 1000 columns in a table of two rows cover two rows', () => {
    const grid = formGrid(tableOf(body('A 1000x65534\nB')));
    expect(grid.width).toBe(1001);
    expect(grid.height).toBe(2);
    expect(cellOf(grid, 1, 999)?.cell.text).toBe('A');
    expect(cellOf(grid, 1, 1000)?.cell.text).toBe('B');
  });

  test('a table of more slots than a report has is not formed, and says how many it would have had', () => {
    const rows = Array.from({ length: mostSlots / 1000 + 1 }, () => 'A 1000x1').join('\n');
    const grid = formGrid(tableOf(body(rows)));
    expect(grid).toMatchObject({ width: 0, height: 0, cells: [] });
    expect(grid.problems).toEqual([{ kind: 'too_large', slots: mostSlots + 1000 }]);
  });

  test('a wide row among many narrow ones is not formed either: the grid would be as large', () => {
    const rows = ['A 1000x1', ...Array.from({ length: mostSlots / 1000 }, () => 'B')].join('\n');
    expect(formGrid(tableOf(body(rows))).problems).toEqual([{ kind: 'too_large', slots: mostSlots + 1000 }]);
  });
});

describe('cells of a row', () => {
  test('each once, left to right, those from above included', () => {
    const grid = formGrid(tableOf(body('A 1x2 | B 2x1 | C\nD | E')));
    const texts = (row: number) => cellsOfRow(grid, row).map((at) => grid.cells[at]?.cell.text);
    expect(texts(0)).toEqual(['A', 'B', 'C']);
    expect(texts(1)).toEqual(['A', 'D', 'E']);
  });

  test('a slot outside the grid has no cell', () => {
    const grid = formGrid(tableOf(body('A | B\nC | D')));
    for (const [row, column] of [
      [-1, 0],
      [0, -1],
      [0, 2],
      [2, 0],
    ] as const)
      expect(cellOf(grid, row, column)).toBeNull();
  });
});

test('a slot beside the grid is not the one that the next or last row holds in its place', () => {
  const grid = formGrid(tableOf(body('A | B\nC | D')));
  for (const [row, column] of [
    [-1, 2],
    [-1, 3],
    [0, 2],
    [0, 3],
    [1, -1],
    [1, -2],
    [2, -1],
    [2, -2],
    [2, 0],
    [0, -1],
  ] as const)
    expect(cellOf(grid, row, column), `row ${row}, column ${column}`).toBeNull();
});

test('the slots after the last cell of a short row belong to nobody, not to the row below', () => {
  const grid = formGrid(tableOf(body('A\nB | C')));
  expect(cellsOfRow(grid, 0)).toEqual([0]);
  expect(cellOf(grid, 0, 1)).toBeNull();
});

test('rows of which a cell that is not shown holds text are named, and no others', () => {
  const table = tableOf(body('A\nB\nC'));
  const rows = table.rows.map((row, at) => (at === 1 ? { ...row, hiddenText: true as const } : row));
  expect([...formGrid({ ...table, rows }).hiddenText]).toEqual([1]);
});

test('a table of as many slots as a report may have is formed; one more is not, whatever it spans', () => {
  const full = formGrid(tableOf(body(Array.from({ length: mostSlots / 1000 }, () => 'A 1000x1').join('\n'))));
  expect([full.width * full.height, full.problems]).toEqual([mostSlots, []]);
  const rows = ['A 1000x1001', ...Array.from({ length: mostSlots / 1000 + 1 }, () => '')].join('\n');
  const spanned = formGrid(tableOf(body(rows)));
  expect(spanned.cells).toEqual([]);
  expect(spanned.problems).toEqual([{ kind: 'too_large', slots: 1000 * 1001 }]);
});

test('a row group ends where the next begins: no cell reaches into it', () => {
  const grid = formGrid(tableOf(body('A 1x0 | B\nC'), body('D | E\nF')));
  expect(draw(grid)).toEqual(
    drawing(`
      A B
      A C
      D E
      F .
    `),
  );
  expect(grid.problems).toEqual([]);
});

describe('what no table has', () => {
  const spanning = (colspan: number, rowspan: number, rows: number) => ({
    kind: 'table' as const,
    index: 0,
    geometry: 'grid' as const,
    rows: Array.from({ length: rows }, (_, at) => ({
      cells: at === 0 ? [{ text: 'A', colspan, rowspan }] : [],
      group: 0,
    })),
  });

  test('a cell of more slots than are formed is named, and no slot is made for it', () => {
    const grid = formGrid(spanning(1000, 1001, 1001));
    expect(grid).toMatchObject({
      width: 0,
      height: 0,
      cells: [],
      problems: [{ kind: 'too_large', slots: 1_001_000 }],
    });
    expect(grid.slots).toHaveLength(0);
  });

  test('a cell of just as many slots is formed', () => {
    const grid = formGrid(spanning(1000, 1000, 1000));
    expect(grid).toMatchObject({ width: 1000, height: 1000, problems: [] });
    expect(grid.slots.every((index) => index === 0)).toBe(true);
    expect(mostSlots).toBe(1_000_000);
  });
});

test('slots outside a grid have no cell', () => {
  const grid = formGrid(tableOf(body('A | B\nC | D')));
  for (const [row, column] of [
    [-1, 0],
    [-1, 3],
    [0, -1],
    [1, -1],
    [2, 0],
    [0, 2],
    [2, -1],
  ] as const)
    expect(cellOf(grid, row, column)).toBeNull();
  expect(cellOf(grid, 1, 1)?.cell.text).toBe('D');
});
