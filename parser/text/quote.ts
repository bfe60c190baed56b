/** UTF-16 units of the longest passage that is quoted; what is longer is cut around its number. */
export const longestQuote = 100;
