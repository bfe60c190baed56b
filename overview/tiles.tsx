import { useMemo } from 'preact/hooks';
import { Sign } from '../components/sign.tsx';
import { type ReportRow, verdicts } from './entry.ts';
import type { ReportFilter } from './listing.ts';
import type { PageWords } from './words.ts';

type Props = {
  rows: readonly ReportRow[];
  filter: ReportFilter;
  words: PageWords;
  onFilter: (part: Partial<ReportFilter>) => void;
};

/** How many reports have which verdict; a press shows these only, another all again. */
export const Tiles = ({ rows, filter, words, onFilter }: Props) => {
  const counts = useMemo(
    () => verdicts.map((verdict) => rows.filter((row) => row.verdict === verdict).length),
    [rows],
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: these are no fields of a form
    <div class="tiles" role="group" aria-label={words.verdictTiles}>
      {verdicts.map((verdict, at) => (
        <button
          key={verdict}
          type="button"
          class={`tile is-${verdict}`}
          aria-pressed={filter.verdict === verdict}
          onClick={() => onFilter({ verdict: filter.verdict === verdict ? null : verdict })}
        >
          <span class="tile-head">
            <Sign verdict={verdict} />
            <b>{words.number(counts[at] ?? 0)}</b>
          </span>
          <span class="tile-name">{words.verdict[verdict]}</span>
          <small>{words.verdictAbout[verdict]}</small>
        </button>
      ))}
    </div>
  );
};
