import type { LaidWord, PrintedLine } from './columns.ts';

/** A figure that its column was too narrow for: its last digits stand in the next line, under its first. */
const head = /^[\d,]{3,12}$/;
const rest = /^\d{1,3}$/;

const startsUnder = (one: LaidWord, other: LaidWord): boolean =>
  Math.abs(one.narrow[0] - other.narrow[0]) < 1 || Math.abs(one.wide[0] - other.wide[0]) < 1;

/**
 * Puts the rest of figures that break onto a second line behind their beginnings, with the break between them: whether the two are one
 * figure is not known. A row of figures of its own has as many of them as that above it.
 */
export const joinWrapped = (lines: readonly PrintedLine[]): PrintedLine[] => {
  const joined = [...lines];
  for (let at = 0; at + 1 < joined.length; at++) {
    const above = joined[at];
    const below = joined[at + 1];
    if (!above || !below || below.at !== above.at + 1) continue;
    if (below.figures.length === 0 || below.figures.length >= above.figures.length) continue;
    const begun = below.figures.map((figure) =>
      rest.test(figure.text)
        ? above.figures.find((one) => head.test(one.text) && startsUnder(one, figure))
        : undefined,
    );
    if (begun.includes(undefined)) continue;
    joined[at] = {
      ...above,
      figures: above.figures.map((one) => {
        const further = below.figures[begun.indexOf(one)];
        return further ? { ...one, text: `${one.text}\n${further.text}` } : one;
      }),
    };
    joined[at + 1] = { ...below, figures: [] };
  }
  return joined;
};
