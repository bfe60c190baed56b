import { useMemo, useState } from 'preact/hooks';
import type { FindingKind, ReportRow } from './entry.ts';
import { type ReportFilter, tallyByKind } from './listing.ts';
import type { PageLanguage, PageWords } from './words.ts';

type Props = {
  rows: readonly ReportRow[];
  kinds: Readonly<Record<string, FindingKind>>;
  filter: ReportFilter;
  language: PageLanguage;
  words: PageWords;
  onFilter: (part: Partial<ReportFilter>) => void;
};

const atFirst = 6;

/** Every kind of finding with how many reports have it: first what is wrong in the reports, beside it what could not be read. */
export const Kinds = (props: Props) => {
  const { rows, kinds, words } = props;
  const tallies = useMemo(() => tallyByKind(rows), [rows]);
  const most = tallies[0]?.reports ?? 1;
  return (
    <section class="kinds" aria-labelledby="kinds-title">
      <h2 id="kinds-title">{words.kinds}</h2>
      <p class="soft">{words.kindsAbout}</p>
      <div class="beside">
        {(['report', 'reading'] as const).map((about) => (
          <Column
            key={about}
            {...props}
            about={about}
            tallies={tallies.filter(({ kind }) => kinds[kind]?.about === about)}
            most={most}
          />
        ))}
      </div>
    </section>
  );
};

type ColumnProps = Props & {
  about: FindingKind['about'];
  tallies: readonly { kind: string; reports: number }[];
  most: number;
};

const Column = ({ about, tallies, most, kinds, filter, language, words, onFilter }: ColumnProps) => {
  const [all, setAll] = useState(false);
  return (
    <div class={`column of-${about}`}>
      <h3>{words.kindsOf[about]}</h3>
      {tallies.length === 0 && <p class="soft">{words.noKinds}</p>}
      <ol>
        {tallies.slice(0, all ? undefined : atFirst).map(({ kind, reports }) => {
          const known = kinds[kind];
          return (
            <li key={kind}>
              <button
                type="button"
                aria-pressed={filter.kind === kind}
                onClick={() => onFilter({ kind: filter.kind === kind ? null : kind })}
              >
                <span class="kind-name">{known?.name[language] ?? kind}</span>
                <span class="kind-count">{words.inReports(reports)}</span>
                <span class="kind-bar" aria-hidden="true" style={{ width: `${(reports * 100) / most}%` }} />
                {known?.scope && <small>{known.scope[language]}</small>}
              </button>
              {known?.source && (
                <details>
                  <summary>
                    {words.wording} <code>{kind}</code>
                  </summary>
                  {known.wording !== null && <q lang="zh-CN">{known.wording}</q>}
                  <p>{known.source[language]}</p>
                </details>
              )}
            </li>
          );
        })}
      </ol>
      {tallies.length > atFirst && (
        <button type="button" class="plain" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? words.fewerKinds : words.allKinds(tallies.length)}
        </button>
      )}
    </div>
  );
};
