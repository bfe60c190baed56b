import { useMemo, useState } from 'preact/hooks';
import type { Kind, Row } from './entry.ts';
import { type Filter, tallyByKind } from './listing.ts';
import type { Language, PageWords } from './words.ts';

type Props = {
  rows: readonly Row[];
  kinds: Readonly<Record<string, Kind>>;
  filter: Filter;
  language: Language;
  words: PageWords;
  onFilter: (part: Partial<Filter>) => void;
};

const atFirst = 8;

/** Every kind of finding with how many reports have it; a press lists these reports. */
export const Kinds = ({ rows, kinds, filter, language, words, onFilter }: Props) => {
  const tallies = useMemo(() => tallyByKind(rows), [rows]);
  const [all, setAll] = useState(false);
  const most = tallies[0]?.reports ?? 1;
  return (
    <section class="kinds" aria-labelledby="kinds-title">
      <h2 id="kinds-title">{words.kinds}</h2>
      <p class="soft">{tallies.length === 0 ? words.noKinds : words.kindsAbout}</p>
      <ol>
        {tallies.slice(0, all ? undefined : atFirst).map(({ kind, reports }) => {
          const about = kinds[kind];
          return (
            <li key={kind}>
              <button
                type="button"
                aria-pressed={filter.kind === kind}
                onClick={() => onFilter({ kind: filter.kind === kind ? null : kind })}
              >
                <span class="kind-name">{about?.name[language] ?? kind}</span>
                <span class="kind-count">{words.inReports(reports)}</span>
                <span class="kind-bar" aria-hidden="true" style={{ width: `${(reports * 100) / most}%` }} />
                {about?.scope && <small>{about.scope[language]}</small>}
              </button>
              {about?.source && (
                <details>
                  <summary>
                    {words.wording} <code>{kind}</code>
                  </summary>
                  {about.wording !== null && <q lang="zh-CN">{about.wording}</q>}
                  <p>{about.source[language]}</p>
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
    </section>
  );
};
