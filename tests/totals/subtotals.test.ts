import { expect, test } from 'vitest';
import { drawn } from '../table/sheets.ts';
import { relationsIn } from '../tables/found.ts';

/** A total behind a subtotal adds that up, and not its parts once more: also where another part stands between. */

const rows: [string, number[]][] = [
  ['一号站', [529, 515, 479, 514, 516]],
  ['二号站', [708, 697, 843, 759, 973]],
  ['三号站', [294, 268, 196, 195, 248]],
  ['四号站', [480, 488, 406, 438, 413]],
  ['本地来水', [170, 207, 192, 187, 186]],
];
const added = (names: readonly string[]): number[] =>
  [0, 1, 2, 3, 4].map((at) =>
    rows.reduce((sum, [name, figures]) => sum + (names.includes(name) ? (figures[at] ?? 0) : 0), 0),
  );
const table = [
  '站名 | 一月 | 二月 | 三月 | 四月 | 五月',
  ...rows.map(([name, figures]) => [name, ...figures].join(' | ')),
  ['三四号站', ...added(['三号站', '四号站'])].join(' | '),
  ['合计', ...added(rows.map(([name]) => name))].join(' | '),
].join('\n');

test('the subtotal is what the total adds', () => {
  const found = relationsIn({ ...drawn(table), index: 0 })
    .filter(({ kind, axis }) => kind === 'sum' && axis === 'down')
    .map(({ target, parts }) => [target, parts.map(({ at }) => at)]);
  expect(found).toContainEqual([6, [3, 4]]);
  expect(found).toContainEqual([7, [1, 2, 5, 6]]);
  expect(found).toHaveLength(2);
});
