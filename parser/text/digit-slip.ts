/** What one slip of a typist makes of the digits of a number: one left out, one too many, one wrong, two neighbours swapped. */
type Slip = 'digit_missing' | 'digit_extra' | 'digit_changed' | 'digit_swapped';

/** One digit left out of `long` gives `short`. */
const lacksDigit = (long: string, short: string): boolean =>
  [...long].some((_, at) => long.slice(0, at) + long.slice(at + 1) === short);

/** What happened to the digits, where one slip of a typist explains it. A single digit tells nothing: any other is one slip away. */
export const digitSlip = (from: number, to: number): Slip | null => {
  const printed = String(from);
  const meant = String(to);
  if (lacksDigit(meant, printed)) return 'digit_missing';
  if (lacksDigit(printed, meant)) return 'digit_extra';
  if (printed.length !== meant.length || printed.length < 2) return null;
  const differing = [...printed].flatMap((digit, at) => (digit === meant[at] ? [] : [at]));
  const [first = 0, second = 0] = differing;
  if (differing.length === 1) return 'digit_changed';
  const swapped =
    differing.length === 2 &&
    second === first + 1 &&
    printed[first] === meant[second] &&
    printed[second] === meant[first];
  return swapped ? 'digit_swapped' : null;
};
