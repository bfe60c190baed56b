import type { Language } from '../../parser/messages/words.ts';
import { addressOf } from './address.ts';
import { ExportMenu } from './export-menu.tsx';
import type { ShelfRow } from './row.ts';
import type { ExportFormat } from './words.ts';
import { shelfWordsIn, yearsWordsIn } from './words-in.ts';

type Props = {
  /** Those selected, in the order of the list. */
  rows: readonly ShelfRow[];
  language: Language;
  onExport: (ids: readonly string[], format: ExportFormat) => void;
  onYears: (ids: readonly string[]) => void;
  onRemove: (ids: readonly string[]) => void;
  onClear: () => void;
};

/** What can be done with what is selected. */
export const Selected = ({ rows, language, onExport, onYears, onRemove, onClear }: Props) => {
  const words = shelfWordsIn(language);
  const ids = rows.map(({ id }) => id);
  // Of two years the older stands on the left, so that a plus is more than before.
  const [one, other] = rows
    .toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0) || (a.retrieved < b.retrieved ? -1 : 1))
    .map(({ id }) => id);
  return (
    <section class="actions" aria-label={words.selected(ids.length)}>
      <p>{words.selected(ids.length)}</p>
      {ids.length === 2 && one !== undefined && other !== undefined ? (
        <a class="button primary" href={addressOf({ view: 'compare', ids: [one, other] })}>
          {words.compare}
        </a>
      ) : (
        <button type="button" class="button" disabled title={words.compareNeeds}>
          {words.compare}
        </button>
      )}
      <ExportMenu label={words.exportAs} language={language} onChoose={(format) => onExport(ids, format)} />
      <button type="button" class="button" onClick={() => onYears(ids)}>
        {yearsWordsIn(language).open}
      </button>
      <button type="button" class="button" onClick={() => onRemove(ids)}>
        {words.remove}
      </button>
      <button type="button" class="button quiet" onClick={onClear}>
        {words.clearSelection}
      </button>
    </section>
  );
};
