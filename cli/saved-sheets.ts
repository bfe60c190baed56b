import { closeSync, fstatSync, openSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import type { SheetOf } from '../parser/source/html/linked-sheets.ts';

/** A page has a few dozen sheets, and all of them a few hundred kilobytes. */
const mostSheets = 60;
const mostBytes = 4 * 2 ** 20;

/** Only addresses relative to the page: nothing is fetched, and nothing outside its folder is read. */
const elsewhere = /^(?:[a-z][a-z\d+.-]*:|[/\\]{1,2})/i;

const nameIn = (address: string): string | null => {
  try {
    const name = decodeURIComponent(address.split(/[?#]/)[0] ?? '');
    return name === '' || name.includes('\0') ? null : name;
  } catch {
    return null;
  }
};

/** The style sheets that lie in the folder of a saved page, as browsers save them beside it (`page_files/x.css`). */
export const sheetsBeside = (path: string): SheetOf => {
  const folder = dirname(resolve(path));
  let sheets = 0;
  let bytes = 0;
  return (address) => {
    const name = elsewhere.test(address) ? null : nameIn(address);
    if (name === null || sheets >= mostSheets) return null;
    try {
      const file = realpathSync(resolve(folder, name));
      if (!file.startsWith(realpathSync(folder) + sep)) return null;
      const opened = openSync(file, 'r');
      try {
        const found = fstatSync(opened);
        if (!found.isFile() || bytes + found.size > mostBytes) return null;
        sheets++;
        bytes += found.size;
        return readFileSync(opened, 'utf8');
      } finally {
        closeSync(opened);
      }
    } catch {
      // A sheet that was not saved with the page.
      return null;
    }
  };
};
