import { AttachmentList } from '../attachment-list.tsx';
import { changedCells } from '../cells.ts';
import { Column } from '../column.tsx';
import { Conclusion } from '../conclusion.tsx';
import { ProseView } from '../prose-view.tsx';
import type { PanelView } from '../settings.ts';
import { TablesView } from '../tables-view.tsx';
import { Tabs } from '../tabs.tsx';
import { TotalsView } from '../totals-view.tsx';
import { Absence } from '../why-none.tsx';
import { titleId } from './head.tsx';
import type { OpenPanel } from './state.ts';

type Props = { panel: OpenPanel };

const Findings = ({ panel }: Props) => {
  const { report, language, settings, judgement, marking, marker, moves, exports, actions } = panel;
  return (
    <Conclusion
      report={report}
      language={language}
      reader={settings.reader}
      judgement={judgement}
      query={panel.query}
      onQuery={panel.setQuery}
      shown={marking.shown}
      onToggle={marker.toggleCheck}
      onGuess={(key, alternative) => marker.toggle(key, changedCells(alternative, report.extraction))}
      onStatement={marker.toggleStatement}
      onDismiss={moves.dismiss}
      onRecall={actions.recall}
      onReader={(reader) => actions.set({ reader })}
      onCopyLetter={exports.copy}
      onProse={() => panel.setView('prose')}
    />
  );
};

const Tables = ({ panel, query, onQuery }: Props & { query: string; onQuery: (query: string) => void }) => (
  <TablesView
    extraction={panel.report.extraction}
    language={panel.language}
    judgement={panel.judgement}
    query={query}
    onQuery={onQuery}
    picked={panel.marking.cell}
    marks={panel.marking.marks}
    hint={panel.alone ? panel.ofDraft.dataHint : undefined}
    onPick={panel.marker.look}
  />
);

/** The tables beside the findings, where the window has room for both. */
export const TablesBeside = ({ panel }: Props) =>
  panel.beside && panel.recognised ? (
    <section class="tables-beside" aria-label={panel.words.view.data}>
      <Tables panel={panel} query={panel.sought} onQuery={panel.setSought} />
    </section>
  ) : null;

const Prose = ({ panel }: Props) => (
  <ProseView
    extraction={panel.report.extraction}
    findings={panel.report.statements}
    language={panel.language}
    reader={panel.settings.reader}
    judgement={panel.judgement}
    shown={panel.marking.shown}
    onStatement={panel.marker.toggleStatement}
    onDismiss={panel.moves.dismiss}
    onRecall={panel.actions.recall}
  />
);

/** A report, view by view. */
const Report = ({ panel }: Props) => {
  const { words, beside, view, setView, verdict, marking, say } = panel;
  const { reasons } = verdict;
  const data = {
    name: 'data' as const,
    label: words.view.data,
    children: () => <Tables panel={panel} query={panel.query} onQuery={panel.setQuery} />,
  };
  return (
    <Tabs<PanelView>
      label={words.views}
      chosen={beside && view === 'data' ? 'conclusion' : view}
      onChoose={(next) => {
        marking.clear();
        say('');
        setView(next);
      }}
      tabs={[
        {
          name: 'conclusion',
          label: words.view.conclusion,
          count: reasons.identities + reasons.years,
          children: () => <Findings panel={panel} />,
        },
        ...(beside ? [] : [data]),
        {
          name: 'prose',
          label: words.view.prose,
          count: reasons.claims + reasons.statements,
          children: () => <Prose panel={panel} />,
        },
      ]}
    />
  );
};

/** What there is instead of a report: links that lead to some, totals of tables, and why there is none. */
const WithoutReport = ({ panel }: Props) => {
  const { report, reports, language, words, marking, marker, exports, others } = panel;
  const { column, listing, run } = reports;
  return (
    <section class="body" aria-labelledby={titleId}>
      {listing && column && (
        <Column
          links={column.nearby.links}
          goesOn={column.nearby.next !== null}
          run={run}
          language={language}
          onOpen={others.openLink}
          onKeepAll={others.keepLinks}
          onMore={others.listMore}
        />
      )}
      {report.tables && (
        <TotalsView
          tables={report.tables}
          clips={report.clips ?? []}
          language={language}
          shown={marking.shown}
          onToggle={marker.toggle}
          onCopy={exports.copyTable}
          onSave={exports.saveTable}
        />
      )}
      {report.tables?.length === 0 && <p class="hint">{words.noTotals}</p>}
      <Absence
        extraction={report.extraction}
        nearby={report.nearby}
        language={language}
        onRead={others.readAttachment}
      />
    </section>
  );
};

export const PanelBody = ({ panel }: Props) =>
  panel.recognised ? <Report panel={panel} /> : <WithoutReport panel={panel} />;

/** The files of a page that holds a report itself. */
export const FilesOfPage = ({ panel }: Props) => {
  const { recognised, report, language, ofFiles, others } = panel;
  const { files, isFile } = report.nearby;
  if (!recognised || files.length === 0 || isFile) return null;
  return (
    <details class="attachments">
      <summary>{ofFiles.ofPage(files.length)}</summary>
      <AttachmentList files={files} atOnce={false} language={language} onRead={others.readAttachment} />
      <p class="hint">{ofFiles.hint}</p>
    </details>
  );
};
