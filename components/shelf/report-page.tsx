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
import { Note } from '../note.tsx';
import type { NoteAnswer } from '../open-note.ts';
import { SetAside } from '../set-aside.tsx';
import { Sign } from '../sign.tsx';
import { statementsOf } from '../statements.ts';
import { panelWordsIn } from '../words-in.ts';
import { addressOf } from './address.ts';
import { Badges } from './badges.tsx';
import { CountedList, UnreadList } from './counted-list.tsx';
import type { ListEntry } from './listing.ts';
import { Provenance } from './provenance.tsx';
import { RecordHead } from './record-head.tsx';
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

type Judged = ReturnType<typeof verdictOn>;

/** One kept report: what it says, whether it adds up, how it fits the years around it, and where it is from. */
export const ReportPage = (props: Props) => {
  const { record, versions, years, history, judgement, language, onDismiss, onRecall, onNote } = props;
  const { extraction } = record;
  const words = shelfWordsIn(language);
  const charted = panelWordsIn(language);
  const told = { ...toldOf(record), history };
  const on = verdictOn(told, judgement);
  return (
    <article class="report">
      <Head {...props} />
      <div class={`verdict is-${on.verdict}`}>
        <Sign verdict={on.verdict} />
        <p>{on.verdict === 'unread' ? words.notRecognised : headline(reasonsOf(on), language)}</p>
      </div>
      <KeyFigureTiles extraction={extraction} language={language} />
      <section class="section">
        <Note key={record.id} note={record.note ?? ''} language={language} onSave={onNote} />
      </section>
      {record.statements === null && <p class="note">{words.textNotKept}</p>}
      <Wrong {...props} on={on} />
      <Open {...props} on={on} />
      {extraction.form && (
        <section class="section">
          <OutcomeBar
            extraction={extraction}
            title={charted.outcomes}
            asTable={charted.asTable}
            language={language}
          />
        </section>
      )}
      {years.length > 1 && <YearsAround {...props} />}
      {extraction.year && history.length === 0 && (
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

const Head = ({ record, language, onExport, onRemove }: Props) => {
  const { ui } = wordsIn(language);
  const { form, coverage } = record.extraction;
  const line = (
    <>
      {form && <span>{ui.formValue(form)}</span>} {ui.coverage}{' '}
      {ui.coverageValue(coverage, isBlank(record.extraction))}
    </>
  );
  return (
    <RecordHead record={record} line={line} language={language} onExport={onExport} onRemove={onRemove} />
  );
};

type PartProps = Props & { on: Judged };

/** What does not hold, in the tables and in the text. */
const Wrong = ({ record, history, judgement, language, on, onDismiss }: PartProps) => {
  const { extraction } = record;
  const { claims, letter } = panelWordsIn(language);
  const about = wordsIn(language).about(extraction);
  const raised = on.findings.filter(isRaised);
  const violated = raised.flatMap((finding) => (finding.kind === 'identity' ? finding.check : []));
  const told = { ...toldOf(record), history };
  const contradicted = statementsOf(told, language, judgement).filter((one) => one.warns);
  return (
    <>
      {violated.length > 0 && (
        <CountedList
          title={shelfWordsIn(language).findings}
          count={violated.length}
          tone="is-violated"
          list="findings"
        >
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
        </CountedList>
      )}
      {contradicted.length > 0 && (
        <CountedList
          title={claims.contradicted}
          count={contradicted.length}
          tone="is-violated"
          list="findings"
        >
          {contradicted.map(({ shownAs, key, place, sentence }) => (
            <li key={shownAs}>
              <p>{letter.statement(shownQuote(place.quote), sentence)}</p>
              <Dismiss
                language={language}
                about={place.quote}
                onDismiss={(reason) => onDismiss(key, reason)}
              />
            </li>
          ))}
        </CountedList>
      )}
    </>
  );
};

/** What nobody can say, and what was not read. */
const Open = ({ record: { extraction }, language, on }: PartProps) => {
  const { about, outcome } = wordsIn(language);
  const open = about(extraction).undetermined(extraction.checks);
  return (
    <>
      {open.length > 0 && (
        <CountedList
          title={outcome.undetermined}
          count={on.counts.undetermined}
          tone="is-open"
          list="sentences"
        >
          {open.map(({ code, text }) => (
            <li key={code}>{text}</li>
          ))}
        </CountedList>
      )}
      <UnreadList
        issues={extraction.issues.filter(({ code }) => severity[code] === 'unread')}
        extraction={extraction}
        language={language}
      />
    </>
  );
};

/** The reports of the same body. */
const YearsAround = ({ record, years, language }: Props) => {
  const { ui } = wordsIn(language);
  const body = record.extraction.authority?.value ?? '';
  return (
    <section class="section">
      <h3>{shelfWordsIn(language).trend}</h3>
      <Trend bodies={[{ name: body, rows: years }]} language={language} />
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
  );
};
