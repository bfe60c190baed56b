import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ProseFinding } from '../parser/check/prose-findings.ts';
import type { Check, Extraction } from '../parser/extraction.ts';
import { wordsIn } from '../parser/messages/words.ts';
import type { Slot } from '../parser/source/blocks.ts';
import { Absence, type Nearby } from './absence.tsx';
import type { PanelActions, ReportPlace } from './actions.ts';
import { type Around, notLooked } from './around.ts';
import { AttachmentList } from './attachment-list.tsx';
import { attachmentWordsIn } from './attachment-words.ts';
import { type Attachment, type AttachmentOutcome, withReport } from './attachments.ts';
import { Bar } from './bar.tsx';
import { cellsAt, cellsOf, changedCells, fileNameOf, type Shown } from './cells.ts';
import { Chip } from './chip.tsx';
import { Conclusion } from './conclusion.tsx';
import type { DismissalReason, Dismissals } from './dismissal.ts';
import { Keep } from './keep.tsx';
import { PanelResizer } from './panel-resizer.tsx';
import { ProseView } from './prose-view.tsx';
import { ReportList } from './report-list.tsx';
import { ReportTitle } from './report-title.tsx';
import { languageOf, otherLanguage, type PanelSettings, type Side } from './settings.ts';
import type { Statement } from './statements.ts';
import { TablesView } from './tables-view.tsx';
import { Tabs } from './tabs.tsx';
import { tallyOf } from './tally.ts';
import { panelWordsIn } from './words.ts';

/** All that was read in one frame of the page, or in an attachment of it, its tidy CSV, and what else is there. */
export type FrameReading = {
  frame: number;
  attachment: string | null;
  extractions: readonly Extraction[];
  /** For each extraction what its text says of itself, and what the shelf holds around it; neither where that is not known yet. */
  findings?: readonly (readonly ProseFinding[])[];
  around?: readonly Around[];
  csv: string;
  nearby: Nearby;
};

export type PanelProps = {
  /** At least one. */
  readings: readonly FrameReading[];
  settings: PanelSettings;
  dismissals: Dismissals;
  /** The language that the browser names first. */
  browserLanguage: string;
  /** Counts up each time the toolbar's button or the shortcut asks for the panel: opens it, or closes it. */
  summoned?: number;
  /** The cell that was clicked in the page last; `count` tells two clicks on one cell apart. */
  picked?: { frame: number; slot: Slot; count: number } | null;
  actions: PanelActions;
};

type View = 'conclusion' | 'data' | 'prose';

