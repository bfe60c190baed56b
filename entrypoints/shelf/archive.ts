import { strToU8, zipSync } from 'fflate';
import { browser } from 'wxt/browser';
import type { Kept } from '../../parser/export/kept.ts';
import { packageFiles } from '../../parser/export/package.ts';
import { toShelfJson } from '../../parser/export/shelf-json.ts';

/** Kept reports as a ZIP: a data package, and the JSON from which the shelf can be filled again. */
export const archiveOf = (reports: readonly Kept[]): Blob => {
  const now = new Date();
  const files = packageFiles(reports, now.toISOString(), browser.runtime.getManifest().version);
  const entries = [...files, { name: 'shelf.json', text: toShelfJson(reports) }].map(
    ({ name, text }) => [name, strToU8(text)] as const,
  );
  const bytes = zipSync(Object.fromEntries(entries), { mtime: now, level: 6 });
  return new Blob([bytes], { type: 'application/zip' });
};
