import type { Told } from '../../parser/findings/finding.ts';

/**
 * A file that the results of a run are written into, one source after the other. Only bounded buffers are held, however many sources
 * come. What is not finished by `end` stands beside the path as `….part`: a run that was broken off never replaces a whole file.
 */
export type Output = {
  /** @param key what tells this source from all others of the run: its path, with the member where it is in an archive. */
  write(key: string, reports: readonly Told[]): Promise<void>;
  end(): Promise<void>;
};

/** An output that a later run can go on with. */
export type ResumableOutput = Output & {
  /** Was this source written whole by an earlier run, or by this one? */
  has(key: string): boolean;
  /** Takes out what an earlier run has written of this source. */
  remove(key: string): void;
  /** What is damaged in what an earlier run has left, in the words of the database; null where nothing is. */
  damage(): string | null;
  /** Waits until what was written survives a power cut. */
  sync(): void;
};
