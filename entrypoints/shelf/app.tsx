import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { NoteAnswer } from '../../components/note.tsx';
import { otherLanguage } from '../../components/settings.ts';
import { addressOf, type View, viewAt } from '../../components/shelf/address.ts';
import { ComparePage } from '../../components/shelf/compare-page.tsx';
import { CompareTablesPage } from '../../components/shelf/compare-tables-page.tsx';
import { Intake } from '../../components/shelf/intake.tsx';
import { ReportPage } from '../../components/shelf/report-page.tsx';
import type { ShelfRow } from '../../components/shelf/row.ts';
import { Shelf } from '../../components/shelf/shelf.tsx';
import { TablesPage } from '../../components/shelf/tables-page.tsx';
import type { ExportFormat } from '../../components/shelf/words.ts';
import { shelfWordsIn } from '../../components/shelf/words-in.ts';
import { attachmentWordsIn, draftWordsIn, noteWordsIn } from '../../components/words-in.ts';
import { type Judgement, unjudged } from '../../parser/findings/judgement.ts';
import type { Language } from '../../parser/messages/words.ts';
import { wordsIn } from '../../parser/messages/words-in.ts';
import {
  onShelfChange,
  putBack,
  putOnShelf,
  shelfReports,
  shelfRows,
  sweep,
  takeOffShelf,
} from '../store/shelf.ts';
import { saveNote } from '../wire/note.ts';
import { keptTabsSchema, type OwnMessage } from '../wire/protocol.ts';
import { onDismissals, readDismissals, readSettings } from '../wire/stored.ts';
import { DraftPanel } from './draft-panel.tsx';
import { useDrafts } from './drafts.ts';
import { useDrop } from './drop.ts';
import { exportFindings, exportReports, exportWorkbook } from './exporting.ts';
import { recordsOf } from './files.ts';
import { usePaste } from './paste.ts';
import { around, type RecordContext } from './shelf-context.ts';
import { useHash, useNarrow } from './window.ts';
import { judgedRows } from './with-dismissals.ts';
import { Years } from './years.tsx';

/** What the foot of the page says, and what can be undone. */
type Notice = {
  lines: readonly string[];
  troubles?: readonly string[];
  undo?: readonly string[];
  /** What goes on and can be stopped. */
  running?: { done: number; of: number; stop: () => void };
};

/** The background writes what is set aside, one change after the other, and looks again at the pages that are open. */
const tell = (message: OwnMessage): void => {
  browser.runtime.sendMessage(message).catch(() => {});
};

