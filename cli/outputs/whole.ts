import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { mustBeClaimed } from './claim.ts';

/** Where an output stands until it is whole. */
export const partPath = (output: string): string => `${output}.part`;

const synced = (path: string): void => {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};

/** The name of a file is kept in its folder. Windows opens none, and some file systems sync none. */
const folderSynced = (path: string): void => {
  try {
    const folder = openSync(dirname(path), 'r');
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  } catch {
    // The file itself is safe; after a power cut it may still have the name of its part.
  }
};

/** Gives a part that is whole the name of its output. After a power cut that name stands for all of it or for what was there before. */
export const takePlace = (part: string, output: string): void => {
  mustBeClaimed(output);
  synced(part);
  renameSync(part, output);
  folderSynced(output);
};
