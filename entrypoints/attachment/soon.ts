/**
 * Stands in for `setimmediate`, which jszip brings along: that one sends itself messages through the window, and the window here may be
 * one of a page, which would hear them.
 */
export const setImmediate = (work: (...given: unknown[]) => void, ...given: unknown[]): void => {
  setTimeout(work, 0, ...given);
};
