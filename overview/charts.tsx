import { useMemo } from 'preact/hooks';
import { ChartTable } from '../components/charts/chart-table.tsx';
import type { Outcome } from '../parser/findings/verdict.ts';
import { type ReportRow, verdicts } from './entry.ts';
import { coverageSteps, type ReportFilter, tallyByCoverage, tallyByYear } from './listing.ts';
import type { PageWords } from './words.ts';

type Props = {
  rows: readonly ReportRow[];
  filter: ReportFilter;
  words: PageWords;
  onFilter: (part: Partial<ReportFilter>) => void;
};

/** Two charts over all reports: verdicts year by year, and how much was read. Their numbers stand in tables below. */
export const Charts = ({ rows, filter, words, onFilter }: Props) => (
  <section class="charts" aria-label={words.charts}>
    <Textures />
    <Years rows={rows} filter={filter} words={words} onFilter={onFilter} />
    <Coverage rows={rows} words={words} />
  </section>
);

type BarPart = { key: string; count: number };

const width = 600;

/** Parts of a bar side by side, each with a colour and a texture of its own. */
const Bar = ({ parts, most }: { parts: readonly BarPart[]; most: number }) => {
  const x = (count: number): number => (count * width) / Math.max(1, most);
  let start = 0;
  return (
    <svg viewBox={`0 0 ${width} 20`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {parts.map(({ key, count }) => {
        const from = start;
        start += count;
        return count === 0 ? null : (
          <g key={key} class={`part is-${key}`}>
            <rect x={x(from)} width={x(count)} height="20" />
            <rect x={x(from)} width={x(count)} height="20" class="texture" />
          </g>
        );
      })}
    </svg>
  );
};

const Legend = ({ items }: { items: readonly { key: string; name: string }[] }) => (
  <ul class="legend" aria-hidden="true">
    {items.map(({ key, name }) => (
      <li key={key}>
        <svg viewBox="0 0 14 14" class={`part is-${key}`} aria-hidden="true" focusable="false">
          <rect width="14" height="14" />
          <rect width="14" height="14" class="texture" />
        </svg>
        {name}
      </li>
    ))}
  </ul>
);

/** What tells the parts apart without colour. The style sheet fills with them by name. */
const Textures = () => (
  <svg width="0" height="0" class="textures" aria-hidden="true" focusable="false">
    <defs>
      {Object.entries(textures).map(([key, stroke]) => (
        <pattern key={key} id={`texture-${key}`} width="8" height="8" patternUnits="userSpaceOnUse">
          <path d={stroke} />
        </pattern>
      ))}
    </defs>
  </svg>
);

const textures: Record<Exclude<Outcome, 'holds'>, string> = {
  violated: 'M-2 2l4-4M0 8l8-8M6 10l4-4',
  open: 'M2 2v.01M6 6v.01',
  unread: 'M0 2h8M0 6h8',
};

const Years = ({ rows, filter, words, onFilter }: Props) => {
  const tallies = useMemo(() => tallyByYear(rows), [rows]);
  const totals = tallies.map(({ counts }) => verdicts.reduce((sum, verdict) => sum + counts[verdict], 0));
  const most = Math.max(...totals, 1);
  const nameOf = (year: number | 'unknown'): string =>
    year === 'unknown' ? words.unknownYear : String(year);
  return (
    <figure>
      <figcaption>
        {words.byYear}
        <small>{words.byYearAbout}</small>
      </figcaption>
      <Legend items={verdicts.map((verdict) => ({ key: verdict, name: words.verdict[verdict] }))} />
      <ul class="years">
        {tallies.map(({ year, counts }, at) => (
          <li key={year}>
            <button
              type="button"
              aria-pressed={filter.year === year}
              onClick={() => onFilter({ year: filter.year === year ? null : year })}
            >
              <span class="year-name">{nameOf(year)}</span>
              <span class="unseen">
                {verdicts
                  .map((verdict) => `${words.verdict[verdict]} ${words.number(counts[verdict])}`)
                  .join(', ')}
              </span>
              <Bar parts={verdicts.map((key) => ({ key, count: counts[key] }))} most={most} />
              <span class="year-total">{words.number(totals[at] ?? 0)}</span>
            </button>
          </li>
        ))}
      </ul>
      <ChartTable
        summary={words.asTable}
        caption={words.byYear}
        heads={[words.year, ...verdicts.map((verdict) => words.verdict[verdict]), words.reports]}
        rows={tallies.map(({ year, counts }, at) => [
          nameOf(year),
          ...verdicts.map((verdict) => words.number(counts[verdict])),
          words.number(totals[at] ?? 0),
        ])}
      />
    </figure>
  );
};

/** The steps borrow the colours of verdicts: all read is well, nothing recognised is nothing. */
const tones: Record<(typeof coverageSteps)[number], string> = {
  all: 'holds',
  most: 'fair',
  half: 'open',
  less: 'violated',
  nothing: 'unread',
};

const Coverage = ({ rows, words }: Pick<Props, 'rows' | 'words'>) => {
  const tally = useMemo(() => tallyByCoverage(rows), [rows]);
  const share = (count: number): string =>
    rows.length === 0 ? words.noFigure : `${((count * 100) / rows.length).toFixed(1)}%`;
  return (
    <figure>
      <figcaption>{words.coverage}</figcaption>
      <div class="coverage-bar">
        <Bar
          parts={coverageSteps.map((step) => ({ key: tones[step], count: tally[step] }))}
          most={rows.length}
        />
      </div>
      <dl class="steps">
        {coverageSteps.map((step) => (
          <div key={step}>
            <dt>
              <svg viewBox="0 0 14 14" class={`part is-${tones[step]}`} aria-hidden="true" focusable="false">
                <rect width="14" height="14" />
                <rect width="14" height="14" class="texture" />
              </svg>
              {words.coverageStep[step]}
            </dt>
            <dd>
              {words.number(tally[step])} <small>{share(tally[step])}</small>
            </dd>
          </div>
        ))}
      </dl>
    </figure>
  );
};
