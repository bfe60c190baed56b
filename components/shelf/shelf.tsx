import type { Language } from '../../parser/messages/words.ts';
import { ExportMenu } from './export-menu.tsx';
import { Filters } from './filters.tsx';
import { ShelfList } from './list.tsx';
import { noFilter } from './listing.ts';
import type { ShelfRow } from './row.ts';
import { Selected } from './selected.tsx';
import { useKinds, useListing, useSelection } from './selecting.ts';
import type { ExportFormat } from './words.ts';
import { shelfWordsIn, yearsWordsIn } from './words-in.ts';

export type ShelfProps = {
  /** Null until they are there. */
  rows: readonly ShelfRow[] | null;
  language: Language;
  /** The window has room for one column only. */
  narrow: boolean;
  onExport: (ids: readonly string[], format: ExportFormat) => void;
  /** Shows the figures of reports with the years as columns. */
  onYears: (ids: readonly string[]) => void;
  onRemove: (ids: readonly string[]) => void;
  onFiles: (files: readonly File[]) => void;
};

/** All that is kept: search, filters, the list, and what can be done with a selection. */
export const Shelf = ({ rows, language, narrow, onExport, onYears, onRemove, onFiles }: ShelfProps) => {
  const words = shelfWordsIn(language);
  const { filter, setFilter, order, setOrder, all, entries } = useListing(rows);
  const { selection, select, clear } = useSelection(rows);
  // In the order of the list, so that an export has it too, also of what the filter hides.
  const selected = all.filter(({ row }) => selection.has(row.id)).map(({ row }) => row);
  return (
    <>
      <Filters
        {...useKinds(rows, words.tables)}
        filter={filter}
        order={order}
        language={language}
        onFilter={setFilter}
        onOrder={setOrder}
        onFiles={onFiles}
      />
      {rows === null && <p class="state">{words.loading}</p>}
      {rows?.length === 0 && (
        <div class="state">
          <p>
            <b>{words.empty}</b>
          </p>
          <p>{words.emptyHow}</p>
        </div>
      )}
      {rows !== null && rows.length > 0 && (
        <>
          <Counted
            ids={entries.map(({ row }) => row.id)}
            of={all.length}
            acts={selected.length === 0}
            language={language}
            onExport={onExport}
            onYears={onYears}
          />
          {entries.length === 0 ? (
            <div class="state">
              <p>{words.nothingFound}</p>
              <button type="button" class="plain" onClick={() => setFilter(noFilter)}>
                {words.clearFilters}
              </button>
            </div>
          ) : (
            <ShelfList
              entries={entries}
              order={order}
              language={language}
              narrow={narrow}
              selection={selection}
              onSelect={select}
            />
          )}
        </>
      )}
      {selected.length > 0 && (
        <Selected
          rows={selected}
          language={language}
          onExport={onExport}
          onYears={onYears}
          onRemove={onRemove}
          onClear={clear}
        />
      )}
    </>
  );
};

type CountedProps = Pick<ShelfProps, 'language' | 'onExport' | 'onYears'> & {
  ids: readonly string[];
  of: number;
  /** Nothing is selected: what is done is done with all that is listed. */
  acts: boolean;
};

/** How many are listed, and what can be done with them together. */
const Counted = ({ ids, of, acts, language, onExport, onYears }: CountedProps) => {
  const words = shelfWordsIn(language);
  return (
    <div class="counted">
      <p role="status">{words.count(ids.length, of)}</p>
      {ids.length > 0 && acts && (
        <button type="button" class="button" onClick={() => onYears(ids)}>
          {yearsWordsIn(language).open}
        </button>
      )}
      {ids.length > 0 && acts && (
        <ExportMenu
          label={words.exportAll}
          language={language}
          onChoose={(format) => onExport(ids, format)}
        />
      )}
    </div>
  );
};
