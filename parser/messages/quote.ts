import { longestQuote } from '../text/quote.ts';

/** White space at the ends of a cut passage is not part of it. */
const trimmed = 2;

/** Words of a report as they are shown: a passage that was cut ends with ……, so that nobody takes it for the whole. */
export const shownQuote = (quote: string): string =>
  quote.length >= longestQuote - trimmed ? `${quote}……` : quote;