/** The shelf page: what the database holds, shown by the components. */
export const App = ({ first }: { first: Language }) => {
  const [language, setLanguage] = useState(first);
  const [stored, setStored] = useState<readonly ShelfRow[] | null>(null);
  const [rows, setRows] = useState<readonly ShelfRow[] | null>(null);
  const [broken, setBroken] = useState(false);
  const [judgement, setJudgement] = useState<Judgement>(unjudged);
  const [notice, setNotice] = useState<Notice>({ lines: [] });
  // Opened from a tab whose file the browser keeps to itself.
  const [asksForFile, setAsksForFile] = useState(location.search === '?drop');
  /** Those whose figures are shown by year; null for all. */
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const narrow = useNarrow();
  const view = viewAt(useHash());
  const words = shelfWordsIn(language);
  const { drafts, reading, check } = useDrafts(language);

  const refresh = (): Promise<void> =>
    shelfRows().then(setStored, (error: unknown) => {
      console.error('Gouji: the shelf cannot be opened.', error);
      setBroken(true);
    });
  useEffect(() => {
    // What was removed long ago is of no hurry.
    void refresh().then(sweep, () => {});
    return onShelfChange(() => void refresh());
  }, []);
  useEffect(() => {
    void Promise.all([readDismissals(), readSettings()]).then(([dismissals, { quiet }]) =>
      setJudgement({ dismissals, quiet }),
    );
    return onDismissals((dismissals) => setJudgement(({ quiet }) => ({ dismissals, quiet })));
  }, []);
  useEffect(() => {
    let current = true;
    if (stored !== null)
      judgedRows(stored, judgement).then(
        (judged) => current && setRows(judged),
        () => current && setRows(stored),
      );
    return () => {
      current = false;
    };
  }, [stored, judgement]);
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    document.title = `${wordsIn(language).ui.product} · ${words.title}`;
  }, [language, words]);

  // What can be undone, and what is to be read, stays until something else happens.
  useEffect(() => {
    if (notice.lines.length === 0 || notice.undo || notice.troubles || notice.running) return;
    const timer = setTimeout(() => setNotice({ lines: [] }), 10_000);
    return () => clearTimeout(timer);
  }, [notice]);

  const say = (...lines: string[]): void => setNotice({ lines });
  const exportThese = async (ids: readonly string[], format: ExportFormat): Promise<void> => {
    if (format === 'xlsx') return exportSheets(ids);
    say(words.exporting);
    const name =
      format === 'findings'
        ? exportFindings(await around(ids, stored ?? []), { ...judgement, quiet: [] }, language)
        : await exportReports(await shelfReports(ids), format);
    say(words.exported(name, ids.length));
  };
  const exportSheets = async (ids: readonly string[]): Promise<void> => {
    const stopping = new AbortController();
    const stop = (): void => stopping.abort();
    const show = (done: number): void =>
      setNotice({ lines: [words.exporting], running: { done, of: ids.length, stop } });
    show(0);
    const byId = new Map(stored?.map((row) => [row.id, row]));
    const wanted = ids.flatMap((id) => byId.get(id) ?? []);
    const name = await exportWorkbook(wanted, show, stopping.signal);
    say(name === null ? words.exportStopped : words.exported(name, wanted.length));
  };
  const remove = async (ids: readonly string[]): Promise<void> => {
    await takeOffShelf(ids);
    tell({ kind: 'shelf-written' });
    await refresh();
    setNotice({ lines: [words.removed(ids.length)], undo: ids });
    if (view.view !== 'list') location.hash = '';
  };
  const undo = async (ids: readonly string[]): Promise<void> => {
    await putBack(ids);
    tell({ kind: 'shelf-written' });
    await refresh();
    say(words.putBack(ids.length));
  };
  const take = async (files: readonly File[]): Promise<void> => {
    setAsksForFile(false);
    const troubles: string[] = [];
    const sum = { added: 0, already: 0, noted: 0, differing: 0 };
    for (const [at, file] of files.entries()) {
      if (files.length > 1) say(words.reading(at + 1, files.length));
      const { records, troubles: told } = await recordsOf(file, language);
      troubles.push(...told);
      if (records.length === 0) continue;
      const tally = await putOnShelf(records);
      for (const name of ['added', 'already', 'noted', 'differing'] as const) sum[name] += tally[name];
    }
    if (sum.added + sum.noted > 0) tell({ kind: 'shelf-written' });
    await refresh();
    const { added, already, noted, differing } = sum;
    const taken = [
      ...(added + already > 0 ? [words.taken(added, already)] : []),
      ...(noted > 0 ? [words.notesTaken(noted)] : []),
      ...(differing > 0 ? [words.notesDiffer(differing)] : []),
      ...(troubles.length > 0 ? [words.troubles(troubles.length)] : []),
    ];
    setNotice(troubles.length > 0 ? { lines: taken, troubles } : { lines: taken });
  };
  const safely =
    <Args extends unknown[]>(work: (...args: Args) => Promise<void>) =>
    (...args: Args): void => {
      work(...args).catch((error: unknown) => {
        console.error('Gouji: the shelf could not do it.', error);
        say(words.failed);
      });
    };
  /** Of a report that was left by the time the answer comes, what was not saved is told at the foot of the page. */
  const noteOn = async (id: string, note: string, before: string): Promise<NoteAnswer> => {
    const answer = await saveNote(id, note, before);
    const open = viewAt(location.hash);
    if (open.view === 'report' && open.id === id) return answer;
    const ofNote = noteWordsIn(language);
    if (answer.kind === 'differs') say(ofNote.notSaved);
    else if (answer.kind !== 'saved') say(ofNote[answer.kind]);
    return answer;
  };
  /** Keeps what is open in the tabs of the browser. */
  const keepTabs = async (): Promise<void> => {
    const tally = keptTabsSchema.parse(await browser.runtime.sendMessage({ kind: 'keep-tabs' }));
    await refresh();
    say(tally.kept + tally.already > 0 ? words.taken(tally.kept, tally.already) : words.noTabs);
  };
  /** Has files read that are checked and not kept. */
  const look = async (files: readonly File[]): Promise<void> => {
    location.hash = addressOf({ view: 'draft' });
    setNotice({ lines: [] });
    if (files.length === 0) return say(draftWordsIn(language).nothingPasted);
    const troubles = await check(files);
    if (troubles.length > 0) setNotice({ lines: [words.troubles(troubles.length)], troubles });
  };
  const dragged = useDrop((files, over) =>
    safely(view.view === 'draft' || over === 'check' ? look : take)(files),
  );
  usePaste(draftWordsIn(language).pasted, safely(look));

  return (
    <div class="shelf">
      <header class="top">
        <h1>
          <span class="product">{wordsIn(language).ui.product}</span> {words.title}
        </h1>
        <p>{words.local}</p>
        <button type="button" title={words.keepTabsTitle} onClick={safely(keepTabs)}>
          {words.keepTabs}
        </button>
        <a href={addressOf({ view: 'draft' })} aria-current={view.view === 'draft' ? 'page' : undefined}>
          {draftWordsIn(language).title}
        </a>
        <button
          type="button"
          lang={otherLanguage(language)}
          onClick={() => setLanguage(otherLanguage(language))}
        >
          {language === 'zh-CN' ? 'English' : '中文'}
        </button>
      </header>
      {asksForFile && (
        <p class="ask" role="alert">
          {attachmentWordsIn(language).dropSaved}
        </p>
      )}
      <main>
        {broken ? (
          <p class="state" role="alert">
            {words.failed}
          </p>
        ) : (
          <>
            <div class={view.view === 'list' ? 'page' : 'page away'} inert={view.view !== 'list'}>
              <Shelf
                rows={rows}
                language={language}
                narrow={narrow}
                onExport={safely(exportThese)}
                onYears={(ids) => {
                  setChosen(ids);
                  location.hash = addressOf({ view: 'years' });
                }}
                onRemove={safely(remove)}
                onFiles={safely(take)}
              />
            </div>
            {view.view === 'draft' && (
              <div class={drafts.length > 0 ? 'page draft filled' : 'page draft'}>
                <Intake
                  language={language}
                  reading={reading}
                  filled={drafts.length > 0}
                  onFiles={safely(look)}
                />
                {drafts.length > 0 && (
                  <DraftPanel
                    key={drafts.map(({ retrieved }) => retrieved).join()}
                    drafts={drafts}
                    rows={rows ?? []}
                    judgement={judgement}
                    language={language}
                    onDismiss={(key, reason) => tell({ kind: 'dismiss', key, reason })}
                    onRecall={(key) => tell({ kind: 'recall', key })}
                    onKept={async () => {
                      tell({ kind: 'shelf-written' });
                      await refresh();
                    }}
                  />
                )}
              </div>
            )}
            {view.view === 'years' && rows !== null && (
              <Years ids={chosen} rows={rows} language={language} onSay={say} />
            )}
            {(view.view === 'report' || view.view === 'compare') && rows !== null && (
              <Opened
                key={location.hash}
                view={view}
                rows={rows}
                judgement={judgement}
                language={language}
                onNote={noteOn}
                onExport={safely(exportThese)}
                onRemove={safely(remove)}
              />
            )}
          </>
        )}
      </main>
      <Foot
        notice={notice}
        language={language}
        onUndo={safely(undo)}
        onClose={() => setNotice({ lines: [] })}
      />
      {dragged && <DropPlaces over={dragged.over} both={view.view !== 'draft'} language={language} />}
    </div>
  );
};

