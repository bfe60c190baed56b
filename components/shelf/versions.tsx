import type { Kept } from '../../parser/export/kept.ts';
import type { Language } from '../../parser/messages/words.ts';
import { addressOf } from './address.ts';
import type { ListEntry } from './listing.ts';
import { minuteOf } from './moment.ts';
import type { ShelfRow } from './row.ts';
import { shelfWordsIn } from './words-in.ts';

type Props = {
  record: Kept;
  /** All versions of it, this one too, the newest first. */
  versions: readonly ListEntry[];
  language: Language;
};

type Compared = { row: ShelfRow; record: Kept; language: Language };

/** Leads to the two side by side, the earlier one on the left. */
export const CompareWith = ({ row, record, language }: Compared) => {
  const ids: [string, string] = row.retrieved < record.retrieved ? [row.id, record.id] : [record.id, row.id];
  return <a href={addressOf({ view: 'compare', ids })}>{shelfWordsIn(language).compareWith}</a>;
};

/** The versions of one report or page, each beside this one; nothing where there is no other. */
export const Versions = ({ record, versions, language }: Props) => {
  const words = shelfWordsIn(language);
  if (versions.length < 2) return null;
  return (
    <>
      <h4>{words.versions}</h4>
      <ul class="sentences">
        {versions.map(({ row, version, versions: of }) => (
          <li key={row.id}>
            {words.version(version, of)} · {minuteOf(row.retrieved)} ·{' '}
            {row.id === record.id ? (
              words.current
            ) : (
              <CompareWith row={row} record={record} language={language} />
            )}
          </li>
        ))}
      </ul>
    </>
  );
};
