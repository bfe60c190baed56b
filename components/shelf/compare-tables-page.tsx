import { useState } from 'preact/hooks';
import { compareTables, type FigurePair, type TablePair } from '../../parser/compare/table-editions.ts';
import { type KeptTables, placeOf, toldOf } from '../../parser/export/kept.ts';
import { reasonsOf, verdictOn } from '../../parser/findings/verdict.ts';
import { relationWords } from '../../parser/messages/relations.ts';
import type { Language } from '../../parser/messages/words.ts';
import { addressOf } from './address.ts';
import { Badges } from './badges.tsx';
import { ComparedFigure, changeOf } from './compared-figure.tsx';
import { keptName, namedIn } from './kept-name.ts';
import { minuteOf } from './moment.ts';
import { PageHead } from './page-head.tsx';
import { shelfWordsIn } from './words-in.ts';

type Props = { one: KeptTables; other: KeptTables; language: Language };

/** Cells that are listed of one table: a browser does not lay out many thousand. */
const mostCells = 2_000;

/** Two kept pages of tables, or two editions of one, cell by cell: what has changed, come and gone. */
export const CompareTablesPage = ({ one, other, language }: Props) => {
  const words = shelfWordsIn(language);
  const [only, setOnly] = useState(true);
  const pairs = compareTables(one.tables, other.tables);
  const cells = pairs.flatMap((pair) => pair.cells);
  const differing = cells.filter(({ how }) => how !== null).length;
  const lone = pairs.some((pair) => pair.one === null || pair.other === null);
  return (
    <article class="report">
      <PageHead
        title={words.comparison}
        line={
          differing > 0 || lone || cells.length === 0
            ? words.differences(differing, cells.length)
            : words.noTableDifferences
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
              <Edition record={one} language={language} />
              <Edition record={other} language={language} />
            </tr>
          </thead>
        </table>
      </div>
      <section class="section">
        <label class="check">
          <input type="checkbox" checked={only} onChange={(event) => setOnly(event.currentTarget.checked)} />
          {words.only}
        </label>
        {pairs.map((pair) => (
          <Table
            key={`${pair.one?.index} ${pair.other?.index}`}
            pair={pair}
            only={only}
            editions={[minuteOf(one.retrieved), minuteOf(other.retrieved)]}
            language={language}
          />
        ))}
      </section>
    </article>
  );
};

const Edition = ({ record, language }: { record: KeptTables; language: Language }) => {
  const words = shelfWordsIn(language);
  const on = verdictOn(toldOf(record));
  return (
    <th scope="col">
      <a href={addressOf({ view: 'report', id: record.id })}>{keptName(namedIn(record), language)}</a>
      <small class="place">{placeOf(record.extraction)}</small>
      <small>
        {words.retrieved} {minuteOf(record.retrieved)}
      </small>
      <Badges verdict={on.verdict} reasons={reasonsOf(on)} language={language} />
    </th>
  );
};

type TableProps = {
  pair: TablePair;
  only: boolean;
  /** When each was read. */
  editions: readonly [string, string];
  language: Language;
};

const Table = ({ pair, only, editions, language }: TableProps) => {
  const words = shelfWordsIn(language);
  const table = pair.one ?? pair.other;
  if (!table) return null;
  const { title } = relationWords(table, language);
  if (pair.one === null || pair.other === null)
    return (
      <p class="soft">
        {title} · {pair.one === null ? words.onlyRight : words.onlyLeft}
      </p>
    );
  const shown = pair.cells.filter(({ how }) => !only || how !== null);
  return (
    <>
      {shown.length > 0 && (
        <div class="across">
          <table class="compared cells">
            <caption>{title}</caption>
            <thead>
              <tr>
                <th scope="col">{words.cell}</th>
                <th scope="col">{editions[0]}</th>
                <th scope="col">{editions[1]}</th>
                <th scope="col">{words.difference}</th>
              </tr>
            </thead>
            <tbody>
              {shown.slice(0, mostCells).map((cell) => (
                <Pair key={keyOf(cell)} cell={cell} language={language} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {shown.length > mostCells && <p class="soft">{words.cellsShown(mostCells, shown.length)}</p>}
      {pair.unsure > 0 && <p class="soft">{words.unsureCells(title, pair.unsure)}</p>}
    </>
  );
};

/** Where it stands in either edition: no two cells have the same. */
const keyOf = ({ one, other }: FigurePair): string =>
  [one, other].map((cell) => cell && `${cell.row} ${cell.column}`).join();

const Pair = ({ cell, language }: { cell: FigurePair; language: Language }) => (
  <tr class={cell.how === null ? '' : 'differs'}>
    <th scope="row">
      {cell.rowPath.join(' › ')} <small>{cell.columnPath.join(' › ')}</small>
    </th>
    <td>
      <ComparedFigure figure={cell.one} language={language} />
    </td>
    <td>
      <ComparedFigure figure={cell.other} language={language} />
    </td>
    <td>{changeOf(cell.difference)}</td>
  </tr>
);
