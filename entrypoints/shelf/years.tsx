import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { ordered } from '../../components/shelf/listing.ts';
import type { ShelfRow } from '../../components/shelf/row.ts';
import { yearsWordsIn } from '../../components/shelf/words-in.ts';
import { type FlatTable, YearsPage } from '../../components/shelf/years-page.tsx';
import { csvOf } from '../../parser/export/csv.ts';
import { type CellYears, overYears } from '../../parser/export/over-years.ts';
import type { Language } from '../../parser/messages/words.ts';
import { shelfReports } from '../store/shelf.ts';
import { copyTable, saveText } from '../wire/hand-over.ts';

type Props = {
  /** The reports whose figures are listed; null for all, each in its newest version. */
  ids: readonly string[] | null;
  rows: readonly ShelfRow[];
  language: Language;
  onSay: (sentence: string) => void;
};

type Gathered = { cells: readonly CellYears[]; years: readonly number[]; leftOut: number };

/** The figures of kept reports with the years as columns. */
export const Years = ({ ids, rows, language, onSay }: Props) => {
  const words = yearsWordsIn(language);
  const [gathered, setGathered] = useState<Gathered | null>(null);
  const page = useRef<HTMLDivElement>(null);
  const wanted = useMemo(
    () =>
      ids ??
      ordered(rows, 'authority')
        .filter(({ version, versions }) => version === versions)
        .map(({ row }) => row.id),
    [ids, rows],
  );
  useEffect(() => {
    let current = true;
    void gather(wanted).then((found) => current && setGathered(found));
    return () => {
      current = false;
    };
  }, [wanted]);
  useLayoutEffect(() => page.current?.querySelector('h2')?.focus(), []);
  const reports = useMemo(() => {
    const all = new Set(wanted);
    const found = new Map<string, string | null>();
    for (const { id, authority, year } of rows) {
      if (!all.has(id)) continue;
      const key = `${authority}\n${year}`;
      found.set(key, found.has(key) ? null : id);
    }
    return found;
  }, [wanted, rows]);
  const copy = async (flat: FlatTable, tables: number): Promise<void> => {
    const taken = await copyTable(clipOf(flat));
    onSay(taken ? words.copied(tables) : words.copyFailed);
  };
  return (
    <div ref={page} class="page opened">
      <YearsPage
        cells={gathered?.cells ?? null}
        years={gathered?.years ?? []}
        leftOut={gathered?.leftOut ?? 0}
        reportOf={(authority, year) => reports.get(`${authority}\n${year}`) ?? null}
        language={language}
        onSave={({ heads, rows: lines }) => {
          const name = `gouji-years-${new Date().toISOString().slice(0, 10)}.csv`;
          saveText(name, csvOf(heads, lines));
          onSay(words.saved(name));
        }}
        onCopy={copy}
      />
    </div>
  );
};

/** As a spreadsheet and a word processor take it: a table, and text with tabs. Numbers stay numbers. */
const clipOf = ({ heads, rows }: FlatTable): { html: string; text: string } => {
  const lines = rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
  const line = (name: 'th' | 'td', cells: readonly string[]): string =>
    `<tr>${cells.map((cell) => `<${name}>${escaped(cell)}</${name}>`).join('')}</tr>`;
  return {
    html: `<table><thead>${line('th', heads)}</thead><tbody>${lines.map((cells) => line('td', cells)).join('')}</tbody></table>`,
    text: [heads, ...lines].map((cells) => cells.map(unbroken).join('\t')).join('\r\n'),
  };
};

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign);

/** A tab or a break of line would begin another cell. */
const unbroken = (text: string): string => text.replace(/[\t\r\n]+/g, ' ');

const gather = async (ids: readonly string[]): Promise<Gathered> => {
  const records = await shelfReports(ids);
  const over = overYears({ acrossForms: true });
  let leftOut = 0;
  // Pages of tables have no place in the tables of a form.
  for (const { kind, extraction } of records) {
    if (kind === 'tables') continue;
    if (extraction.authority && extraction.year && extraction.form) over.add(extraction);
    else leftOut += 1;
  }
  return { cells: [...over.cells()], years: over.years(), leftOut };
};
