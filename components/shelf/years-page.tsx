import { useMemo, useState } from 'preact/hooks';
import type { CellYears } from '../../parser/export/over-years.ts';
import { formOf } from '../../parser/forms/registry.ts';
import type { Language } from '../../parser/messages/words.ts';
import { type Option, Choice as Selection } from '../choice.tsx';
import { addressOf } from './address.ts';
import { PageHead } from './page-head.tsx';
import { yearsWordsIn } from './words-in.ts';
import {
  columnKey,
  firstChoice,
  flatTable,
  labelOf,
  measures,
  rowKey,
  type YearChoice,
  type YearLayout,
  type YearMeasure,
  type YearTable,
  yearTables,
} from './year-tables.ts';

/** What is exported or copied: all tables on show as one. */
export type FlatTable = ReturnType<typeof flatTable>;

type YearsPageProps = {
  /** Null until they are there. */
  cells: readonly CellYears[] | null;
  years: readonly number[];
  /** Reports of which authority, year or form is not known. */
  leftOut: number;
  /** Where the report of a body and year is shown; null where there is none, or several. */
  reportOf: (authority: string, year: number) => string | null;
  language: Language;
  onSave: (flat: FlatTable) => void;
  onCopy: (flat: FlatTable, tables: number) => void;
};

/** The years as columns: of each body a table of chosen figures, or of each year a table of bodies. */
export const YearsPage = (props: YearsPageProps) => {
  const { cells, years, leftOut, language, onSave, onCopy } = props;
  const words = yearsWordsIn(language);
  const [layout, setLayout] = useState<YearLayout>('bodies');
  const [body, setBody] = useState<string | null>(null);
  const [year, setYear] = useState<number | null>(null);
  const [shown, setShown] = useState<readonly YearMeasure[]>(['count', 'change']);
  const first = useMemo(() => firstChoice(cells ?? []), [cells]);
  const [chosen, setChosen] = useState<YearChoice | null>(null);
  const choice = chosen ?? first;
  const tables = useMemo(
    () => yearTables({ cells: cells ?? [], years, choice, measures: shown, layout, body, year, language }),
    [cells, years, choice, shown, layout, body, year, language],
  );
  const bodies = useMemo(() => [...new Set(cells?.map(({ authority }) => authority))], [cells]);
  const flat = () => flatTable(tables, shown, language);
  const any: Option = ['', words.all];
  return (
    <article class="report years-page">
      <PageHead title={words.title} line={words.hint} language={language}>
        <button
          type="button"
          class="button"
          disabled={tables.length === 0}
          onClick={() => onCopy(flat(), tables.length)}
        >
          {words.copy}
        </button>
        <button type="button" class="button" disabled={tables.length === 0} onClick={() => onSave(flat())}>
          {words.save}
        </button>
      </PageHead>
      {cells === null && <p class="state">{words.loading}</p>}
      {leftOut > 0 && <p class="soft">{words.leftOut(leftOut)}</p>}
      {cells?.length === 0 && <p class="state">{words.none}</p>}
      {cells && cells.length > 0 && (
        <>
          <div class="filters settings">
            <Selection
              label={words.layout}
              value={layout}
              options={(['bodies', 'years'] as const).map((one): Option => [one, words.layouts[one]])}
              onChoose={(value) => setLayout(value === 'years' ? 'years' : 'bodies')}
            />
            {layout === 'bodies' ? (
              <Selection
                label={words.body}
                value={body ?? ''}
                options={[any, ...bodies.map((one): Option => [one, one])]}
                onChoose={(value) => setBody(value || null)}
              />
            ) : (
              <Selection
                label={words.year}
                value={year === null ? '' : String(year)}
                options={[any, ...years.map((one): Option => [String(one), String(one)])]}
                onChoose={(value) => setYear(value === '' ? null : Number(value))}
              />
            )}
            <fieldset class="measures">
              <legend>{words.measures}</legend>
              {measures.map((measure) => (
                <label key={measure} class="check" title={words.measureTitle[measure]}>
                  <input
                    type="checkbox"
                    checked={shown.includes(measure)}
                    disabled={shown.length === 1 && shown.includes(measure)}
                    onChange={(event) => {
                      const on = event.currentTarget.checked;
                      setShown(measures.filter((one) => (one === measure ? on : shown.includes(one))));
                    }}
                  />
                  {words.measure[measure]}
                </label>
              ))}
            </fieldset>
          </div>
          <Chooser cells={cells} choice={choice} language={language} onChoose={setChosen} />
          {tables.length === 0 && <p class="state">{words.nothingChosen}</p>}
          {tables.map((table) => (
            <Table key={`${layout} ${table.key}`} table={table} measures={shown} {...props} />
          ))}
        </>
      )}
    </article>
  );
};

