import type { Extraction } from '../../parser/extraction.ts';

/** Which report it is: as the data of `compare` and `sum` say it. */
export type Head = { source: string; authority: string | null; year: number | null; form: string | null };

export const headOf = ({ source, authority, year, form }: Extraction): Head => ({
  source: source.path ?? source.url ?? '',
  authority: authority?.value ?? null,
  year: year?.value ?? null,
  form: form?.id ?? null,
});
