import { useCallback, useMemo, useRef } from 'preact/hooks';
import { formOf } from '../../parser/forms/registry.ts';
import { printed } from '../../parser/messages/figure.ts';
import { overviewWords } from '../../parser/messages/overview-words.ts';
import type { Language } from '../../parser/messages/words.ts';
import { wordsIn } from '../../parser/messages/words-in.ts';
import { noteWordsIn } from '../words-in.ts';
import { addressOf } from './address.ts';
import { Badges } from './badges.tsx';
import { keptName } from './kept-name.ts';
import { firstWords, type ListEntry, type ListLine, linesOf, type ShelfOrder } from './listing.ts';
import { dayOf } from './moment.ts';
import { useVirtualLines } from './virtual.ts';
import { shelfWordsIn } from './words-in.ts';

type Props = {
  entries: readonly ListEntry[];
  order: ShelfOrder;
  language: Language;
  selection: ReadonlySet<string>;
  /** The window has room for one column only. */
  narrow: boolean;
  onSelect: (ids: readonly string[], chosen: boolean) => void;
};

/** In CSS pixels, as the style sheet has them. */
const heights = { group: 40, row: 56, narrow: 108, note: 18 };

/** The kept reports as a table of which only the lines in view exist. */
export const ShelfList = ({ entries, order, language, selection, narrow, onSelect }: Props) => {
  const words = shelfWordsIn(language);
  const scroller = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => linesOf(entries, order), [entries, order]);
  const sizeOf = useCallback(
    (index: number) => {
      const line = lines[index];
      if (line?.kind !== 'row') return heights.group;
      return (narrow ? heights.narrow : heights.row) + (line.row.note === undefined ? 0 : heights.note);
    },
    [lines, narrow],
  );
  const { items, height } = useVirtualLines(lines.length, scroller, sizeOf);
  const all = entries.length > 0 && entries.every(({ row }) => selection.has(row.id));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot leave out the lines that are not in view
    <div class={`list by-${order}`} role="table" aria-label={words.title} aria-rowcount={lines.length + 1}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div ref={scroller} class="lines" role="rowgroup" tabIndex={0} aria-label={words.title}>
        {/* biome-ignore lint/a11y/useSemanticElements: as above */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: a row is no control */}
        <div class="line heads" role="row" aria-rowindex={1}>
          <Cell head name="pick">
            <input
              type="checkbox"
              aria-label={words.selectAll}
              title={words.selectAll}
              checked={all}
              onChange={(event) =>
                onSelect(
                  entries.map(({ row }) => row.id),
                  event.currentTarget.checked,
                )
              }
            />
          </Cell>
          {(['report', 'verdict', 'received', 'rate', 'retrieved'] as const).map((name) => (
            <Cell key={name} head name={name}>
              {words.columns[name]}
            </Cell>
          ))}
        </div>
        <div class="room" role="presentation" style={{ height: `${height}px` }}>
          {items.map(({ index, start, size }) => {
            const line = lines[index];
            if (!line) return null;
            const place = { height: `${size}px`, transform: `translateY(${start}px)` };
            return line.kind === 'group' ? (
              <Group key={line.key} line={line} index={index} place={place} language={language} />
            ) : (
              <Row
                key={line.key}
                line={line}
                index={index}
                place={place}
                language={language}
                grouped={order === 'authority'}
                chosen={selection.has(line.row.id)}
                onSelect={onSelect}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
};

type LineProps<Kind extends ListLine['kind']> = {
  line: Extract<ListLine, { kind: Kind }>;
  index: number;
  place: { height: string; transform: string };
  language: Language;
};

const Group = ({ line, index, place, language }: LineProps<'group'>) => {
  const words = shelfWordsIn(language);
  return (
    // biome-ignore lint/a11y/useSemanticElements: as above
    // biome-ignore lint/a11y/useFocusableInteractive: as above
    <div class="line group" role="row" aria-rowindex={index + 2} style={place}>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
      <span role="rowheader" aria-colspan={6}>
        <b>{line.of === 'tables' ? words.tables : (line.authority ?? words.noAuthority)}</b>{' '}
        <small>{line.of === 'tables' ? words.pagesOf(line.count) : words.reportsOf(line.count)}</small>
      </span>
    </div>
  );
};

type RowProps = LineProps<'row'> & { grouped: boolean; chosen: boolean; onSelect: Props['onSelect'] };

const Row = ({ line, index, place, language, grouped, chosen, onSelect }: RowProps) => {
  const words = shelfWordsIn(language);
  const { ui } = wordsIn(language);
  const { row, version, versions } = line;
  const overview = row.form === null ? null : (formOf(row.form)?.overview ?? null);
  const shown = overview && overviewWords(overview, language);
  const name = keptName(row, language);
  const inGroup = grouped && row.kind === 'report';
  const older = version < versions;
  return (
    // biome-ignore lint/a11y/useSemanticElements: as above
    // biome-ignore lint/a11y/useFocusableInteractive: as above
    <div
      class={`line row${chosen ? ' chosen' : ''}${older ? ' older' : ''}`}
      role="row"
      aria-rowindex={index + 2}
      style={place}
    >
      <Cell name="pick">
        <input
          type="checkbox"
          aria-label={words.select(name)}
          checked={chosen}
          onChange={(event) => onSelect([row.id], event.currentTarget.checked)}
        />
      </Cell>
      <Cell name="report">
        <a href={addressOf({ view: 'report', id: row.id })}>
          <b>{inGroup ? (row.year === null ? words.noYear : ui.yearValue(row.year)) : name}</b>
          {inGroup && <span class="unseen"> {row.authority ?? words.noAuthority}</span>}
        </a>
        <small>
          {versions > 1 && <em>{words.version(version, versions)}</em>}
          <span title={row.place}>{(row.kind === 'report' && row.title) || row.place}</span>
        </small>
        {row.note !== undefined && (
          <small class="noted" title={row.note}>
            <span aria-hidden="true">✎ </span>
            <span class="unseen">{noteWordsIn(language).label} </span>
            {firstWords(row.note)}
          </small>
        )}
      </Cell>
      <Cell name="verdict">
        <Badges verdict={row.verdict} reasons={row.reasons} language={language} />
      </Cell>
      <Cell name="received">
        <small>{words.columns.received} </small>
        {row.figures.received == null ? ui.noFigure : printed(row.figures.received)}
      </Cell>
      <Cell name="rate">
        <small>{words.columns.rate} </small>
        {shown?.rate?.value(row.figures) ?? ui.noFigure}
      </Cell>
      <Cell name="retrieved">{dayOf(row.retrieved)}</Cell>
    </div>
  );
};

const Cell = ({
  name,
  head,
  children,
}: {
  name: string;
  head?: true;
  children: preact.ComponentChildren;
}) => (
  <div class={`cell ${name}`} role={head ? 'columnheader' : 'cell'}>
    {children}
  </div>
);
