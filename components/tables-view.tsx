import { useEffect, useRef } from 'preact/hooks';
import type { Extraction, Fact } from '../parser/extraction.ts';
import { findingsOf, isRaised } from '../parser/findings/finding.ts';
import type { Judgement } from '../parser/findings/judgement.ts';
import { likeliestOf } from '../parser/findings/likeliest.ts';
import { formAsPrinted } from '../parser/forms/as-printed.ts';
import { formOf } from '../parser/forms/registry.ts';
import type { Band, Form, FormTable } from '../parser/forms/schema.ts';
import { type Names, namesOf } from '../parser/messages/names.ts';
import type { Language } from '../parser/messages/words.ts';
import { wordsIn } from '../parser/messages/words-in.ts';
import type { Slot } from '../parser/source/blocks.ts';
import type { MarkCell } from './cells.ts';
import { groupedLabel } from './row-label.ts';
import { fits, SearchField } from './search.tsx';
import { attachmentWordsIn, panelWordsIn } from './words-in.ts';

type Props = {
  extraction: Extraction;
  language: Language;
  judgement: Judgement;
  /** Words that table, row and column of a cell must hold to be listed; none lists all. */
  query: string;
  onQuery: (query: string) => void;
  /** Reference of the cell looked at. */
  picked: string | null;
  /** Cells of an equation that is looked at, where the tables themselves are what can be marked. */
  marks?: readonly MarkCell[];
  /** What can be done here, in place of what is said of cells of a page or an attachment. */
  hint?: string | undefined;
  onPick: (ref: string) => void;
};

/** The tables as they were read, in the order of the form. Each cell leads to its cell on the page. */
export const TablesView = (props: Props) => {
  const { extraction, language, judgement, query, onQuery, picked, marks = [], hint, onPick } = props;
  const words = panelWordsIn(language);
  const form = printedFormOf(extraction);
  const view = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (picked)
      view.current
        ?.querySelector('[aria-pressed=true]')
        ?.scrollIntoView({ block: 'center', inline: 'nearest' });
  }, [picked]);
  useEffect(() => {
    if (marks.length > 0)
      view.current?.querySelector('td.marked')?.scrollIntoView({ block: 'center', inline: 'nearest' });
  }, [marks]);
  if (!form) return <p class="empty">{words.nothingRecognised}</p>;
  const violated = new Set(
    findingsOf({ extraction }, judgement)
      .filter((finding) => finding.kind === 'identity' && isRaised(finding))
      .flatMap(({ about }) => about),
  );
  const suspects = new Set(
    extraction.diagnoses.flatMap((one) =>
      likeliestOf(one).flatMap(({ changes }) => changes.map(({ ref }) => ref)),
    ),
  );
  const cells: CellMarks = {
    facts: new Map(extraction.facts.map((fact) => [fact.ref, fact])),
    names: namesOf(extraction),
    violated,
    suspects,
    picked,
    marked: new Map(marks.map(({ slot, side }) => [placeOf(slot), side])),
    language,
    onPick,
    told: (ref) => toldOf(ref, extraction, language),
  };
  const text = (label: { zh: string; en: string }): string => (language === 'zh-CN' ? label.zh : label.en);
  const tables = form.tables.flatMap((table) => {
    const bands = table.bands.flatMap((band) =>
      narrowed(withLocalRows(table, band, extraction), (row, column) =>
        fits(query, table.title, text(cells.names.row(table.id, row)), text(column)),
      ),
    );
    return bands.length > 0 ? [{ table, bands }] : [];
  });
  return (
    <div ref={view} class="data">
      <SearchField query={query} language={language} onQuery={onQuery} />
      <p class="hint">
        {hint ?? (isOnPage(extraction) ? words.dataHint : attachmentWordsIn(language).dataHint)}
      </p>
      <ul class="legend" aria-label={words.legend}>
        {(['blank', 'mark', 'unreadable', 'missing'] as const).map((state) => (
          <li key={state}>
            <span class={`sample ${state}`} aria-hidden="true">
              {words.stateSign[state]}
            </span>
            {words.state[state]}
          </li>
        ))}
        <li>
          <span class="sample violated" aria-hidden="true">
            ≠
          </span>
          {words.inViolation}
        </li>
        <li>
          <span class="sample suspect" aria-hidden="true">
            !
          </span>
          {words.suspect}
        </li>
      </ul>
      {tables.length === 0 && <p class="empty">{words.nothingFits}</p>}
      {tables.map(({ table, bands }) => (
        <section key={table.id} class="table">
          <h3>{table.title}</h3>
          {bands.map((band) => (
            <BandTable key={band.title} table={table} band={band} cells={cells} />
          ))}
        </section>
      ))}
      {picked && (
        <Picked
          fact={cells.facts.get(picked) ?? null}
          at={picked}
          extraction={extraction}
          language={language}
        />
      )}
    </div>
  );
};

