import type { Clip } from '../parser/export/clip.ts';
import { cellsOf, type TotalLine, totalLines } from '../parser/findings/totals.ts';
import { relationWords } from '../parser/messages/relations.ts';
import type { Language } from '../parser/messages/words.ts';
import type { TableReading } from '../parser/tabulation.ts';
import type { MarkCell } from './cells.ts';
import { panelWordsIn } from './words-in.ts';

/** A table for the clipboard, by its number on the page. */
export type TableClip = Clip & { table: number };

type Props = {
  tables: readonly TableReading[];
  clips: readonly TableClip[];
  language: Language;
  /** Key of the total whose cells are marked on the page. */
  shown: string | null;
  onToggle: (key: string, cells: MarkCell[]) => void;
  /** Of tables whose page stands there; they have clips. */
  onCopy?: (clip: TableClip) => void;
  onSave?: (table: number) => void;
};

/** A page without a report: what adds up in its tables. What fails stands first; the rest is folded. Each total leads to its cells. */
export const TotalsView = ({ tables, clips, language, shown, onToggle, onCopy, onSave }: Props) => {
  const words = panelWordsIn(language);
  return (
    <div class="totals">
      {tables
        .filter(({ relations }) => relations.length > 0)
        .sort((a, b) => failingIn(b) - failingIn(a) || a.index - b.index)
        .map((table) => {
          const lines = totalLines([table]);
          const failing = lines.filter(
            ({ line }) => line.outcome === 'violated' && line.strength === 'asserted',
          );
          const hinted = lines.filter(({ line }) => line.outcome === 'violated' && line.strength === 'hint');
          const others = lines.filter(({ line }) => line.outcome !== 'violated');
          const clip = clips.find((one) => one.table === table.index);
          const { title, tally, mend } = relationWords(table, language);
          const list = (shownLines: readonly TotalLine[], fails: boolean) => (
            <ul class="findings">
              {shownLines.map((one) => (
                <Total
                  key={keyOf(one)}
                  total={one}
                  fails={fails}
                  language={language}
                  shown={shown === keyOf(one)}
                  onToggle={() => onToggle(keyOf(one), marksOf(one))}
                />
              ))}
            </ul>
          );
          return (
            <section key={table.index} class="section" aria-label={title}>
              <h3>{title}</h3>
              <p class="hint">{tally}</p>
              {clip && (
                <div class="exports">
                  <button type="button" title={words.copyTableTitle} onClick={() => onCopy?.(clip)}>
                    {words.copyTable}
                  </button>{' '}
                  <button type="button" title={words.saveTableTitle} onClick={() => onSave?.(table.index)}>
                    {words.saveTable}
                  </button>
                </div>
              )}
              {failing.length > 0 && list(failing, true)}
              {table.diagnoses.map((diagnosis) => {
                const said = mend(diagnosis);
                return said === null ? null : <p key={said}>{said}</p>;
              })}
              {hinted.length > 0 && (
                <details>
                  <summary>{words.totalsHinted(hinted.length)}</summary>
                  {list(hinted, false)}
                </details>
              )}
              {others.length > 0 && (
                <details>
                  <summary>{words.totalsOther(others.length)}</summary>
                  {list(others, false)}
                </details>
              )}
            </section>
          );
        })}
    </div>
  );
};

const failingIn = ({ relations }: TableReading): number =>
  relations
    .flatMap(({ lines }) => lines)
    .filter(({ outcome, strength }) => outcome === 'violated' && strength === 'asserted').length;

const keyOf = ({ relation, line }: TotalLine): string => `${relation.id}@${line.at}`;

/** Parts that are added on one side of the equation, the total and what is taken off on the other. */
const marksOf = (total: TotalLine): MarkCell[] =>
  cellsOf(total).map(({ slot }, at) => ({
    slot,
    side: at > 0 && total.relation.parts[at - 1]?.weight === 1 ? 'left' : 'right',
  }));

type TotalProps = {
  total: TotalLine;
  fails: boolean;
  language: Language;
  shown: boolean;
  onToggle: () => void;
};

const Total = ({ total: { table, relation, line }, fails, language, shown, onToggle }: TotalProps) => {
  const words = relationWords(table, language);
  const said =
    line.outcome === 'violated'
      ? words.failing(relation, line)
      : line.outcome === 'undetermined'
        ? words.undecided(relation, line)
        : words.holding(relation, line);
  return (
    <li class={fails ? (shown ? 'finding shown' : 'finding') : undefined}>
      <button type="button" class={fails ? undefined : 'quiet'} aria-pressed={shown} onClick={onToggle}>
        <span class="where">{said}</span>{' '}
        <span class="identity">
          {words.equation(relation)}；{words.why(relation)}
        </span>
      </button>
    </li>
  );
};
