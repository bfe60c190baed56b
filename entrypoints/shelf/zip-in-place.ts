import { type AsyncZippable, strToU8, type Zippable, zipSync } from 'fflate';

/**
 * Stands in for `fflate` where the writer of workbooks asks for it. That writer would compress larger files in workers made
 * from blobs, which the extension's policy forbids, and rightly.
 */
export const zip = (
  files: AsyncZippable,
  done: (error: Error | null, archive: Uint8Array<ArrayBuffer> | null) => void,
): void => {
  try {
    done(null, zipSync(files as Zippable));
  } catch (error) {
    done(error instanceof Error ? error : new Error(String(error)), null);
  }
};

export { strToU8, zipSync };