const printedFormOf = ({ form: heading, facts, lines = [] }: Extraction): Form | null => {
  const form = heading && formOf(heading.id);
  return (
    form &&
    formAsPrinted(
      form,
      facts.map(({ ref }) => ref),
      lines,
    )
  );
};

type CellMarks = {
  facts: ReadonlyMap<string, Fact>;
  names: Names;
  violated: ReadonlySet<string>;
  suspects: ReadonlySet<string>;
  picked: string | null;
  /** By place. */
  marked: ReadonlyMap<string, MarkCell['side']>;
  language: Language;
  onPick: (ref: string) => void;
  /** All that is known of a cell. */
  told: (ref: string) => string;
};

/** The rows and columns of a band in which any cell is looked for; none where there is no such cell. */
const narrowed = (
  band: Band,
  isSought: (row: string, column: Band['columns'][number]) => boolean,
): Band[] => {
  const rows = band.rows.filter(({ id }) => band.columns.some((column) => isSought(id, column)));
  const columns = band.columns.filter((column) => rows.some(({ id }) => isSought(id, column)));
  return rows.length > 0 ? [{ ...band, rows, columns }] : [];
};

/** Place, print and identities of a cell, as lines. */
const toldOf = (at: string, extraction: Extraction, language: Language): string => {
  const about = wordsIn(language).about(extraction);
  const words = panelWordsIn(language);
  const fact = extraction.facts.find(({ ref }) => ref === at);
  const { printedAs } = isOnPage(extraction) ? words : attachmentWordsIn(language);
  return [
    about.cell(at),
    fact ? printedAs(fact.raw, fact.state, fact.slot) : words.state.missing,
    ...extraction.checks
      .filter(({ terms }) => terms.some(({ ref }) => ref === at))
      .map((check) => `${words.outcomeSign[check.outcome]} ${about.equation(check)}`),
  ].join('\n');
};

/** Rows that the form does not have stand below those whose columns they share. */
const withLocalRows = (table: FormTable, band: Band, { issues, facts }: Extraction): Band => {
  const refs = new Set(facts.map(({ ref }) => ref));
  const bandOf = (row: string): Band | undefined =>
    table.bands.find(({ columns }) => columns.some(({ id }) => refs.has(`${table.id}.${row}.${id}`)));
  const local = issues.flatMap((issue) =>
    issue.code === 'extra_row' && issue.table === table.id && bandOf(issue.row) === band
      ? [{ id: issue.row, zh: issue.label, en: issue.label }]
      : [],
  );
  return { ...band, rows: [...band.rows, ...local] };
};

