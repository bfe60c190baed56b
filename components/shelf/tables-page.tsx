import { useState } from 'preact/hooks';
import { type KeptTables, toldOf } from '../../parser/export/kept.ts';
import type { Judgement } from '../../parser/findings/judgement.ts';
import { verdictOn } from '../../parser/findings/verdict.ts';
import { tallyOf } from '../../parser/messages/relation-words.ts';
import type { Language } from '../../parser/messages/words.ts';
import { wordsIn } from '../../parser/messages/words-in.ts';
import type { MarkCell } from '../cells.ts';
import { Note, type NoteAnswer } from '../note.tsx';
import { Sign } from '../sign.tsx';
import { TotalsView } from '../totals-view.tsx';
import { ExportMenu } from './export-menu.tsx';
import { FigureTable } from './figure-table.tsx';
import { keptName, namedIn } from './kept-name.ts';
import type { ListEntry } from './listing.ts';
import { minuteOf } from './moment.ts';
import { PageHead } from './page-head.tsx';
import { Provenance } from './provenance.tsx';
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
  const spoken = wordsIn(language);
  const { verdict, findings } = verdictOn(toldOf(record), judgement);
  const unread = findings.flatMap((finding) => (finding.kind === 'reading' ? [finding.issue] : []));
  return (
    <article class="report">
      <PageHead title={keptName(namedIn(record), language)} line={words.tables} language={language}>
        <ExportMenu
          label={words.exportAs}
          language={language}
          onChoose={(format) => onExport([record.id], format)}
        />
        <button type="button" class="button" onClick={() => onRemove([record.id])}>
          {words.remove}
        </button>
      </PageHead>
      <div class={`verdict is-${verdict}`}>
        <Sign verdict={verdict} />
        <p>{tallyOf(record.tables, language)}</p>
      </div>
      <section class="section">
        <Note key={record.id} note={record.note ?? ''} language={language} onSave={onNote} />
      </section>
      {unread.length > 0 && (
        <section class="section">
          <h3>
            {spoken.severity.unread} <span class="count">{unread.length}</span>
          </h3>
          <ul class="sentences">
            {unread.map((issue) => (
              <li key={JSON.stringify(issue)}>{spoken.about(record.extraction).issue(issue)}</li>
            ))}
          </ul>
        </section>
      )}
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
        {namesakes.length > 0 && (
          <>
            <h4>{words.namesakes}</h4>
            <ul class="sentences">
              {namesakes.map((row) => (
                <li key={row.id}>
                  {row.place} · {minuteOf(row.retrieved)} ·{' '}
                  <CompareWith row={row} record={record} language={language} />
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
    </article>
  );
};
