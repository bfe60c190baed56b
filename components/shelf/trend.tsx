import type { KeyFigures } from '../../parser/check/key-figures.ts';
import { formOf } from '../../parser/forms/registry.ts';
import { printed } from '../../parser/messages/figure.ts';
import { overviewWords } from '../../parser/messages/overview-words.ts';
import type { Language } from '../../parser/messages/words.ts';
import { wordsIn } from '../../parser/messages/words-in.ts';
import { type ChartSeries, YearLines } from '../charts/year-lines.tsx';
import { panelWordsIn } from '../words-in.ts';
import type { ShelfRow } from './row.ts';
import { shelfWordsIn } from './words-in.ts';

type BodyRows = { name: string; rows: readonly ShelfRow[] };

/**
 * The rate, and the first figure of each line of the summary, over the years that are kept, of one body or of two. One report is given for
 * each year; the form of the latest that has such figures says which.
 */
export const Trend = ({ bodies, language }: { bodies: readonly BodyRows[]; language: Language }) => {
  const words = shelfWordsIn(language);
  const { ui } = wordsIn(language);
  const overview = bodies
    .flatMap(({ rows }) => rows)
    .toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0))
    .map(({ form }) => (form === null ? null : (formOf(form)?.overview ?? null)))
    .findLast((one) => one !== null);
  if (!overview) return null;
  const { lines, rate, figure } = overviewWords(overview, language);
  const series = (value: (figures: KeyFigures) => number | null): ChartSeries[] =>
    bodies.map(({ name, rows }) => ({
      name,
      values: new Map(rows.flatMap(({ year, figures }) => (year === null ? [] : [[year, value(figures)]]))),
    }));
  const count = (value: number | null): string => (value === null ? ui.noFigure : printed(value));
  const percent = (value: number | null): string =>
    value === null ? ui.noFigure : `${(value * 100).toFixed(1)}%`;
  const common = { asTable: panelWordsIn(language).asTable, yearHead: words.year };
  return (
    <div class="trend">
      {lines.map((line) => {
        if (line === 'rate')
          return (
            rate && (
              <YearLines
                key={line}
                {...common}
                title={rate.label}
                series={series(rate.share)}
                shown={percent}
              />
            )
          );
        const id = line.figures[0] ?? '';
        return (
          <YearLines
            key={id}
            {...common}
            title={figure(id)}
            series={series((figures) => figures[id] ?? null)}
            shown={count}
          />
        );
      })}
    </div>
  );
};