type DropProps = { over: string | null; both: boolean; language: Language };

/** Where files that are being dragged can be let go, and what becomes of them there. */
const DropPlaces = ({ over, both, language }: DropProps) => {
  const words = draftWordsIn(language);
  return (
    <div class="drop">
      {both && (
        <div data-drop="keep" class={over === 'check' ? '' : 'over'}>
          <b>{words.dropToKeep}</b>
          <span>{shelfWordsIn(language).dropHere}</span>
        </div>
      )}
      <div data-drop="check" class={over === 'check' || !both ? 'over' : ''}>
        <b>{words.dropToCheck}</b>
        <span>{words.kinds}</span>
      </div>
    </div>
  );
};

type FootProps = {
  notice: Notice;
  language: Language;
  onUndo: (ids: readonly string[]) => void;
  onClose: () => void;
};

/** What has just happened, at the foot of the page. */
const Foot = ({ notice, language, onUndo, onClose }: FootProps) => {
  const words = shelfWordsIn(language);
  const { lines, troubles, undo, running } = notice;
  return (
    <div class="foot">
      <div class="notice" role="status">
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {running && (
        <>
          <progress
            max={running.of}
            value={running.done}
            aria-label={words.exportedSoFar(running.done, running.of)}
          />
          <span class="so-far">{words.exportedSoFar(running.done, running.of)}</span>
          <button type="button" class="button" onClick={running.stop}>
            {words.stop}
          </button>
        </>
      )}
      {undo && (
        <button type="button" class="button" onClick={() => onUndo(undo)}>
          {words.undo}
        </button>
      )}
      {lines.length > 0 && (undo || troubles) && (
        <button type="button" class="button" onClick={onClose}>
          {words.close}
        </button>
      )}
      {troubles && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <ul class="troubles" tabIndex={0} aria-label={words.troubles(troubles.length)}>
          {troubles.map((trouble) => (
            <li key={trouble}>{trouble}</li>
          ))}
        </ul>
      )}
    </div>
  );
};