/** A chip at the edge of the page, and the panel that it opens. */
export const Panel = (props: PanelProps) => {
  const { readings, settings, dismissals, summoned = 0, picked = null, actions } = props;
  const language = languageOf(settings.language, props.browserLanguage);
  const words = panelWordsIn(language);
  const ofFiles = attachmentWordsIn(language);
  const judgement = { dismissals, quiet: settings.quiet };
  const [open, setOpen] = useState(false);
  const [view, setView] = useState<View>('conclusion');
  // Where the panel stands for the moment: beside the cells it marks, whatever side the person has chosen.
  const [yielding, setYielding] = useState<Side | null>(null);
  // While the edge is dragged.
  const [size, setSize] = useState<number | null>(null);
  const [chosen, setChosen] = useState<ReportPlace | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const [cell, setCell] = useState<string | null>(null);
  const [notice, setNotice] = useState('');
  const chip = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(false);
  const before = useRef<HTMLElement | null>(null);
  const answered = useRef(0);

  const reports = withReport(
    readings.flatMap(({ extractions, findings, around, ...reading }) =>
      extractions.map((extraction, report) => ({
        ...reading,
        report,
        extraction,
        findings: findings?.[report] ?? [],
        ...(around?.[report] ?? notLooked),
      })),
    ),
  );
  const report = reports.find((one) => chosen !== null && isAt(one, chosen)) ?? reports[0];
  const tally = tallyOf(reports, judgement);
  const verdict = words.chip(tally);
  const side = yielding ?? settings.side;
  // Of an attachment nothing stands on the page.
  const onPage = report?.attachment === null;
  const follows = open && view === 'data' && onPage;

  // A live region speaks only of what changes in it: so the verdict comes after the region.
  useEffect(() => setNotice(verdict), [verdict]);
  useEffect(() => {
    if (summoned === answered.current) return;
    answered.current = summoned;
    if (open) close();
    else enter(true);
  }, [summoned]);
  // Focus goes in with the panel, and back to where it was.
  useLayoutEffect(() => {
    if (open) panel.current?.querySelector('h2')?.focus();
    else if (wasOpen.current) {
      if (before.current?.isConnected) before.current.focus();
      else chip.current?.focus();
      before.current = null;
    }
    wasOpen.current = open;
  }, [open]);
  // Clicks in the page are followed only while the tables are on show.
  useEffect(() => {
    if (!follows || !report) return;
    actions.follow(
      report.frame,
      report.extraction.facts.map(({ slot }) => slot),
    );
    return () => actions.follow(report.frame, []);
  }, [follows, report?.frame, report?.extraction]);
  useEffect(() => {
    if (!picked || !follows || picked.frame !== report?.frame) return;
    const { table, row, column } = picked.slot;
    const fact = report.extraction.facts.find(
      ({ slot }) => slot.table === table && slot.row === row && slot.column === column,
    );
    if (fact) look(fact.ref);
  }, [picked?.count]);

  if (!report) return null;
  const { frame, attachment, extraction, nearby } = report;
  const place: ReportPlace = { frame, attachment, report: report.report };
  const recognised = extraction.form !== null;

  const enter = (fromPage: boolean) => {
    const { activeElement } = document;
    before.current =
      fromPage && activeElement instanceof HTMLElement && activeElement !== document.body
        ? activeElement
        : null;
    setOpen(true);
  };
  const clear = () => {
    setShown(null);
    setCell(null);
    setYielding(null);
    actions.clear();
  };
  const close = () => {
    clear();
    setNotice('');
    setOpen(false);
  };
  /** Uncovers what is marked. */
  const makeWay = (span: Shown['span']) => {
    const box = panel.current?.getBoundingClientRect();
    if (span && box) setYielding(sideBeside(span, box, side));
  };
  /** Marks something on the page, or takes the marks away where it is marked already. */
  const toggle = async (key: string, mark: () => Promise<Shown>, quote = false) => {
    if (shown === key) {
      clear();
      return setNotice(words.cleared);
    }
    setShown(key);
    if (!onPage) return setNotice(ofFiles.noMarks);
    const { found, span } = await mark();
    makeWay(span);
    setNotice(found === 0 ? words.notFound : quote ? words.markedText : words.marked(found));
  };
  const toggleCheck = (check: Check) =>
    toggle(check.id, () => actions.show(frame, cellsOf(check, extraction)));
  const toggleStatement = (statement: Statement) =>
    toggle(statement.shownAs, () => actions.showQuote(frame, statement.place), true);
  const dismiss = (key: string, reason: DismissalReason) => {
    clear();
    actions.dismiss(key, reason);
    setNotice(words.dismissed);
  };
  /** Looks at one cell of the tables, and marks it on the page. */
  const look = async (ref: string) => {
    setCell(ref);
    setShown(null);
    const about = wordsIn(language).about(extraction);
    if (!onPage) return setNotice(`${about.cell(ref)}：${ofFiles.noMarks}`);
    const { found, span } = await actions.show(frame, cellsAt([ref], extraction));
    makeWay(span);
    setNotice(found > 0 ? `${about.cell(ref)}：${words.marked(found)}` : words.notFound);
  };
  const save = (name: string, text: string) => {
    actions.save(name, text);
    setNotice(words.downloaded(name));
  };
  const copy = async (text: string) =>
    setNotice((await actions.copy(text)) ? words.copied : words.copyFailed);
  const saveFindings = async () => {
    const text = await actions.findings(place, language);
    if (text !== null) save(fileNameOf(extraction, 'findings.csv'), text);
  };
  const keep = async () => setNotice(words.keepAnswer[await actions.keep(place)]);

  const readAttachment = async (file: Attachment): Promise<AttachmentOutcome> => {
    setNotice(ofFiles.reading);
    const outcome = await actions.readAttachment(frame, file.url);
    setNotice(outcome.kind === 'read' ? ofFiles.done : ofFiles.none);
    if (outcome.kind !== 'read') return outcome;
    clear();
    setChosen({ frame, attachment: file.url, report: 0 });
    setView('conclusion');
    panel.current?.querySelector('h2')?.focus();
    return outcome;
  };
  const from = nearby.files.find(({ url }) => url === attachment)?.name ?? attachment;

  return (
    <div
      class={`gouji at-${side}`}
      lang={language}
      style={{ '--width': `${size ?? settings.width}px`, '--height': `${size ?? settings.height}vh` }}
    >
      {!open && <Chip tally={tally} language={language} button={chip} onOpen={() => enter(false)} />}
      {open && (
        <div
          ref={panel}
          class={onPage && (shown !== null || cell !== null) ? 'panel marking' : 'panel'}
          role="dialog"
          aria-labelledby={titleId}
          onKeyDown={(event) => {
            if (event.key === 'Escape') close();
          }}
        >
          <PanelResizer
            side={side}
            settings={settings}
            label={words.resize}
            onSize={(name, value, done) => {
              setSize(done ? null : value);
              if (done) actions.set({ [name]: value });
            }}
          />
          <header>
            <Bar
              side={side}
              language={language}
              onSide={(to) => {
                setYielding(null);
                actions.set({ side: to });
              }}
              onLanguage={() => actions.set({ language: otherLanguage(language) })}
              onPage={actions.openPage}
              onClose={close}
            />
            <ReportTitle extraction={extraction} language={language} id={titleId} />
            {from !== null && <p class="read-from">{ofFiles.from(from)}</p>}
          </header>
          {reports.length > 1 && (
            <ReportList
              reports={reports}
              chosen={reports.indexOf(report)}
              language={language}
              judgement={judgement}
              onChoose={(index) => {
                clear();
                setChosen(reports[index] ?? null);
              }}
            />
          )}
          {recognised ? (
            <Tabs<View>
              label={words.views}
              chosen={view}
              onChoose={(next) => {
                clear();
                setNotice('');
                setView(next);
              }}
              tabs={[
                {
                  name: 'conclusion',
                  label: words.view.conclusion,
                  count: tally.violated + tally.overYears,
                  children: () => (
                    <Conclusion
                      report={report}
                      language={language}
                      reader={settings.reader}
                      judgement={judgement}
                      shown={shown}
                      onToggle={toggleCheck}
                      onGuess={(key, alternative) =>
                        toggle(key, () => actions.show(frame, changedCells(alternative, extraction)))
                      }
                      onStatement={toggleStatement}
                      onDismiss={dismiss}
                      onRecall={actions.recall}
                      onReader={(reader) => actions.set({ reader })}
                      onCopyLetter={copy}
                      onProse={() => setView('prose')}
                    />
                  ),
                },
                {
                  name: 'data',
                  label: words.view.data,
                  children: () => (
                    <TablesView
                      extraction={extraction}
                      language={language}
                      judgement={judgement}
                      picked={cell}
                      onPick={look}
                    />
                  ),
                },
                {
                  name: 'prose',
                  label: words.view.prose,
                  count: tally.contradicted,
                  children: () => (
                    <ProseView
                      extraction={extraction}
                      findings={report.findings}
                      language={language}
                      reader={settings.reader}
                      judgement={judgement}
                      shown={shown}
                      onStatement={toggleStatement}
                      onDismiss={dismiss}
                      onRecall={actions.recall}
                    />
                  ),
                },
              ]}
            />
          ) : (
            <section class="body" aria-labelledby={titleId}>
              <Absence extraction={extraction} nearby={nearby} language={language} onRead={readAttachment} />
            </section>
          )}
          {recognised && nearby.files.length > 0 && !nearby.isFile && (
            <details class="attachments">
              <summary>{ofFiles.ofPage(nearby.files.length)}</summary>
              <AttachmentList
                files={nearby.files}
                atOnce={false}
                language={language}
                onRead={readAttachment}
              />
              <p class="hint">{ofFiles.hint}</p>
            </details>
          )}
          <footer>
            <p class="notice" aria-hidden="true">
              {notice === verdict || notice === '' ? words.local : notice}
            </p>
            {recognised && (
              <div class="exports">
                <button
                  type="button"
                  class="primary"
                  onClick={() => save(fileNameOf(extraction), report.csv)}
                >
                  {words.download}
                </button>
                <button type="button" onClick={() => copy(report.csv)}>
                  {words.copy}
                </button>
                <button type="button" title={words.findingsTitle} onClick={saveFindings}>
                  {words.downloadFindings}
                </button>
                <Keep state={report.kept} language={language} onKeep={keep} />
              </div>
            )}
          </footer>
        </div>
      )}
      <div class="unseen" role="status">
        {notice}
      </div>
    </div>
  );
};

/** The side of the window on which the panel hides less of what is marked; the side where it is, if there is no difference. */
const sideBeside = (span: { left: number; right: number }, box: DOMRect, now: Side): Side => {
  const margin = now === 'right' ? innerWidth - box.right : box.left;
  const hidden = {
    left: Math.max(0, margin + box.width - span.left),
    right: Math.max(0, span.right - (innerWidth - margin - box.width)),
  };
  const other: Side = now === 'right' ? 'left' : 'right';
  return hidden[other] < hidden[now] ? other : now;
};

const isAt = (one: ReportPlace, other: ReportPlace): boolean =>
  one.frame === other.frame && one.attachment === other.attachment && one.report === other.report;

// Unique in its shadow root, and there is only one panel in it.
const titleId = 'gouji-title';
