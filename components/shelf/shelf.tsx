import { useEffect, useMemo, useState } from 'preact/hooks';
import { forms } from '../../parser/forms/registry.ts';
import type { Language } from '../../parser/messages/words.ts';
import { addressOf } from './address.ts';
import { ExportMenu } from './export-menu.tsx';
import { Filters } from './filters.tsx';
import { ShelfList } from './list.tsx';
import { filtered, noFilter, ordered, type ShelfFilter, type ShelfOrder } from './listing.ts';
import { formOfRow, type ShelfRow } from './row.ts';
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
  const [filter, setFilter] = useState<ShelfFilter>(noFilter);
  const [order, setOrder] = useState<ShelfOrder>('authority');
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());

  const all = useMemo(() => ordered(rows ?? [], order), [rows, order]);
  const entries = useMemo(() => filtered(all, filter), [all, filter]);
  // What is not on the shelf any more cannot stay selected.
  useEffect(() => {
    const there = new Set(rows?.map(({ id }) => id));
    setSelection((before) => {
      const kept = [...before].filter((id) => there.has(id));
      return kept.length === before.size ? before : new Set(kept);
    });
  }, [rows]);

  const select = (ids: readonly string[], chosen: boolean): void =>
    setSelection((before) => {
      const after = new Set(before);
      for (const id of ids) {
        if (chosen) after.add(id);
        else after.delete(id);
      }
      return after;
    });
  // In the order of the list, so that an export has it too; what the filter hides stays selected and comes last.
  const selected = [...all.filter(({ row }) => selection.has(row.id)).map(({ row }) => row.id)];
  const years = useMemo(
    () => [...new Set(rows?.flatMap(({ year }) => year ?? []))].sort((a, b) => b - a),
    [rows],
  );
  const formIds = useMemo(() => {
    const used = new Set(rows?.map(formOfRow));
    return [...forms, { id: 'tables', issuedAs: words.tables }]
      .filter(({ id }) => used.has(id))
      .map(({ id, issuedAs }) => ({ id, issuedAs }));
  }, [rows, words]);
  // Of two years the older stands on the left, so that a plus is more than before.
  const [one, other] = all
    .filter(({ row }) => selection.has(row.id))
    .map(({ row }) => row)
    .toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0) || (a.retrieved < b.retrieved ? -1 : 1))
    .map(({ id }) => id);

  return (
    <>
      <Filters
        filter={filter}
        order={order}
        years={years}
        forms={formIds}
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
          <div class="counted">
            <p role="status">{words.count(entries.length, all.length)}</p>
            {entries.length > 0 && selected.length === 0 && (
              <button type="button" class="button" onClick={() => onYears(entries.map(({ row }) => row.id))}>
                {yearsWordsIn(language).open}
              </button>
            )}
            {entries.length > 0 && selected.length === 0 && (
              <ExportMenu
                label={words.exportAll}
                language={language}
                onChoose={(format) =>
                  onExport(
                    entries.map(({ row }) => row.id),
                    format,
                  )
                }
              />
            )}
          </div>
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
        <section class="actions" aria-label={words.selected(selected.length)}>
          <p>{words.selected(selected.length)}</p>
          {selected.length === 2 && one !== undefined && other !== undefined ? (
            <a class="button primary" href={addressOf({ view: 'compare', ids: [one, other] })}>
              {words.compare}
            </a>
          ) : (
            <button type="button" class="button" disabled title={words.compareNeeds}>
              {words.compare}
            </button>
          )}
          <ExportMenu
            label={words.exportAs}
            language={language}
            onChoose={(format) => onExport(selected, format)}
          />
          <button type="button" class="button" onClick={() => onYears(selected)}>
            {yearsWordsIn(language).open}
          </button>
          <button type="button" class="button" onClick={() => onRemove(selected)}>
            {words.remove}
          </button>
          <button type="button" class="button quiet" onClick={() => setSelection(new Set())}>
            {words.clearSelection}
          </button>
        </section>
      )}
    </>
  );
};
