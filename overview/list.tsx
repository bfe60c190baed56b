import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useMedia } from '../components/media.ts';
import { useVirtualLines } from '../components/shelf/virtual.ts';
import { Sign } from '../components/sign.tsx';
import type { FindingKind, ReportRow } from './entry.ts';
import { type ReportOrder, type SortKey, sortable } from './listing.ts';
import type { PageLanguage, PageWords } from './words.ts';

type Props = {
  rows: readonly ReportRow[];
  /** Places of the rows to list, in order. */
  chosen: Uint32Array;
  order: ReportOrder;
  kinds: Readonly<Record<string, FindingKind>>;
  language: PageLanguage;
  words: PageWords;
  onOrder: (order: ReportOrder) => void;
  onOpen: (place: number) => void;
};

/** CSS pixels, as the style sheet has them. */
const heights = { wide: 52, narrow: 112 };
const narrowWidth = '(max-width: 760px)';

/** Numbers are looked through from the largest, names and verdicts from the first. */
const downAtFirst = (by: SortKey): boolean => by !== 'authority' && by !== 'verdict';

/** The reports as a table of which only the lines in view exist. */
export const List = ({ rows, chosen, order, kinds, language, words, onOrder, onOpen }: Props) => {
  const scroller = useRef<HTMLDivElement>(null);
  const narrow = useMedia(narrowWidth);
  const size = narrow ? heights.narrow : heights.wide;
  const sizeOf = useCallback(() => size, [size]);
  const { items, height, scrollTo } = useVirtualLines(chosen.length, scroller, sizeOf);
  /** The one line that Tab reaches; arrow keys move it. */
  const [active, redraw] = useState(0);
  const moved = useRef(false);
  /** The same at once: a key held down comes again before the list is drawn. */
  const current = useRef(0);
  const setActive = (place: number): void => {
    current.current = place;
    redraw(place);
  };
  /** Width of the scroll bar, which the headings do not have. */
  const [gutter, setGutter] = useState(0);
  useLayoutEffect(() => {
    const { offsetWidth = 0, clientWidth = 0 } = scroller.current ?? {};
    setGutter(offsetWidth - clientWidth);
  });
  useEffect(() => {
    current.current = 0;
    redraw(0);
    scroller.current?.scrollTo(0, 0);
  }, [chosen]);
  // The line may not exist until the list has been scrolled to it.
  useEffect(() => {
    if (!moved.current) return;
    const line = scroller.current?.querySelector<HTMLElement>(`[data-place="${current.current}"]`);
    if (!line) return;
    moved.current = false;
    line.focus({ preventScroll: true });
  });
  const move = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? size) / size) - 1);
    const to: Record<string, number> = {
      ArrowDown: current.current + 1,
      ArrowUp: current.current - 1,
      PageDown: current.current + page,
      PageUp: current.current - page,
      Home: 0,
      End: chosen.length - 1,
    };
    const asked = to[event.key];
    if (asked === undefined || chosen.length === 0) return;
    event.preventDefault();
    const place = Math.min(chosen.length - 1, Math.max(0, asked));
    moved.current = true;
    setActive(place);
    scrollTo(place);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot leave out the lines that are not in view
    <div class="list" role="table" aria-label={words.list} aria-rowcount={chosen.length + 1}>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: a row is no control */}
      <div class="line heads" role="row" aria-rowindex={1} style={{ paddingRight: `${14 + gutter}px` }}>
        {sortable.map((by) => (
          <Cell
            key={by}
            name={by}
            head
            sort={order.by === by ? (order.down ? 'descending' : 'ascending') : 'none'}
          >
            <button
              type="button"
              title={words.sorted(words.column[by], order.by === by ? order.down : downAtFirst(by))}
              onClick={() => onOrder({ by, down: order.by === by ? !order.down : downAtFirst(by) })}
            >
              {words.column[by]}
              <span aria-hidden="true">{order.by === by ? (order.down ? '▼' : '▲') : ''}</span>
            </button>
          </Cell>
        ))}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div
        ref={scroller}
        class="lines"
        role="rowgroup"
        style={{ height: `min(72vh, ${Math.max(1, chosen.length) * size + 2}px)` }}
        onKeyDown={move}
      >
        {chosen.length === 0 && <p class="nothing">{words.nothing}</p>}
        <div class="room" role="presentation" style={{ height: `${height}px` }}>
          {items.map(({ index, start }) => {
            const row = rows[chosen[index] ?? -1];
            return row ? (
              <Line
                key={chosen[index]}
                row={row}
                place={index}
                top={start}
                height={size}
                reachable={index === active}
                kinds={kinds}
                language={language}
                words={words}
                onOpen={() => {
                  setActive(index);
                  onOpen(index);
                }}
              />
            ) : null;
          })}
        </div>
      </div>
    </div>
  );
};

type LineProps = Pick<Props, 'kinds' | 'language' | 'words'> & {
  row: ReportRow;
  place: number;
  top: number;
  height: number;
  reachable: boolean;
  onOpen: () => void;
};

const Line = ({ row, place, top, height, reachable, kinds, language, words, onOpen }: LineProps) => {
  const { authority, year, path, verdict, counts, coverage, received } = row;
  const findings = counts.violated;
  const kindNames = row.kinds
    .map((kind) => kinds[kind]?.name[language] ?? kind)
    .join(language === 'zh' ? '；' : '; ');
  return (
    // biome-ignore lint/a11y/useSemanticElements: as above
    // biome-ignore lint/a11y/useFocusableInteractive: its button is
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click anywhere on the line does what its button does
    <div
      class="line row"
      role="row"
      aria-rowindex={place + 2}
      style={{ height: `${height}px`, transform: `translateY(${top}px)` }}
      onClick={onOpen}
    >
      <Cell name="authority">
        <button type="button" data-place={place} tabIndex={reachable ? 0 : -1}>
          {authority ?? words.unknownAuthority}
        </button>
        <small title={path}>{path}</small>
      </Cell>
      <Cell name="year">{year ?? <span class="soft">{words.unknownYear}</span>}</Cell>
      <Cell name={`verdict is-${verdict}`}>
        <Sign verdict={verdict} />
        <span>
          <b>{words.verdict[verdict]}</b>
          <small title={kindNames}>{kindNames}</small>
        </span>
      </Cell>
      <Count name="violated" count={findings} words={words} />
      <Count name="unread" count={counts.unread} words={words} />
      <Cell name="coverage">
        <small class="narrow-only">{words.column.coverage} </small>
        {words.coverageValue(coverage.read, coverage.expected)}
      </Cell>
      <Cell name="received">
        <small class="narrow-only">{words.column.received} </small>
        {received === null ? words.noFigure : words.number(received)}
      </Cell>
    </div>
  );
};

const Count = ({ name, count, words }: { name: 'violated' | 'unread'; count: number; words: PageWords }) => (
  <Cell name={`${name}${count > 0 ? ' some' : ''}`}>
    <small class="narrow-only">{words.column[name]} </small>
    {words.number(count)}
  </Cell>
);

const Cell = ({ name, head, sort, children }: CellProps) => (
  <div class={`cell ${name}`} role={head ? 'columnheader' : 'cell'} {...(sort && { 'aria-sort': sort })}>
    {children}
  </div>
);

type CellProps = {
  name: string;
  head?: true;
  sort?: 'ascending' | 'descending' | 'none';
  children: preact.ComponentChildren;
};
