import { useState } from 'preact/hooks';
import { type KeptTables, toldOf } from '../../parser/export/kept.ts';
import type { Judgement } from '../../parser/findings/judgement.ts';
import { verdictOn } from '../../parser/findings/verdict.ts';
import { tallyOf } from '../../parser/messages/relations.ts';
import type { Language } from '../../parser/messages/words.ts';
import type { MarkCell } from '../cells.ts';
import { Note } from '../note.tsx';
import type { NoteAnswer } from '../open-note.ts';
import { Sign } from '../sign.tsx';
import { TotalsView } from '../totals-view.tsx';
import { UnreadList } from './counted-list.tsx';
import { FigureTable } from './figure-table.tsx';
import type { ListEntry } from './listing.ts';
import { minuteOf } from './moment.ts';
import { Provenance } from './provenance.tsx';
import { RecordHead } from './record-head.tsx';
import type { ShelfRow } from './row.ts';
import { CompareWith, Versions } from './versions.tsx';
import type { ExportFormat } from './words.ts';
import { shelfWordsIn } from './words-in.ts';

type Props = {
  record: KeptTables;
  /** All versions of this page, this one too, the newest first. */
  versions: readonly ListEntry[];
  /** Kept pages of tables of the same title at another address: as the edition of another month or year may be. */
  namesakes: readonly ShelfRow[];
  judgement: Judgement;
  language: Language;
  /** Saves what the person has written about it, in place of the note `before`. */
  onNote: (note: string, before: string) => Promise<NoteAnswer>;
  onExport: (ids: readonly string[], format: ExportFormat) => void;
  onRemove: (ids: readonly string[]) => void;
};

/** One kept page of tables: what adds up in it, its figures, and where it is from. A total that is chosen shows its parts among the figures. */
export const TablesPage = (props: Props) => {
  const { record, versions, namesakes, judgement, language, onNote, onExport, onRemove } = props;
  const words = shelfWordsIn(language);
  const [chosen, setChosen] = useState<{ key: string; cells: readonly MarkCell[] } | null>(null);
  const { verdict, findings } = verdictOn(toldOf(record), judgement);
  const unread = findings.flatMap((finding) => (finding.kind === 'reading' ? [finding.issue] : []));
  return (
    <article class="report">
      <RecordHead
        record={record}
        line={words.tables}
        language={language}
        onExport={onExport}
        onRemove={onRemove}
      />
      <div class={`verdict is-${verdict}`}>
        <Sign verdict={verdict} />
        <p>{tallyOf(record.tables, language)}</p>
      </div>
      <section class="section">
        <Note key={record.id} note={record.note ?? ''} language={language} onSave={onNote} />
      </section>
      <UnreadList issues={unread} extraction={record.extraction} language={language} />
      <TotalsView
        tables={record.tables}
        clips={[]}
        language={language}
        shown={chosen?.key ?? null}
        onToggle={(key, cells) => setChosen(chosen?.key === key ? null : { key, cells })}
      />
      <section class="section">
        <h3>{words.tableFigures}</h3>
        <p class="soft">{words.tableFiguresHint}</p>
        {record.tables.map((table) => (
          <FigureTable key={table.index} table={table} marks={chosen?.cells ?? []} language={language} />
        ))}
      </section>
      <section class="section">
        <h3>{words.provenance}</h3>
        <Provenance record={record} language={language} />
        <Versions record={record} versions={versions} language={language} />
        {namesakes.length > 0 && <Namesakes record={record} namesakes={namesakes} language={language} />}
      </section>
    </article>
  );
};

/** Pages of the same title, each to be compared. */
const Namesakes = ({ record, namesakes, language }: Pick<Props, 'record' | 'namesakes' | 'language'>) => (
  <>
    <h4>{shelfWordsIn(language).namesakes}</h4>
    <ul class="sentences">
      {namesakes.map((row) => (
        <li key={row.id}>
          {row.place} · {minuteOf(row.retrieved)} ·{' '}
          <CompareWith row={row} record={record} language={language} />
        </li>
      ))}
    </ul>
  </>
);
