import { useId } from 'preact/hooks';
import { keyFigures, outcomesOf, overviewOf } from '../../parser/check/key-figures.ts';
import type { Extraction } from '../../parser/extraction.ts';
import { printed } from '../../parser/messages/figure.ts';
import { nameIn } from '../../parser/messages/overview-words.ts';
import type { Language } from '../../parser/messages/words.ts';
import { wordsIn } from '../../parser/messages/words-in.ts';
import { panelWordsIn } from '../words-in.ts';
import { ChartTable } from './chart-table.tsx';

type Props = { extraction: Extraction; title: string; asTable: string; language: Language };

const size = { width: 640, height: 44 };

/**
 * The outcomes of the year as one bar. Each part has a colour and a texture of its own, and the legend gives its number;
 * the same stands in a table. Nothing is drawn where a part is negative or nothing was decided.
 */
export const OutcomeBar = ({ extraction, title, asTable, language }: Props) => {
  const { ui } = wordsIn(language);
  const prefix = useId();
  const outcomes = outcomesOf(extraction).map(({ name, count }, at) => ({
    name: nameIn(name, language),
    count,
    kind: `part-${at}`,
  }));
  const total = outcomes.reduce((sum, { count }) => sum + (count ?? 0), 0);
  const drawn = total > 0 && outcomes.every(({ count }) => (count ?? 0) >= 0);
  if (outcomes.every(({ count }) => count === null)) return null;
  const whole = overviewOf(extraction)?.rate?.whole;
  const printedTotal = whole === undefined ? null : (keyFigures(extraction)[whole] ?? null);
  // Worked out here: the library that draws the years would make the panel a third larger.
  const x = (count: number): number => (count / total) * size.width;
  let sum = 0;
  const parts = outcomes.map(({ kind, count }) => {
    const from = sum;
    sum += count ?? 0;
    return { kind, from, to: sum };
  });
  const share = (count: number | null): string =>
    count === null || !drawn ? ui.noFigure : `${((count * 100) / total).toFixed(1)}%`;
  const shown = (count: number | null): string => (count === null ? ui.noFigure : printed(count));
  return (
    <figure class="chart">
      <figcaption>{title}</figcaption>
      {drawn && (
        <svg
          class="outcome-bar"
          viewBox={`0 0 ${size.width} ${size.height}`}
          preserveAspectRatio="none"
          aria-hidden="true"
          focusable="false"
        >
          <Textures prefix={prefix} />
          {parts.map(({ kind, from, to }) =>
            from === to ? null : (
              <g key={kind} class={`outcome ${kind}`}>
                <rect x={x(from)} width={x(to) - x(from)} height={size.height} />
                <rect
                  x={x(from)}
                  width={x(to) - x(from)}
                  height={size.height}
                  style={{ fill: `url("#${prefix}-${kind}")` }}
                />
              </g>
            ),
          )}
        </svg>
      )}
      <ul class="legend" aria-hidden="true">
        {outcomes.map(({ kind, name, count }) => (
          <li key={kind} class={count === 0 || count === null ? 'nothing' : ''}>
            <svg viewBox="0 0 14 14" aria-hidden="true" class={`outcome ${kind}`}>
              <rect width="14" height="14" />
              <rect width="14" height="14" style={{ fill: `url("#${prefix}-${kind}")` }} />
            </svg>
            {name} <b>{shown(count)}</b> {drawn && count !== 0 && <small>{share(count)}</small>}
          </li>
        ))}
      </ul>
      {drawn && printedTotal !== null && printedTotal !== total && (
        <p class="hint">{panelWordsIn(language).partsDiffer(printed(total), printed(printedTotal))}</p>
      )}
      <ChartTable
        summary={asTable}
        caption={title}
        heads={[title, language === 'zh-CN' ? '件数' : 'Requests', language === 'zh-CN' ? '占比' : 'Share']}
        rows={outcomes.map(({ name, count }) => [name, shown(count), share(count)])}
      />
    </figure>
  );
};

/** One texture for each part: none, rising lines, falling lines, dots, bars, crosses. */
const strokes = [
  '',
  'M-2 2l4-4M0 8l8-8M6 10l4-4',
  'M-2 6l4 4M0 0l8 8M6-2l4 4',
  'M2 2v.01M6 6v.01',
  'M0 2h8M0 6h8',
  'M2 0v8M6 0v8',
];

const Textures = ({ prefix }: { prefix: string }) => (
  <defs>
    {strokes.map((stroke, at) => (
      <pattern key={stroke} id={`${prefix}-part-${at}`} width="8" height="8" patternUnits="userSpaceOnUse">
        <path class="texture" d={stroke} />
      </pattern>
    ))}
  </defs>
);
