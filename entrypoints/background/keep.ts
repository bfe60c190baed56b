import { browser } from 'wxt/browser';
import { idOf, keptOf } from '../../parser/export/kept.ts';
import { putOnShelf } from '../store/shelf.ts';
import type { Reading } from '../wire/protocol.ts';
import { readingAt } from './kept.ts';

/** The background's answer to `keep`. `already`: the same page, unchanged, was on the shelf before. */
type KeepAnswer = { kept: true; id: string; already: boolean } | { kept: false };

/** Puts one report of an open page, or of an attachment of it, on the shelf, as it was read. */
export const keepReport = async (
  tab: number,
  place: Pick<Reading, 'frame' | 'attachment'>,
  report: number,
): Promise<KeepAnswer> => {
  const reading = await readingAt(tab, place);
  const extraction = reading?.extractions[report];
  if (!reading || !extraction) return { kept: false };
  const tool = browser.runtime.getManifest().version;
  const { title, retrieved, findings } = reading;
  const statements = findings?.[report] ?? null;
  const record = keptOf({ extraction, statements, report, title, retrieved }, tool, new Date().toISOString());
  const { already } = await putOnShelf([record]);
  return { kept: true, id: idOf(record), already: already > 0 };
};
