import { open } from 'node:fs/promises';
import { writingTo } from './problem.ts';
import { partPath, takePlace } from './whole.ts';

/** A file of text, written piece by piece; until it is whole it stands beside its name as `….part`. */
export const openTextFile = async (
  path: string,
): Promise<{ write: (text: string) => Promise<void>; end: () => Promise<void> }> => {
  const part = partPath(path);
  const file = await writingTo(path, () => open(part, 'w'));
  return {
    write: (text) =>
      writingTo(path, async () => {
        await file.writeFile(text);
      }),
    end: () =>
      writingTo(path, async () => {
        await file.close();
        takePlace(part, path);
      }),
  };
};
