import { Bar } from '../bar.tsx';
import { PanelResizer } from '../panel-resizer.tsx';
import { ReportList } from '../report-list.tsx';
import { ReportTitle } from '../report-title.tsx';
import { otherLanguage, type Side } from '../settings.ts';
import type { OpenPanel } from './state.ts';

type Props = { panel: OpenPanel };

// Unique in its shadow root, and there is only one panel in it.
export const titleId = 'gouji-title';

/** The side of the window on which the panel stands now. */
export const panelSide = ({ marking, settings }: OpenPanel): Side => marking.yielding ?? settings.side;

/** What moves the panel, and leads out of it; none where it stands by itself. */
export const PanelHead = ({ panel, movable }: Props & { movable: boolean }) => {
  const { over, settings, words, language, actions, marking, moves, opening, setSize } = panel;
  const side = panelSide(panel);
  return (
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
          onHome={movable ? moves.moveTo : null}
          language={language}
          onSide={(to) => {
            marking.yieldTo(null);
            actions.set({ side: to });
          }}
          onLanguage={() => actions.set({ language: otherLanguage(language) })}
          onReadAgain={moves.readAgain}
          onPage={actions.openPage}
          onClose={opening.close}
        />
      </header>
    </>
  );
};

/** Of what a report was read, where that is not the page. */
const sourceOf = ({ report, others, alone, ofColumn, ofDraft, ofFiles }: OpenPanel): string | null => {
  const { nearby, attachment } = report;
  const source = nearby.files.find(({ url }) => url === attachment)?.name ?? attachment;
  if (source === null) return null;
  if (others.link) return ofColumn.from(others.link.name);
  return alone ? ofDraft.from(source) : ofFiles.from(source);
};

/** What stands in place of the title of a report, where there is none. */
const headingOf = ({ report, reports, words, ofColumn, ofFiles }: OpenPanel): string | undefined => {
  if (reports.listing) return ofColumn.heading;
  if (!report.tables?.length) return undefined;
  return report.attachment === null ? words.totalsOfPage : ofFiles.totals;
};

/** Which report is on show. */
export const Masthead = ({ panel }: Props) => {
  const { report, reports, language, ofColumn, marking } = panel;
  const { column, listing, toList } = reports;
  const from = sourceOf(panel);
  return (
    <div class="masthead">
      <ReportTitle
        extraction={report.extraction}
        language={language}
        id={titleId}
        heading={headingOf(panel)}
      />
      {from !== null && <p class="read-from">{from}</p>}
      {column && !listing && (
        <button
          type="button"
          class="back"
          onClick={() => {
            marking.clear();
            toList();
          }}
        >
          ← {ofColumn.back}
        </button>
      )}
    </div>
  );
};

/** The reports of the page, where there are several. */
export const OtherReports = ({ panel }: Props) => {
  const { reports, report, language, judgement, marking, setQuery } = panel;
  if (reports.reports.length < 2 || reports.listing) return null;
  return (
    <ReportList
      reports={reports.reports}
      chosen={reports.reports.indexOf(report)}
      language={language}
      judgement={judgement}
      onChoose={(index) => {
        marking.clear();
        setQuery('');
        reports.choose(reports.reports[index] ?? null);
      }}
    />
  );
};
