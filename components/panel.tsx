import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Check, Extraction } from '../parser/extraction.ts';
import { type Language, wordsIn } from '../parser/messages/words.ts';
import { cellsOf, type EquationCell, fileNameOf, type Shown } from './cells.ts';
import { Chip } from './chip.tsx';
import { ReportTitle, ReportView } from './report-view.tsx';
import { tallyOf } from './tally.ts';
import { panelWordsIn } from './words.ts';

/** All that was read in one frame of the page, and its tidy CSV. */
export type FrameReading = { frame: number; extractions: readonly Extraction[]; csv: string };

export type PanelProps = {
  /** At least one. */
  readings: readonly FrameReading[];
  language: Language;
  /** Counts up each time the toolbar's button asks for the panel. */
  summoned?: number;
  /** Marks cells on the page, in place of those marked before. */
  onShow: (frame: number, cells: EquationCell[]) => Promise<Shown>;
  /** Removes every mark. */
  onClear: () => void;
  onDownload: (name: string, csv: string) => void;
  /** Answers whether the clipboard took it. */
  onCopy: (csv: string) => Promise<boolean>;
};

/** A chip at the edge of the page, and the panel that it opens. */
export const Panel = (props: PanelProps) => {
  const { readings, language, summoned = 0, onShow, onClear, onDownload, onCopy } = props;
  const words = panelWordsIn(language);
  const [open, setOpen] = useState(false);
  const [side, setSide] = useState<Side>('right');
  const [chosen, setChosen] = useState(0);
  const [shown, setShown] = useState<string | null>(null);
  const [notice, setNotice] = useState('');
  const chip = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(false);

  const reports = readings.flatMap(({ frame, csv, extractions }) =>
    extractions.map((extraction) => ({ frame, csv, extraction })),
  );
  const report = reports[chosen] ?? reports[0];
  const tally = tallyOf(reports.map(({ extraction }) => extraction));
  const verdict = words.chip(tally);

  // A live region speaks only of what changes in it: so the verdict comes after the region.
  useEffect(() => setNotice(verdict), [verdict]);
  useEffect(() => {
    if (summoned > 0) setOpen(true);
  }, [summoned]);
  // Focus goes in with the panel and back to the chip.
  useLayoutEffect(() => {
    if (open) panel.current?.querySelector('h2')?.focus();
    else if (wasOpen.current) chip.current?.focus();
    wasOpen.current = open;
  }, [open]);

  if (!report) return null;

  const clear = () => {
    setShown(null);
    onClear();
  };
  const close = () => {
    clear();
    setNotice('');
    setOpen(false);
  };
  const toggle = async (check: Check) => {
    if (shown === check.id) {
      clear();
      setNotice(words.cleared);
      return;
    }
    setShown(check.id);
    const { found, span } = await onShow(report.frame, cellsOf(check, report.extraction));
    const box = panel.current?.getBoundingClientRect();
    if (span && box) setSide((now) => sideBeside(span, box, now));
    setNotice(found > 0 ? words.marked(found) : words.notFound);
  };
  const download = () => {
    const name = fileNameOf(report.extraction);
    onDownload(name, report.csv);
    setNotice(words.downloaded(name));
  };
  const copy = async () => setNotice((await onCopy(report.csv)) ? words.copied : words.copyFailed);

  return (
    <div class={`gouji at-${side}`} lang={language}>
      {!open && <Chip tally={tally} language={language} button={chip} onOpen={() => setOpen(true)} />}
      {open && (
        <div
          ref={panel}
          class={shown === null ? 'panel' : 'panel marking'}
          role="dialog"
          aria-labelledby={titleId}
          onKeyDown={(event) => {
            if (event.key === 'Escape') close();
          }}
        >
          <header>
            <div class="bar">
              <span class="product">{wordsIn(language).ui.product}</span>
              <button
                type="button"
                class="icon mover"
                aria-label={side === 'right' ? words.toLeft : words.toRight}
                title={side === 'right' ? words.toLeft : words.toRight}
                onClick={() => setSide(side === 'right' ? 'left' : 'right')}
              >
                <svg viewBox="0 0 24 24" aria-hidden="true">
                  <path d={side === 'right' ? 'M14 6l-6 6 6 6M19 5v14' : 'M10 6l6 6-6 6M5 5v14'} />
                </svg>
              </button>
              <button
                type="button"
                class="icon"
                aria-label={words.close}
                title={`${words.close}（Esc）`}
                onClick={close}
              >
                <svg viewBox="0 0 24 24" aria-hidden="true">
                  <path d="M6 6l12 12M18 6L6 18" />
                </svg>
              </button>
            </div>
            <ReportTitle extraction={report.extraction} language={language} id={titleId} />
          </header>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <section class="body" tabIndex={0} aria-labelledby={titleId}>
            {reports.length > 1 && (
              <ReportList
                reports={reports.map(({ extraction }) => extraction)}
                chosen={reports.indexOf(report)}
                language={language}
                onChoose={(index) => {
                  clear();
                  setChosen(index);
                }}
              />
            )}
            <ReportView extraction={report.extraction} language={language} shown={shown} onToggle={toggle} />
          </section>
          <footer>
            <p class="notice" aria-hidden="true">
              {notice === verdict || notice === '' ? words.local : notice}
            </p>
            <div class="exports">
              <button type="button" class="primary" onClick={download}>
                {words.download}
              </button>
              <button type="button" onClick={copy}>
                {words.copy}
              </button>
            </div>
          </footer>
        </div>
      )}
      <div class="unseen" role="status">
        {notice}
      </div>
    </div>
  );
};

type Side = 'left' | 'right';

/** The side of the window on which the panel hides less of the marked cells; the side where it is, if there is no difference. */
const sideBeside = (span: { left: number; right: number }, box: DOMRect, now: Side): Side => {
  const margin = now === 'right' ? innerWidth - box.right : box.left;
  const hidden = {
    left: Math.max(0, margin + box.width - span.left),
    right: Math.max(0, span.right - (innerWidth - margin - box.width)),
  };
  const other: Side = now === 'right' ? 'left' : 'right';
  return hidden[other] < hidden[now] ? other : now;
};

// Unique in its shadow root, and there is only one panel in it.
const titleId = 'gouji-title';

type ListProps = {
  reports: readonly Extraction[];
  chosen: number;
  language: Language;
  onChoose: (index: number) => void;
};

const ReportList = ({ reports, chosen, language, onChoose }: ListProps) => {
  const words = panelWordsIn(language);
  const { ui } = wordsIn(language);
  return (
    <section class="reports" aria-label={words.reports(reports.length)}>
      <p>{words.reports(reports.length)}</p>
      <ul>
        {reports.map((extraction, index) => (
          <li key={`${extraction.source.url} ${index}`}>
            <button type="button" aria-pressed={index === chosen} onClick={() => onChoose(index)}>
              <span>
                {extraction.authority?.value ?? ui.unknown}
                {extraction.year && ` ${ui.yearValue(extraction.year.value)}`}
              </span>
              <small>{words.chip(tallyOf([extraction]))}</small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};
