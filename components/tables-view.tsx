import { useEffect, useRef } from 'preact/hooks';
import type { Extraction, Fact } from '../parser/extraction.ts';
import { formOf } from '../parser/forms/registry.ts';
import type { Band, FormTable } from '../parser/forms/schema.ts';
import { type Names, namesOf } from '../parser/messages/names.ts';
import { type Language, wordsIn } from '../parser/messages/words.ts';
import { attachmentWordsIn } from './attachment-words.ts';
import { type Judgement, warns } from './tally.ts';
import { panelWordsIn } from './words.ts';

type Props = {
  extraction: Extraction;
  language: Language;
  judgement: Judgement;
  /** Reference of the cell looked at. */
  picked: string | null;
  onPick: (ref: string) => void;
};

/** The tables as they were read, in the order of the form. Each cell leads to its cell on the page. */
export const TablesView = ({ extraction, language, judgement, picked, onPick }: Props) => {
  const words = panelWordsIn(language);
  const form = extraction.form ? formOf(extraction.form.id) : null;
  const view = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (picked)
      view.current
        ?.querySelector('[aria-pressed=true]')
        ?.scrollIntoView({ block: 'center', inline: 'nearest' });
  }, [picked]);
  if (!form) return <p class="empty">{words.nothingRecognised}</p>;
  const violated = new Set(
    extraction.checks
      .filter((check) => warns(check, extraction, judgement))
      .flatMap(({ terms }) => terms.map(({ ref }) => ref)),
  );
  const suspects = new Set(
    extraction.diagnoses.flatMap(({ alternatives }) => alternatives[0]?.changes.map(({ ref }) => ref) ?? []),
  );
  const cells: Cells = {
    facts: new Map(extraction.facts.map((fact) => [fact.ref, fact])),
    names: namesOf(extraction),
    violated,
    suspects,
    picked,
    language,
    onPick,
  };
  return (
    <div ref={view} class="data">
      <p class="hint">{isOnPage(extraction) ? words.dataHint : attachmentWordsIn(language).dataHint}</p>
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
      {form.tables.map((table) => (
        <section key={table.id} class="table">
          <h3>{table.title}</h3>
          {table.bands.map((band) => (
            <BandTable
              key={band.title}
              table={table}
              band={withLocalRows(table, band, extraction)}
              cells={cells}
            />
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

type Cells = {
  facts: ReadonlyMap<string, Fact>;
  names: Names;
  violated: ReadonlySet<string>;
  suspects: ReadonlySet<string>;
  picked: string | null;
  language: Language;
  onPick: (ref: string) => void;
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

const BandTable = ({ table, band, cells }: { table: FormTable; band: Band; cells: Cells }) => {
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
                <span>{text(row)}</span>
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
type State = Fact['state'] | 'missing';

const DataCell = ({ at, cells, stop }: { at: string; cells: Cells; stop: boolean }) => {
  const words = panelWordsIn(cells.language);
  const fact = cells.facts.get(at);
  const state: State = fact?.state ?? 'missing';
  const notes = [
    state === 'number' ? '' : words.state[state],
    cells.violated.has(at) ? words.inViolation : '',
    cells.suspects.has(at) ? words.suspect : '',
  ].filter((note) => note !== '');
  const classes = [
    state,
    cells.violated.has(at) && 'violated',
    cells.suspects.has(at) && 'suspect',
    // Zeros are many; the others are looked for.
    fact?.value === 0 && 'zero',
  ];
  return (
    <td class={classes.filter(Boolean).join(' ')}>
      <button
        type="button"
        aria-pressed={cells.picked === at}
        aria-disabled={fact ? undefined : true}
        title={notes.join('；') || undefined}
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
