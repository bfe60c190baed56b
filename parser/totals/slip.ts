import { digitSlip } from '../text/digit-slip.ts';
import type { Terms } from './evaluate.ts';
import { type Figures, state } from './figures.ts';

/** More values than this may be meant where rounding leaves room: then one of them always looks like a slip. */
const mostValues = 7;

/**
 * Is the difference what one wrong, lost, doubled or swapped digit of one printed figure makes? With rounding, any value that the others
 * allow may have been meant.
 * @param difference what is printed less what the parts come to.
 */
export const isOneSlip = (figures: Figures, { target, parts }: Terms, difference: number): boolean => {
  if (difference === 0) return false;
  const cells = [
    { slot: target, change: -difference },
    ...parts.map(({ slot, weight }) => ({ slot, change: weight * difference })),
  ];
  let room = 0.5 * 10 ** -(figures.decimals[target] ?? 0);
  for (const { slot } of parts) room += figures.grain[slot] ?? 0;
  return cells.some(({ slot, change }) => {
    if (figures.state[slot] !== state.number) return false;
    const scale = 10 ** (figures.decimals[slot] ?? 0);
    const printed = figures.units[slot] ?? 0;
    const meant = printed + change * scale;
    // No count ends beyond what doubles hold exactly; a slip of one digit leads to no such figure.
    if (Math.abs(meant) > Number.MAX_SAFE_INTEGER / 2) return false;
    const spare = Math.min(room * scale - 0.5, (mostValues - 1) / 2);
    const [least, most] = [Math.ceil(meant - spare - 1e-6), Math.floor(meant + spare + 1e-6)];
    for (let value = Math.min(least, Math.round(meant)); value <= Math.max(most, Math.round(meant)); value++)
      if (value !== 0 && value < 0 === printed < 0 && digitSlip(Math.abs(printed), Math.abs(value)) !== null)
        return true;
    return false;
  });
};
