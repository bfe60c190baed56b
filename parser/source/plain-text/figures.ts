import { type Extent, meet } from './columns.ts';

/** A figure of a line and where it stands. */
type Placed = { text: string } & Extent;
/** Rows of one page under one heading: their columns are the same. */
type FigureBlock = readonly (readonly Placed[])[];
type WidthMeasure = 'narrow' | 'wide';

const measures: readonly WidthMeasure[] = ['narrow', 'wide'];

/** Rows with the most figures: they are whole, and say where the columns are. */
const wholeRows = (block: FigureBlock): FigureBlock => {
  const most = Math.max(0, ...block.map((row) => row.length));
  return block.filter((row) => row.length === most);
};

/** By how much the figures of a column stand apart from one another, at worst. */
const unevenness = (block: FigureBlock, measure: WidthMeasure): number => {
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
const fitting = (blocks: readonly FigureBlock[]): readonly WidthMeasure[] => {
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
export const inColumns = (blocks: readonly FigureBlock[]): string[][][] => {
  const fit = fitting(blocks);
  const found = blocks.map((block) => ({ block, places: placesOf(block, fit) }));
  const isProven = areProven(found);
  return found.map(({ block, places }) => {
    const { length: most } = wholeRows(block)[0] ?? [];
    return block.map((row, at) => {
      const texts = row.map((figure) => figure.text);
      const place = places[at];
      if (row.length === most || !place || !isProven) return texts;
      return Array.from({ length: most ?? 0 }, (_, column) => texts[place.indexOf(column)] ?? '');
    });
  });
};

/** Fewer figures can stand below others by chance. */
const leastFits = 5;

/** By chance every other figure stands below one of another row. Of so many that stand in no column, for each that does, is no proof. */
const fewMisfits = 0.5;

/**
 * Does the text stand in columns at all? Where single rows are whole, their figures say where columns would be, and those of the other
 * rows whether there are any. Cells parted by so many spaces, or by tabs that were expanded, stand where their labels end.
 */
const areProven = (
  found: readonly { block: FigureBlock; places: readonly (readonly number[] | null)[] }[],
): boolean => {
  let fits = 0;
  let misfits = 0;
  for (const { block, places } of found) {
    const most = wholeRows(block)[0]?.length ?? 0;
    block.forEach((row, at) => {
      if (row.length === most) return;
      if (places[at]) fits += row.length;
      else misfits += row.length;
    });
    const others = (wholeRows(block).length - 1) * most;
    if (others > 0 && measures.some((measure) => unevenness(block, measure) <= even)) fits += others;
    else if (others > 0) misfits += others;
  }
  return fits >= leastFits && misfits <= fits * fewMisfits;
};

/** For each row of a block, the columns that its figures surely stand in; null where that is not known. */
const placesOf = (block: FigureBlock, fit: readonly WidthMeasure[]): (readonly number[] | null)[] => {
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
    return sure && place ? place : null;
  });
};
