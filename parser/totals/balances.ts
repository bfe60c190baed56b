import type { Half, Sheet } from '../table/sheet.ts';
import { type Figures, state } from './figures.ts';
import { isRateColumn } from './series.ts';

/** What is printed twice and must be the same: the two sides of a balance. A hint where it is not: the sides may be cut off elsewhere. */

/** Two rows that are equal in each column, or two cells; `sides` are slots. */
export type BalancePair = {
  axis: 'down' | 'cells';
  lines: readonly { at: number; sides: readonly [number, number] }[];
};

const assets = /资产(?:总计|合计|总额)$/;
const claims = /负债[和及与、].{0,10}(?:权益|净资产).{0,6}(?:总计|合计|总额)$/;

/** Totals that must be equal: 总计 of both halves, 资产总计 and 负债和净资产总计. */
export const balancesOf = (sheet: Sheet, figures: Figures): BalancePair[] => {
  const found: BalancePair[] = [];
  const numberAt = (slot: number): boolean => figures.state[slot] === state.number;
  const columnsIn = ({ from, to }: Half): number[] =>
    Array.from({ length: to - from }, (_, at) => from + at).filter(
      (column) => sheet.columns[column] === 'figures',
    );
  const [left, right] = sheet.halves;
  for (let row = 0; row < sheet.height; row++) {
    const [one, other] = [sheet.stubs[0]?.[row]?.text ?? '', sheet.stubs[1]?.[row]?.text ?? ''];
    if (!left || !right || sheet.halves.length !== 2) break;
    const isBalance =
      (one === other && /^(?:收支|收入支出)?总计$/.test(one.replace(/\s/g, ''))) ||
      (assets.test(one) && claims.test(other));
    const [a] = columnsIn(left);
    const [b] = columnsIn(right);
    if (!isBalance || a === undefined || b === undefined) continue;
    const sides = [row * sheet.width + a, row * sheet.width + b] as const;
    if (sides.every(numberAt)) found.push({ axis: 'cells', lines: [{ at: 0, sides }] });
  }
  const stub = sheet.stubs[0] ?? [];
  const first = stub.findIndex((entry) => entry !== null && assets.test(entry.text));
  const second = stub.findIndex((entry) => entry !== null && claims.test(entry.text));
  if (sheet.halves.length === 1 && first >= 0 && second >= 0) {
    const lines = columnsIn(sheet.halves[0] as Half)
      .map((column) => ({
        at: column,
        sides: [first * sheet.width + column, second * sheet.width + column] as const,
      }))
      .filter(({ at, sides }) => sides.every(numberAt) && !isRateColumn(sheet, at));
    if (lines.length > 0) found.push({ axis: 'down', lines });
  }
  return found;
};
