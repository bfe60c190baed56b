import { render } from 'preact';
import { Findings } from './detail.tsx';
import { type Closing, type Detail, type ReportRow, verdicts } from './entry.ts';
import { type ReportFilter, tallyByKind } from './listing.ts';
import type { Stored } from './stored.ts';
import type { PageLanguage } from './words.ts';
import { pageWordsIn } from './words-in.ts';

/** What goes on paper: the reports that the filter leaves, as an ordinary table, and their findings where they are not too many. */

export type Printing = {
  rows: readonly ReportRow[];
  chosen: Uint32Array;
  closing: Closing;
  filter: ReportFilter;
  language: PageLanguage;
  /** By place among all rows; null: rows only. */
  details: ReadonlyMap<number, Detail> | null;
};

/** More are counted: nobody reads 100 pages of rows, and browsers take minutes to set them. */
const mostRows = 5000;
export const mostDetails = 300;

/** The findings of the reports that will be printed, or null where they are too many. */
export const preparedDetails = async (
  stored: Stored,
  chosen: Uint32Array,
): Promise<ReadonlyMap<number, Detail> | null> => {
  if (chosen.length > mostDetails) return null;
  const details = new Map<number, Detail>();
  for (const at of chosen) details.set(at, await stored.detail(at));
  return details;
};

/** From now on the browser prints what it is given at that moment. @returns what ends it. */
export const printOn = (root: HTMLElement, printing: () => Printing | null): (() => void) => {
  // The browser waits for the listener and for nothing else.
  const before = (): void => {
    const now = printing();
    if (now) render(<Printed {...now} />, root);
  };
  const after = (): void => render(null, root);
  addEventListener('beforeprint', before);
  addEventListener('afterprint', after);
  return () => {
    removeEventListener('beforeprint', before);
    removeEventListener('afterprint', after);
  };
};

const Printed = ({ rows, chosen, closing, filter, language, details }: Printing) => {
  const words = pageWordsIn(language);
  const { summary, kinds } = closing;
  const places = [...chosen.subarray(0, mostRows)];
  const listed = [...chosen].flatMap((at) => rows[at] ?? []);
  const conditions = [
    filter.words && `${words.search} ${filter.words}`,
    filter.verdict && `${words.verdictChoice} ${words.verdict[filter.verdict]}`,
    filter.year !== null && `${words.year} ${filter.year === 'unknown' ? words.unknownYear : filter.year}`,
    filter.kind && `${words.kindChoice} ${kinds[filter.kind]?.name[language] ?? filter.kind}`,
  ].filter((text): text is string => typeof text === 'string' && text !== '');
  return (
    <>
      <h1>{words.title}</h1>
      <p>
        {places.length < chosen.length
          ? words.printedSome(places.length, chosen.length)
          : words.printedAll(chosen.length)}
      </p>
      {conditions.length > 0 && <p>{words.printedFilter(conditions)}</p>}
      <p>{words.madeBy(summary.tool, summary.made.slice(0, 10))}</p>
      <p>
        {verdicts
          .map(
            (verdict) =>
              `${words.verdict[verdict]} ${words.number(listed.filter((row) => row.verdict === verdict).length)}`,
          )
          .join(' · ')}
      </p>
      <ul>
        {tallyByKind(listed).map(({ kind, reports }) => (
          <li key={kind}>
            {kinds[kind]?.name[language] ?? kind} · {words.inReports(reports)}
          </li>
        ))}
      </ul>
      <table>
        <thead>
          <tr>
            {(['authority', 'year', 'verdict', 'violated', 'unread', 'coverage'] as const).map((name) => (
              <th key={name} scope="col">
                {words.column[name]}
              </th>
            ))}
          </tr>
        </thead>
        {places.map((at) => {
          const row = rows[at];
          const detail = details?.get(at);
          return row ? (
            <tbody key={at}>
              <tr>
                <th scope="row">
                  {row.authority ?? words.unknownAuthority}
                  <small>{row.path}</small>
                </th>
                <td>{row.year ?? words.unknownYear}</td>
                <td>{words.verdict[row.verdict]}</td>
                <td>{row.counts.violated}</td>
                <td>{row.counts.unread}</td>
                <td>{words.coverageValue(row.coverage.read, row.coverage.expected)}</td>
              </tr>
              {detail && row.verdict !== 'holds' && (
                <tr class="printed-findings">
                  <td colSpan={6}>
                    <Findings detail={detail} language={language} words={words} />
                  </td>
                </tr>
              )}
            </tbody>
          ) : null;
        })}
      </table>
    </>
  );
};
