import type { KeyFigures } from '../../parser/check/key-figures.ts';
import { printed } from '../../parser/messages/figure.ts';
import { type Language, wordsIn } from '../../parser/messages/words.ts';
import { type Series, YearLines } from '../charts/year-lines.tsx';
import { panelWordsIn } from '../words.ts';
import type { ShelfRow } from './row.ts';
import { shelfWordsIn } from './words.ts';

type Body = { name: string; rows: readonly ShelfRow[] };

/** Requests, rate and reviews over the years that are kept, of one body or of two. One report is given for each year. */
export const Trend = ({ bodies, language }: { bodies: readonly Body[]; language: Language }) => {
  const words = shelfWordsIn(language);
  const { ui, keyFigure, rate } = wordsIn(language);
  const series = (value: (figures: KeyFigures) => number | null): Series[] =>
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
      <YearLines
        {...common}
        title={keyFigure.received}
        series={series(({ received }) => received)}
        shown={count}
      />
      <YearLines {...common} title={rate.label} series={series(grantedShare)} shown={percent} />
      <YearLines
        {...common}
        title={keyFigure.reviews}
        series={series(({ reviews }) => reviews)}
        shown={count}
      />
    </div>
  );
};

const grantedShare = ({ granted, processed }: KeyFigures): number | null =>
  granted === null || processed === null || processed <= 0 ? null : granted / processed;
