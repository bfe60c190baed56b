/** Where a line stands in a store. */
export type LinePlace = { at: number; length: number };

/** Lines that are written once and read again later: in memory for a few, on disk for many. */
export type LineStore = {
  append: (line: string) => LinePlace;
  read: (place: LinePlace) => string;
  /** Waits until what was appended survives a power cut. */
  sync: () => void;
  /** @param keep whether a file stays, for a later run. */
  close: (keep: boolean) => void;
};

export const memoryStore = (): LineStore => {
  const lines: string[] = [];
  return {
    append: (line) => ({ at: lines.push(line) - 1, length: line.length }),
    read: ({ at }) => lines[at] ?? '',
    sync: () => {},
    close: () => {},
  };
};
