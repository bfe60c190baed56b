import type { Extraction } from '../../parser/extraction.ts';

/**
 * A file that the results of a run are written into, one source after the other. Only bounded buffers are held, however many sources
 * come. What is not finished by `end` stands beside the path as `….part`: a run that was broken off never replaces a whole file.
 */
export type Output = {
  /** @param key what tells this source from all others of the run: its path, with the member where it is in an archive. */
  write(key: string, extractions: readonly Extraction[]): Promise<void>;
  end(): Promise<void>;
};

/** An output that a later run can go on with. */
export type ResumableOutput = Output & {
  /** Was this source written whole by an earlier run, or by this one? */
  has(key: string): boolean;
};
