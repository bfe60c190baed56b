import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { ChartTable } from './chart-table.tsx';

/** One line: `values` by year, null where there is no figure. */
export type ChartSeries = { name: string; values: ReadonlyMap<number, number | null> };

type Props = {
  title: string;
  asTable: string;
  yearHead: string;
  /** One or two; the second is drawn dashed, with hollow points. */
  series: readonly ChartSeries[];
  /** A value in words: `22.2%`. */
  shown: (value: number | null) => string;
};

const size = { width: 240, height: 96 };
/** More years than this stand beside one another in two digits only. */
const mostInFull = 6;
const margin = { top: 20, right: 22, bottom: 20, left: 22 };

/** A figure over the years, small. A year without a figure is a gap, never a zero. */
export const YearLines = ({ title, asTable, yearHead, series, shown }: Props) => {
  const years = [...new Set(series.flatMap(({ values }) => [...values.keys()]))].sort((a, b) => a - b);
  const values = series.flatMap((one) => [...one.values.values()].filter((value) => value !== null));
  const [first = 0, last = 0] = [years[0], years.at(-1)];
  const x = scaleLinear(first === last ? [first - 1, last + 1] : [first, last], [
    margin.left,
    size.width - margin.right,
  ]);
  // From zero, so that a height can be compared with another.
  const y = scaleLinear(
    [Math.min(0, ...values), Math.max(1e-9, ...values)],
    [size.height - margin.bottom, margin.top],
  );
  const path = line<[number, number | null]>()
    .defined(([, value]) => value !== null)
    .x(([year]) => x(year))
    .y(([, value]) => y(value ?? 0));
  const span = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  return (
    <figure class="chart years">
      <figcaption>
        {title}
        {series.length > 1 && (
          <span class="series-names">
            {series.map(({ name }, at) => (
              <span key={name}>
                <svg viewBox="0 0 24 8" class={`series at-${at}`} aria-hidden="true">
                  <path d="M0 4h24" />
                </svg>
                {name}
              </span>
            ))}
          </span>
        )}
      </figcaption>
      {values.length > 0 && (
        <svg viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true" focusable="false">
          <path class="axis" d={`M${margin.left} ${y(0)}H${size.width - margin.right}`} />
          {series.map(({ name, values: own }, at) => {
            const points = span.map((year): [number, number | null] => [year, own.get(year) ?? null]);
            return (
              <g key={name} class={`series at-${at}`}>
                <path d={path(points) ?? ''} />
                {points.map(([year, value]) =>
                  value === null ? null : <circle key={year} cx={x(year)} cy={y(value)} r="3" />,
                )}
                {series.length === 1 &&
                  points.map(([year, value]) =>
                    value === null || (span.length > 6 && year !== first && year !== last) ? null : (
                      <text key={year} x={x(year)} y={y(value) - 7}>
                        {shown(value)}
                      </text>
                    ),
                  )}
              </g>
            );
          })}
          {span.map((year) => (
            <text key={year} class="year" x={x(year)} y={size.height - 5}>
              {span.length <= mostInFull ? year : `’${String(year % 100).padStart(2, '0')}`}
            </text>
          ))}
        </svg>
      )}
      <ChartTable
        summary={asTable}
        caption={title}
        heads={[yearHead, ...series.map(({ name }) => name)]}
        rows={years.map((year) => [
          String(year),
          ...series.map(({ values: own }) => shown(own.get(year) ?? null)),
        ])}
      />
    </figure>
  );
};
