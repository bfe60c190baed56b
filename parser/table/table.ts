import type { TableBlock } from '../source/blocks.ts';
import { boxhead } from './boxhead.ts';
import { columns } from './columns.ts';
import { headings } from './headings.ts';
import { notation } from './notation.ts';
import { order } from './order.ts';
import { layOut, type Sheet } from './sheet.ts';
import { stub } from './stub.ts';
import { titles } from './titles.ts';

/**
 * One table as what it is. Each step adds to what those before it said:
 *
 * layOut (cells in their places) → notation (how numbers are written) → boxhead (which rows are headings) → headings (what stands over
 * each column) → columns (labels, codes, figures; halves) → stub (what stands beside each row) → order (what stands under what) → titles
 */
const steps: readonly ((sheet: Sheet) => Sheet)[] = [notation, boxhead, headings, columns, stub, order];

/** @param above lines above the table, nearest first: they may name it and its unit. */
export const tableOf = (table: TableBlock, above: readonly string[] = []): Sheet =>
  titles(
    steps.reduce((sheet, step) => step(sheet), layOut(table)),
    above,
  );
