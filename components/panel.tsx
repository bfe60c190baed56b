import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Check, Extraction } from '../parser/extraction.ts';
import type { DismissalReason, Dismissals } from '../parser/findings/judgement.ts';
import { isKeepable } from '../parser/findings/totals.ts';
import { gravest, reasonsOf, together, verdictOn } from '../parser/findings/verdict.ts';
import { headline } from '../parser/messages/headline.ts';
import { tallyOf } from '../parser/messages/relation-words.ts';
import { wordsIn } from '../parser/messages/words-in.ts';
import type { ProseFinding } from '../parser/prose/prose-findings.ts';
import type { Slot } from '../parser/source/blocks.ts';
import type { TableReading } from '../parser/tabulation.ts';
import type { PanelActions, ReportPlace } from './actions.ts';
import { AttachmentList } from './attachment-list.tsx';
import { attachmentWordsIn } from './attachment-words.ts';
import { type Attachment, type AttachmentOutcome, type LinkedReport, withReport } from './attachments.ts';
import { Bar } from './bar.tsx';
import { cellsAt, cellsOf, changedCells, fileNameOf, type MarkCell, type ShownCells } from './cells.ts';
import { Chip } from './chip.tsx';
import { Column } from './column.tsx';
import { isRead, useColumnRun } from './column-run.ts';
import { columnWordsIn } from './column-words.ts';
import { Conclusion, type Listed, listedIn } from './conclusion.tsx';
import { draftWordsIn } from './draft-words.ts';
import { Keep } from './keep.tsx';
import { useMedia } from './media.ts';
import { noteWordsIn } from './note-words.ts';
import { PanelResizer } from './panel-resizer.tsx';
import { ProseView } from './prose-view.tsx';
import { ReportList } from './report-list.tsx';
import { ReportTitle } from './report-title.tsx';
import {
  languageOf,
  otherLanguage,
  type PanelHome,
  type PanelSettings,
  type PanelView,
  type Side,
} from './settings.ts';
import { notLooked, type ShelfContext } from './shelf-context.ts';
import type { Passage, Statement } from './statements.ts';
import { Stepper, stepped } from './stepper.tsx';
import { TablesView } from './tables-view.tsx';
import { Tabs } from './tabs.tsx';
import { type TableClip, TotalsView } from './totals-view.tsx';
import { Absence, type Nearby } from './why-none.tsx';
import { panelWordsIn } from './words-in.ts';

/** All that was read in one frame of the page, or in an attachment of it, its tidy CSV, and what else is there. */
type FrameReading = {
  frame: number;
  attachment: string | null;
  extractions: readonly Extraction[];
  /** For each extraction what its text says of itself, and what the shelf holds around it; neither where that is not known yet. */
  findings?: readonly (readonly ProseFinding[])[];
  around?: readonly ShelfContext[];
  /** Where no report was recognised: the tables with figures, if something adds up in one of them. */
  tables?: readonly TableReading[];
  /** The same tables for the clipboard. */
  clips?: readonly TableClip[];
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
  /** Counts up each time it is to be open, whatever it was. */
  raised?: number;
  /** Counts up each time the shortcut of the whole browser asks to keep the report and to go on. */
  goneOn?: number;
  /** As the person has left it on the page before. */
  place?: { open: boolean; view: PanelView } | null;
  /** Over a page, opened by its chip; beside it, in the browser's own side panel; or by itself, in a page of ours, with a file that is only checked. */
  stage?: 'over' | 'beside' | 'draft';
  /** Can the browser be asked from here to show it over the page or beside it? */
  movable?: boolean;
  /** A panel stands beside the page: then none is to be over it. */
  stands?: boolean;
  /** The cell that was clicked in the page last; `count` tells two clicks on one cell apart. */
  picked?: { frame: number; slot: Slot; count: number } | null;
  actions: PanelActions;
};

