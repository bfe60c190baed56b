import { type Extent, meet } from './text-columns.ts';

/** A figure of a line and where it stands. */
type Placed = { text: string } & Extent;
/** Rows of one page under one heading: their columns are the same. */
type Block = readonly (readonly Placed[])[];
type Measure = 'narrow' | 'wide';

const measures: readonly Measure[] = ['narrow', 'wide'];

/** Rows with the most figures: they are whole, and say where the columns are. */
const wholeRows = (block: Block): Block => {
  const most = Math.max(0, ...block.map((row) => row.length));
  return block.filter((row) => row.length === most);
};

/** By how much the figures of a column stand apart from one another, at worst. */
const unevenness = (block: Block, measure: Measure): number => {
  const whole = wholeRows(block);
  const middles = whole.map((row) => row.map((figure) => (figure[measure][0] + figure[measure][1]) / 2));
  return Math.max(
    0,
    ...(whole[0] ?? []).map((_, at) => {
      const column = middles.map((row) => row[at] ?? 0);
      return Math.max(...column) - Math.min(...column);
    }),
  );
};

/** Figures centred in one column are this much apart, for rounding; by the wrong measure, as much as labels differ in length. */
const even = 2;
const uneven = 6;

/** The measures that the whole rows of a table do not speak against. */
const fitting = (blocks: readonly Block[]): readonly Measure[] => {
  const worst = measures.map((measure) => Math.max(0, ...blocks.map((block) => unevenness(block, measure))));
  const best = measures.filter((_, at) => (worst[at] ?? 0) <= even);
  return best.length === 1 && Math.max(...worst) >= uneven ? best : measures;
};

/**
 * Puts the figures of rows into columns. A row with fewer figures than the whole rows gets its blanks back only where each of
 * its figures stands in one column of its own, by every measure that may be the right one; otherwise it stays short, which
 * says that its positions are lost.
 *
 * @returns the texts of each row, block by block.
 */
export const inColumns = (blocks: readonly Block[]): string[][][] => {
  const fit = fitting(blocks);
  return blocks.map((block) => placed(block, fit));
};

const placed = (block: Block, fit: readonly Measure[]): string[][] => {
  const whole = wholeRows(block);
  const most = whole[0]?.length ?? 0;
  const grids = fit.flatMap((measure) => {
    const columns = Array.from({ length: most }, (_, at): [number, number] => [
      Math.min(...whole.map((row) => row[at]?.[measure][0] ?? 0)),
      Math.max(...whole.map((row) => row[at]?.[measure][1] ?? 0)),
    ]);
    const apart = columns.every((column, at) => at === 0 || (columns[at - 1]?.[1] ?? 0) < column[0]);
    return apart ? [{ measure, columns }] : [];
  });
  return block.map((row) => {
    const texts = row.map((figure) => figure.text);
    if (row.length === most) return texts;
    const places = grids.map(({ measure, columns }) =>
      row.map((figure) => {
        const under = columns.flatMap((column, at) => (meet(column, figure[measure]) ? [at] : []));
        return under.length === 1 ? (under[0] ?? -1) : -1;
      }),
    );
    const [place] = places;
    const sure =
      place?.every((at, i) => at >= 0 && at > (place[i - 1] ?? -1)) === true &&
      places.every((other) => other.every((at, i) => at === place[i]));
    if (!sure || !place) return texts;
    return Array.from({ length: most }, (_, at) => texts[place.indexOf(at)] ?? '');
  });
};
