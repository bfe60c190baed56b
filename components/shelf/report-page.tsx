import type { HistoryFinding } from '../../parser/compare/history.ts';
import { type KeptReport, toldOf } from '../../parser/export/kept.ts';
import { isRaised } from '../../parser/findings/finding.ts';
import type { DismissalReason, Judgement } from '../../parser/findings/judgement.ts';
import { checkKey } from '../../parser/findings/key.ts';
import { reasonsOf, verdictOn } from '../../parser/findings/verdict.ts';
import { headline } from '../../parser/messages/headline.ts';
import { shownQuote } from '../../parser/messages/quote.ts';
import { isBlank, type Language } from '../../parser/messages/words.ts';
import { wordsIn } from '../../parser/messages/words-in.ts';
import { severity } from '../../parser/severity.ts';
import { OutcomeBar } from '../charts/outcome-bar.tsx';
import { Dismiss } from '../dismiss.tsx';
import { History } from '../history.tsx';
import { KeyFigureTiles } from '../key-figures.tsx';
import { Note, type NoteAnswer } from '../note.tsx';
import { SetAside } from '../set-aside.tsx';
import { Sign } from '../sign.tsx';
import { statementsOf } from '../statements.ts';
import { panelWordsIn } from '../words-in.ts';
import { addressOf } from './address.ts';
import { Badges } from './badges.tsx';
import { ExportMenu } from './export-menu.tsx';
import { keptName, namedIn } from './kept-name.ts';
import type { ListEntry } from './listing.ts';
import { PageHead } from './page-head.tsx';
import { Provenance } from './provenance.tsx';
import type { ShelfRow } from './row.ts';
import { Trend } from './trend.tsx';
import { Versions } from './versions.tsx';
import type { ExportFormat } from './words.ts';
import { shelfWordsIn } from './words-in.ts';

type Props = {
  record: KeptReport;
  /** All versions of this report, this one too, the newest first. */
  versions: readonly ListEntry[];
  /** The reports of the same body, one for each year. */
  years: readonly ShelfRow[];
  history: readonly HistoryFinding[];
  /** What the person has set aside, here or in the panel. */
  judgement: Judgement;
  language: Language;
  onDismiss: (key: string, reason: DismissalReason) => void;
  onRecall: (key: string) => void;
  /** Saves what the person has written about it, in place of the note `before`. */
  onNote: (note: string, before: string) => Promise<NoteAnswer>;
  onExport: (ids: readonly string[], format: ExportFormat) => void;
  onRemove: (ids: readonly string[]) => void;
};

/** One kept report: what it says, whether it adds up, how it fits the years around it, and where it is from. */
export const ReportPage = (props: Props) => {
  const { record, versions, years, history, judgement, language, onDismiss, onRecall } = props;
  const { onExport, onRemove, onNote } = props;
  const { extraction } = record;
  const words = shelfWordsIn(language);
  const charted = panelWordsIn(language);
  const spoken = wordsIn(language);
  const { ui } = spoken;
  const about = spoken.about(extraction);
  const { authority, year, form, coverage, checks, issues } = extraction;
  const told = { ...toldOf(record), history };
  const on = verdictOn(told, judgement);
  const raised = on.findings.filter(isRaised);
  const violated = raised.flatMap((finding) => (finding.kind === 'identity' ? finding.check : []));
  const contradicted = statementsOf(told, language, judgement).filter((one) => one.warns);
  const open = about.undetermined(checks);
  const unread = issues.filter(({ code }) => severity[code] === 'unread');
  return (
    <article class="report">
      <PageHead
        title={keptName(namedIn(record), language)}
        line={
          <>
            {form && <span>{ui.formValue(form)}</span>} {ui.coverage}{' '}
            {ui.coverageValue(coverage, isBlank(extraction))}
          </>
        }
        language={language}
      >
        <ExportMenu
          label={words.exportAs}
          language={language}
          onChoose={(format) => onExport([record.id], format)}
        />
        <button type="button" class="button" onClick={() => onRemove([record.id])}>
          {words.remove}
        </button>
      </PageHead>
      <div class={`verdict is-${on.verdict}`}>
        <Sign verdict={on.verdict} />
        <p>{on.verdict === 'unread' ? words.notRecognised : headline(reasonsOf(on), language)}</p>
      </div>
      <KeyFigureTiles extraction={extraction} language={language} />
      <section class="section">
        <Note key={record.id} note={record.note ?? ''} language={language} onSave={onNote} />
      </section>
      {record.statements === null && <p class="note">{words.textNotKept}</p>}
      {violated.length > 0 && (
        <section class="section">
          <h3>
            {words.findings} <span class="count is-violated">{violated.length}</span>
          </h3>
          <ul class="findings">
            {violated.map((check) => (
              <li key={check.id}>
                <p>{about.equation(check)}</p>
                <Dismiss
                  language={language}
                  about={about.where(check)}
                  onDismiss={(reason) => onDismiss(checkKey(check, extraction), reason)}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
      {contradicted.length > 0 && (
        <section class="section">
          <h3>
            {charted.claims.contradicted} <span class="count is-violated">{contradicted.length}</span>
          </h3>
          <ul class="findings">
            {contradicted.map(({ shownAs, key, place, sentence }) => (
              <li key={shownAs}>
                <p>{charted.letter.statement(shownQuote(place.quote), sentence)}</p>
                <Dismiss
                  language={language}
                  about={place.quote}
                  onDismiss={(reason) => onDismiss(key, reason)}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
      {open.length > 0 && (
        <section class="section">
          <h3>
            {spoken.outcome.undetermined} <span class="count is-open">{on.counts.undetermined}</span>
          </h3>
          <ul class="sentences">
            {open.map(({ code, text }) => (
              <li key={code}>{text}</li>
            ))}
          </ul>
        </section>
      )}
      {unread.length > 0 && (
        <section class="section">
          <h3>
            {spoken.severity.unread} <span class="count">{unread.length}</span>
          </h3>
          <ul class="sentences">
            {unread.map((issue) => (
              <li key={JSON.stringify(issue)}>{about.issue(issue)}</li>
            ))}
          </ul>
        </section>
      )}
      {form && (
        <section class="section">
          <OutcomeBar
            extraction={extraction}
            title={charted.outcomes}
            asTable={charted.asTable}
            language={language}
          />
        </section>
      )}
      {years.length > 1 && (
        <section class="section">
          <h3>{words.trend}</h3>
          <Trend bodies={[{ name: authority?.value ?? '', rows: years }]} language={language} />
          <ul class="year-links">
            {years.map((row) => (
              <li key={row.id}>
                {row.id === record.id ? (
                  <b aria-current="page">{row.year !== null && ui.yearValue(row.year)}</b>
                ) : (
                  <a href={addressOf({ view: 'report', id: row.id })}>
                    {row.year !== null && ui.yearValue(row.year)}
                  </a>
                )}{' '}
                <Badges verdict={row.verdict} reasons={row.reasons} language={language} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {year && history.length === 0 && (
        <section class="section">
          <h3>{charted.history.title}</h3>
          <p class="soft">{words.overYearsNone}</p>
        </section>
      )}
      <History
        extraction={extraction}
        history={history}
        language={language}
        judgement={judgement}
        onDismiss={onDismiss}
      />
      <SetAside
        report={{ extraction, history }}
        language={language}
        judgement={judgement}
        onRecall={onRecall}
      />
      <section class="section">
        <h3>{words.provenance}</h3>
        <Provenance record={record} language={language} />
        <Versions record={record} versions={versions} language={language} />
      </section>
    </article>
  );
};