const BandTable = ({ table, band, cells }: { table: FormTable; band: Band; cells: CellMarks }) => {
  const { facts, names, language } = cells;
  const refOf = (row: string, column: string): string => `${table.id}.${row}.${column}`;
  const isPrinted = (row: string): boolean => band.columns.some(({ id }) => facts.has(refOf(row, id)));
  const replaced = new Set(band.rows.filter(({ id }) => isPrinted(id)).flatMap((row) => row.insteadOf ?? []));
  const rows = band.rows.filter((row) => isPrinted(row.id) || !(row.insteadOf || replaced.has(row.id)));
  const first = rows[0] && band.columns[0] && refOf(rows[0].id, band.columns[0].id);
  const within = rows.some((row) => band.columns.some(({ id }) => refOf(row.id, id) === cells.picked));
  const stop = within ? cells.picked : first;
  const text = (label: { zh: string; en: string }): string => (language === 'zh-CN' ? label.zh : label.en);
  return (
    <div class="sheet">
      <table onKeyDown={walk}>
        {band.title && <caption>{band.title}</caption>}
        <thead>
          <tr>
            <td />
            {band.columns.map((column) => (
              <th key={column.id} scope="col">
                {text(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" title={text(names.row(table.id, row.id))}>
                <span>{groupedLabel(row, text(row))}</span>
              </th>
              {band.columns.map(({ id }) => (
                <DataCell key={id} at={refOf(row.id, id)} cells={cells} stop={refOf(row.id, id) === stop} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** How a cell was read; `missing` where the form has one and the page has none. */
type CellState = Fact['state'] | 'missing';

const DataCell = ({ at, cells, stop }: { at: string; cells: CellMarks; stop: boolean }) => {
  const words = panelWordsIn(cells.language);
  const fact = cells.facts.get(at);
  const state: CellState = fact?.state ?? 'missing';
  const side = fact && cells.marked.get(placeOf(fact.slot));
  const notes = [
    state === 'number' ? '' : words.state[state],
    cells.violated.has(at) ? words.inViolation : '',
    cells.suspects.has(at) ? words.suspect : '',
  ].filter((note) => note !== '');
  const classes = [
    state,
    cells.violated.has(at) && 'violated',
    cells.suspects.has(at) && 'suspect',
    side && `marked ${side}`,
    // Zeros are many; the others are looked for.
    fact?.value === 0 && 'zero',
  ];
  return (
    <td class={classes.filter(Boolean).join(' ')}>
      <button
        type="button"
        aria-pressed={cells.picked === at}
        aria-disabled={fact ? undefined : true}
        // Put together only for the cell that is pointed at.
        onPointerEnter={(event) => {
          event.currentTarget.title = cells.told(at);
        }}
        tabIndex={stop ? 0 : -1}
        onClick={() => cells.onPick(at)}
      >
        {state === 'number' ? fact?.raw : words.stateSign[state]}
        {state === 'mark' || state === 'unreadable' ? <small>{fact?.raw}</small> : null}
        {notes.length > 0 && <span class="unseen"> {notes.join('；')}</span>}
      </button>
    </td>
  );
};

const placeOf = ({ table, row, column }: Slot): string => `${table} ${row} ${column}`;

/** Read in a page of the browser, and not in a file. */
const isOnPage = ({ source }: Extraction): boolean => source.format === 'dom';

/** Arrow keys go from cell to cell, as in a spreadsheet. */
const walk = (event: KeyboardEvent & { currentTarget: HTMLTableElement }): void => {
  const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
  const cell = event.target instanceof Element ? event.target.closest('td') : null;
  const row = cell?.closest('tr');
  if (!step || !cell || !row) return;
  event.preventDefault();
  const [down = 0, right = 0] = step;
  const to = event.currentTarget.rows[row.rowIndex + down]?.cells[cell.cellIndex + right];
  const button = to?.querySelector('button');
  if (!button) return;
  button.tabIndex = 0;
  button.focus();
  button.scrollIntoView({ block: 'nearest', inline: 'nearest' });
};

type PickedProps = { at: string; fact: Fact | null; extraction: Extraction; language: Language };

/** The cell looked at: its place, its words and the identities it stands in. */
const Picked = ({ at, fact, extraction, language }: PickedProps) => {
  const about = wordsIn(language).about(extraction);
  const words = panelWordsIn(language);
  const { printedAs } = isOnPage(extraction) ? words : attachmentWordsIn(language);
  const checks = extraction.checks.filter(({ terms }) => terms.some(({ ref }) => ref === at));
  return (
    <aside class="picked" aria-label={words.pickedCell}>
      <p>
        <b>{about.cell(at)}</b>
      </p>
      <p>{fact ? printedAs(fact.raw, fact.state, fact.slot) : words.state.missing}</p>
      <ul>
        {checks.map((check) => (
          <li key={check.id} class={check.outcome}>
            {words.outcomeSign[check.outcome]} {about.equation(check)}
          </li>
        ))}
      </ul>
    </aside>
  );
};