type OpenedProps = {
  view: Exclude<View, { view: 'list' | 'draft' | 'years' }>;
  rows: readonly ShelfRow[];
  judgement: Judgement;
  language: Language;
  onNote: (id: string, note: string, before: string) => Promise<NoteAnswer>;
  onExport: (ids: readonly string[], format: ExportFormat) => void;
  onRemove: (ids: readonly string[]) => void;
};

/** One report, or two beside each other, with what the shelf holds around them. */
const Opened = ({ view, rows, judgement, language, onNote, onExport, onRemove }: OpenedProps) => {
  const [found, setFound] = useState<RecordContext[] | null>(null);
  const page = useRef<HTMLDivElement>(null);
  const ids = view.view === 'report' ? [view.id] : view.ids;
  const key = ids.join('\n');
  useEffect(() => {
    let current = true;
    void around(ids, rows).then((all) => {
      if (current) setFound(all);
    });
    return () => {
      current = false;
    };
  }, [key, rows]);
  useLayoutEffect(() => page.current?.querySelector('h2')?.focus(), [found === null]);
  const [one, other] = found ?? [];
  return (
    <div ref={page} class="page opened">
      {found !== null && found.length < ids.length && (
        <p class="state">
          {shelfWordsIn(language).gone}{' '}
          <a href={addressOf({ view: 'list' })}>{shelfWordsIn(language).back}</a>
        </p>
      )}
      {view.view === 'report' && one?.record.kind === 'tables' && (
        <TablesPage
          record={one.record}
          versions={one.versions}
          namesakes={one.namesakes}
          judgement={judgement}
          language={language}
          onNote={(note, before) => onNote(one.record.id, note, before)}
          onExport={onExport}
          onRemove={onRemove}
        />
      )}
      {view.view === 'report' && one?.record.kind === 'report' && (
        <ReportPage
          record={one.record}
          versions={one.versions}
          years={one.years}
          history={one.history}
          judgement={judgement}
          onDismiss={(key, reason) => tell({ kind: 'dismiss', key, reason })}
          onRecall={(key) => tell({ kind: 'recall', key })}
          language={language}
          onNote={(note, before) => onNote(one.record.id, note, before)}
          onExport={onExport}
          onRemove={onRemove}
        />
      )}
      {view.view === 'compare' && one && other && <Compared one={one} other={other} language={language} />}
    </div>
  );
};

/** Two of one kind beside each other. */
const Compared = ({
  one,
  other,
  language,
}: {
  one: RecordContext;
  other: RecordContext;
  language: Language;
}) => {
  const words = shelfWordsIn(language);
  if (one.record.kind === 'report' && other.record.kind === 'report')
    return (
      <ComparePage
        one={one.record}
        other={other.record}
        years={[one.years, other.years]}
        language={language}
      />
    );
  if (one.record.kind === 'tables' && other.record.kind === 'tables')
    return <CompareTablesPage one={one.record} other={other.record} language={language} />;
  return (
    <p class="state">
      {words.notComparable} <a href={addressOf({ view: 'list' })}>{words.back}</a>
    </p>
  );
};