/** A chip at the edge of the page, and the panel that it opens. */
export const Panel = (props: PanelProps) => {
  const {
    readings,
    settings,
    dismissals,
    stage = 'over',
    summoned = 0,
    raised = 0,
    goneOn = 0,
    place: left = null,
    stands = false,
    picked = null,
    movable = false,
    actions,
  } = props;
  const alone = stage === 'draft';
  const over = stage === 'over';
  const language = languageOf(settings.language, props.browserLanguage);
  const words = panelWordsIn(language);
  const ofFiles = attachmentWordsIn(language);
  const ofDraft = draftWordsIn(language);
  const ofColumn = columnWordsIn(language);
  const judgement = { dismissals, quiet: settings.quiet };
  const leftOpen = left?.open === true && !stands;
  const [open, setOpen] = useState(!over || leftOpen);
  const [view, setView] = useState<PanelView>(left?.view ?? 'conclusion');
  // Where the panel stands for the moment: beside the cells it marks, whatever side the person has chosen.
  const [yielding, setYielding] = useState<Side | null>(null);
  // While the edge is dragged.
  const [size, setSize] = useState<number | null>(null);
  const [chosen, setChosen] = useState<ReportPlace | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const [cell, setCell] = useState<string | null>(null);
  // Of a draft, whose tables are the page.
  const [marks, setMarks] = useState<readonly MarkCell[]>([]);
  // A window with room for findings and tables side by side.
  const beside = useMedia('(min-width: 900px)') && alone;
  const [sought, setSought] = useState('');
  const [query, setQuery] = useState('');
  const [notice, setNotice] = useState('');
  const chip = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(false);
  const before = useRef<HTMLElement | null>(null);
  const answered = useRef(0);
  // Left open on the page before: it takes no focus from this one.
  const quietly = useRef(!over || leftOpen);

  const all = readings.flatMap(({ extractions, findings, around, ...reading }) =>
    extractions.map((extraction, report) => ({
      ...reading,
      report,
      extraction,
      statements: findings?.[report] ?? [],
      ...(around?.[report] ?? notLooked),
    })),
  );
  const reports = withReport(all);
  // A page that holds no report, but links to many.
  const column = readings.find(
    ({ attachment, nearby, extractions }) =>
      attachment === null && nearby.links.length > 1 && !extractions.some(({ form }) => form !== null),
  );
  const run = useColumnRun((url) => actions.readLinked(column?.frame ?? 0, url));
  const [onList, setOnList] = useState(true);
  const listing = column !== undefined && onList;
  const report =
    ((listing && all.find((one) => one.frame === column.frame && one.attachment === null)) ||
      reports.find((one) => chosen !== null && isAt(one, chosen))) ??
    reports[0];
  const verdicts = reports.map((one) => verdictOn(one, judgement));
  const outcome = gravest(verdicts.map((one) => one.verdict));
  const reasons = together(verdicts.map(reasonsOf));
  const summed = reports.every(({ extraction }) => extraction.form === null)
    ? reports.flatMap(({ tables = [] }) => tables)
    : [];
  // Of a page without a report its totals are told, by their number.
  const verdict =
    summed.length > 0
      ? tallyOf(summed, language)
      : outcome === 'unread'
        ? reports.some(({ tables }) => tables !== undefined)
          ? words.noTotals
          : words.nothingRecognised
        : headline(reasons, language);
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
    if (open && !quietly.current) panel.current?.querySelector('h2')?.focus();
    else if (!open && wasOpen.current) {
      if (before.current?.isConnected) before.current.focus();
      else chip.current?.focus();
      before.current = null;
    }
    wasOpen.current = open;
    quietly.current = false;
  }, [open]);
  useEffect(() => {
    if (raised === 0) return;
    if (open) panel.current?.querySelector('h2')?.focus();
    else enter(true);
  }, [raised]);
  useEffect(() => {
    if (goneOn > 0 && report) void (keepable ? keepAndGoOn() : goOn());
  }, [goneOn]);
  // It stands beside the page now: there are not two.
  useEffect(() => {
    if (over && open && stands) close();
  }, [stands]);
  const placed = useRef({ open, view });
  // Told at once: the page may be left before it is painted again.
  useLayoutEffect(() => {
    const before = placed.current;
    if (before.open === open && before.view === view) return;
    placed.current = { open, view };
    actions.placed({ open, view });
  }, [open, view]);
  // Each view begins at its beginning, with the tabs in sight.
  useLayoutEffect(() => {
    const [within, tabs] = [scroller.current, scroller.current?.querySelector('[role=tablist]')];
    const above = tabs?.previousElementSibling;
    if (within && above instanceof HTMLElement)
      within.scrollTop = Math.min(within.scrollTop, above.offsetTop + above.offsetHeight);
  }, [view]);
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
  const keepable = isKeepable(extraction, report.tables);

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
    setMarks([]);
    setYielding(null);
    actions.clear();
  };
  const close = () => {
    clear();
    setNotice('');
    setOpen(false);
  };
  /** Where the person wants it beside the page, or it stands there, there; else, or where the browser does not let it, here. */
  const openFromChip = async (): Promise<void> => {
    if ((settings.home === 'side' || stands) && (await actions.move('side'))) return;
    enter(false);
  };
  const moveTo = async (home: PanelHome): Promise<void> => {
    if (!(await actions.move(home))) return setNotice(words.notMoved);
    if (!over) return;
    actions.set({ home });
    close();
  };
  /** Uncovers what is marked. */
  const makeWay = (span: ShownCells['span']) => {
    const box = panel.current?.getBoundingClientRect();
    if (over && span && box) setYielding(sideBeside(span, box, side));
  };
  /** Marks cells, or words of the text, on the page, or takes the marks away where they are marked already. */
  const toggle = async (key: string, cells: MarkCell[], passage: Passage | null = null) => {
    if (shown === key) {
      clear();
      return setNotice(words.cleared);
    }
    setShown(key);
    if (alone) {
      setCell(null);
      setMarks(cells);
      return setNotice(cells.length > 0 && beside ? ofDraft.marked(cells.length) : '');
    }
    if (!onPage) return setNotice(ofFiles.noMarks);
    const { found, span } = await (passage ? actions.showQuote(frame, passage) : actions.show(frame, cells));
    makeWay(span);
    setNotice(found === 0 ? words.notFound : passage ? words.markedText : words.marked(found));
  };
  const toggleCheck = (check: Check) => toggle(check.id, cellsOf(check, extraction));
  const toggleStatement = ({ shownAs, about, place }: Statement) =>
    toggle(shownAs, cellsAt(about ?? [], extraction), place);
  const listed = recognised ? listedIn(report, language, judgement) : [];
  const listedAt = listed.findIndex((one) => keyOfListed(one) === shown);
  const step = (by: 1 | -1): void => {
    const next = listed[stepped(listedAt, by, listed.length)];
    if (!next || keyOfListed(next) === shown) return;
    setQuery('');
    setView('conclusion');
    if ('check' in next) void toggleCheck(next.check);
    else void toggleStatement(next.statement);
  };
  const dismiss = (key: string, reason: DismissalReason) => {
    clear();
    actions.dismiss(key, reason);
    setNotice(words.dismissed);
  };
  /** Looks at one cell of the tables, and marks it on the page. */
  const look = async (ref: string) => {
    setCell(ref);
    setShown(null);
    setMarks([]);
    const about = wordsIn(language).about(extraction);
    if (alone) return setNotice(about.cell(ref));
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
  const copyTable = async (clip: TableClip) =>
    setNotice((await actions.copyTable(clip)) ? words.copied : words.copyFailed);
  const saveTable = async (table: number) => {
    const csvs = await actions.table(frame, attachment, table);
    if (!csvs) return setNotice(words.notFound);
    save(`table-${table + 1}.csv`, csvs.figures);
    save(`table-${table + 1}.relations.csv`, csvs.relations);
  };
  const saveFindings = async () => {
    const text = await actions.findings(place, language);
    if (text !== null) save(fileNameOf(extraction, 'findings.csv'), text);
  };
  const readAgain = async () => {
    await actions.readAgain();
    setNotice(words.readAgainDone);
  };
  const keep = async (): Promise<boolean> => {
    const answer = await actions.keep(place);
    setNotice(words.keepAnswer[answer]);
    return answer !== 'failed';
  };
  const openNote = async (): Promise<void> => {
    if (!(await actions.note(place))) setNotice(noteWordsIn(language).noWindow);
  };
  /** Keeps the report and goes on: to the next link that was read, else to the next tab with a report that is not kept. */
  const keepAndGoOn = async (): Promise<void> => {
    if (!(await keep())) return speakUp();
    const links = link ? (column?.nearby.links ?? []) : [];
    const later = links.slice(links.findIndex(({ url }) => url === link?.url) + 1);
    const next = later.find(({ url }) => isRead(run.outcomes[url]));
    if (next) return openLink(next);
    return goOn();
  };
  const goOn = async (): Promise<void> => {
    if (await actions.nextTab()) return;
    setNotice(words.noNext);
    speakUp();
  };
  /** The chip has no room for what is told. */
  const speakUp = (): void => {
    if (!open) enter(true);
  };

  const readAttachment = async (file: Attachment): Promise<AttachmentOutcome> => {
    setNotice(ofFiles.reading);
    const outcome = await actions.readAttachment(frame, file.url);
    setNotice(outcome.kind === 'read' ? ofFiles.done : ofFiles.none);
    if (outcome.kind !== 'read') return outcome;
    clear();
    setOnList(false);
    setChosen({ frame, attachment: file.url, report: 0 });
    setView('conclusion');
    panel.current?.querySelector('h2')?.focus();
    return outcome;
  };
  const link = column?.nearby.links.find(({ url }) => url === attachment);
  const source = nearby.files.find(({ url }) => url === attachment)?.name ?? attachment;
  const from =
    source === null
      ? null
      : link
        ? ofColumn.from(link.name)
        : alone
          ? ofDraft.from(source)
          : ofFiles.from(source);
  const openLink = async (one: LinkedReport): Promise<void> => {
    if (!(await actions.openLinked(frame, one.url))) return setNotice(attachmentWordsIn(language).why.gone());
    setOnList(false);
    setChosen({ frame, attachment: one.url, report: 0 });
    setView('conclusion');
    panel.current?.querySelector('h2')?.focus();
  };
  const keepLinks = async (urls: readonly string[]): Promise<void> => {
    const tally = { kept: 0, failed: 0 };
    for (const url of urls) {
      const outcome = run.outcomes[url];
      const count = isRead(outcome) ? outcome.reports.length : 0;
      for (let at = 0; at < count; at++) {
        const answer = await actions.keep({ frame, attachment: url, report: at });
        tally[answer === 'failed' ? 'failed' : 'kept'] += 1;
      }
    }
    setNotice(ofColumn.kept(tally.kept, tally.failed));
  };
  const listMore = async (): Promise<void> => {
    const count = await actions.listMore(frame);
    setNotice(count === 0 ? ofColumn.noMore : ofColumn.moreFound(count));
  };

  const tablesView = (words: string, onQuery: (words: string) => void) => (
    <TablesView
      extraction={extraction}
      language={language}
      judgement={judgement}
      query={words}
      onQuery={onQuery}
      picked={cell}
      marks={marks}
      hint={alone ? ofDraft.dataHint : undefined}
      onPick={look}
    />
  );

  return (
    <div
      class={`gouji at-${over ? side : stage}`}
      lang={language}
      style={{ '--width': `${size ?? settings.width}px`, '--height': `${size ?? settings.height}vh` }}
    >
      {!open && (
        <Chip
          verdict={outcome}
          said={verdict}
          language={language}
          button={chip}
          stands={stands}
          onOpen={openFromChip}
          keep={keepable ? report.kept : null}
          onKeep={keep}
        />
      )}
      {open && (
        // biome-ignore lint/a11y/noStaticElementInteractions: a dialog over a page, a group where it stands by itself
        // biome-ignore lint/a11y/useAriaPropsSupportedByRole: as above
        <div
          ref={panel}
          class={onPage && (shown !== null || cell !== null) ? 'panel marking' : 'panel'}
          role={over ? 'dialog' : 'group'}
          aria-labelledby={titleId}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && over) close();
            const by = ({ n: 1, p: -1 } as const)[event.key];
            const typing =
              event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey;
            if (by !== undefined && !typing && listed.length > 0) step(by);
            if (event.key === 'k' && !typing && !alone && keepable) void keepAndGoOn();
            if (event.key === 'm' && !typing && keepable && report.kept === 'same') void openNote();
          }}
        >
          {!alone && (
            <>
              {over && (
                <PanelResizer
                  side={side}
                  settings={settings}
                  label={words.resize}
                  onSize={(name, value, done) => {
                    setSize(done ? null : value);
                    if (done) actions.set({ [name]: value });
                  }}
                />
              )}
              <header>
                <Bar
                  side={side}
                  home={over ? 'page' : 'side'}
                  onHome={movable ? moveTo : null}
                  language={language}
                  onSide={(to) => {
                    setYielding(null);
                    actions.set({ side: to });
                  }}
                  onLanguage={() => actions.set({ language: otherLanguage(language) })}
                  onReadAgain={readAgain}
                  onPage={actions.openPage}
                  onClose={close}
                />
              </header>
            </>
          )}
          <div ref={scroller} class="scroll">
            <div class="masthead">
              <ReportTitle
                extraction={extraction}
                language={language}
                id={titleId}
                heading={
                  listing
                    ? ofColumn.heading
                    : report.tables?.length
                      ? onPage
                        ? words.totalsOfPage
                        : ofFiles.totals
                      : undefined
                }
              />
              {from !== null && <p class="read-from">{from}</p>}
              {column && !listing && (
                <button
                  type="button"
                  class="back"
                  onClick={() => {
                    clear();
                    setOnList(true);
                  }}
                >
                  ← {ofColumn.back}
                </button>
              )}
            </div>
            {reports.length > 1 && !listing && (
              <ReportList
                reports={reports}
                chosen={reports.indexOf(report)}
                language={language}
                judgement={judgement}
                onChoose={(index) => {
                  clear();
                  setQuery('');
                  setChosen(reports[index] ?? null);
                }}
              />
            )}
            {recognised ? (
              <Tabs<PanelView>
                label={words.views}
                chosen={beside && view === 'data' ? 'conclusion' : view}
                onChoose={(next) => {
                  clear();
                  setNotice('');
                  setView(next);
                }}
                tabs={[
                  {
                    name: 'conclusion',
                    label: words.view.conclusion,
                    count: reasons.identities + reasons.years,
                    children: () => (
                      <Conclusion
                        report={report}
                        language={language}
                        reader={settings.reader}
                        judgement={judgement}
                        query={query}
                        onQuery={setQuery}
                        shown={shown}
                        onToggle={toggleCheck}
                        onGuess={(key, alternative) => toggle(key, changedCells(alternative, extraction))}
                        onStatement={toggleStatement}
                        onDismiss={dismiss}
                        onRecall={actions.recall}
                        onReader={(reader) => actions.set({ reader })}
                        onCopyLetter={copy}
                        onProse={() => setView('prose')}
                      />
                    ),
                  },
                  ...(beside
                    ? []
                    : [
                        {
                          name: 'data' as const,
                          label: words.view.data,
                          children: () => tablesView(query, setQuery),
                        },
                      ]),
                  {
                    name: 'prose',
                    label: words.view.prose,
                    count: reasons.claims + reasons.statements,
                    children: () => (
                      <ProseView
                        extraction={extraction}
                        findings={report.statements}
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
                {listing && (
                  <Column
                    links={column.nearby.links}
                    goesOn={column.nearby.next !== null}
                    run={run}
                    language={language}
                    onOpen={openLink}
                    onKeepAll={keepLinks}
                    onMore={listMore}
                  />
                )}
                {report.tables && (
                  <TotalsView
                    tables={report.tables}
                    clips={report.clips ?? []}
                    language={language}
                    shown={shown}
                    onToggle={toggle}
                    onCopy={copyTable}
                    onSave={saveTable}
                  />
                )}
                {report.tables?.length === 0 && <p class="hint">{words.noTotals}</p>}
                <Absence
                  extraction={extraction}
                  nearby={nearby}
                  language={language}
                  onRead={readAttachment}
                />
              </section>
            )}
          </div>
          {beside && recognised && (
            <section class="tables-beside" aria-label={words.view.data}>
              {tablesView(sought, setSought)}
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
            <div class="said">
              <p class="notice" aria-hidden="true">
                {notice === verdict || notice === '' ? words.local : notice}
              </p>
              {listed.length > 0 && (
                <Stepper at={listedAt} of={listed.length} language={language} onStep={step} />
              )}
            </div>
            {keepable && (
              <div class="exports">
                {recognised && (
                  <>
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
                  </>
                )}
                <button type="button" title={words.findingsTitle} onClick={saveFindings}>
                  {words.downloadFindings}
                </button>
                <Keep
                  state={report.kept}
                  language={language}
                  onKeep={keep}
                  onGoOn={alone ? null : keepAndGoOn}
                  note={report.note}
                  onNote={openNote}
                />
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

const keyOfListed = (one: Listed): string => ('check' in one ? one.check.id : one.statement.shownAs);

const isAt = (one: ReportPlace, other: ReportPlace): boolean =>
  one.frame === other.frame && one.attachment === other.attachment && one.report === other.report;

// Unique in its shadow root, and there is only one panel in it.
const titleId = 'gouji-title';
