import { useLayoutEffect, useState } from 'preact/hooks';
import { otherLanguage } from '../../components/settings.ts';
import { addressOf, viewAt } from '../../components/shelf/address.ts';
import { Intake } from '../../components/shelf/intake.tsx';
import { Shelf } from '../../components/shelf/shelf.tsx';
import { shelfWordsIn } from '../../components/shelf/words-in.ts';
import { attachmentWordsIn, draftWordsIn } from '../../components/words-in.ts';
import type { Language } from '../../parser/messages/words.ts';
import { wordsIn } from '../../parser/messages/words-in.ts';
import { deedsOn } from './deeds.ts';
import { DraftPanel } from './draft-panel.tsx';
import { type Drafts, useDrafts } from './drafts.ts';
import { useDrop } from './drop.ts';
import { DropPlaces } from './drop-places.tsx';
import { Foot } from './foot.tsx';
import { type KeptRows, useKeptRows } from './kept-rows.ts';
import { useNotice } from './notice.ts';
import { Opened } from './opened.tsx';
import { usePaste } from './paste.ts';
import { tell } from './tell.ts';
import { useHash, useNarrow } from './window.ts';
import { Years } from './years.tsx';

type Deeds = ReturnType<typeof deedsOn>;

/** The shelf page: what the database holds, shown by the components. */
export const App = ({ first }: { first: Language }) => {
  const [language, setLanguage] = useState(first);
  const [notice, setNotice] = useNotice();
  // Opened from a tab whose file the browser keeps to itself.
  const [asksForFile, setAsksForFile] = useState(location.search === '?drop');
  const hash = useHash();
  const kept = useKeptRows();
  const drafts = useDrafts(language);
  const { view } = viewAt(hash);
  const deeds = deedsOn({ ...kept, language, setNotice, check: drafts.check });
  const take = (files: readonly File[]): void => {
    setAsksForFile(false);
    deeds.take(files);
  };
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    document.title = `${wordsIn(language).ui.product} · ${shelfWordsIn(language).title}`;
  }, [language]);
  const dragged = useDrop((files, over) => (view === 'draft' || over === 'check' ? deeds.look : take)(files));
  usePaste(draftWordsIn(language).pasted, deeds.look);

  return (
    <div class="shelf">
      <Top
        language={language}
        isDraft={view === 'draft'}
        onKeepTabs={deeds.keepTabs}
        onLanguage={setLanguage}
      />
      {asksForFile && (
        <p class="ask" role="alert">
          {attachmentWordsIn(language).dropSaved}
        </p>
      )}
      <main>
        {kept.broken ? (
          <p class="state" role="alert">
            {shelfWordsIn(language).failed}
          </p>
        ) : (
          <Views
            hash={hash}
            kept={kept}
            drafts={drafts}
            deeds={{ ...deeds, take }}
            language={language}
            onSay={(line) => setNotice({ lines: [line] })}
          />
        )}
      </main>
      <Foot
        notice={notice}
        language={language}
        onUndo={deeds.undo}
        onClose={() => setNotice({ lines: [] })}
      />
      {dragged && <DropPlaces over={dragged.over} both={view !== 'draft'} language={language} />}
    </div>
  );
};

type TopProps = {
  language: Language;
  isDraft: boolean;
  onKeepTabs: () => void;
  onLanguage: (language: Language) => void;
};

const Top = ({ language, isDraft, onKeepTabs, onLanguage }: TopProps) => {
  const words = shelfWordsIn(language);
  const other = otherLanguage(language);
  return (
    <header class="top">
      <h1>
        <span class="product">{wordsIn(language).ui.product}</span> {words.title}
      </h1>
      <p>{words.local}</p>
      <button type="button" title={words.keepTabsTitle} onClick={onKeepTabs}>
        {words.keepTabs}
      </button>
      <a href={addressOf({ view: 'draft' })} aria-current={isDraft ? 'page' : undefined}>
        {draftWordsIn(language).title}
      </a>
      <button type="button" lang={other} onClick={() => onLanguage(other)}>
        {language === 'zh-CN' ? 'English' : '中文'}
      </button>
    </header>
  );
};

type ViewsProps = {
  hash: string;
  kept: KeptRows;
  drafts: Drafts;
  deeds: Deeds;
  language: Language;
  onSay: (sentence: string) => void;
};

/** The list, which stays while something else is looked at, and what the address names. */
const Views = ({ hash, kept, drafts, deeds, language, onSay }: ViewsProps) => {
  const { rows, judgement } = kept;
  /** Those whose figures are shown by year; null for all. */
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const narrow = useNarrow();
  const view = viewAt(hash);
  return (
    <>
      <div class={view.view === 'list' ? 'page' : 'page away'} inert={view.view !== 'list'}>
        <Shelf
          rows={rows}
          language={language}
          narrow={narrow}
          onExport={deeds.exportThese}
          onYears={(ids) => {
            setChosen(ids);
            location.hash = addressOf({ view: 'years' });
          }}
          onRemove={deeds.remove}
          onFiles={deeds.take}
        />
      </div>
      {view.view === 'draft' && (
        <DraftView kept={kept} drafts={drafts} language={language} onFiles={deeds.look} />
      )}
      {view.view === 'years' && rows !== null && (
        <Years ids={chosen} rows={rows} language={language} onSay={onSay} />
      )}
      {(view.view === 'report' || view.view === 'compare') && rows !== null && (
        <Opened
          key={hash}
          view={view}
          rows={rows}
          judgement={judgement}
          language={language}
          onNote={deeds.noteOn}
          onExport={deeds.exportThese}
          onRemove={deeds.remove}
        />
      )}
    </>
  );
};

type DraftViewProps = {
  kept: KeptRows;
  drafts: Drafts;
  language: Language;
  onFiles: (files: readonly File[]) => void;
};

/** Files that are checked and not kept. */
const DraftView = ({ kept, drafts: { drafts, reading }, language, onFiles }: DraftViewProps) => (
  <div class={drafts.length > 0 ? 'page draft filled' : 'page draft'}>
    <Intake language={language} reading={reading} filled={drafts.length > 0} onFiles={onFiles} />
    {drafts.length > 0 && (
      <DraftPanel
        key={drafts.map(({ retrieved }) => retrieved).join()}
        drafts={drafts}
        rows={kept.rows ?? []}
        judgement={kept.judgement}
        language={language}
        onDismiss={(key, reason) => tell({ kind: 'dismiss', key, reason })}
        onRecall={(key) => tell({ kind: 'recall', key })}
        onKept={async () => {
          tell({ kind: 'shelf-written' });
          await kept.refresh();
        }}
      />
    )}
  </div>
);
