import { type Kept, placeOf } from '../../parser/export/kept.ts';
import type { Language } from '../../parser/messages/words.ts';
import { wordsIn } from '../../parser/messages/words-in.ts';
import type { ShelfRow } from './row.ts';
import { shelfWordsIn } from './words-in.ts';

type NamedRecord = Pick<ShelfRow, 'kind' | 'title' | 'place' | 'authority' | 'year'>;

/** What of a record its name is made of. */
export const namedIn = ({ kind, title, extraction }: Kept): NamedRecord => ({
  kind,
  title,
  place: placeOf(extraction),
  authority: extraction.authority?.value ?? null,
  year: extraction.year?.value ?? null,
});

/** What a record is called: a report by body and year, a page of tables by its title, else by where it is. */
export const keptName = (
  { kind, title, place, authority, year }: NamedRecord,
  language: Language,
): string => {
  if (kind === 'tables') return title || place;
  const words = shelfWordsIn(language);
  return `${authority ?? words.noAuthority} ${year === null ? words.noYear : wordsIn(language).ui.yearValue(year)}`;
};
