import { browser } from 'wxt/browser';
import { recordOf } from '../../parser/export/kept.ts';
import { putOnShelf } from '../store/shelf.ts';
import type { PageReading } from '../wire/reading.ts';
import { readingAt } from './kept.ts';

/** The background's answer to `keep`. `already`: the same page, unchanged, was on the shelf before. */
type KeepResult = { kept: true; id: string; already: boolean } | { kept: false };

/** Puts one report of an open page, or of an attachment of it, on the shelf, as it was read; of a page without any, its tables. */
export const keepReport = async (
  tab: number,
  place: Pick<PageReading, 'frame' | 'attachment'>,
  report: number,
): Promise<KeepResult> => {
  const reading = await readingAt(tab, place);
  const extraction = reading?.extractions[report];
  if (!reading || !extraction) return { kept: false };
  const tool = browser.runtime.getManifest().version;
  const { title, retrieved, findings, tables } = reading;
  const statements = findings?.[report] ?? null;
  const find = { extraction, statements, tables, report, title, retrieved };
  const record = recordOf(find, tool, new Date().toISOString());
  if (!record) return { kept: false };
  const { already } = await putOnShelf([record]);
  return { kept: true, id: record.id, already: already > 0 };
};
