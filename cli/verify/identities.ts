import { jsonValues } from '../../parser/export/exported.ts';
import { extractionSchema } from '../../parser/extraction.ts';
import type { ExportedRows } from './layouts.ts';
import { type ExportedOrigin, type MatchedPages, matched, type Page, sourceName } from './pages.ts';

/** Which reports an export says it holds. */

const merged = (identities: readonly ExportedOrigin[]): ExportedOrigin[] => {
  const byAll = new Map<string, ExportedOrigin>();
  for (const one of identities) {
    const key = [one.source, one.sha256, one.form].join('\n');
    const before = byAll.get(key);
    byAll.set(key, before ? { ...before, weight: before.weight + one.weight } : one);
  }
  return [...byAll.values()];
};

/** From the table that names source and sum in each of its rows, and from the one that has a row for each report. */
export const identitiesIn = ({ tables }: ExportedRows): ExportedOrigin[] =>
  merged(
    tables.flatMap(({ name, columns, rows }) => {
      if (name !== 'facts' && name !== 'reports') return [];
      const at = (column: string): number => columns.indexOf(column);
      const [source, sum] = [at('source'), at('sha256')];
      if (source < 0 || sum < 0) return [];
      const [authority, year, form] = [at('authority'), at('year'), at('form')];
      return rows.map(({ cells }) => ({
        source: cells[source] ?? '',
        sha256: cells[sum] ?? '',
        authority: cells[authority] ?? '',
        year: cells[year] ?? '',
        form: cells[form] ?? '',
        weight: 1,
      }));
    }),
  );

/** The extractions of an export in JSON as they stand there; null where it is something else of ours, as the shelf writes. */
export const jsonExtractions = (text: string): unknown[] | null => {
  const values = jsonValues(text.replace(/^\uFEFF/, '')) ?? [];
  return values.length > 0 && values.every((value) => extractionSchema.safeParse(value).success)
    ? values
    : null;
};

/** Each exported extraction with the page that it is of, under its number; pages that are not exported under numbers of their own. */
export const pairedWith = (
  values: readonly unknown[],
  read: readonly Page[],
): { matching: MatchedPages; numbered: { number: number; extraction: unknown }[] } => {
  const extractions = values.map((value) => extractionSchema.parse(value));
  const identities = extractions.map(
    ({ source, authority, year, form }): ExportedOrigin => ({
      source: source.path ?? source.url ?? '',
      sha256: source.sha256,
      authority: authority?.value ?? '',
      year: String(year?.value ?? ''),
      form: form?.id ?? '',
      weight: 1,
    }),
  );
  const matching = matched(identities, read);
  const left = [...matching.pages];
  const numbered: { number: number; extraction: unknown }[] = [];
  const places = [
    (page: Page, { source, sha256 }: ExportedOrigin, slot: string): boolean =>
      sourceName(page) === source &&
      page.told.extraction.source.sha256 === sha256 &&
      firstSlot(page.told.extraction.facts) === slot,
    (page: Page, { source, sha256 }: ExportedOrigin): boolean =>
      sourceName(page) === source && page.told.extraction.source.sha256 === sha256,
    (page: Page, { sha256 }: ExportedOrigin): boolean =>
      sha256 !== '' && page.told.extraction.source.sha256 === sha256,
    (page: Page, { source }: ExportedOrigin): boolean => sourceName(page) === source,
  ];
  const open = new Set(identities.keys());
  for (const isIts of places)
    for (const number of [...open]) {
      const identity = identities[number];
      if (!identity) continue;
      const slot = firstSlot(extractions[number]?.facts ?? []);
      const at = left.findIndex((page) => isIts(page, identity, slot));
      const [page] = at < 0 ? [] : left.splice(at, 1);
      if (!page) continue;
      open.delete(number);
      const { extraction } = page.told;
      const exported = extractions[number];
      // Of another file neither size nor kind can be the same.
      const source =
        exported && matching.otherBytes.has(identity.source) ? exported.source : extraction.source;
      numbered.push({ number, extraction: { ...extraction, source } });
    }
  for (const [at, page] of left.entries())
    numbered.push({ number: values.length + at, extraction: page.told.extraction });
  return { matching, numbered };
};

const firstSlot = (facts: readonly { slot: object }[]): string => JSON.stringify(facts[0]?.slot ?? null);
