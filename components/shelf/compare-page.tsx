import { useState } from 'preact/hooks';
import { keyFigures, overviewOf } from '../../parser/check/key-figures.ts';
import { type CellPair, compareReports } from '../../parser/compare/differences.ts';
import { type KeptReport, placeOf, toldOf } from '../../parser/export/kept.ts';
import { reasonsOf, verdictOn } from '../../parser/findings/verdict.ts';
import { forms } from '../../parser/forms/registry.ts';
import { printed } from '../../parser/messages/figure.ts';
import { namesOf } from '../../parser/messages/names.ts';
import { overviewWords } from '../../parser/messages/overview-words.ts';
import type { Language } from '../../parser/messages/words.ts';
import { wordsIn } from '../../parser/messages/words-in.ts';
import { refParts } from '../../parser/text/ref.ts';
import { addressOf } from './address.ts';
import { Badges } from './badges.tsx';
import { ComparedFigure, changeOf } from './compared-figure.tsx';
import { minuteOf } from './moment.ts';
import { PageHead } from './page-head.tsx';
import type { ShelfRow } from './row.ts';
import { Trend } from './trend.tsx';
import { shelfWordsIn } from './words-in.ts';

type Props = {
  one: KeptReport;
  other: KeptReport;
  /** The reports of each body, one for each year; the same twice where both reports are of one body. */
  years: readonly [readonly ShelfRow[], readonly ShelfRow[]];
  language: Language;
};

/** Two reports side by side: key figures, then every cell that differs. */
export const ComparePage = ({ one, other, years, language }: Props) => {
  const words = shelfWordsIn(language);
  const spoken = wordsIn(language);
  const [only, setOnly] = useState(true);
  const comparison = compareReports(one.extraction, other.extraction, forms);
  const pairs = comparison.cells;
  const different = pairs.filter(({ differs }) => differs);
  const shown = only ? different : pairs;
  const names = namesOf(one.extraction.form ? one.extraction : other.extraction);
  const tables = [...new Set(shown.map(({ ref }) => refParts(ref).table))];
  const shownFirst = overviewOf(one.extraction) ?? overviewOf(other.extraction);
  const overview = shownFirst && overviewWords(shownFirst, language);
  const [first, second] = [one, other].map(({ extraction }) => keyFigures(extraction));
  const twoBodies = one.extraction.authority?.value !== other.extraction.authority?.value;
  return (
    <article class="report">
      <PageHead
        title={words.comparison}
        line={
          different.length === 0 ? words.noDifferences : words.differences(different.length, pairs.length)
        }
        language={language}
      >
        <a class="button" href={addressOf({ view: 'compare', ids: [other.id, one.id] })}>
          {words.swap}
        </a>
      </PageHead>
      <div class="across">
        <table class="compared">
          <caption class="unseen">{words.comparison}</caption>
          <thead>
            <tr>
              <td />
              <Head record={one} language={language} />
              <Head record={other} language={language} />
              <th scope="col">{words.difference}</th>
            </tr>
          </thead>
          <tbody>
            {comparison.keyFigures.map(({ name, one: before, other: after, difference }) => (
              <tr key={name}>
                <th scope="row">{overview?.figure(name) ?? name}</th>
                <td>{before === null ? spoken.ui.noFigure : printed(before)}</td>
                <td>{after === null ? spoken.ui.noFigure : printed(after)}</td>
                <td>{changeOf(difference)}</td>
              </tr>
            ))}
            {first && second && overview?.rate && (
              <tr>
                <th scope="row">{overview.rate.label}</th>
                <td>{overview.rate.value(first) ?? spoken.ui.noFigure}</td>
                <td>{overview.rate.value(second) ?? spoken.ui.noFigure}</td>
                <td />
              </tr>
            )}
          </tbody>
        </table>
      </div>
      {twoBodies && years.some((rows) => rows.length > 1) && (
        <section class="section">
          <h3>{words.bothOverYears}</h3>
          <Trend
            bodies={[
              { name: one.extraction.authority?.value ?? words.noAuthority, rows: years[0] },
              { name: other.extraction.authority?.value ?? words.noAuthority, rows: years[1] },
            ]}
            language={language}
          />
        </section>
      )}
      <section class="section">
        <label class="check">
          <input type="checkbox" checked={only} onChange={(event) => setOnly(event.currentTarget.checked)} />
          {words.only}
        </label>
        {one.extraction.form?.id !== other.extraction.form?.id && <p class="soft">{words.formsDiffer}</p>}
        {tables.map((table) => (
          <div key={table} class="across">
            <table class="compared cells">
              <caption>{names.table(table)}</caption>
              <thead>
                <tr>
                  <th scope="col">{words.cell}</th>
                  <Head record={one} language={language} short />
                  <Head record={other} language={language} short />
                  <th scope="col">{words.difference}</th>
                </tr>
              </thead>
              <tbody>
                {shown
                  .filter(({ ref }) => refParts(ref).table === table)
                  .map((pair) => (
                    <Pair key={pair.ref} pair={pair} one={one} other={other} language={language} />
                  ))}
              </tbody>
            </table>
          </div>
        ))}
      </section>
    </article>
  );
};

const Head = ({ record, language, short }: { record: KeptReport; language: Language; short?: true }) => {
  const words = shelfWordsIn(language);
  const { ui } = wordsIn(language);
  const { authority, year } = record.extraction;
  const on = verdictOn(toldOf(record));
  return (
    <th scope="col">
      <a href={addressOf({ view: 'report', id: record.id })}>
        {authority?.value ?? words.noAuthority} {year ? ui.yearValue(year.value) : words.noYear}
      </a>
      {!short && (
        <>
          <small class="place">{placeOf(record.extraction)}</small>
          <small>
            {words.retrieved} {minuteOf(record.retrieved)}
          </small>
          <Badges verdict={on.verdict} reasons={reasonsOf(on)} language={language} />
        </>
      )}
    </th>
  );
};

type PairProps = { pair: CellPair; one: KeptReport; other: KeptReport; language: Language };

const Pair = ({ pair, one, other, language }: PairProps) => {
  // A row that only one report has is called by its own name.
  const names = namesOf((pair.one ? one : other).extraction);
  const { table, row, column } = refParts(pair.ref);
  const [rowLabel, columnLabel] = [names.row(table, row), names.column(table, column)].map((label) =>
    language === 'zh-CN' ? label.zh : label.en,
  );
  return (
    <tr class={pair.differs ? 'differs' : ''}>
      <th scope="row">
        {rowLabel} <small>{columnLabel}</small>
      </th>
      <td>
        <ComparedFigure figure={pair.one} language={language} />
      </td>
      <td>
        <ComparedFigure figure={pair.other} language={language} />
      </td>
      <td>{changeOf(pair.difference)}</td>
    </tr>
  );
};