type ChooserProps = {
  cells: readonly CellYears[];
  choice: YearChoice;
  language: Language;
  onChoose: (choice: YearChoice) => void;
};

/** Rows and columns of each table of the forms, to be ticked. */
const Chooser = ({ cells, choice, language, onChoose }: ChooserProps) => {
  const words = yearsWordsIn(language);
  const tables = useMemo(() => partsIn(cells, language), [cells, language]);
  const toggled = (set: ReadonlySet<string>, key: string, on: boolean): ReadonlySet<string> =>
    new Set([...set].filter((one) => one !== key).concat(on ? [key] : []));
  return (
    <details class="chooser">
      <summary>{words.choose(choice.rows.size)}</summary>
      {tables.map(({ table, title, rows, columns }) => (
        <fieldset key={table}>
          <legend>{title}</legend>
          {(
            [
              ['rows', rows],
              ['columns', columns],
            ] as const
          ).map(([part, labels]) => (
            <div key={part} class={`parts ${part}`}>
              <b>{words[part]}</b>
              {[...labels].map(([key, label]) => (
                <label key={key} class="check">
                  <input
                    type="checkbox"
                    checked={choice[part].has(key)}
                    onChange={(event) =>
                      onChoose({ ...choice, [part]: toggled(choice[part], key, event.currentTarget.checked) })
                    }
                  />
                  {label}
                </label>
              ))}
            </div>
          ))}
        </fieldset>
      ))}
    </details>
  );
};

type Parts = { table: string; title: string; rows: Map<string, string>; columns: Map<string, string> };

const partsIn = (cells: readonly CellYears[], language: Language): Parts[] => {
  const tables = new Map<string, Parts>();
  for (const cell of cells) {
    let own = tables.get(cell.table);
    if (!own) {
      own = { table: cell.table, title: titleOf(cell, language), rows: new Map(), columns: new Map() };
      tables.set(cell.table, own);
    }
    const { row, column } = labelOf(cell, language);
    if (!own.rows.has(rowKey(cell))) own.rows.set(rowKey(cell), row);
    if (!own.columns.has(columnKey(cell))) own.columns.set(columnKey(cell), column);
  }
  return [...tables.values()];
};

const titleOf = ({ form, table }: CellYears, language: Language): string => {
  const own = formOf(form)?.tables.find(({ id }) => id === table);
  const title = own?.title ?? table;
  return language === 'en' && own?.en !== undefined ? `Table of ${own.en} (${title})` : title;
};

type TableProps = YearsPageProps & { table: YearTable; measures: readonly YearMeasure[] };

const Table = ({ table, measures: shown, reportOf, language }: TableProps) => {
  const words = yearsWordsIn(language);
  const { title, heads, lines } = table;
  const authority = lines[0]?.authority ?? '';
  const wide = shown.length > 1;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="across" tabIndex={0} aria-label={title}>
      <table class="compared by-year">
        <caption>{title}</caption>
        <thead>
          <tr>
            <td rowSpan={wide ? 2 : 1} />
            {heads.map(({ key, label, year }) => (
              <th key={key} scope={wide ? 'colgroup' : 'col'} colSpan={shown.length}>
                <Lead to={year === null ? null : reportOf(authority, year)}>{label}</Lead>
              </th>
            ))}
          </tr>
          {wide && (
            <tr>
              {heads.flatMap(({ key }) =>
                shown.map((measure) => (
                  <th key={`${key} ${measure}`} scope="col" title={words.measureTitle[measure]}>
                    {words.measure[measure]}
                  </th>
                )),
              )}
            </tr>
          )}
        </thead>
        <tbody>
          {lines.map(({ key, label, year, cells }) => (
            <tr key={key}>
              <th scope="row">
                <Lead to={year === null ? null : reportOf(label, year)}>{label}</Lead>
              </th>
              {cells.map(({ text, measure, state }, at) => (
                <td
                  key={`${heads[Math.floor(at / shown.length)]?.key} ${measure}`}
                  class={`of-${measure} ${state}`}
                  title={state === 'differs' ? words.differs : undefined}
                >
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

/** Leads to the report in which the figures are printed. */
const Lead = ({ to, children }: { to: string | null; children: string }) =>
  to === null ? children : <a href={addressOf({ view: 'report', id: to })}>{children}</a>;
